import { startTable } from '../line-start.ts';
import { type Document, linesWhere } from './document.ts';
import { remember } from './remember.ts';
import { MARK_IN_FRONT } from './ticks.ts';

const startOf = (letter: string): RegExp =>
  new RegExp(
    `^\\s{0,8}(?:[-*+]\\s+)?${MARK_IN_FRONT}(?:\\*\\*|__)?\\(?${letter}[.):：、．](?:\\*\\*|__)?(?:\\s+\\S|(?<=[)：、．]|[A-Z]\\.)[\\p{L}\\p{Nd}](?!\\.))`,
    'u',
  );
const FIRST = startOf('[Aa]');
const SECOND = startOf('[Bb]');
const MAY_BE_FIRST = startTable('aA-*+_(');
/** The second option is no further from the first than this. */
const NEAR = 12;

/** Lines that the lettered options of a question start on, outside of details. */
export const optionStarts = remember((document: Document): readonly number[] =>
  linesWhere(document, MAY_BE_FIRST, (line, index) => {
    if (line.length > 2_000 || !FIRST.test(line) || document.detailsAt(index) >= 0) return false;
    return document.lines.slice(index + 1, index + NEAR).some((below) => SECOND.test(below));
  }),
);

const startSet = remember(
  (document: Document): ReadonlySet<number> => new Set(optionStarts(document)),
);

/** Whether lettered options come next below a line: then it is a question, as it reads or not. */
export const hasOptionsBelow = (document: Document, line: number): boolean => {
  const starts = startSet(document);
  if (starts.size === 0) return false;
  let below = line + 1;
  while (below < line + NEAR && document.scanned.firsts[below] === 0) below++;
  return starts.has(below);
};

/** What may stand between a question and its options: more of it would be an answer. */
const MOST_BETWEEN = 3;

/** Whether lettered options are what comes first between two lines, but for a little text and code. */
export const opensWithOptions = (document: Document, from: number, to: number): boolean => {
  const starts = startSet(document);
  let texts = 0;
  for (let line = from; line < to && texts <= MOST_BETWEEN; line++) {
    if (starts.has(line)) return true;
    if (document.scanned.firsts[line] !== 0 && !document.scanned.isInert(line)) texts++;
  }
  return false;
};
