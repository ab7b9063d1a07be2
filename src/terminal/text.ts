import { wrapAnsi } from 'fast-wrap-ansi';
import { graphemes, isNarrow, widthOf } from './width.ts';

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
export const wrapText = (text: string, width: number): string[] => {
  if (text === '') return [];
  const room = Math.max(1, width);
  return wrapWords(text, room) ?? wrapAnsi(text, room, { hard: true, trim: true }).split('\n');
};

const OTHER_SPACE = /[^\S ]/;

/** The same where it is simple, as it is for nearly all questions, and a tenth of the time. */
const wrapWords = (text: string, width: number): string[] | undefined => {
  if (!isNarrow(text) || OTHER_SPACE.test(text)) return undefined;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (word === '' || word.length > width) return undefined;
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** One line with a text at its left and one at its right edge; the left one gives way. */
export const spread = (left: string, right: string, width: number, ellipsis: string): string => {
  const room = width - widthOf(right);
  if (room < 4) return clip(right, width, ellipsis);
  return (padEnd(clip(left, room - 2, ellipsis), room) + right).trimEnd();
};
