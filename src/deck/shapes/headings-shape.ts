import { chaptersAmong } from './chapters-among.ts';
import { codedFinding, isCoded } from './coded-headings.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withEnds } from './finding.ts';
import type { Candidate } from './heading-candidates.ts';
import { type LevelView, viewGivenLevel, viewLevels } from './heading-levels.ts';
import { hasManyLinks } from './links.ts';
import { straysOf } from './stray-headings.ts';
import {
  isAnswerPart,
  isDocumentPart,
  isJudgement,
  isProgramPart,
  isProjectPart,
} from './vocabulary.ts';

/**
 * Families A and B: one heading level is the question. Each level is scored by its number of
 * headings that read as questions; a shallower level that is nearly all questions is preferred,
 * because numbered steps inside of answers would win otherwise.
 */
export const findHeadings = (document: Document): Finding | undefined => {
  const views = viewLevels(document);
  const coded = views.find((view) => isCoded(document, view));
  if (coded !== undefined) return codedFinding(findingOf(document, coded, []));
  const chosen = chooseLevel(document, views) ?? populousLevel(document, views);
  return chosen === undefined ? undefined : findingOf(document, chosen, views);
};

/** The same with the level given. */
export const findHeadingsAt = (document: Document, level: number): Finding =>
  findingOf(document, viewGivenLevel(document, level), []);

const findingOf = (document: Document, view: LevelView, views: readonly LevelView[]): Finding => {
  const strays = straysOf(document, view, views);
  const chapters = chaptersAmong(document, view, views);
  const questions = view.candidates.filter((candidate) => !chapters.has(candidate));
  const candidates = [...new Set([...questions, ...strays, ...[...chapters.values()].flat()])];
  return {
    shape: 'headings',
    marks: marksOf(
      document,
      candidates.toSorted((a, b) => a.heading.line - b.heading.line),
    ),
    questionLevel: view.level,
    // Numbers alone may be steps, but not where the title promises questions.
    score: document.isPromising && view.numberedShare >= 0.8 ? view.candidates.length : view.score,
    skipped: view.skipped.map(({ plain }) => plain),
  };
};

/** Marks of headings; each ends at the next heading of its level or above. */
export const marksOf = (document: Document, candidates: readonly Candidate[]): readonly Mark[] =>
  withEnds(
    candidates.filter(isWritten(document)).map(({ heading }) => ({
      line: heading.line,
      column: heading.column,
      text: heading.text,
      next: heading.line + heading.height,
      indent: 0,
      level: heading.level,
    })),
    (mark) => document.endOfSection(mark.line, mark.level ?? 6),
  );

/** "Question 50" with nothing behind it and nothing under it is still to be written. */
const isWritten =
  (document: Document) =>
  ({ heading, question, hasOwnText }: Candidate): boolean =>
    question.text !== '' ||
    hasOwnText ||
    document.endOfSection(heading.line, 6) < document.endOfSection(heading.line, heading.level);

const chooseLevel = (document: Document, views: readonly LevelView[]): LevelView | undefined => {
  const best = views.reduce<LevelView | undefined>(
    (top, view) =>
      view.score > (top?.score ?? 0) || (top !== undefined && isUnder(view, top)) ? view : top,
    undefined,
  );
  if (best === undefined) return undefined;
  const shallower = views.find(
    (view) => view.level < best.level && isNearlyAllQuestions(view) && !isOnlyAbove(view, best),
  );
  const chosen = shallower ?? best;
  return isConvincing(document, chosen) ? chosen : undefined;
};

/** Of two levels that ask as much, the upper one is but a name where all text is under the other. */
const isUnder = (view: LevelView, top: LevelView): boolean =>
  view.score === top.score &&
  top.ownTextShare === 0 &&
  view.ownTextShare > 0 &&
  view.candidates.some(({ question }) => question.text !== '');

const isNearlyAllQuestions = (view: LevelView): boolean =>
  view.askShare >= 0.75 &&
  (view.candidates.length >= 5 || (view.candidates.length >= 3 && view.numberedShare >= 0.8)) &&
  (view.ownTextShare >= 0.5 || view.numberedShare >= 0.8);

/** Chapters that ask have next to nothing of their own, and the deeper level asks as they do. */
const isOnlyAbove = (view: LevelView, best: LevelView): boolean =>
  view.ownTextShare < 0.3 && best.askShare >= 0.6;

const isConvincing = (document: Document, view: LevelView): boolean => {
  const count = view.candidates.length;
  if (isBareNumbers(view)) return true;
  // Two headings that ask beside one that does not are an article's.
  if (!document.isPromising && view.askShare * count < 3 && view.askShare < 1) return false;
  // Numbers alone are the steps of a guide, unless the title promises questions.
  const isList = document.isPromising ? count >= 8 : isLongList(document, view);
  if (view.askShare < 0.15 && !isList) return false;
  // "What is this?" beside "License" is how a project presents itself.
  const isFew = view.askShare * count < 3;
  if (isFew && (hasProjectParts(document, view.level) || hasSteps(document))) return false;
  if (!document.isPromising && isOfGuide(document, view)) return false;
  const share = view.score / Math.max(1, count);
  // Some of the parts of a guide ask, but no guide has as many as a bank.
  const least = document.isPromising || count >= 60 || isAllOf(document, view) ? 0.3 : 0.4;
  return share >= 0.5 || (share >= least && count >= 6);
};

/** Many headings with text of their own, and next to nothing besides, not even an introduction. */
const isAllOf = (document: Document, view: LevelView): boolean =>
  view.candidates.length >= 20 &&
  view.askShare >= 0.3 &&
  view.ownTextShare >= 0.95 &&
  view.skipped.length === 0 &&
  isMostOf(document, view, 0.95);

/**
 * No guide has so many steps, each with a whole number and text of its own, that they fill the file
 * and some of them ask. The sections of a book have numbers such as 2.3.
 */
const isLongList = (document: Document, view: LevelView): boolean => {
  const { candidates, numberedShare, ownTextShare } = view;
  return (
    candidates.length >= 60 &&
    numberedShare >= 0.95 &&
    ownTextShare >= 0.95 &&
    candidates.filter(({ asks }) => asks === 1).length >= 3 &&
    !candidates.some(({ heading }) => /^\P{L}{0,4}\d+\.\d/u.test(heading.plain)) &&
    isMostOf(document, view)
  );
};

/** "Problem 1", "Problem 2" and so on, each with the problem under it. */
const isBareNumbers = ({ candidates, ownTextShare }: LevelView): boolean =>
  candidates.length >= 10 &&
  ownTextShare >= 0.9 &&
  candidates.every(({ question, isNumbered }) => isNumbered && question.text === '');

/** The chapters of a guide say how to do things, and have no mark of a question. */
const isHowTo = ({ candidates }: LevelView): boolean => {
  const asking = candidates.filter(({ asks }) => asks === 1);
  const saying = asking.filter(({ question }) => /^how to\b[^?？]*$/i.test(question.text));
  return saying.length >= asking.length * 0.6;
};

/** The guide to a program may have questions and answers at its end. */
const isOfGuide = (document: Document, view: LevelView): boolean =>
  (view.askShare < 0.5 && (hasProgramParts(document, view.level) || isHowTo(view))) ||
  isAskedInOnePart(document, view) ||
  isOfProject(view);

/** Few headings beside several parts that only a project has: it says what it is, and what for. */
const isOfProject = ({ askShare, candidates, skipped }: LevelView): boolean =>
  askShare < 0.5 &&
  candidates.length < 12 &&
  skipped.filter(({ plain }) => isProjectPart(plain)).length >= 3;

/** All that asks stands in one part of the text, as the questions at the end of a manual do. */
const isAskedInOnePart = (document: Document, { level, candidates }: LevelView): boolean => {
  const first = candidates.find(({ asks }) => asks === 1)?.heading.line ?? 0;
  const end = document.endOfSection(first, level - 1);
  const others = candidates.filter(({ heading }) => heading.line < first || heading.line >= end);
  return others.length >= candidates.length * 0.3 && others.every(({ weight }) => weight === 0);
};

const hasProjectParts = (document: Document, level: number): boolean =>
  document.headings.some((heading) => heading.level <= level && isProjectPart(heading.plain));

/** One question above "Step 1", "Step 2" and so on is the title of a guide. */
const hasSteps = ({ headings }: Document): boolean =>
  headings.filter(({ plain }) => STEP.test(plain)).length >= 3;

const STEP = /^(?:step|paso|passo|schritt|étape|шаг|крок|步骤|步驟|단계)\s*\d/i;

/** One of them alone may be a chapter of a bank. */
const hasProgramParts = (document: Document, level: number): boolean =>
  document.headings.filter((heading) => heading.level < level && isProgramPart(heading.plain))
    .length >= 3;

/** Nothing reads as a question: the level with most headings that have text under them. */
const populousLevel = (document: Document, views: readonly LevelView[]): LevelView | undefined => {
  const withText = (view: LevelView): number =>
    view.candidates.filter(({ hasOwnText }) => hasOwnText).length;
  const deepest = views.reduce<LevelView | undefined>(
    (top, view) => (withText(view) > (top === undefined ? 0 : withText(top)) ? view : top),
    undefined,
  );
  if (deepest === undefined) return undefined;
  const most = views.find((view) => isMostlyAlone(document, view, deepest)) ?? deepest;
  const isBank = document.isPromising && withText(deepest) >= 15 && !hasManyLinks(document);
  if (!(isBank && isMostOf(document, most)) && !isLabelled(document, most)) {
    return isFlat(document, most) ? most : undefined;
  }
  // A level with parts of a document among few others is that document's.
  if (most.candidates.length < 30 && most.skipped.some(({ isPart }) => isPart)) return undefined;
  return most.level > 1 ? most : undefined;
};

/** A level of which most have nothing of the deeper one under them is none of chapters. */
const isMostlyAlone = (document: Document, view: LevelView, deepest: LevelView): boolean => {
  if (view.level >= deepest.level || view.candidates.length < 10) return false;
  const alone = view.candidates.filter(
    ({ heading: { line }, hasOwnText }) =>
      hasOwnText &&
      document.endOfSection(line, deepest.level) === document.endOfSection(line, view.level),
  );
  return alone.length > view.candidates.length * 0.5;
};

/** In a bank the questions and what is under them are most of the text. */
const isMostOf = (document: Document, view: LevelView, least = 0.5): boolean => {
  const lines = view.candidates.reduce(
    (sum, { heading }) => sum + document.endOfSection(heading.line, heading.level) - heading.line,
    0,
  );
  return lines >= document.lines.length * least;
};

/** Nothing but headings of one level with a few words under each: the two sides of cards. */
const isFlat = (document: Document, view: LevelView): boolean => {
  const { level, candidates, ownTextShare } = view;
  const [title, first] = document.headings;
  const isTitled = title !== undefined && title.level < level && first === candidates[0]?.heading;
  const headings = isTitled ? document.headings.slice(1) : document.headings;
  const texts = document.scanned.firsts.filter((sign) => sign !== 0).length;
  return (
    candidates.length >= 10 &&
    ownTextShare === 1 &&
    headings.every((heading) => heading.level === level && !/^v?\d/.test(heading.plain)) &&
    (isTitled ? isTerse(document, view) : texts <= candidates.length * 4)
  );
};

/** Under a title there may be an article, so all have to be cards, many and of hardly a line. */
const isTerse = ({ lines }: Document, { candidates, skipped }: LevelView): boolean => {
  const count = candidates.length;
  const texts = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return count >= 20 && skipped.length === 0 && texts.length <= count * 2 && length <= count * 60;
};

/** Whether nearly each heading of a level has a part of an answer under it: "Source", "Solution". */
const isLabelled = (document: Document, view: LevelView): boolean => {
  const labels = document.headings.filter(
    ({ level, plain }) =>
      level > view.level && (isDocumentPart(plain) || (isAnswerPart(plain) && !isJudgement(plain))),
  );
  return view.candidates.length >= 5 && labels.length >= view.candidates.length * 0.6;
};
