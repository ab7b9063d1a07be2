import { signAt, startCode, startTable } from '../line-start.ts';
import type { BodyLine } from './body-line.ts';

const MAY_START = startTable('ABCDEFGabcdefg');
/** What ends a key; nearly all lines are told apart by it. */
const ENDS_KEY = /[.):：、．]/;
const KEY = /(?<=^|\s)(\(?)([A-Ha-h])([.):：、．])(?=\s*\S)/g;
const FRONT = /^\s{0,8}(?:[-*+]\s+)?/;
const LONGEST = 1_000;

/**
 * Options that stand side by side, each on a line of its own: `A. hemp  B. wool`. What comes out
 * is the same array where there are none.
 */
export const spreadOptions = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  const spread = lines.map(spreadLine);
  return spread.some((parts) => parts.length > 1) ? spread.flat() : lines;
};

const spreadLine = (line: BodyLine): readonly BodyLine[] => {
  const { text, isInert } = line;
  if (isInert || text.length > LONGEST || !startsWithKey(text)) return [line];
  const starts = startsOf(text);
  if (starts.length < 2) return [line];
  return starts.map((start, at) => ({
    ...line,
    text: text.slice(at === 0 ? 0 : start, starts[at + 1]).trimEnd(),
    column: line.column + (at === 0 ? 0 : start),
  }));
};

const startsWithKey = (text: string): boolean => {
  const at = signAt(text);
  return MAY_START[startCode(text, at)] === 1 && ENDS_KEY.test(text.charAt(at + 1));
};

/** Where the options of a line start: letters that follow each other, all with the same signs. */
const startsOf = (text: string): readonly number[] => {
  const front = FRONT.exec(text)?.[0].length ?? 0;
  const starts: number[] = [];
  let first: RegExpExecArray | undefined;
  for (const match of text.matchAll(KEY)) {
    if (first === undefined && match.index > front) return [];
    first ??= match;
    const isNext =
      match[1] === first[1] &&
      match[3] === first[3] &&
      match[2]?.charCodeAt(0) === (first[2]?.charCodeAt(0) ?? 0) + starts.length;
    if (isNext) starts.push(match.index);
  }
  return starts;
};
