import { firstOf, startTable } from './line-start.ts';

/** The lines of a text, and which of them are out of bounds for a heading or an item. */
export interface ScannedLines {
  readonly lines: readonly string[];
  /** For each line what `firstOf` says of it: 0 for a blank one, so that none is trimmed again. */
  readonly firsts: Uint8Array;
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

const FEWEST_SPACED = 5;

type Lines = Pick<ScannedLines, 'lines' | 'firsts'>;

const MAY_OPEN = startTable('`~-*+0123456789<>');
const MAY_FENCE = startTable('`~-*+0123456789');
const MAY_CLOSE = startTable('`~>');
const MAY_BE_FORGOTTEN = startTable('#0123456789');
const NUMBER_SIGN = 0x23;
const TAG = 0x3c;
const QUOTE = 0x3e;

/**
 * Marks fences, comments and quotes in one pass, so that what stands in them is never taken for
 * a question. A fence that is never closed is text: it must not swallow the rest of a deck.
 */
export const scanLines = (text: string): ScannedLines => {
  const lines = text.split('\n');
  const firsts = firstsOf(lines);
  const scanned = { lines, firsts };
  const inert = new Uint8Array(lines.length);
  const hasFences = text.includes('```') || text.includes('~~~');
  const closers = hasFences ? longestClosersAfter(scanned) : undefined;
  const lastCommentEnd = text.includes('-->')
    ? lines.findLastIndex((line) => line.includes('-->'))
    : -1;
  for (let index = 0; index < lines.length; index++) {
    if (MAY_OPEN[firsts[index] ?? 0] !== 1) continue;
    const fence = closers === undefined ? undefined : openedFence(scanned, closers, index);
    if (fence === undefined) index = markCommentOrQuote(scanned, inert, index, lastCommentEnd);
    else {
      const end = endOfFence(scanned, index, fence);
      inert.fill(1, index, end + 1);
      index = Math.max(index, end);
    }
  }
  return { lines, firsts, isInert: (at) => inert[at] === 1 };
};

const firstsOf = (lines: readonly string[]): Uint8Array => {
  const firsts = new Uint8Array(lines.length);
  for (let index = 0; index < lines.length; index++) firsts[index] = firstOf(lines[index] ?? '');
  return firsts;
};

/**
 * The headings of a text that count, in order. Where there are some of a level, or no headings at
 * all, a line without the blank behind its signs is one as well, as many pages show it; a single
 * sign may be a tag.
 */
export const headingsOf = (scanned: ScannedLines): Heading[] => {
  const found: Heading[] = [];
  const tight: Heading[] = [];
  for (let index = 0; index < scanned.lines.length; index++) {
    if (scanned.firsts[index] !== NUMBER_SIGN || scanned.isInert(index)) continue;
    const line = scanned.lines[index] ?? '';
    const heading = parseHeading(line, index);
    if (heading !== undefined) found.push(heading);
    else if (isTight(line)) {
      const other = parseHeading(line.replace(/^#+/, '$& '), index);
      if (other !== undefined) tight.push({ ...other, column: other.column - 1 });
    }
  }
  return tight.length === 0 ? found : withTight(found, tight);
};

const withTight = (found: readonly Heading[], tight: readonly Heading[]): Heading[] => {
  const spaced = (level: number): number =>
    found.filter((heading) => heading.level === level).length;
  const known = [1, 2, 3, 4, 5, 6].filter((level) => spaced(level) >= FEWEST_SPACED);
  const areAll = found.length === 0 && tight.length >= FEWEST_SPACED;
  const added = areAll ? tight : tight.filter(({ level }) => known.includes(level));
  return [...found, ...added].toSorted((one, other) => one.line - other.line);
};

/** The pattern is made when it is asked for: what all letters are takes a while, at each start. */
const isTight = (line: string): boolean => /^#{2,6}(?=[\p{L}\p{N}*`"“¿])/u.test(line);

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
  readonly indent: number;
}

const openedFence = (
  { lines, firsts }: Lines,
  closers: Closers,
  index: number,
): Fence | undefined => {
  if (MAY_FENCE[firsts[index] ?? 0] !== 1) return undefined;
  const line = lines[index] ?? '';
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const run = FENCE.exec(line)?.[1];
  if (run === undefined) return undefined;
  const mark = run.startsWith('`') ? '`' : '~';
  const longest = closers[mark][index + 1] ?? 0;
  const indent = line.length - line.trimStart().length;
  return longest >= run.length ? { mark, length: run.length, indent } : undefined;
};

const endOfFence = (scanned: Lines, from: number, fence: Fence): number => {
  const { lines } = scanned;
  let border = -1;
  for (let index = from + 1; index < lines.length; index++) {
    const run = closerAt(scanned, index);
    if (run?.startsWith(fence.mark) && run.length >= fence.length) return index;
    const line = lines[index] ?? '';
    if (border < 0) border = borderAt(scanned, index, fence);
    // A fence with a language opens before this one was closed: its author forgot to. It ends at
    // the first heading or item after it, so that it does not swallow the questions up to here.
    if (border >= 0 && isOpener(line, fence)) return border - 1;
  }
  return lines.length - 1;
};

/** Where a fence that is not closed may have ended: before a line, or behind it; -1 for neither. */
const borderAt = ({ lines, firsts }: Lines, index: number, fence: Fence): number => {
  const line = lines[index] ?? '';
  const mayBorder = MAY_BE_FORGOTTEN[firsts[index] ?? 0] === 1;
  if (mayBorder && (FORGOTTEN.test(line) || isItemOutside(line, fence))) return index;
  return endsInRun(line, fence) ? index + 1 : -1;
};

/** Whether a fence is closed behind the last line of its code: `}```. */
const endsInRun = (line: string, { mark, length }: Fence): boolean =>
  line.endsWith(mark) && line.endsWith(mark.repeat(length)) && !line.trimStart().startsWith(mark);

/** Headings that no program has as a comment: `##` and deeper, or behind a number. */
const FORGOTTEN = /^ {0,3}(?:\d{1,5}[.)][ \t]+#{1,6}|#{2,6})[ \t]+\S/;

/** A number at the margin is the next item of the list that an indented fence stands in. */
const isItemOutside = (line: string, { indent }: Fence): boolean =>
  indent >= 2 && /^\d{1,4}[.)] \S/.test(line);

const isOpener = (line: string, fence: Fence): boolean => {
  if (!line.includes(fence.mark.repeat(3))) return false;
  const match = FENCE.exec(line);
  return (
    match?.[1]?.startsWith(fence.mark) === true &&
    match[1].length === fence.length &&
    /^\w/.test(match[2] ?? '')
  );
};

const closerAt = ({ lines, firsts }: Lines, index: number): string | undefined =>
  MAY_CLOSE[firsts[index] ?? 0] === 1
    ? /^[\s\u200B>]*(`{3,}|~{3,})\s*$/.exec(lines[index] ?? '')?.[1]
    : undefined;

type Closers = Readonly<Record<'`' | '~', Uint32Array>>;

/** For each line the longest closing fence from there on, so that each opener is judged at once. */
const longestClosersAfter = (scanned: Lines): Closers => {
  const count = scanned.lines.length;
  const ticks = new Uint32Array(count + 1);
  const tildes = new Uint32Array(count + 1);
  let tick = 0;
  let tilde = 0;
  for (let index = count - 1; index >= 0; index--) {
    const run = closerAt(scanned, index);
    if (run?.startsWith('`')) tick = Math.max(tick, run.length);
    else if (run !== undefined) tilde = Math.max(tilde, run.length);
    ticks[index] = tick;
    tildes[index] = tilde;
  }
  return { '`': ticks, '~': tildes };
};

/** Marks a comment that stands on lines of its own, or a quoted line; returns the last index. */
const markCommentOrQuote = (
  { lines, firsts }: Lines,
  inert: Uint8Array,
  index: number,
  lastEnd: number,
): number => {
  if (firsts[index] !== QUOTE && firsts[index] !== TAG) return index;
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
