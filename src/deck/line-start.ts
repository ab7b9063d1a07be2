/*
 * What a line starts with, as numbers: looked up in a table, it tells the many lines that a pattern
 * cannot match from the few that it is worth to be tried on.
 */

/** Stands for every character beyond ASCII: what starts with one is always looked at closely. */
const OTHER = 127;
const BLANK = 32;

/** A set of ASCII characters by their codes; characters beyond ASCII are in each set. */
export const startTable = (characters: string): Uint8Array => {
  const table = new Uint8Array(OTHER + 1);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  table[OTHER] = 1;
  return table;
};

const isSpace = (code: number): boolean => code === BLANK || (code >= 9 && code <= 13);

/** Code of the first character that is no white space; 0 where a line has none. */
export const firstOf = (line: string): number => {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isSpace(code)) continue;
    if (code > 0 && code < OTHER) return code;
    // White space beyond ASCII is rare, but a line of nothing else is blank.
    return line.trim() === '' ? 0 : OTHER;
  }
  return 0;
};

/** White space and all marks that may stand in front of a label, a key or a note. */
const DECORATION = startTable('\t\n\v\f\r >*_#`~"()[].+-');

/** Index of the first character that is neither white space nor decoration. */
export const signAt = (text: string): number => {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= OTHER || DECORATION[code] !== 1) return at;
    at++;
  }
  return at;
};

/** Code of the first character behind white space and decoration; 0 where there is none. */
export const signOf = (text: string): number => startCode(text, signAt(text));

/** Code of a character as the tables know it; 0 behind the end. */
export const startCode = (text: string, at: number): number =>
  at < text.length ? Math.min(OTHER, text.charCodeAt(at)) : 0;
