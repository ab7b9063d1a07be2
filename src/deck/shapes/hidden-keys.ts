import { normalise } from '../identity.ts';
import { plainText } from '../plain-text.ts';
import type { BodyLine } from './body-line.ts';
import type { Document } from './document.ts';
import { keysIn } from './right-answers.ts';
import { isAnswerLabel, isPlainAnswerLabel } from './vocabulary.ts';

/** The keys of right options that a block hides, with the line that they stand on. */
export interface HiddenKeys {
  readonly keys: readonly string[];
  readonly line: BodyLine;
  /** What the line says besides, without marks. */
  readonly rest: string;
  /** A number or a small letter: it names an option only where the line repeats what that says. */
  readonly isVague: boolean;
}

const KEY = /^[\s>]*[*_(]{0,3}([A-J])(?:[*_]{2}|\))/;
const ENTRY = /^[\s>*_(-]{0,8}(?:[A-J](?:[.):,*]|\s*$)|(?:\d{1,2}|[a-j])[.)]\s)/;
const VAGUE = /^[\s>*_(]{0,8}(\d{1,2}|[a-j])[.)]\s/;
const ONLY_KEYS = /^[\s*_(]*[A-J](?:[A-J\s*_,;&)(.]|and)*$/;

/**
 * A block such as "Answer" may start with the letter of the right option, and nothing to say so:
 * `B`, `B) text`, `**B** because …`, `2) text`. What goes through all options names none.
 */
export const hiddenKeys = (
  document: Document,
  lines: readonly BodyLine[],
): HiddenKeys | undefined => {
  if (document.details.length === 0) return undefined;
  const isHidden = ({ line, text }: BodyLine): boolean =>
    document.detailsAt(line) >= 0 && text.trim() !== '';
  const line = lines.find(isHidden);
  if (line === undefined || line.isInert || !ENTRY.test(line.text)) return undefined;
  const block = document.details[document.detailsAt(line.line)];
  const keys = keysOf(line.text);
  if (keys === undefined || !namesAnswer(plainText(block?.summary ?? ''))) return undefined;
  const isEach = lines.some((other) => other !== line && isHidden(other) && ENTRY.test(other.text));
  const isBare = line.text.length < 60 && ONLY_KEYS.test(line.text);
  const isVague = VAGUE.test(line.text);
  const words = line.text.slice(0, 1_000).replace(VAGUE, '');
  const plain = isVague ? plainText(words) : plainText(words).replace(/^\W*[A-J]\W+/, '');
  return isEach ? undefined : { keys, line, isVague, rest: isBare ? '' : normalise(plain) };
};

const namesAnswer = (summary: string): boolean =>
  isPlainAnswerLabel(summary) ||
  (isAnswerLabel(summary) && /\b(?:answers?|solutions?)\b/i.test(summary));

/** Options are counted by numbers or by letters, and a key may be typed in the other way. */
const bothKeys = (key: string): readonly string[] =>
  /\d/.test(key) ? [key] : [key.toUpperCase(), String(key.charCodeAt(0) - 'a'.charCodeAt(0) + 1)];

const keysOf = (text: string): readonly string[] | undefined => {
  const vague = VAGUE.exec(text)?.[1];
  if (vague !== undefined) return bothKeys(vague);
  const keys = keysIn(text) ?? KEY.exec(text)?.slice(1, 2);
  return keys?.every((key) => /^[A-J]$/.test(key)) === true ? keys : undefined;
};
