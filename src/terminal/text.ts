import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Text of which each character takes one column: nearly all, and ten times as fast to measure. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Columns that a text takes; escape codes take none. */
export const widthOf = (text: string): number =>
  PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);

/** The text filled up with spaces to a width. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

let segmenter: Intl.Segmenter | undefined;

/** What a person sees as one character. Made when it is needed: it costs a quarter of a start. */
const graphemesOf = (text: string): string[] => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

/** Plain text cut to a width, with an ellipsis where something was cut. */
export const clip = (text: string, width: number, ellipsis: string): string => {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ellipsis);
  let kept = '';
  for (const grapheme of graphemesOf(text)) {
    if (widthOf(kept + grapheme) > room) break;
    kept += grapheme;
  }
  return room <= 0 ? ellipsis.slice(0, Math.max(0, width)) : `${kept.trimEnd()}${ellipsis}`;
};

/** Plain text broken into lines at words; a word longer than a line is broken too. */
export const wrapText = (text: string, width: number): string[] =>
  text === '' ? [] : wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');

/** One line with a text at its left and one at its right edge; the left one gives way. */
export const spread = (left: string, right: string, width: number, ellipsis: string): string => {
  const room = width - widthOf(right);
  if (room < 4) return clip(right, width, ellipsis);
  return (padEnd(clip(left, room - 2, ellipsis), room) + right).trimEnd();
};
