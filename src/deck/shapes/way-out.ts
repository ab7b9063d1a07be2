import type { BodyLine } from './body-line.ts';

const LINK = /(?:\[[^[\]]{0,80}\]\([^()\s]{0,300}\)|<a\s[^<>]{0,300}>[^<>]{0,80}<\/a>)/g;
const INTO_FILE = /\]\(#|href="?#/;
const REST =
  /^(?:[\s>*_|/·•()[\]-]|:[a-z_]{2,40}:|<\/?(?:b|br|p|div|strong|sub|kbd|em|i)\b[^<>]{0,80}>)*$/i;

/**
 * Cuts the lines at the end of an answer that only lead elsewhere in the file: to its top, to its
 * contents, to the next question, in any language. Nobody can follow them from a card.
 */
export const withoutWayOut = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  let end = lines.length;
  while (end > 0 && (isBlank(lines[end - 1]) || isWayOut(lines[end - 1]))) end--;
  return end === lines.length ? lines : lines.slice(0, end);
};

/** A quote or an item with nothing but an empty link in it says nothing either. */
const isBlank = (line: BodyLine | undefined): boolean => {
  const text = line?.text ?? '';
  if (text.trim() === '') return true;
  return text.includes('[]()') && isText(line) && REST.test(text.replaceAll('[]()', ''));
};

/** A quote counts for nothing, and neither does code: but no code starts so. */
const isText = (line: BodyLine | undefined): boolean =>
  line?.isInert === false || /^ {0,3}>/.test(line?.text ?? '');

const isWayOut = (line: BodyLine | undefined): boolean => {
  const text = line?.text ?? '';
  // An item of a list is one of several that belong together.
  if (text.length > 600 || !INTO_FILE.test(text) || /^\s*[-*+]\s/.test(text)) return false;
  return isText(line) && REST.test(text.replace(LINK, ''));
};
