import type { Document } from './document.ts';
import { firstAfter } from './first-after.ts';
import type { ItemCandidate } from './list-items.ts';

const FEWEST = 3;
/** Between so many lists of questions one of two tasks is no accident. */
const MANY = 6;

type Items = readonly ItemCandidate[];

/**
 * Numbered lists that stand beside one of questions in each of many chapters: the tasks of a bank,
 * which do not ask. One such list alone may be anything, unless it stands between many of them.
 */
export const neighbourLists = (
  document: Document,
  sections: readonly Items[],
  taken: readonly Items[],
): ReadonlySet<Items> => {
  const parents = parentsOf(document);
  const parentOf = (items: Items): number => parents[items[0]?.section ?? -1] ?? -1;
  const chapters = new Set(
    sections.filter((_, at) => (taken[at]?.length ?? 0) > 0).map((items) => parentOf(items)),
  );
  const beside = sections.filter(
    (items, at) =>
      taken[at]?.length === 0 &&
      parentOf(items) >= 0 &&
      chapters.has(parentOf(items)) &&
      isSequence(items),
  );
  const isRegular = beside.length >= FEWEST && beside.length >= chapters.size * 0.5;
  return new Set([
    ...(isRegular && document.isPromising ? beside : listsBetween(sections, taken)),
    ...(document.isPromising ? tasksBetween(sections, taken) : []),
  ]);
};

/** Bullets between many lists of questions, of which nearly each starts as a task does. */
const tasksBetween = (sections: readonly Items[], taken: readonly Items[]): readonly Items[] => {
  const asked = sections.map((_, at) => (taken[at]?.length ?? 0) > 0);
  const [first, last] = [asked.indexOf(true), asked.lastIndexOf(true)];
  if (asked.filter(Boolean).length < FEWEST) return [];
  return sections.filter(
    (items, at) =>
      at > first &&
      at < last &&
      !asked[at] &&
      items.length >= FEWEST &&
      items.filter(({ weight }) => weight > 0).length >= items.length * 0.8,
  );
};

/**
 * Lists that stand between many of questions, as one of them that does not ask: numbered ones, and
 * bold ones where all questions are bold.
 */
const listsBetween = (sections: readonly Items[], taken: readonly Items[]): readonly Items[] => {
  const areBold = isBold(taken.flat());
  const asked = sections.map((_, at) => (taken[at]?.length ?? 0) > 0);
  const count = asked.filter(Boolean).length;
  const [first, last] = [asked.indexOf(true), asked.lastIndexOf(true)];
  const isShort = count >= MANY;
  const others = sections.filter(
    (items, at) =>
      at > first &&
      at < last &&
      taken[at]?.length === 0 &&
      (isSequence(items, isShort ? 2 : FEWEST) ||
        (areBold && items.length >= FEWEST && isBold(items))),
  );
  const isOther = new Set(others);
  const inner = sections.slice(first, last + 1);
  const known = inner.filter((items, at) => asked[first + at] === true || isOther.has(items));
  // Where lists of other kinds stand as well, one more that does not ask is of those.
  const isBare = known.length === inner.length;
  return isBare && count >= FEWEST && others.length * 2 <= count ? others : [];
};

/** An item that is bold, with nothing behind it, or a link. */
const BOLD_ITEM = /^\*\*[^*]{2,1000}\*\*(?:[^\p{L}[]*(?:<br\s*\/?>\s*)?$|[^\p{L}[]*\[)/u;

/** Whether each of some items is bold as a whole. */
export const isBold = (items: Items): boolean =>
  items.every(
    ({ item: { text } }) =>
      text.startsWith('**') && (text.trimEnd().endsWith('**') || BOLD_ITEM.test(text)),
  );

const isSequence = (items: Items, least = FEWEST): boolean =>
  items.length >= least && items.every(({ item }, at) => item.number === at + 1);

/**
 * Where nearly each question has an answer, a list before all answers, or after them, is the
 * document's own if its section has none and it does not ask.
 */
export const withAnswers = (
  document: Document,
  items: Items,
  answers: readonly number[],
): Items => {
  const kept = items.filter(({ item, weight, section }) => {
    const isBetween = item.line > (answers[0] ?? 0) && item.line < (answers.at(-1) ?? 0);
    if (isBetween || weight === 1) return true;
    const { line = -1, level = 6 } = document.headings[section] ?? {};
    const next = answers[firstAfter(answers, line)];
    return next !== undefined && next <= document.endOfSection(item.line, level);
  });
  return answers.length >= kept.length * 0.8 ? kept : items;
};

/** For each heading the index of the one that its section stands in, -1 for none. */
const parentsOf = ({ headings }: Document): readonly number[] => {
  const open: number[] = [];
  return headings.map(({ level }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
};
