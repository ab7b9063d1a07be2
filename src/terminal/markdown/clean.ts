const REMOVED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\uFEFF]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/;
const ALL_BIDI = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Deck text as it may reach a terminal: without control characters, which could move the cursor or
 * set a window title, and without the invisible characters that widths disagree about.
 * Tabs and line ends stay; whoever lays the text out turns them into spaces.
 */
export const cleanText = (text: string): string =>
  balanceBidi(text.replace(REMOVED, '').replace(LONE_SURROGATE, '\uFFFD'));

/** A piece of text for a single line: clean, and every run of white space is one space. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();

/**
 * Drops the characters that turn the reading direction where one of them is left open or closes
 * nothing: the rest of the screen would be read backwards.
 */
export const balanceBidi = (text: string): string =>
  BIDI.test(text) && !isBalanced(text) ? text.replace(ALL_BIDI, '') : text;

const isBalanced = (text: string): boolean => {
  const open: string[] = [];
  for (const [mark] of text.matchAll(ALL_BIDI)) {
    if (mark === '\u202C' || mark === '\u2069') {
      if (open.pop() !== mark) return false;
    } else {
      open.push(mark >= '\u2066' ? '\u2069' : '\u202C');
    }
  }
  return open.length === 0;
};
