import { signAt, startCode, startTable } from '../line-start.ts';
import type { BodyLine } from './body-line.ts';

/** An option as it stands in a body: its first line, and the lines that belong to it. */
export interface FoundOption {
  /** `A`, `B` …, `1`, `2` …, or empty for a task. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Text of its first line, without marker and key. */
  readonly text: string;
  /** What the notation itself says: a ticked task, a tick, the word "correct". */
  readonly isTicked: boolean;
}

const TASK = /^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+\[([ xX✓✔]?)\](?:\s+(.*))?$/;
/** Some authors forget the bullets. */
const BARE_TASK = /^\s{0,3}\[([ xX])\]\s+(\S.*)$/;
const LETTER =
  /^\s{0,8}(?:[-*+]\s+)?(?:\*\*|__)?\(?([A-Ja-jА-Е])(?:[.):：、．]|\\\.)(?:\*\*|__)?(?:\s+|(?<=[、．：)])|$)(.*)$/;
const DIGIT =
  /^\s{0,8}(?:[-*+]\s+)?(?:\*\*|__)?\(?(\d{1,2})(?:[.):：、．]|\\\.)(?:\*\*|__)?\s+(.*)$/;
/** Bullets with letters alone: `- A text`. */
const BARE = /^\s{0,8}[-*+]\s+(?:\*\*|__)?([A-J])(?:\*\*|__)?\s+(\S.*)$/;
const LETTER_SIGNS = startTable('ABCDEFGHIJabcdefghij');
const DIGIT_SIGNS = startTable('0123456789');
const AFTER_KEY = startTable('.):\\0123456789');
const TICK =
  /\s*(?:✅|✔️?|☑️?|✓|\((?:correct|right|correct answer|right answer|respuesta correcta|правильно|正确)\)|<-+\s*correct)\s*/i;

const MAY_BE_TICK = /[✅✔☑✓(<]/u;

/** A gap between options that is longer than this many lines is text. */
const LONGEST_GAP = 40;

/** The options of a task list, in order. */
export const taskOptions = (lines: readonly BodyLine[]): readonly FoundOption[] => {
  const starts: Start[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { isInert = true, text = '' } = lines[index] ?? {};
    if (isInert || text.length > 4_000 || !text.includes('[')) continue;
    const match = TASK.exec(text) ?? BARE_TASK.exec(text);
    if (match === null) continue;
    const isTicked = (match[1] ?? ' ').trim() !== '';
    starts.push({ index, key: '', text: match[2] ?? '', isTicked });
  }
  return starts.length < 2 ? [] : withRanges(lines, starts);
};

const BULLET = /^ {0,3}[-*+]\s+(\S.*)$/;
/** A longer list is an answer. */
const MOST_BULLETS = 10;

/** The first list of bullets without letters, which may be options if an answer says so. */
export const bulletOptions = (lines: readonly BodyLine[]): readonly FoundOption[] => {
  const starts: Start[] = [];
  for (let index = 0; index < lines.length && starts.length <= MOST_BULLETS; index++) {
    const { isInert = true, text = '' } = lines[index] ?? {};
    const match = isInert || text.length > 4_000 ? null : BULLET.exec(text);
    if (match !== null) starts.push({ index, key: '', text: match[1] ?? '', isTicked: false });
    else if (starts.length > 0 && /^\S/.test(text)) break;
  }
  return starts.length < 2 || starts.length > MOST_BULLETS ? [] : withRanges(lines, starts);
};

interface Notation {
  readonly pattern: RegExp;
  readonly keys: Uint8Array;
  /** What stands behind the key. */
  readonly after: Uint8Array;
  readonly first: string;
}

const NOTATIONS = {
  letters: { pattern: LETTER, keys: LETTER_SIGNS, after: AFTER_KEY, first: 'A' },
  digits: { pattern: DIGIT, keys: DIGIT_SIGNS, after: AFTER_KEY, first: '1' },
  bare: { pattern: BARE, keys: startTable('ABCDEFGHIJ'), after: startTable(' \t*_'), first: 'A' },
} as const satisfies Record<string, Notation>;

/** The options of a lettered list, or of a numbered one. */
export const keyedOptions = (
  lines: readonly BodyLine[],
  notation: keyof typeof NOTATIONS,
): readonly FoundOption[] => {
  const { pattern, keys, after, first } = NOTATIONS[notation];
  const starts: Start[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { isInert = true, text = '' } = lines[index] ?? {};
    if (isInert || text.length > 4_000 || !mayHaveKey(text, keys, after)) continue;
    const match = pattern.exec(text);
    if (match === null) continue;
    const key = latin(match[1]?.toUpperCase() ?? '');
    if (isNext(starts.at(-1), index, key, first)) starts.push(startOf(index, key, match[2] ?? ''));
  }
  return starts.length < 2 ? [] : withRanges(lines, starts);
};

/** Whether a key goes on where the last one was, or is the first of all. */
const isNext = (last: Start | undefined, index: number, key: string, first: string): boolean =>
  last === undefined
    ? key === first
    : key === following(last.key) && index - last.index <= LONGEST_GAP;

/** Whether a key and what ends it stand behind the marks that a line starts with. */
const mayHaveKey = (text: string, keys: Uint8Array, after: Uint8Array): boolean => {
  const at = signAt(text);
  return keys[startCode(text, at)] === 1 && after[startCode(text, at + 1)] === 1;
};

const startOf = (index: number, key: string, raw: string): Start => {
  const isTicked = MAY_BE_TICK.test(raw) && TICK.test(raw);
  return { index, key, text: (isTicked ? raw.replace(TICK, ' ') : raw).trim(), isTicked };
};

/** Cyrillic letters that look like others stand for them. */
const latin = (key: string): string => (key < 'А' ? key : (LATIN[key] ?? key));

const LATIN: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'C',
  Г: 'D',
  Д: 'E',
  Е: 'F',
};

const following = (key: string): string =>
  /\d/.test(key) ? String(Number(key) + 1) : String.fromCharCode(key.charCodeAt(0) + 1);

interface Start {
  readonly index: number;
  readonly key: string;
  readonly text: string;
  readonly isTicked: boolean;
}

const withRanges = (
  lines: readonly BodyLine[],
  starts: readonly Start[],
): readonly FoundOption[] => {
  const hasCode = hasInert(lines, starts[0]?.index ?? 0, starts.at(-1)?.index ?? 0);
  return starts.map(({ index, key, text, isTicked }, at) => ({
    key,
    text,
    isTicked,
    from: index,
    to: starts[at + 1]?.index ?? endOfLast(lines, index, hasCode),
  }));
};

const hasInert = (lines: readonly BodyLine[], from: number, to: number): boolean => {
  for (let index = from; index < to; index++) {
    if (lines[index]?.isInert === true) return true;
  }
  return false;
};

/** The last option goes on while lines are indented, or with code where the others have some. */
const endOfLast = (lines: readonly BodyLine[], from: number, hasCode: boolean): number => {
  let end = from + 1;
  const isNested = (at: number): boolean => /^(?:\s{2,}|\t)\S/.test(lines[at]?.text ?? '');
  while (end < lines.length && isNested(end) && !/^\s*(?:#|<)/.test(lines[end]?.text ?? '')) end++;
  if (!hasCode) return end;
  let at = end;
  while (at < lines.length && lines[at]?.text.trim() === '') at++;
  if (lines[at]?.isInert !== true || !/^\s*(?:```|~~~)/.test(lines[at]?.text ?? '')) return end;
  do at++;
  while (at < lines.length && !/^\s*(?:```|~~~)\s*$/.test(lines[at]?.text ?? ''));
  return Math.min(lines.length, at + 1);
};
