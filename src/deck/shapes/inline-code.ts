const CODE = /(`{1,3})[^`]+\1/g;

/** A line with blanks in the place of its code: a tag that is named there is none. */
export const withoutCode = (line: string): string =>
  line.includes('`') ? line.replace(CODE, (code) => ' '.repeat(code.length)) : line;
