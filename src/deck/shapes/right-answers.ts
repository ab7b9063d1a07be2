import { plainText } from '../plain-text.ts';
import { labelLength } from './answer-label.ts';
import { TICKS } from './ticks.ts';
import { ANSWER_PATTERN } from './vocabulary.ts';

const SEPARATOR = '\\s*(?:,|،|、|;|/|&|\\+|and|y|et|und|e|и|і|和|と|및)\\s*';
const KEY = '\\(?([A-Za-zА-Гa-г]|\\d{1,2})\\)?';
const KEYS = new RegExp(
  `^${KEY}((?:${SEPARATOR}${KEY})*)\\s*(?:$|[.):：,;–—|\\]-]|\\s[-–—(])`,
  'u',
);
const MORE = new RegExp(`(?:${SEPARATOR})${KEY}`, 'gu');
const SPACED = /^([A-H](?:\s+[A-H]){1,5})\s*(?:$|[.):：-])/;
const JOINED = /^([A-H]{2,6})\s*(?:$|[.):：\s-])/;

/** "The answer is the fourth option: D", in any language whose word for it is known. */
const SENTENCE = new RegExp(
  `^[\\s>*_#]*(?:${ANSWER_PATTERN})[^:：]{0,80}[:：\\s][*_(\\s]{0,4}([A-H])[)*_.\\s]{0,4}$`,
  'iu',
);

/** "Answer B - only the second", without a sign between. */
const TOLD = new RegExp(
  `^[\\s>*_#]*(?:${ANSWER_PATTERN})\\s+[*_(]{0,3}([A-H])[*_)]{0,3}\\s*[-–—:：.,(]`,
  'iu',
);

/** "The correct answer is b) To reduce …", as the first words of an explanation. */
const NAMED =
  /^[\s>*_]*(?:the )?(?:correct|right) (?:answer|option|choice)s? (?:is|are):?\s*(?:options? |\()?[*_`]{0,2}([A-H]|\d{1,2})[).:]/i;
/** A further one in the same sentence: `**B. text** and **D. text**`. */
const FURTHER = /[*_]{2}\(?([A-H]|\d{1,2})[).:]/gi;

/**
 * The options that a line names as right, or undefined where it names none:
 * `Answer: B`, `Correct answer: B, E`, `**Answer: B) text**`, `#### 答案: D`.
 */
export const rightKeys = (line: string): readonly string[] | undefined => {
  const length = labelLength(line) || (CORRECT.exec(line)?.[0].length ?? 0);
  const keys = length === 0 ? undefined : keysIn(line.slice(length));
  if (keys !== undefined) return keys;
  const named = NAMED.exec(line)?.[1];
  if (named !== undefined) return [...new Set([named, ...furtherKeys(line)])].map(upper);
  if (line.length > 120) return undefined;
  const told = TOLD.exec(line)?.[1];
  if (told !== undefined && /[A-H]/.test(told)) return [told];
  const last = SENTENCE.exec(line)?.[1];
  return last === undefined ? undefined : [last];
};

/** "Correct: B", in some languages: a label only where keys come next. */
const CORRECT = new RegExp(
  `^(?:[\\s>*_]|[${TICKS}]|\\uFE0F)*(?:correct[ao]?|corrett[ao]|corret[ao]|richtig|правильно|верно|正确)[*_\\s]*[:：][*_\\s]*`,
  'iu',
);

/** A line that names right options, without a bullet or a bracket in front of it. */
export const withoutFront = (line: string): string =>
  line.replace(/^\s*(?:[-*+]\s+)?[([]?(?=[^()[\]\s])/, '');

const upper = (key: string): string => key.toUpperCase();

const furtherKeys = (line: string): readonly string[] =>
  /^[\s>*_]*(?:the )?(?:correct|right) \w+s are/i.test(line)
    ? [...line.matchAll(FURTHER)].map((match) => match[1] ?? '')
    : [];

/** Marks that close behind a key what was opened in front of its label. */
const CLOSED = /^(\(?[A-Za-z\d]{1,2}[).]?)(?:\*\*|__|`|\*|_)/;

/** The keys that a text starts with. */
export const keysIn = (text: string): readonly string[] | undefined => {
  const plain = plainText(text.slice(0, 400).replace(CLOSED, '$1')).replace(
    /^(?:option|choice|letter|opción|вариант|选项)s?\s+/i,
    '',
  );
  const match = KEYS.exec(plain);
  if (match !== null) {
    const first = (match[1] ?? '').toUpperCase();
    if (match[2] === undefined || match[2] === '') return [first];
    return [first, ...[...match[2].matchAll(MORE)].map((each) => (each[1] ?? '').toUpperCase())];
  }
  const spaced = SPACED.exec(plain) ?? JOINED.exec(plain);
  const keys = spaced?.[1]?.replace(/\s+/g, '').split('');
  return keys !== undefined && new Set(keys).size === keys.length ? keys : undefined;
};
