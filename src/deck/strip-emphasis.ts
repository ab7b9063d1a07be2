const RUN = /\*+|_+/g;

/** The pattern is made when it is asked for: what all letters are takes a while, at each start. */
const isWordSign = (sign: string): boolean => /[\p{L}\p{N}_]/u.test(sign);

/**
 * Takes the marks of emphasis off a text, where they come in pairs. One pass over the runs of `*`
 * and `_`: a pattern that looks for the end of each takes quadratic time when there is none.
 */
export const stripEmphasis = (text: string): string => {
  if (!text.includes('*') && !text.includes('_')) return text;
  const runs = [...text.matchAll(RUN)];
  const isMark = new Uint8Array(runs.length);
  const open = new Map<string, number>();
  runs.forEach((match, run) => {
    const mark = match[0];
    if (mark.length > 3 || text.charAt(match.index - 1) === '\\') return;
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + mark.length);
    const isWord = mark.startsWith('_');
    const opened = open.get(mark);
    const closes = before !== '' && /\S/.test(before) && !(isWord && isWordSign(after));
    if (closes && opened !== undefined) {
      isMark[opened] = 1;
      isMark[run] = 1;
      open.delete(mark);
      return;
    }
    if (/\S/.test(after) && !(isWord && isWordSign(before))) open.set(mark, run);
  });
  return withoutMarks(text, runs, isMark);
};

const withoutMarks = (
  text: string,
  runs: readonly RegExpExecArray[],
  isMark: Uint8Array,
): string => {
  let result = '';
  let last = 0;
  runs.forEach((match, run) => {
    if (isMark[run] !== 1) return;
    result += text.slice(last, match.index);
    last = match.index + match[0].length;
  });
  return result + text.slice(last);
};
