const IS_ASCII = /^[\u0000-\u007F]*$/;

/** A text as its letters and digits: what two questions must share to be the same question. */
export const normalise = (text: string): string => {
  // Most texts are words with single blanks between them, for which nothing has to be replaced.
  const from = firstWord(text);
  const to = endOfWords(text);
  if (from < to && isWords(text, from, to)) return text.slice(from, to).toLowerCase();
  return IS_ASCII.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
};

const BLANK = 32;
const BEYOND_ASCII = 128;

/** Codes of the letters and digits of ASCII. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

const isOutside = (code: number): boolean => code < BEYOND_ASCII && !isWordCode(code);

const firstWord = (text: string): number => {
  let at = 0;
  while (at < text.length && isOutside(text.charCodeAt(at))) at++;
  return at;
};

const endOfWords = (text: string): number => {
  let at = text.length;
  while (at > 0 && isOutside(text.charCodeAt(at - 1))) at--;
  return at;
};

const isWords = (text: string, from: number, to: number): boolean => {
  let wasBlank = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const isBlank = code === BLANK;
    if (isBlank ? wasBlank : !isWordCode(code)) return false;
    wasBlank = isBlank;
  }
  return true;
};
