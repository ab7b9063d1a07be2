import { normalise } from '../identity.ts';
import { plainText } from '../plain-text.ts';
import { labelLength, mayStartAnswer } from './answer-label.ts';
import type { BodyLine } from './body-line.ts';
import type { FoundOption } from './option-lines.ts';
import { rightKeys, withoutFront } from './right-answers.ts';
import { TICKS } from './ticks.ts';

/** Which options a line of the body says are right, and the index of that line. */
export interface NamedOptions {
  readonly right: readonly boolean[];
  readonly index: number;
  /** The line says nothing but the words of right options. */
  readonly isBare?: true;
}

/** Longer lists are no options, and would be compared with each line for long. */
export const MOST_OPTIONS = 26;
/** Quotes are followed back no further than this. */
const LONGEST_QUOTE = 100;

/**
 * The options that a body names as right: by their keys (`Answer: B`), by their own words
 * (`Answer: the text of an option`), or one by one in an explanation (`B is correct because …`).
 */
export const namedOptions = (
  lines: readonly BodyLine[],
  found: readonly FoundOption[],
): NamedOptions | undefined => {
  const keys = found.map(keyOfOption);
  for (let index = 0; index < lines.length; index++) {
    if (!mayName(lines, index, found)) continue;
    const text = withoutFront(lines[index]?.text ?? '');
    const named = sameWords(text, found) ?? rightKeys(text) ?? keysBelow(lines, index, found);
    if (named?.every((key) => keys.includes(key)) === true) {
      return { right: keys.map((key) => key !== '' && named.includes(key)), index };
    }
    const right = found.length <= MOST_OPTIONS ? ownWords(text, found) : undefined;
    if (right !== undefined) return { right, index, isBare: true };
  }
  return explained(lines, keys, found.at(-1)?.to ?? 0);
};

/** What names right options starts as a name for an answer does: "The correct option is". */
const mayName = (
  lines: readonly BodyLine[],
  index: number,
  found: readonly FoundOption[],
): boolean => {
  const { text = '', isInert = true } = lines[index] ?? {};
  const isOption = index >= (found[0]?.from ?? 0) && index < (found.at(-1)?.from ?? 0);
  if (isOption || text.length > 4_000 || !mayStartAnswer(text)) return false;
  return !isInert || isQuoted(lines, index);
};

/** A task may have a letter of its own: `- [ ] b) text`. */
export const keyOfOption = ({ key, text }: FoundOption): string =>
  key === '' ? (/^\(?([A-Ja-j])[.)]/.exec(text)?.[1]?.toUpperCase() ?? '') : key;

/** Whether a line that counts for nothing is one of a quote, and not of code. */
export const isQuoted = (lines: readonly BodyLine[], index: number): boolean => {
  for (let at = index; at > index - LONGEST_QUOTE && lines[at]?.isInert === true; at--) {
    if (!/^ {0,3}>/.test(lines[at]?.text ?? '')) return false;
  }
  return lines[index]?.isInert === true;
};

const LABEL_ALONE = /^(?:[\s#*_>\p{So}]|\uFE0F)*(?:correct |right )?answers?[\s*_:：]*$/iu;

/** A label that stands alone has its keys on the next line, unless that is an option itself. */
const keysBelow = (
  lines: readonly BodyLine[],
  index: number,
  found: readonly FoundOption[],
): readonly string[] | undefined => {
  if (!LABEL_ALONE.test(lines[index]?.text ?? '')) return undefined;
  let at = index + 1;
  while (at < index + 4 && (lines[at]?.text ?? '').trim() === '') at++;
  const below = lines[at]?.text ?? '';
  const isOption = at >= (found[0]?.from ?? 0) && at <= (found.at(-1)?.from ?? 0);
  return below.trim() === '' || isOption
    ? undefined
    : rightKeys(`Answer: ${below.replace(/^[\s*_>-]+/, '')}`);
};

/** Where options are numbered, an answer may be a number that is the text of one: `Answer: 42`. */
const sameWords = (text: string, found: readonly FoundOption[]): readonly string[] | undefined => {
  if (found[0]?.key !== '1' || found.length > MOST_OPTIONS) return undefined;
  const length = labelLength(text);
  const said = length === 0 ? '' : wordsOf(text.slice(length));
  const same = said === '' ? [] : found.filter((option) => wordsOf(option.text) === said);
  return same.length === 1 ? same.map(({ key }) => key) : undefined;
};

/** The letters and digits of a text, without marks. */
export const wordsOf = (text: string): string => normalise(plainText(text.slice(0, 1_000)));

/** Right options in their own words, one after the other, and nothing besides. */
const ownWords = (text: string, found: readonly FoundOption[]): readonly boolean[] | undefined => {
  const length = labelLength(text);
  let rest = length === 0 ? '' : wordsOf(text.slice(length));
  if (rest === '') return undefined;
  const words = found.map((option) => wordsOf(option.text));
  const right = found.map(() => false);
  while (rest !== '') {
    let best = -1;
    words.forEach((own, at) => {
      const isLonger = own.length > (words[best]?.length ?? 0);
      if (isLonger && right[at] === false && startsWithWords(rest, own)) best = at;
    });
    if (best < 0) return undefined;
    right[best] = true;
    rest = rest.slice(words[best]?.length).replace(/^ (?:and |y |et |und |e |и )?/, '');
  }
  return right;
};

const startsWithWords = (text: string, words: string): boolean =>
  text.startsWith(words) && (text.length === words.length || text.charAt(words.length) === ' ');

const EXPLAINED =
  /^[\s>*_-]*(?:option |choice )?\(?([A-J])[).:]?[*_]* (?:is|are) (?:the )?[*_]*(?:correct|right)\b/;

/** A line below the options that is a tick and the key of one: `✅ **B**`. */
const TICKED_KEY = new RegExp(`^[\\s>*_]*[${TICKS}]\\uFE0F?\\s*[*_(]*([A-J])(?:[*_).:]|\\s*$)`);

/** Whether a line says of one option that it is right: "B is correct because". */
export const saysWhichIsRight = (line: string): boolean =>
  line.length <= 4_000 && EXPLAINED.test(line);

/** "A is wrong because … B is correct because …", below the options. */
const explained = (
  lines: readonly BodyLine[],
  keys: readonly string[],
  from: number,
): NamedOptions | undefined => {
  const told = new Set<string>();
  let first: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const { text = '', isInert = true } = lines[index] ?? {};
    const isSkipped = isInert || text.length > 4_000;
    const key = isSkipped ? undefined : (EXPLAINED.exec(text) ?? TICKED_KEY.exec(text))?.[1];
    if (key === undefined || !keys.includes(key)) continue;
    told.add(key);
    first ??= index;
  }
  return first === undefined
    ? undefined
    : { right: keys.map((key) => told.has(key)), index: first };
};
