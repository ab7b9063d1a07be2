import { signAt, startCode } from '../line-start.ts';
import { ANSWER_PATTERN } from './vocabulary.ts';

const DECORATION = '(?:[\\s>*_#`~"“→\\p{So}]|\\uFE0F)*';
const LABEL = new RegExp(
  `^${DECORATION}(?:(?:the|my|la|le|die|der)\\s+)?(?:${ANSWER_PATTERN})(?:\\s*\\d{1,3})?(?:\\s+is|\\s+are|\\s*هي)?${DECORATION}(?:[:：.)–—-]|$)${DECORATION}`,
  'iu',
);
/** What nearly all of them are; what it matches, the long pattern matches as well. */
const ANSWER = new RegExp(`^${DECORATION}answer${DECORATION}[:：]${DECORATION}`, 'iu');
const LETTER_A = /^[\s>*_]*A\s*\d{0,3}\s*[*_]*\s*[:：][*_]*\s*/;

/** What a name for an answer starts with: nearly all lines are told apart by that. */
const STARTS: ReadonlySet<string> = new Set([
  ...ANSWER_PATTERN.split('|').map((word) => [...word][0] ?? ''),
  ...'atmld',
]);
const FIRST = /^(?:[\s>*_#`~"“→\p{So}]|\uFE0F){0,40}(.)/u;

const MAX_LINE = 4_000;

/** Whether a line begins with a name for an answer: `**Answer:** …`, `A: …`, `答案：…`. */
export const startsAnswer = (line: string): boolean => labelLength(line) > 0;

const LETTERS = 128;

/** The first two letters of all labels, as a table: nearly all lines are told apart by them. */
const PAIRS = new Uint8Array(LETTERS * LETTERS);
for (const word of [...ANSWER_PATTERN.split('|'), 'the', 'my', 'la', 'le', 'die', 'der']) {
  const [first = 0, second = 0] = [word.charCodeAt(0), word.charCodeAt(1)];
  if (first < LETTERS && second < LETTERS) PAIRS[first * LETTERS + second] = 1;
}

const CAPITAL_A = 0x41;
const SMALL = 0x20;
const isLetter = (code: number): boolean => (code | SMALL) >= 0x61 && (code | SMALL) <= 0x7a;

/** Whether the label of an answer may stand behind the decoration of a line, by its first letters. */
export const mayStartAnswer = (line: string): boolean => {
  const at = signAt(line);
  const first = startCode(line, at);
  const second = startCode(line, at + 1);
  if (first === 0) return false;
  // Some letters beyond ASCII are the same as ASCII ones to a pattern that ignores case.
  if (first >= LETTERS - 1 || second >= LETTERS - 1) return true;
  if (!isLetter(second)) return first === CAPITAL_A;
  return PAIRS[(first | SMALL) * LETTERS + (second | SMALL)] === 1;
};

/** Length of the label that a line begins with, 0 where it has none. */
export const labelLength = (line: string): number => {
  if (!mayStartAnswer(line)) return 0;
  const first = FIRST.exec(line)?.[1];
  if (first === undefined || !STARTS.has(first.toLowerCase())) return 0;
  const start = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
  const match = ANSWER.exec(start) ?? LABEL.exec(start) ?? LETTER_A.exec(start);
  return match === null ? 0 : match[0].length;
};
