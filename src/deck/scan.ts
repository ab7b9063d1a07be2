/** The lines of a text, and which of them are out of bounds for a heading or an item. */
export interface ScannedLines {
  readonly lines: readonly string[];
  /** True for lines inside a fence, an HTML comment or a block quote: nothing there counts. */
  isInert(index: number): boolean;
}

/** An ATX heading: its level, its text, and the index of its line. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly line: number;
  /** Column of the text, from 1. */
  readonly column: number;
}

// A zero-width space in front of a fence is seen in the wild; a fence may stand in a list item.
const FENCE = /^[\s\u200B]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t]|$)/;

/**
 * Marks fences, comments and quotes in one pass, so that what stands in them is never taken for
 * a question. A fence that is never closed is text: it must not swallow the rest of a deck.
 */
export const scanLines = (text: string): ScannedLines => {
  const lines = text.split('\n');
  const inert = new Uint8Array(lines.length);
  const hasFences = text.includes('```') || text.includes('~~~');
  const closers = longestClosersAfter(hasFences ? lines : []);
  const lastCommentEnd = lines.findLastIndex((line) => line.includes('-->'));
  let index = 0;
  while (index < lines.length) {
    const fence = openedFence(lines[index] ?? '', closers, index);
    const end = fence === undefined ? index : endOfFence(lines, index, fence);
    if (fence !== undefined) inert.fill(1, index, end + 1);
    else index = markCommentOrQuote(lines, inert, index, lastCommentEnd);
    index = Math.max(index, end) + 1;
  }
  return { lines, isInert: (at) => inert[at] === 1 };
};

/** The headings of a text that count, in order. */
export const headingsOf = (scanned: ScannedLines): Heading[] => {
  const found: Heading[] = [];
  scanned.lines.forEach((line, index) => {
    if (line.charCodeAt(0) > 0x23 || scanned.isInert(index)) return;
    const heading = parseHeading(line, index);
    if (heading !== undefined) found.push(heading);
  });
  return found;
};

/** Reads one line as an ATX heading. */
export const parseHeading = (line: string, index: number): Heading | undefined => {
  const match = HEADING.exec(line);
  if (match === null) return undefined;
  const [start, , marks = ''] = match;
  const raw = line.slice(start.length).trim();
  const text = withoutClosing(raw);
  const column = raw === '' ? start.length + 1 : line.indexOf(raw, start.length) + 1;
  return { level: marks.length, text, line: index, column };
};

/** Cuts the `##` that may end a heading; by hand, because a pattern for it can take for ever. */
const withoutClosing = (raw: string): string => {
  let end = raw.length;
  while (end > 0 && raw.charAt(end - 1) === '#') end--;
  if (end === raw.length) return raw;
  if (end === 0) return '';
  return /[ \t]/.test(raw.charAt(end - 1)) ? raw.slice(0, end).trimEnd() : raw;
};

interface Fence {
  readonly mark: '`' | '~';
  readonly length: number;
}

const openedFence = (line: string, closers: Closers, index: number): Fence | undefined => {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const run = FENCE.exec(line)?.[1];
  if (run === undefined) return undefined;
  const mark = run.startsWith('`') ? '`' : '~';
  const longest = closers[mark][index + 1] ?? 0;
  return longest >= run.length ? { mark, length: run.length } : undefined;
};

const endOfFence = (lines: readonly string[], from: number, fence: Fence): number => {
  let border = -1;
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const run = closerOf(line);
    if (run?.startsWith(fence.mark) && run.length >= fence.length) return index;
    if (border < 0 && FORGOTTEN.test(line)) border = index;
    // A fence with a language opens before this one was closed: its author forgot to. It ends at
    // the first heading after it, so that it does not swallow the questions up to here.
    if (border >= 0 && isOpener(line, fence)) return border - 1;
  }
  return lines.length - 1;
};

/** Headings that no program has as a comment: `##` and deeper, or behind a number. */
const FORGOTTEN = /^ {0,3}(?:\d{1,5}[.)][ \t]+#{1,6}|#{2,6})[ \t]+\S/;

const isOpener = (line: string, fence: Fence): boolean => {
  if (!line.includes(fence.mark.repeat(3))) return false;
  const match = FENCE.exec(line);
  return (
    match?.[1]?.startsWith(fence.mark) === true &&
    match[1].length === fence.length &&
    /^\w/.test(match[2] ?? '')
  );
};

const closerOf = (line: string): string | undefined =>
  line.includes('```') || line.includes('~~~')
    ? /^[\s\u200B>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1]
    : undefined;

type Closers = Readonly<Record<'`' | '~', Uint32Array>>;

/** For each line the longest closing fence from there on, so that each opener is judged at once. */
const longestClosersAfter = (lines: readonly string[]): Closers => {
  const closers = {
    '`': new Uint32Array(lines.length + 1),
    '~': new Uint32Array(lines.length + 1),
  };
  for (let index = lines.length - 1; index >= 0; index--) {
    const run = closerOf(lines[index] ?? '') ?? '';
    for (const mark of ['`', '~'] as const) {
      const own = run.startsWith(mark) ? run.length : 0;
      closers[mark][index] = Math.max(own, closers[mark][index + 1] ?? 0);
    }
  }
  return closers;
};

/** Marks a comment that stands on lines of its own, or a quoted line; returns the last index. */
const markCommentOrQuote = (
  lines: readonly string[],
  inert: Uint8Array,
  index: number,
  lastEnd: number,
): number => {
  const line = lines[index] ?? '';
  if (/^ {0,3}>/.test(line)) inert[index] = 1;
  if (!/^ {0,3}<!--/.test(line)) return index;
  if (line.includes('-->')) {
    inert[index] = 1;
    return index;
  }
  // A comment that is never closed hides nothing: better a card too many than a lost chapter.
  if (lastEnd <= index) return index;
  let end = index + 1;
  while (!lines[end]?.includes('-->')) end++;
  inert.fill(1, index, end + 1);
  return end;
};
