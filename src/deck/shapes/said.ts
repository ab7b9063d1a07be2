import { plainText } from '../plain-text.ts';
import { isPlaceholder, mayBePlaceholder } from './vocabulary.ts';

const LINK =
  /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:[^[\]()<>]{0,60}\s)?(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+)/i;
const IMAGE = /!\[[^\]]*\]\(|<img\s/i;

/** Whether a line is a link or an image, with few words in front of it at most. */
export const startsWithLink = (line: string): boolean => LINK.test(line.slice(0, 1_000));

/**
 * Whether the lines of an answer say more than that it is still to be written. An image is an
 * answer; sources for one that is still to be written are none.
 */
export const isSaid = (lines: readonly string[]): boolean => {
  const texts = lines.filter((line) => line.trim() !== '');
  const [first, ...others] = texts;
  if (first === undefined) return false;
  // Long texts are no placeholders, and most answers are long.
  if (first.length > 200 && /[\p{L}\p{N}]{3}/u.test(first)) return true;
  if (/^[A-Za-z]{2}/.test(first) && !mayBePlaceholder(first)) return true;
  if (plainText(texts.join(' ').slice(0, 400)) === '')
    return texts.some((text) => IMAGE.test(text));
  if (!isPlaceholder(plainText(first))) return others.length > 0 || !/^[\s.…?-]*$/.test(first);
  return others.some(
    (text) => !startsWithLink(text) && !/[:：][\s*_]*$/.test(text) && !isPlaceholder(text),
  );
};
