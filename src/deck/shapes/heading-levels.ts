import { startTable } from '../line-start.ts';
import { startsAnswer } from './answer-label.ts';
import { type Likeness, likenessOf } from './asks.ts';
import type { Document, DocumentHeading } from './document.ts';
import { findLabels, type LabelKind } from './heading-labels.ts';
import { type QuestionText, readQuestion } from './question-text.ts';
import { remember } from './remember.ts';
import { isAnswerLabel, isAnswerPart } from './vocabulary.ts';

/** A heading that may be a question, with what speaks for it. */
export interface Candidate {
  readonly heading: DocumentHeading;
  readonly question: QuestionText;
  readonly asks: Likeness;
  readonly isNumbered: boolean;
  /** The first text under it starts with a name for an answer. */
  readonly isAnswered: boolean;
  /** Text stands under it before the next heading of any level. */
  readonly hasOwnText: boolean;
  readonly weight: number;
}

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

/** Nothing but a link out of the file: where to go from here. */
const LINK_OUT = /^\[[^[\]]{1,200}\]\((?!#)[^()]{1,1000}\)$/;

const isLinkOut = ({ heading, weight, hasOwnText }: Candidate): boolean =>
  !hasOwnText && weight < 1 && LINK_OUT.test(heading.text);

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
  const all = document.headings.filter(
    (heading) => heading.level === level && !heading.isInDetails,
  );
  const judged = all.map((heading) => judge(document, heading));
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

/** Judges one heading on its own. */
export const judge = (document: Document, heading: DocumentHeading): Candidate => {
  const question = readQuestion(heading.text);
  const first = firstTextUnder(document, heading);
  const asks = likenessOf(question.text);
  const isNumbered = question.isLabelled || question.isNumbered;
  const isAnswered = first !== undefined && startsAnswer(first);
  const weight = question.isLabelled || isAnswered ? 1 : Math.max(asks, isNumbered ? 0.5 : 0);
  const hasOwnText = first !== undefined;
  return { heading, question, asks, isNumbered, isAnswered, hasOwnText, weight };
};

const MAY_BE_RULE = startTable('-*_<');

/** The first line of text under a heading, before any other heading. */
const firstTextUnder = (document: Document, heading: DocumentHeading): string | undefined => {
  const { firsts } = document.scanned;
  const end = document.endOfSection(heading.line, 6);
  for (let index = heading.line + heading.height; index < end; index++) {
    const first = firsts[index] ?? 0;
    if (first === 0) continue;
    const line = document.lines[index] ?? '';
    if (MAY_BE_RULE[first] !== 1 || !/^\s*(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>)\s*$/.test(line))
      return line;
  }
  return undefined;
};

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

/**
 * Where most headings of a level are numbered, one that is not and does not ask is no question;
 * where most ask, one that does not ask and has nothing under it is a chapter of the same level.
 */
const dropOddOnes = (
  document: Document,
  candidates: readonly Candidate[],
  skipped: DocumentHeading[],
): readonly Candidate[] => {
  const count = candidates.length;
  const most = (test: (candidate: Candidate) => boolean, share: number): boolean =>
    count >= 4 && candidates.filter(test).length >= count * share;
  const labelled = most(({ question }) => question.isLabelled, 0.6);
  const numbered = most(({ isNumbered }) => isNumbered, 0.6);
  const asking = most(({ weight }) => weight === 1, 0.6);
  // What is not numbered before the first number, or after the last, is the document speaking.
  const first = candidates.findIndex(({ isNumbered }) => isNumbered);
  const last = candidates.findLastIndex(({ isNumbered }) => isNumbered);
  const speaking = candidates.filter(({ isNumbered, asks }) => isNumbered || asks === 1).length;
  const allNumbered =
    numbered && candidates.filter(({ isNumbered }) => isNumbered).length >= speaking * 0.85;
  const fewLinks = !most(isLinkOut, 0.1);
  return candidates.filter((candidate, index) => {
    const isOdd =
      (fewLinks && isLinkOut(candidate)) ||
      (allNumbered && (index < first || index > last)) ||
      (labelled && !candidate.question.isLabelled && candidate.asks < 1) ||
      (numbered && !candidate.isNumbered && candidate.asks === 0) ||
      (asking &&
        candidate.weight < 1 &&
        !(numbered && candidate.isNumbered) &&
        !candidate.hasOwnText &&
        leadsOn(document, candidate)) ||
      (asking && candidate.weight === 0 && isLinkList(document, candidate.heading, 1));
    if (isOdd) skipped.push(candidate.heading);
    return !isOdd;
  });
};

/** Whether a heading of its level comes at once: chapters do that, questions seldom. */
const leadsOn = (document: Document, { heading }: Candidate): boolean =>
  document.endOfSection(heading.line, 6) < document.lines.length &&
  document.endOfSection(heading.line, 6) === document.endOfSection(heading.line, heading.level);

const LINK_LINE =
  /^\s*(?:[-*+]|\d+[.)]|\|)?\s*(?:\[[ xX]\]\s*)?(?:\*\*|_|~~|`)*(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?|<a [^>]*>.*<\/a>)[\s*_~`.,;|)-]*(?:[-–—:].{0,200}|\([^)]*\))?\s*$/i;

const MAY_BE_LINK = startTable('-*+|[_~`!<hH0123456789');

const isLinkLine = (line: string): boolean => line.length < 1_000 && LINK_LINE.test(line);

/**
 * A section that is nearly all links is a table of contents, or a list of sources. Some lines of a
 * table of contents wait for their links, but no answer has many into its own file.
 */
const isLinkList = (document: Document, heading: DocumentHeading, fewest: number): boolean => {
  const count = countLines(document, heading);
  return (count.texts >= fewest && count.links / count.texts > 0.85) || isContents(count);
};

const isContents = ({ texts, inside }: LineCount): boolean =>
  (inside >= 8 && inside > texts * 0.5) || (inside >= 3 && inside > texts * 0.85);

interface LineCount {
  readonly texts: number;
  readonly links: number;
  /** Links into the file. */
  readonly inside: number;
}

/** Counts what is under a heading; a long section is not read to its end for this. */
const countLines = (document: Document, heading: DocumentHeading): LineCount => {
  const end = document.endOfSection(heading.line, heading.level);
  let links = 0;
  let inside = 0;
  let texts = 0;
  for (let index = heading.line + heading.height; index < end; index++) {
    const first = document.scanned.firsts[index] ?? 0;
    const line = document.lines[index] ?? '';
    if (first === 0 || line.startsWith('#')) continue;
    texts++;
    if (MAY_BE_LINK[first] === 1 && isLinkLine(line)) {
      links++;
      if (line.includes('](#')) inside++;
    }
    if (texts >= 60 && links < texts / 2) break;
  }
  return { texts, links, inside };
};
