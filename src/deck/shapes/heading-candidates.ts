import { startTable } from '../line-start.ts';
import { startsAnswer } from './answer-label.ts';
import { type Likeness, likenessOf } from './asks.ts';
import type { Document, DocumentHeading } from './document.ts';
import { type QuestionText, readQuestion } from './question-text.ts';

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

/** Fewer may be texts that start with numbers by chance. */
const FEWEST_BARE = 8;
const BARE_NUMBER = /^(\d{1,4})\s+\S/;

/**
 * Where most headings of a level are numbered, a number without a dot counts as well if it is
 * the one that comes next: `142 What is a reef?` after 141. So it does where nearly all are
 * numbered in that way, one after the other, and in each chapter anew.
 */
export const withBareNumbers = (
  document: Document,
  judged: readonly Candidate[],
): readonly Candidate[] => {
  const numbers = judged.filter(({ isNumbered }) => isNumbered);
  const isBare = isBareRun(judged);
  if (!isBare && (numbers.length < 5 || numbers.length < judged.length * 0.6)) return judged;
  const below = numbersBelow(judged);
  let last: number | undefined;
  return judged.map((candidate, at) => {
    const next = (last ?? Number.NaN) + 1;
    const number = candidate.isNumbered
      ? undefined
      : BARE_NUMBER.exec(candidate.question.text)?.[1];
    // "5 kinds of reefs" above "5." is a text that starts with a number.
    const isNext = Number(number) === next && below[at] !== next;
    const isOne = isBare && (isNext || number === '1');
    const own = isNext || isOne ? withDot(document, candidate, Number(number)) : candidate;
    last = own.question.number ?? last;
    return own;
  });
};

/** Whether nearly all texts start with a number that is the next one, or the first of a chapter. */
const isBareRun = (judged: readonly Candidate[]): boolean => {
  let last = 0;
  const run = judged.filter(({ isNumbered, question }) => {
    const number = isNumbered ? Number.NaN : Number(BARE_NUMBER.exec(question.text)?.[1]);
    const isNext = number === 1 || number === last + 1;
    last = isNext ? number : last;
    return isNext;
  });
  return run.length >= FEWEST_BARE && run.length >= judged.length * 0.9;
};

/** For each heading the number of the next one below it that has any. */
const numbersBelow = (judged: readonly Candidate[]): readonly (number | undefined)[] => {
  const below: (number | undefined)[] = [];
  let next: number | undefined;
  for (let at = judged.length - 1; at >= 0; at--) {
    below[at] = next;
    next = judged[at]?.question.number ?? next;
  }
  return below;
};

/** The same heading as if its author had typed the dot. */
const withDot = (document: Document, candidate: Candidate, number: number): Candidate => {
  const text = candidate.heading.text.replace(String(number), `${number}.`);
  const dotted = judge(document, { ...candidate.heading, text });
  return dotted.question.number === number ? dotted : candidate;
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

/** Headings by the index of the candidate that they stand under: -1 for those above the first. */
export const groupUnder = (
  candidates: readonly Pick<Candidate, 'heading'>[],
  deeper: readonly Candidate[],
): ReadonlyMap<number, readonly Candidate[]> => {
  const under = new Map<number, Candidate[]>();
  let at = -1;
  for (const candidate of deeper) {
    const { line } = candidate.heading;
    while ((candidates[at + 1]?.heading.line ?? line) < line) at++;
    const own = under.get(at);
    if (own === undefined) under.set(at, [candidate]);
    else own.push(candidate);
  }
  return under;
};
