import { plainText } from '../plain-text.ts';
import { labelLength } from './answer-label.ts';
import { keysIn, rightKeys } from './right-answers.ts';

/** What an answer key says of one question. */
export interface KeyEntry {
  readonly number: number;
  /** Keys of the right options, undefined where it gives their text alone. */
  readonly keys: readonly string[] | undefined;
  /** What it says besides, or instead: mostly the right option in its words. */
  readonly text: string;
}

/** A number in front of a key: `1.`, `1 -`, `| 1 |`, `**1.**`, `Q1:`, `### Question 1:`. */
const ENTRY =
  /^[\s>]*(?:[-*+]\s+|\|\s*|#{1,6}\s+)?(?:\*\*|__)?(?:[\p{L}\p{M}]{1,12}\s{0,2})?[#№]?\s?(\d{1,4})(?:\*\*|__)?\s*(?:[.):：|–—→=]+|->|=>|-+|\\\.)(?:\*\*|__)?\s*(.{1,400})$/u;
/** Words in front of a number are those for a question, and may be of two parts. */
const CALLED = /^[\s>]*(?:[-*+#|]+\s*)*(?:\*\*|__)?(?:câu hỏi|the question)\s+/iu;
/** A number and a letter with nothing but a blank between them. */
const TERSE = /^\s*(?:[-*+]\s+)?(\d{1,4})\s+(\(?[A-Ja-j]\)?)\s*$/;
/** One of several in a line: `1. B 2. A`, `1-B, 2-A`. */
const SHORT =
  /(?<![\p{L}\p{N}.])(\d{1,3})\s?[-.):–=→]?\s?[*_(]{0,3}([A-Ja-j])[*_)]{0,3}(?![\p{L}\p{N}])/gu;
const BETWEEN = /^[\s,;|/•·.*_-]*$/;

/** The row of a table that counts the ones below it. */
const NUMBERS = /^\s*\|(?:\s*\d{1,4}\s*\|){3,}\s*$/;

/** The entries of a line: one, several, or none. */
export const readEntries = (raw: string): readonly KeyEntry[] => {
  const line = raw.slice(0, 500);
  if (!/\d/.test(line) || NUMBERS.test(line)) return [];
  const several = readSeveral(line);
  if (several.length > 1) return several;
  const match = ENTRY.exec(line.replace(CALLED, '')) ?? TERSE.exec(line);
  if (match === null) return [];
  const rest = (match[2] ?? '').replace(/\s*\|.*$/, '').trim();
  return rest === '' ? [] : [entryOf(Number(match[1]), rest)];
};

const readSeveral = (line: string): readonly KeyEntry[] =>
  BETWEEN.test(line.replace(SHORT, ''))
    ? [...line.matchAll(SHORT)].map(([, number, key = '']) => ({
        number: Number(number),
        keys: [key.toUpperCase()],
        text: '',
      }))
    : [];

const entryOf = (number: number, raw: string): KeyEntry => {
  const rest = raw.replace(/^(?:\*\*|__)|(?:\*\*|__)\s*$/g, '');
  const length = labelLength(rest);
  const own = rest.slice(length);
  const first = keysIn(rest);
  const keys = WORD.test(rest) ? undefined : (first ?? keysIn(own) ?? rightKeys(rest));
  const plain = plainText(first === undefined ? own : rest);
  return { number, keys, text: keys === undefined ? plain : plain.replace(KEY_IN_FRONT, '') };
};

/** "B-tree" starts with a letter that names no option. */
const WORD = /^\(?\p{L}-[\p{L}\p{N}]/u;
const KEY_IN_FRONT = /^\(?[A-Za-z\d]{1,2}\)?\s*[*_`]{0,3}\s*[.):：,;–—-]*\s*/;

/** A table with the numbers in one row and the letters in the next. */
export const readRows = (numbers: string, letters: string): readonly KeyEntry[] => {
  const [top, low] = [cellsOf(numbers), cellsOf(letters)];
  const from = top.findIndex((cell) => /^\d{1,4}$/.test(cell));
  if (from < 0 || top.length - from < 2 || top.length !== low.length) return [];
  const entries = top.slice(from).map((cell, at) => ({
    number: /^\d{1,4}$/.test(cell) ? Number(cell) : Number.NaN,
    keys: /^[A-Ja-j]$/.test(low[from + at] ?? '') ? [(low[from + at] ?? '').toUpperCase()] : [],
    text: '',
  }));
  return entries.every(({ number, keys }) => number > 0 && keys.length === 1) ? entries : [];
};

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(0, 2_000)
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plainText(cell));
