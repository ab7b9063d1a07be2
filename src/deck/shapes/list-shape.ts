import { answerKeys, keyLines } from './answer-key.ts';
import { hasQuestionMark, likenessOf } from './asks.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withSections } from './finding.ts';
import { isLettered, isPartOfAnswer, isText, NUMBERED, TASK } from './item-texts.ts';
import { withLinks } from './linked-items.ts';
import { type ItemCandidate, type ListItem, topItems } from './list-items.ts';
import { isBold, neighbourLists } from './list-neighbours.ts';
import { areAnswered, withOptions } from './list-options.ts';
import { outsideOfParts } from './list-parts.ts';
import { pickSequence } from './list-sequence.ts';
import { hasOptionsBelow } from './option-starts.ts';
import { readQuestion } from './question-text.ts';
import { remember } from './remember.ts';
import { splitLinks } from './trailing-links.ts';

/** Dots alone stand for more of the same. */
const NOTHING = /^[.…\s]*$/;

type Items = readonly ItemCandidate[];

const OWN_NUMBER = /^(?:\*\*|__)?\[?\d{1,3}\.\d{1,3}[\].:) ]/;

/**
 * The list items of a file that may be questions, by the section that they stand in. Those under
 * a heading such as "Table of contents" are none, unless there are no others.
 */
export const itemCandidates = remember((document: Document): Items => {
  const all = allCandidates(document);
  const outside = outsideOfParts(document, all);
  const isAsked = outside.filter(({ weight }) => weight === 1).length * 3 >= outside.length;
  return withLinks(document, outside.length > 1 && isAsked ? outside : all);
});

const allCandidates = remember((document: Document): Items => {
  const keyed = keyLines(document);
  return topItems(document).flatMap((item) => {
    if (keyed.has(item.line)) return [];
    const text = item.text.length > 2_000 ? item.text.slice(0, 2_000) : item.text;
    if (!isText(document, item, text)) return [];
    const question = readQuestion(text);
    if (NOTHING.test(question.text) && !question.isLabelled) return [];
    if (isPartOfAnswer(question.text)) return [];
    const weight = question.isLabelled ? 1 : weightOf(document, item, question.text);
    const isLabelled = question.isLabelled && question.isNumbered;
    const section = document.headingAbove(item.line);
    return [{ item, weight, isLabelled, isGraded: question.level !== undefined, section }];
  });
});

/** "The tide is highest at" asks by its options alone. */
const weightOf = (document: Document, item: ListItem, text: string): number =>
  likenessOf(text) || (hasOptionsBelow(document, item.line) ? 0.5 : 0);

/** List items that hold headings: nothing else is written so. */
export const findListHeadings = (document: Document): Finding | undefined => {
  // Most files have none: what their items say is not read for it.
  if (topItems(document).every(({ headingLevel }) => headingLevel === undefined)) return undefined;
  const all = allCandidates(document).filter(({ item }) => item.headingLevel !== undefined);
  // Those under "References" at the end are none; other parts may be but the last heading above.
  const isIn = ({ section }: ItemCandidate): boolean => document.headings[section]?.isPart !== true;
  const last = all.findLastIndex(isIn);
  const headed = last < 0 ? all : all.slice(0, last + 1);
  // Bullets with headings are how some plans of study are written, and those do not ask.
  const asking = headed.filter(({ item, weight }) => item.isOrdered || weight === 1).length;
  if (headed.length < 3 || asking < headed.length * 0.3) return undefined;
  const taken = withMissing(headed, allCandidates(document));
  return { ...findingOf(document, 'list', taken), questionLevel: mostCommonLevel(headed) };
};

/** An item without a heading whose number is the one missing between two with is a question too. */
const withMissing = (headed: Items, all: Items): Items => {
  const isHeaded = new Set(headed);
  let at = -1;
  return all.filter((candidate) => {
    if (isHeaded.has(candidate)) {
      at++;
      return true;
    }
    const number = candidate.item.number ?? Number.NaN;
    const isNext = headed[at]?.item.number === number - 1;
    return isNext && headed[at + 1]?.item.number === number + 1 && candidate.weight === 1;
  });
};

const mostCommonLevel = (headed: Items): number => {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { item } of headed)
    counts[item.headingLevel ?? 0] = (counts[item.headingLevel ?? 0] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
};

/** Families D1 and D2: a list item is the question, with an answer nested or following, or none. */
export const findList = (document: Document): Finding | undefined => {
  const all = itemCandidates(document);
  const labelled = all.filter(({ isLabelled }) => isLabelled);
  const isLabelled = labelled.length >= 3;
  const taken = isLabelled
    ? labelled
    : (withOptions(document, all) ?? ofOneKind(questionsOfAll(document, bySection(all))));
  const score = sumOf(taken);
  if (score < 2 || !(isLabelled || isConvincing(document, taken))) return undefined;
  const hasAnswers = taken.filter(({ item }, index) => hasText(document, item, taken[index + 1]));
  const shape = hasAnswers.length >= taken.length * 0.3 ? 'list' : 'list-questions';
  return findingOf(document, shape, taken);
};

/**
 * Rules, advice and summaries come as lists too: a list must ask, and be most of what the file
 * lists, or its title must promise questions.
 */
const isConvincing = (document: Document, taken: Items): boolean => {
  const share = (test: (candidate: ItemCandidate) => boolean): number =>
    taken.filter(test).length / taken.length;
  const asking = share(({ weight }) => weight === 1);
  const marked = share(({ item }) => hasQuestionMark(item.text));
  if (document.isPromising && isCountedThrough(taken)) return true;
  if (answerKeys(document).length > 0 && withOptions(document, taken) !== undefined) return true;
  const others = countItems(document);
  if (document.isPromising && taken.length >= others * 0.4) return asking >= 0.25;
  // How hard each item is says nobody but of questions.
  if (taken.length >= 5 && share(({ isGraded }) => isGraded) >= 0.8) return true;
  if (taken.length < others * 0.5) return false;
  return (asking >= 0.6 && marked >= 0.1) || (asking >= 0.3 && marked >= 0.25);
};

/** A list that goes on counting from chapter to chapter, as no list of an article does. */
const isCountedThrough = (taken: Items): boolean =>
  taken.length >= FEWEST_COUNTED &&
  new Set(taken.map(({ section }) => section)).size >= 5 &&
  taken.every(({ item }, at) => item.number === at + 1);

const FEWEST_COUNTED = 50;

/** Left out: links into the file, those under "References", answer keys, and options of a quiz. */
const countItems = (document: Document): number => {
  const keyed = keyLines(document);
  return topItems(document).filter(
    (item) =>
      !keyed.has(item.line) &&
      !/^\[[^\]]*\]\(#/.test(item.text) &&
      !(document.isPromising && (TASK.test(item.text) || isLettered(item))) &&
      document.headings[document.headingAbove(item.line)]?.isPart !== true,
  ).length;
};

const bySection = (all: Items): readonly Items[] => {
  const sections = new Map<number, ItemCandidate[]>();
  for (const candidate of all) {
    const own = sections.get(candidate.section);
    if (own === undefined) sections.set(candidate.section, [candidate]);
    else own.push(candidate);
  }
  return [...sections.values()];
};

/**
 * A few bullets beside many numbered questions are the document speaking, and the reverse; so are
 * those without a number of their own beside many with one.
 */
const ofOneKind = (taken: Items): Items => {
  const counted = taken.filter(({ item }) => !item.isOrdered && NUMBERED.test(item.text));
  if (counted.length >= taken.length * 0.8) return counted;
  const ordered = taken.filter(({ item }) => item.isOrdered);
  // Fewer numbers will do where the most of them are called questions: `7. Q: ...`.
  const called = ordered.filter(({ item }) => readQuestion(item.text).isLabelled);
  const share = called.length >= ordered.length * 0.7 ? 0.6 : 0.9;
  if (ordered.length >= taken.length * share) return ordered;
  return ordered.length <= taken.length * 0.1 ? taken.filter(({ item }) => !item.isOrdered) : taken;
};

/** Numbers that go on from section to section are of one list, whose last tasks may not ask. */
const questionsOfAll = (document: Document, sections: readonly Items[]): Items => {
  let last: number | undefined;
  const all = sections.map((items) => questionsOf(document, items));
  const beside = neighbourLists(document, sections, all);
  return sections.flatMap((items, at) => {
    const own = beside.has(items) ? items : (all[at] ?? []);
    const first = items[0]?.item.number;
    const goesOn =
      own.length === 0 && first !== undefined && first === (last ?? 0) + 1 && first > 1;
    const taken = goesOn ? pickSequence(items.filter(({ item }) => item.isOrdered)) : own;
    last = taken.at(-1)?.item.number ?? last;
    return taken;
  });
};

/** What the list of one section has of questions: all of its items, those that ask, or none. */
const questionsOf = (document: Document, items: Items): Items => {
  const ordered = items.filter(({ item }) => item.isOrdered);
  if (areAnswered(document, ordered)) return ordered;
  const bullets = items.filter(({ item }) => !item.isOrdered);
  // Numbers of which none surely asks are those of an answer, if bullets do.
  const isSure = ordered.some(({ weight }) => weight === 1);
  if (sumOf(ordered) > 0 && sumOf(ordered) >= sumOf(bullets) * (isSure ? 0.5 : 1)) {
    const sequence = pickSequence(ordered);
    if (sumOf(sequence) >= sequence.length * 0.25)
      return [...sequence, ...goingOn(sequence, bullets)];
  }
  return askedBullets(document, bullets);
};

const sumOf = (items: Items): number => items.reduce((sum, { weight }) => sum + weight, 0);

const askedBullets = (document: Document, bullets: Items): Items => {
  const graded = bullets.filter(({ isGraded }) => isGraded);
  if (graded.length >= 5 && graded.length >= bullets.length * 0.8) return graded;
  if (document.isPromising && isNumbered(bullets)) return bullets;
  const isAsked = bullets.some(({ weight }) => weight === 1);
  if (!isAsked || sumOf(bullets) < bullets.length * 0.2) return [];
  if (sumOf(bullets) >= bullets.length * 0.5 || isBold(bullets)) return bullets;
  const isBare = bullets.every(({ item }, index) => !hasText(document, item, bullets[index + 1]));
  return isBare ? bullets : bullets.filter(({ weight }) => weight > 0);
};

/** Bullets after the last number, where nearly all of them ask: the author stopped counting. */
const goingOn = (sequence: Items, bullets: Items) => {
  const last = sequence.at(-1)?.item.line ?? 0;
  const after = bullets.filter(({ item }) => item.line > last);
  const isAsked = (list: Items): boolean =>
    list.length >= 3 && list.filter(({ weight }) => weight === 1).length >= list.length * 0.8;
  return after.length === bullets.length && isAsked(after) && isAsked(sequence) ? after : [];
};

/** Bullets that carry numbers of their own, such as `- **1.2** ...`. */
const isNumbered = (bullets: Items): boolean =>
  bullets.length > 0 && bullets.every(({ item }) => OWN_NUMBER.test(item.text));

/** Whether anything stands between an item and the next. */
const hasText = (document: Document, item: ListItem, next: ItemCandidate | undefined): boolean => {
  const end = Math.min(
    next?.item.line ?? document.lines.length,
    document.endOfSection(item.line, 6),
  );
  for (let index = item.line + 1; index < end; index++) {
    if (document.scanned.firsts[index] !== 0) return true;
  }
  return false;
};

const findingOf = (
  document: Document,
  shape: 'list' | 'list-questions',
  taken: Items,
): Finding => ({
  shape,
  marks: itemMarks(
    document,
    taken.map(({ item }) => item),
  ),
  score: sumOf(taken),
  skipped: [],
});

/** Marks of list items; each ends at the next, or where its section does. */
export const itemMarks = (document: Document, items: readonly ListItem[]): readonly Mark[] =>
  withSections(
    document,
    items.map((item) => {
      const height = heightOf(document, item);
      const own = document.lines
        .slice(item.line + 1, item.line + height)
        .map((line) => line.trim());
      const line = document.lines[item.line] ?? '';
      const linked = height === 1 ? splitLinks(item.text) : undefined;
      const column = linked === undefined ? 0 : line.lastIndexOf(linked.links) + 1;
      return {
        line: item.line,
        column: line.lastIndexOf(item.text) + 1,
        text: linked?.question ?? [item.text, ...own].join(' '),
        ...(linked === undefined
          ? {}
          : { lead: { line: item.line, column, text: linked.links, isBehind: true as const } }),
        next: item.line + height,
        indent: item.indent,
        ...(item.number === undefined ? {} : { number: item.number }),
      };
    }),
  );

/** Lines that the text of an item takes: a long one may be wrapped, and goes on in lower case. */
const heightOf = (document: Document, item: ListItem): number => {
  let height = 1;
  let last = document.lines[item.line] ?? '';
  while (height < 6 && last.length >= 55 && !/(?:[.?？؟!:：]|\s{2})[*_)"'”]*$/.test(last)) {
    const next = document.lines[item.line + height] ?? '';
    if (document.scanned.isInert(item.line + height) || !/^\s*[\p{Ll}("'`]/u.test(next)) break;
    if (next.trimStart().startsWith('```')) break;
    last = next;
    height++;
  }
  return height;
};
