import { wrapAnsi } from 'fast-wrap-ansi';
import { graphemes, widthOf } from './width.ts';

export { widthOf } from './width.ts';

/** The text filled up with spaces to a width. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Plain text cut to a width, with an ellipsis where something was cut. */
export const clip = (text: string, width: number, ellipsis: string): string => {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ellipsis);
  let kept = '';
  let columns = 0;
  for (const grapheme of graphemes(text)) {
    columns += widthOf(grapheme);
    if (columns > room) break;
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
