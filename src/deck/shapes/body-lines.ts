import { signOf, startTable } from '../line-start.ts';
import { plainText } from '../plain-text.ts';
import type { Level } from '../types.ts';
import type { BodyLine } from './body-line.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import { withoutCode } from './inline-code.ts';
import { levelOfWord } from './question-text.ts';
import { isAnswerPart, isDocumentPart } from './vocabulary.ts';
import { withoutWayOut } from './way-out.ts';

/** What the lines under a question say of the card, and not as part of its answer. */
export interface BodyNotes {
  readonly tags: string[];
  level: Level | undefined;
}

const WRAPPER =
  /^(?:\s|<\/?(?:p|div|br|b|strong|center|span|font|section|article|hr|i|em|small|details|ul|ol)\b[^<>]{0,200}>|&nbsp;)+$/i;
const BLOCK_TAGS = /(`[^`]+`)|<\/?(?:details|summary|p)\b[^<>]{0,200}>/gi;
const BACK_TO_TOP =
  /^(?:<[^<>]{1,120}>|[\s>*_[\]()#.-]){0,40}(?:⬆️?|↑|↥|🔝|🔼|▲|⇧)?[\])\s]*(?:back to (?:the )?(?:top|toc|table of contents|contents?|questions|index|start)|go to top|return to top|to top|volver (?:arriba|al (?:índice|inicio))|voltar ao (?:topo|índice)|nach oben|retour en haut|наверх|к оглавлению|返回(?:顶部|目录|頂部)|回到(?:顶部|目录)|トップへ|맨 위로|top(?=[\])\s*_]*(?:\(|$)))(?:[\])\s*_(⬆↑<]|$).{0,400}$/iu;
const UP_ARROW_LINK =
  /^\s*(?:<[^<>]{1,80}>\s*)*[*_[(]*\[?\[?\s*(?:⬆️?|↑|↥|🔝|🔼|▲|⇧)[^\]]{0,60}\]?\]\(#[^)]*\)[\s*_\])]*(?:<[^<>]{1,80}>\s*)*$/u;
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|<hr\s*\/?>)\s*$/i;
const TAGS = /^\s*(?:[*_`]{0,3})tags?(?:[*_`]{0,3})\s*[:：](?:[*_`]{0,3})\s*(.{1,200})$/i;
const TAG_COMMENT = /^\s*<!--\s*tags?\s*:\s*(.{1,200}?)\s*-->\s*$/i;
const DIFFICULTY =
  /^\s*[-*_`>\s]{0,6}(?:difficulty|level|complexity)[*_`\s]{0,4}[:：][*_`\s]{0,4}\p{So}?\uFE0F?\s*\**([a-z]{1,12})\b.{0,30}$/iu;
const MAY_START_NOTE = startTable('tTdDlLcC<');
const MAY_BE_NOTE = /tag|difficulty|level|complexity/i;
const HEADING = /^( {0,3})(#{1,2})(?=[ \t])/;

/** The lines under a question with the document's own marks taken off. */
export const bodyLines = (
  document: Document,
  mark: Mark,
): { readonly lines: readonly BodyLine[]; readonly notes: BodyNotes } => {
  const notes: BodyNotes = { tags: [], level: undefined };
  const cleaned: BodyLine[] = [];
  let isInSummary = false;
  for (const raw of rawLines(document, mark)) {
    const isOpen = !raw.isInert && opensSummary(raw.text);
    if (isOpen) isInSummary = true;
    const line = raw.isInert ? cleanInert(raw, notes) : clean(raw, isInSummary, notes);
    if (isInSummary && raw.text.includes('</summary')) isInSummary = false;
    if (line !== undefined) cleaned.push(line);
  }
  return { lines: trimLines(withoutWayOut(trimLines(cleaned))), notes };
};

const opensSummary = (text: string): boolean =>
  text.includes('<summary') && withoutCode(text).includes('<summary');

const rawLines = (document: Document, mark: Mark): readonly BodyLine[] => {
  const width = dedentOf(document, mark);
  const lines: BodyLine[] = [];
  const { lead } = mark;
  if (lead !== undefined && lead.text.trim() !== '') {
    lines.push({ text: lead.text, line: lead.line, column: lead.column, isInert: false });
  }
  // Code is cut as its fence is, whose text may be indented where the fence is not.
  let ofFence: number | undefined;
  for (let index = mark.next; index < mark.end; index++) {
    const text = document.lines[index] ?? '';
    const isInert = document.scanned.isInert(index);
    if (!isInert) ofFence = undefined;
    else ofFence ??= indentOf(text, width);
    const cut = indentOf(text, ofFence ?? width);
    lines.push({ text: text.slice(cut), line: index, column: cut + 1, isInert });
  }
  return lines;
};

/** How far an item's answer is indented: by its marker, or by more where all of it is. */
const dedentOf = (document: Document, mark: Mark): number => {
  if (mark.indent === 0) return 0;
  let least = Number.MAX_SAFE_INTEGER;
  for (let index = mark.next; index < mark.end && least > 0; index++) {
    if (document.scanned.firsts[index] === 0) continue;
    least = Math.min(least, indentOf(document.lines[index] ?? '', 12));
  }
  return least === Number.MAX_SAFE_INTEGER ? mark.indent : Math.max(mark.indent, least);
};

const indentOf = (text: string, most: number): number => {
  let at = 0;
  while (at < most && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) {
    // A tab is worth an indent of its own.
    if (text.charAt(at) === '\t') return at + 1;
    at++;
  }
  return at;
};

/** Code and quotes stay as they are; a comment may say what the card is about. */
const cleanInert = (line: BodyLine, notes: BodyNotes): BodyLine | undefined => {
  if (/^ {0,3}<!--/.test(line.text) && takesNote(line.text, notes)) return undefined;
  const cut = /^[\s\u200B]*\u200B(?=[`~]{3})/.exec(line.text)?.[0].length ?? 0;
  return cut === 0 ? line : { ...line, text: line.text.slice(cut), column: line.column + cut };
};

const clean = (line: BodyLine, isInSummary: boolean, notes: BodyNotes): BodyLine | undefined => {
  const { text } = line;
  if (text.length > 2_000) return line;
  if (takesNote(text, notes)) return undefined;
  if (isInSummary) return cleanSummary(line);
  if (text.includes('<')) {
    if (WRAPPER.test(text)) return { ...line, text: '' };
    const bare = text
      .replace(BLOCK_TAGS, '$1')
      .replace(/(?:<\/?(?:b|br)\s*\/?>\s*)+$/i, (tail) => unpaired(text, tail));
    if (bare !== text)
      return bare.trim() === '' ? { ...line, text: '' } : cleanText({ ...line, text: bare });
  }
  return cleanText(line);
};

/** A closing `</b>` at the end of a line stays where the line opens it. */
const unpaired = (text: string, tail: string): string =>
  /<b>/i.test(text) && /<\/b>/i.test(tail) ? tail : '';

const cleanText = (line: BodyLine): BodyLine | undefined => {
  const { text } = line;
  const mayLeadUp = MAY_LEAD_UP[signOf(text)] === 1 && MAY_BE_TOP.test(text);
  if (mayLeadUp && isBackToTop(text)) return undefined;
  if (text.charCodeAt(0) > NUMBER_SIGN) return line;
  const heading = HEADING.exec(text);
  if (heading === null) return line;
  // A question is the second level of the native format, so nothing in an answer may be.
  return { ...line, text: `###${text.slice(heading[0].length)}`, column: line.column };
};

/** First letters of the words that lead up to the top of a page, or a tag in front of them. */
const MAY_LEAD_UP = startTable('bBgGrRtTvVnN<');
const NUMBER_SIGN = 0x23;
const MAY_BE_TOP =
  /\(#|href|top|to toc|index|目录|目錄|頂部|顶部|トップ|맨 위|наверх|arriba|início|índice|oben|haut/i;

const isBackToTop = (text: string): boolean =>
  text.length < 500 && (UP_ARROW_LINK.test(text) || (BACK_TO_TOP.test(text) && isShortLink(text)));

/** "Back to top" may be words of an answer; alone in a link, or on a line, it is not. */
const isShortLink = (text: string): boolean =>
  /\]\(#|\(#|href=/.test(text) ||
  plainText(text)
    .replace(/[^\p{L} ]/gu, '')
    .trim().length <= 24;

/** Text of a summary inside of an answer: a label goes, a name is shown in bold. */
const cleanSummary = (line: BodyLine): BodyLine | undefined => {
  const plain = plainText(
    line.text.replace(/^.*<summary[^>]*>/i, '').replace(/<\/summary>.*$/i, ''),
  );
  const rest = /<\/summary>(.*)$/i.exec(line.text)?.[1] ?? '';
  const after = rest.replace(/<\/?(?:br|b|p|details)\b[^<>]*>/gi, '').trim();
  const name = plain === '' || isAnswerPart(plain) || isDocumentPart(plain) ? '' : `**${plain}**`;
  const text = [name, after].filter((part) => part !== '').join('\n\n');
  return text === '' ? undefined : { ...line, text };
};

const takesNote = (text: string, notes: BodyNotes): boolean => {
  if (text.length > 240 || MAY_START_NOTE[signOf(text)] !== 1) return false;
  if (!MAY_BE_NOTE.test(text)) return false;
  const tags = TAG_COMMENT.exec(text)?.[1] ?? TAGS.exec(text)?.[1];
  if (tags !== undefined) {
    const words = tags.includes('(')
      ? [...tags.matchAll(/\(([^()]+)\)/g)].map((m) => m[1] ?? '')
      : tags.split(/[,;]+/);
    notes.tags.push(
      ...words
        .map((word) => word.replace(/^[\s#`*_[]+|[\s`*_\]]+$/g, ''))
        .filter((word) => word !== ''),
    );
    return true;
  }
  const level = levelOfWord(DIFFICULTY.exec(text)?.[1] ?? '');
  if (level === undefined) return false;
  notes.level = level;
  return true;
};

/** Cuts blank lines and rules at both ends: they part cards from each other. */
export const trimLines = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  const isEdge = (line: BodyLine | undefined): boolean =>
    line !== undefined &&
    (line.text.trim() === '' ||
      (!line.isInert && (RULE.test(line.text) || /^\s*<br\s*\/?>\s*$/i.test(line.text))));
  let from = 0;
  let to = lines.length;
  while (from < to && isEdge(lines[from])) from++;
  while (to > from && isEdge(lines[to - 1])) to--;
  return to - from === lines.length ? lines : lines.slice(from, to);
};

/** Takes off the indent that all lines share: wrappers are indented less than what they wrap. */
export const outdent = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  let width = 12;
  for (const { text } of lines) {
    if (width === 0) break;
    if (text.trim() !== '') width = Math.min(width, indentOf(text, width));
  }
  return width === 0
    ? lines
    : lines.map((line) => ({
        ...line,
        text: line.text.slice(width),
        column: line.column + Math.min(width, line.text.length),
      }));
};
