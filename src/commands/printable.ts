/** A name from outside, without what a terminal would obey. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD');
