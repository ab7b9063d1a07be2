import { betweenNumbers } from './between-numbers.ts';
import type { Document, DocumentHeading } from './document.ts';
import type { Candidate } from './heading-candidates.ts';
import { isLinkList } from './link-sections.ts';

/** Nothing but a link out of the file: where to go from here. */
const LINK_OUT = /^\[[^[\]]{1,200}\]\((?!#)[^()]{1,1000}\)$/;

const isLinkOut = ({ heading, weight, hasOwnText }: Candidate): boolean =>
  !hasOwnText && weight < 1 && LINK_OUT.test(heading.text);

/**
 * Where most headings of a level are numbered, one that is not and does not ask is no question;
 * where most ask, one that does not ask and has nothing under it is a chapter of the same level.
 */
export const dropOddOnes = (
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
  const called = candidates.filter((candidate) => calledNumber(candidate) !== undefined);
  const allCalled = called.length >= 4 && called.length >= speaking * 0.85;
  const inside = betweenNumbers(candidates, calledNumber);
  const fewLinks = !most(isLinkOut, 0.1);
  // So is a chapter of which nothing asks before the first question, where nearly all others do.
  const firstAsking = most(({ weight }) => weight === 1, 0.9)
    ? (candidates.find(({ weight }) => weight === 1)?.heading.line ?? 0)
    : 0;
  return candidates.filter((candidate, index) => {
    const isOdd =
      (fewLinks && isLinkOut(candidate)) ||
      (allNumbered && (index < first || index > last)) ||
      (candidate.weight === 0 && isChapterBefore(document, candidate, firstAsking)) ||
      (labelled && !candidate.question.isLabelled && candidate.asks < 1) ||
      (allCalled && inside.has(candidate)) ||
      (numbered &&
        !candidate.isNumbered &&
        candidate.asks === 0 &&
        !(index > first && index < last && isAlone(document, candidate))) ||
      (asking &&
        candidate.weight < 1 &&
        !(numbered && candidate.isNumbered) &&
        !candidate.hasOwnText &&
        !isSentence(candidate.question.text) &&
        leadsOn(document, candidate)) ||
      (asking && candidate.weight === 0 && isLinkList(document, candidate.heading, 1));
    if (isOdd) skipped.push(candidate.heading);
    return !isOdd;
  });
};

/** Whether a heading is all that its chapter has: then there is nothing to be counted. */
const isAlone = (document: Document, { heading, hasOwnText }: Candidate): boolean => {
  const above = document.headings[document.headingAbove(heading.line - 1)];
  if (above === undefined || above.level >= heading.level || !hasOwnText) return false;
  const between = document.scanned.firsts.subarray(above.line + above.height, heading.line);
  return (
    between.every((first) => first === 0) &&
    document.endOfSection(heading.line, heading.level) ===
      document.endOfSection(heading.line, heading.level - 1)
  );
};

/** Whether the section that a heading stands in ends before a line. */
const isChapterBefore = (document: Document, { heading }: Candidate, line: number): boolean =>
  heading.line < line && document.endOfSection(heading.line, heading.level - 1) <= line;

/** The number of what is called a question: "Question 7". */
const calledNumber = ({ question }: Candidate): number | undefined =>
  question.isLabelled ? question.number : undefined;

/** Whether a text is many words, or some with a full stop behind them: no chapter is called so. */
const isSentence = (text: string): boolean => {
  const count = text.split(' ').length;
  return count >= 12 || (count >= 5 && /[\p{L}\p{N})][.!][”"')]?$/u.test(text));
};

/** Whether a heading of its level comes at once: chapters do that, questions seldom. */
const leadsOn = (document: Document, { heading }: Candidate): boolean =>
  document.endOfSection(heading.line, 6) < document.lines.length &&
  document.endOfSection(heading.line, 6) === document.endOfSection(heading.line, heading.level);
