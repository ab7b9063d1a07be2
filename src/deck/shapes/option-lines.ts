import { signAt, startCode, startTable } from '../line-start.ts';
import { startsAnswer } from './answer-label.ts';
import type { BodyLine } from './body-line.ts';
import { MARK_IN_FRONT, readTick, STARTS_MARKED, TICKED_START } from './ticks.ts';

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
/** What may stand in front of a key: a bullet, and a tick or a cross. */
const FRONT = `^\\s{0,8}(?:[-*+]\\s+)?${MARK_IN_FRONT}(\\*\\*|__|\`)?\\(?`;
const SIGN = '(?:[.):：、．]|\\\\\\.)(\\*\\*|__|`)?';
/** No blank is needed behind a sign of the east, a bracket, or a dot in front of a capital. */
const GAP = '(?:\\s+|(?<=[、．：)])|(?<=[A-J]\\.)(?=[\\p{L}\\p{Nd}](?!\\.))|$)';
const LETTER = new RegExp(`${FRONT}([A-Ja-jА-Е])${SIGN}${GAP}(.*)$`, 'u');
const DIGIT = new RegExp(`${FRONT}(\\d{1,2})${SIGN}\\s+(.*)$`, 'u');
/** Bullets with letters alone: `- A text`. */
const BARE = /^\s{0,8}[-*+]\s+(\*\*|__)?([A-J])(\*\*|__)?\s+(\S.*)$/;
const LETTER_SIGNS = startTable('ABCDEFGHIJabcdefghij');
const DIGIT_SIGNS = startTable('0123456789');
const AFTER_KEY = startTable('.):\\0123456789');
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
    const bullet = isInert || text.length > 4_000 ? undefined : BULLET.exec(text)?.[1];
    if (starts.length > 0 && endsBullets(text, bullet)) break;
    if (bullet !== undefined) starts.push({ index, key: '', ...readTick(bullet) });
  }
  return starts.length < 2 || starts.length > MOST_BULLETS ? [] : withRanges(lines, starts);
};

/** Text at the margin ends a list, and so does a bullet that is an answer. */
const endsBullets = (text: string, bullet: string | undefined): boolean =>
  bullet === undefined ? /^\S/.test(text) : startsAnswer(bullet);

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
    const key = latin(match[2]?.toUpperCase() ?? '');
    if (!isNext(starts.at(-1), index, key, first)) continue;
    const { text: own, isTicked } = readTick(ownText(match));
    starts.push({ index, key, text: own, isTicked: isTicked || TICKED_START.test(text) });
  }
  return starts.length < 2 ? [] : withRanges(lines, starts);
};

/** Whether a key goes on where the last one was, or is the first of all. */
const isNext = (last: Start | undefined, index: number, key: string, first: string): boolean =>
  last === undefined
    ? key === first
    : key === following(last.key) && index - last.index <= LONGEST_GAP;

/** Stars, or the marks of code, that a key opens and does not close are those of its text. */
const ownText = ([, open = '', , close, text = '']: RegExpExecArray): string =>
  close === undefined ? `${open}${text}` : text;

/** Whether a key and what ends it stand behind the marks that a line starts with. */
const mayHaveKey = (text: string, keys: Uint8Array, after: Uint8Array): boolean => {
  let at = signAt(text);
  if (STARTS_MARKED.test(text.slice(at, at + 1))) {
    const behind = text.charAt(at + 1) === '\uFE0F' ? at + 2 : at + 1;
    at = behind + signAt(text.slice(behind));
  }
  return keys[startCode(text, at)] === 1 && after[startCode(text, at + 1)] === 1;
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
  while (end < lines.length && isNested(end) && !endsOptions(lines[end]?.text ?? '')) end++;
  if (!hasCode) return end;
  let at = end;
  while (at < lines.length && lines[at]?.text.trim() === '') at++;
  if (lines[at]?.isInert !== true || !/^\s*(?:```|~~~)/.test(lines[at]?.text ?? '')) return end;
  do at++;
  while (at < lines.length && !/^\s*(?:```|~~~)\s*$/.test(lines[at]?.text ?? ''));
  return Math.min(lines.length, at + 1);
};

const endsOptions = (text: string): boolean =>
  /^\s*(?:#|<)/.test(text) || startsAnswer(text.replace(/^\s*[-*+]\s+/, ''));
