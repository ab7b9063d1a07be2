import { ANSWER_PATTERN } from './vocabulary.ts';

const DECORATION = '[\\s>*_#`~"“]*';
const LABEL = new RegExp(
  `^${DECORATION}(?:(?:the|my|la|le|die|der)\\s+)?(?:${ANSWER_PATTERN})(?:\\s*\\d{1,3})?(?:\\s+is|\\s+are|\\s*هي)?${DECORATION}(?:[:：.)–—-]|$)${DECORATION}`,
  'iu',
);
const LETTER_A = /^[\s>*_]*A\s*\d{0,3}\s*[*_]*\s*[:：][*_]*\s*/;

/** What a name for an answer starts with: nearly all lines are told apart by that. */
const STARTS: ReadonlySet<string> = new Set([
  ...ANSWER_PATTERN.split('|').map((word) => [...word][0] ?? ''),
  ...'atmld',
]);
const FIRST = /^[\s>*_#`~"“]{0,40}(.)/u;

const MAX_LINE = 4_000;

/** Whether a line begins with a name for an answer: `**Answer:** …`, `A: …`, `答案：…`. */
export const startsAnswer = (line: string): boolean => labelLength(line) > 0;

/** Length of the label that a line begins with, 0 where it has none. */
export const labelLength = (line: string): number => {
  const first = FIRST.exec(line)?.[1];
  if (first === undefined || !STARTS.has(first.toLowerCase())) return 0;
  const start = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
  const match = LABEL.exec(start) ?? LETTER_A.exec(start);
  return match === null ? 0 : match[0].length;
};
