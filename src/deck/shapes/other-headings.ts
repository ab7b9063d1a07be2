import { startTable } from '../line-start.ts';
import type { Heading, ScannedLines } from '../scan.ts';
import { readQuestion } from './question-text.ts';

const HTML_HEADING =
  /^ {0,3}(?:<(?:div|center|p)\b[^<>]{0,200}>)?\s{0,3}<h([1-6])\b[^<>]{0,200}>(.{1,2000}?)<\/h\1>/i;

const MAY_BE_TAG = startTable('<');

/** Headings written as HTML, each on one line. */
export const htmlHeadings = (scanned: ScannedLines): readonly Heading[] => {
  const found: Heading[] = [];
  for (let index = 0; index < scanned.lines.length; index++) {
    if (MAY_BE_TAG[scanned.firsts[index] ?? 0] !== 1) continue;
    const line = scanned.lines[index] ?? '';
    if (!/<h[1-6]/i.test(line) || scanned.isInert(index)) continue;
    const heading = htmlHeading(line, index);
    if (heading !== undefined) found.push(heading);
  }
  return found;
};

const htmlHeading = (line: string, index: number): Heading | undefined => {
  if (line.length > 4_000) return undefined;
  const match = HTML_HEADING.exec(line);
  const text = (match?.[2] ?? '').trim();
  if (match === null || text === '') return undefined;
  return { level: Number(match[1]), text, line: index, column: line.indexOf(text) + 1 };
};

const DASH = 0x2d;
const EQUALS = 0x3d;
const UNDERLINE = /^ {0,3}(={3,}|-{3,})[ \t]*$/;
const STARTS_BLOCK = /^\s*(?:$|[#>|<`~]|[-*+]\s|\d{1,9}[.)]\s)|^ {4}/;

/**
 * Headings with an underline. A row of `=` is always one. A row of `-` is mostly a rule that
 * somebody forgot the blank line before, so it counts only where a file has no `#` and `##`
 * headings at all, under a line that stands alone.
 */
export const setextHeadings = (scanned: ScannedLines, atx: readonly Heading[]): Heading[] => {
  const dashesCount = atx.every(({ level }) => level > 2);
  const found: Heading[] = [];
  for (let index = 0; index < scanned.lines.length; index++) {
    const first = scanned.firsts[index];
    if (first !== EQUALS && first !== DASH) continue;
    const line = scanned.lines[index] ?? '';
    if (first === DASH && !dashesCount && !isNumberedLabel(scanned.lines[index - 1])) continue;
    if (line.length > 200 || scanned.isInert(index) || !UNDERLINE.test(line)) continue;
    if (!isAlone(scanned, index - 1)) continue;
    found.push(headingAt(scanned, index - 1, first === EQUALS ? 1 : 2));
  }
  return found;
};

/** "Question 7" and nothing else, which a rule under it makes a heading of. */
const isNumberedLabel = (line = ''): boolean => {
  if (line.length > 40 || !/\d\W*$/.test(line)) return false;
  const question = readQuestion(line);
  return question.isLabelled && question.isNumbered && question.text === '';
};

/** Whether a line is a paragraph of its own. */
const isAlone = (scanned: ScannedLines, index: number): boolean => {
  const text = scanned.lines[index] ?? '';
  const before = scanned.lines[index - 1] ?? '';
  if (text.length > 400 || STARTS_BLOCK.test(text) || scanned.isInert(index)) return false;
  return before.trim() === '' || scanned.isInert(index - 1);
};

const headingAt = (scanned: ScannedLines, line: number, level: 1 | 2): Heading => {
  const raw = scanned.lines[line] ?? '';
  const text = raw.trim();
  return { level, text, line, column: raw.indexOf(text) + 1 };
};
