import { keyLines } from './answer-key.ts';
import type { Document, DocumentHeading } from './document.ts';
import { type Candidate, judge, withBareNumbers } from './heading-candidates.ts';
import { findLabels, type LabelKind } from './heading-labels.ts';
import { countLines, isContents, isLinkList } from './link-sections.ts';
import { dropOddOnes } from './odd-headings.ts';
import { remember } from './remember.ts';
import { isAnswerLabel, isAnswerPart } from './vocabulary.ts';

/** All candidates of one heading level. */
export interface LevelView {
  readonly level: number;
  readonly candidates: readonly Candidate[];
  readonly skipped: readonly DocumentHeading[];
  readonly score: number;
  readonly askShare: number;
  readonly numberedShare: number;
  readonly ownTextShare: number;
}

const ADVERT =
  /^(?:want(?:ed)? to|looking for|interested in|do you like|like this|enjoy|found (?:this|it)|did you (?:like|find)|need (?:more|help)|ready to|ready for|support (?:us|me|this)|join (?:us|our)|follow (?:us|me)|buy me|hire|show your|give (?:a|it a) star|explore all)\b/i;

/** Looks at each of the six levels as if it were the one of the questions. */
export const viewLevels = remember((document: Document): readonly LevelView[] =>
  [1, 2, 3, 4, 5, 6].map((level) => judgeLevel(document, level)),
);

/** The headings of one level. */
export const viewLevel = (document: Document, level: number): LevelView =>
  viewLevels(document)[level - 1] ?? judgeLevel(document, level);

/** A level that somebody gave is taken at his word: only parts of the document are left out. */
export const viewGivenLevel = (document: Document, level: number): LevelView =>
  judgeLevel(document, level, true);

const judgeLevel = (document: Document, level: number, isGiven = false): LevelView => {
  const keyed = keyLines(document);
  const all = document.headings.filter(
    (heading) => heading.level === level && !heading.isInDetails && !keyed.has(heading.line),
  );
  const judged = withBareNumbers(
    document,
    all.map((heading) => judge(document, heading)),
  );
  const called = judged.filter(
    ({ question }) => question.isLabelled && question.number !== undefined,
  );
  const isCalled = called.length >= 3 && called.length >= all.length * 0.25;
  const labels = findLabels(document, all, isCalled);
  const candidates: Candidate[] = [];
  const skipped: DocumentHeading[] = [];
  for (const candidate of judged) {
    const { heading } = candidate;
    const isLabel = labels.size > 0 && !isGiven && isNamedSo(candidate, labels.get(heading.key));
    if (isLabel || !isPossible(document, candidate)) skipped.push(heading);
    else candidates.push(candidate);
  }
  const kept = isGiven ? candidates : dropOddOnes(document, candidates, skipped);
  const count = Math.max(1, kept.length);
  const share = (test: (candidate: Candidate) => boolean): number =>
    kept.filter(test).length / count;
  return {
    level,
    candidates: kept,
    skipped: skipped.toSorted((a, b) => a.line - b.line),
    score: kept.reduce((sum, { weight }) => sum + weight, 0),
    askShare: share(({ weight }) => weight === 1),
    numberedShare: share(({ isNumbered }) => isNumbered),
    ownTextShare: share(({ hasOwnText }) => hasOwnText),
  };
};

/** What is numbered is a label only where the same number and text stand under each question. */
const isNamedSo = ({ question, isNumbered }: Candidate, kind: LabelKind | undefined): boolean =>
  isNumbered
    ? kind === 'under-each' && question.text !== '' && !question.isLabelled
    : kind !== undefined;

const isPossible = (document: Document, candidate: Candidate): boolean => {
  const { heading, question, weight } = candidate;
  if (candidate.isAnswered) return true;
  const isSame = question.text === heading.plain;
  const isAnswer = isSame ? heading.isAnswer : isAnswerLabel(question.text);
  if (isAnswer && !question.isLabelled) return false;
  if (heading.isPart || (!isSame && isAnswerPart(question.text) && weight < 1)) {
    return false;
  }
  if (heading.key === '' || ADVERT.test(question.text)) return false;
  const isCalled = question.isLabelled || (candidate.isNumbered && /\p{L}/u.test(heading.plain));
  if (question.text === '' && !isCalled) return false;
  // The answer to a question may be links alone, but no links into the file.
  return candidate.asks === 1
    ? !isContents(countLines(document, heading))
    : !isLinkList(document, heading, 3);
};
