import type { Document } from './document.ts';
import { type Candidate, groupUnder } from './heading-candidates.ts';
import { type LevelView, viewGivenLevel } from './heading-levels.ts';
import { promisesQuestions } from './vocabulary.ts';

/** Questions whose headings are on another level than most: they are called, or go on, as those. */
export const straysOf = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): readonly Candidate[] => [
  ...new Set([
    ...labelledOf(view, views),
    ...leavesOf(document, view, views),
    ...numberedLeavesOf(document, view, views),
    ...missingOf(view, views),
    ...goingOnDeeper(view, views),
    ...underChaptersOf(document, view, views),
    ...otherwiseLeveled(document, view, views),
    ...runsAbove(view, views),
    ...askingAbove(document, view),
  ]),
];

/**
 * Chapters of which the author skipped a level: where most ask, those on the level above that have
 * nothing on the level of the questions, but several that ask one level deeper, and nothing else.
 */
const otherwiseLeveled = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): readonly Candidate[] => {
  if (view.candidates.length < 5 || view.askShare < 0.75) return [];
  const above = document.headings
    .filter(({ level, isInDetails }) => level === view.level - 1 && !isInDetails)
    .map((heading) => ({ heading }));
  const deeper = views[view.level]?.candidates ?? [];
  return [...groupUnder(above, deeper)].flatMap(([at, own]) => {
    const line = above[at]?.heading.line ?? 0;
    const end = document.endOfSection(line, view.level - 1);
    const isWithout = document.endOfSection(line, view.level) === end;
    const isAsked = own.every(({ asks, hasOwnText }) => asks === 1 && hasOwnText);
    return at >= 0 && isWithout && isAsked && own.length >= 3 ? own : [];
  });
};

/**
 * Headings above the level of the others that ask and count up to the number of the next one: the
 * author typed a sign too few at the start of a chapter.
 */
const runsAbove = (view: LevelView, views: readonly LevelView[]): readonly Candidate[] => {
  if (view.candidates.length < 5 || view.numberedShare < 0.8) return [];
  const above = views[view.level - 2]?.candidates ?? [];
  const numbered = above.filter(({ isNumbered }) => isNumbered);
  return [...groupUnder(view.candidates, numbered)].flatMap(([at, own]) => {
    const isRun = own.every(
      ({ question, asks, hasOwnText }, index) =>
        asks === 1 && hasOwnText && question.number === index + 1,
    );
    return isRun && view.candidates[at + 1]?.question.number === own.length + 1 ? own : [];
  });
};

/**
 * Where nearly all ask and the level above has but the title, the one heading more that it has,
 * which asks between them and is answered, has a sign too few.
 */
const askingAbove = (document: Document, view: LevelView): readonly Candidate[] => {
  if (view.candidates.length < 10 || view.askShare < 0.9) return [];
  const above = viewGivenLevel(document, view.level - 1).candidates;
  const [first, second] = above;
  if (first === undefined || second === undefined || above.length !== 2) return [];
  const isTitle = first.heading === document.headings[0] && first.asks === 0;
  return isTitle && second.asks === 1 && second.hasOwnText ? [second] : [];
};

/**
 * Headings above the level of the others that have the number which is missing there: the author
 * typed one sign too few. Chapters may have numbers too, but not those between two questions.
 */
const missingOf = (view: LevelView, views: readonly LevelView[]): readonly Candidate[] => {
  const { candidates } = view;
  if (candidates.length < 5 || view.numberedShare < 0.8) return [];
  return views
    .filter(({ level }) => level < view.level)
    .flatMap((above) => above.candidates)
    .filter(({ heading, question, isNumbered, hasOwnText, weight }) => {
      const next = candidates.findIndex((other) => other.heading.line > heading.line);
      const last = candidates.at(next < 0 ? -1 : next - 1);
      if (!isNumbered || !hasOwnText || next === 0 || question.number === undefined) return false;
      const after = candidates[next]?.question.number;
      const goesOn = question.number === (last?.question.number ?? 0) + 1;
      return goesOn && (next < 0 ? weight === 1 : after === question.number + 1);
    });
};

/**
 * Headings below the level of the others whose numbers are just those that are missing there: the
 * author typed one sign too many. The steps of an answer start with 1, and leave no gap above.
 */
const goingOnDeeper = (view: LevelView, views: readonly LevelView[]): readonly Candidate[] => {
  const { candidates } = view;
  if (candidates.length < 5 || view.numberedShare < 0.8) return [];
  return views
    .filter(({ level }) => level > view.level)
    .flatMap((deeper) => [
      ...groupUnder(
        candidates,
        deeper.candidates.filter(({ isNumbered }) => isNumbered),
      ),
    ])
    .flatMap(([at, own]) => {
      const before = at < 0 ? 0 : candidates[at]?.question.number;
      return isRunBetween(before, own, candidates[at + 1]?.question.number) ? own : [];
    });
};

/** Numbers that fill the gap between two others; what comes before all questions is number 0. */
const isRunBetween = (
  before: number | undefined,
  own: readonly Candidate[],
  after: number | undefined,
): boolean => {
  const first = (before ?? Infinity) + 1;
  const isRun = own.every(
    ({ question, hasOwnText }, at) => hasOwnText && question.number === first + at,
  );
  return isRun && after === first + own.length;
};

/**
 * Questions on another level: labelled as most of the chosen level are, and most of them answered.
 * Bare ones are what an author has collected and not come to yet.
 */
const labelledOf = (view: LevelView, views: readonly LevelView[]): readonly Candidate[] => {
  const labelled = view.candidates.filter(({ question }) => question.isLabelled).length;
  if (labelled < 3 || labelled < view.candidates.length * 0.7) return [];
  return views
    .filter(({ level }) => level !== view.level)
    .flatMap(({ candidates }) => {
      const called = candidates.filter(
        ({ question }) =>
          question.isLabelled && (question.number !== undefined || question.text !== ''),
      );
      const answered = called.filter(({ hasOwnText }) => hasOwnText).length;
      return answered >= called.length / 2 ? called : [];
    });
};

/**
 * Questions on the level above, which elsewhere is the one of chapters: headings with text of their
 * own and no question under them, of which at least half ask.
 */
const leavesOf = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): readonly Candidate[] => {
  const above = views.find(({ level }) => level === view.level - 1)?.candidates ?? [];
  if (view.askShare < 0.5 || view.candidates.length < 10 || above.length < 10) return [];
  const leaves = above.filter((candidate) => isLeaf(document, view, candidate));
  const asking = leaves.filter(({ asks }) => asks === 1);
  return asking.length >= 5 && asking.length >= leaves.length * 0.5 ? leaves : [];
};

/**
 * The same where both levels are numbered: a chapter that asks, and is answered without a question
 * under it, is one of those that come after the first.
 */
const numberedLeavesOf = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): readonly Candidate[] => {
  const above = views.find(({ level }) => level === view.level - 1);
  if (view.candidates.length < 5 || view.numberedShare < 0.8) return [];
  if (above === undefined || above.numberedShare < 0.8) return [];
  const first = view.candidates[0]?.heading.line ?? 0;
  return above.candidates.filter(
    (candidate) =>
      candidate.heading.line > first &&
      candidate.isNumbered &&
      candidate.asks === 1 &&
      isLeaf(document, view, candidate),
  );
};

/** Whether a heading has text, and none of the questions' level under it. */
const isLeaf = (
  document: Document,
  view: LevelView,
  { heading: { line, level }, hasOwnText }: Candidate,
): boolean =>
  hasOwnText && document.endOfSection(line, view.level) === document.endOfSection(line, level);

/**
 * Where some headings of the level are chapters that promise questions, those that are numbered
 * right under these are questions as the others are.
 */
const underChaptersOf = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): readonly Candidate[] => {
  if (view.candidates.length < 5 || view.numberedShare < 0.8) return [];
  return view.skipped
    .filter(({ isPart, plain }) => !isPart && promisesQuestions(plain))
    .flatMap(({ line, level }) => {
      const end = document.endOfSection(line, level);
      const first = document.headings.find(
        (heading) => heading.line > line && !heading.isInDetails,
      );
      const own = (views.find((other) => other.level === first?.level)?.candidates ?? []).filter(
        ({ heading }) => heading.line > line && heading.line < end,
      );
      const isList =
        own.length >= 3 && own.every(({ isNumbered, hasOwnText }) => isNumbered && hasOwnText);
      return isList && (first?.level ?? 0) > level ? own : [];
    });
};
