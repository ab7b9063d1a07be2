import { answerLines } from './answer-lines.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withSections } from './finding.ts';
import { saysWhichIsRight } from './named-options.ts';
import { optionStarts } from './option-starts.ts';
import { readQuestion } from './question-text.ts';

/** A paragraph is no longer than this. */
const MOST_LINES = 12;
/** A question with its code is no longer than this. */
const LONGEST = 40;

/** Fewer numbers may be steps that choose between two ways. */
const FEWEST_COUNTED = 5;

/**
 * Options with nothing to mark their question but the paragraph above them: where an answer says
 * which is right, or all are numbered, that paragraph asks.
 */
export const findOptionBlocks = (document: Document): Finding | undefined => {
  const starts = optionStarts(document);
  const marks = withSections(
    document,
    starts.flatMap((start, at) => questionAbove(document, start, starts[at - 1] ?? -1)),
  );
  const told = toldOf(document, marks);
  const sure = told.length >= marks.length * 0.8 ? told : countedOf(marks);
  if (sure.length === 0) return undefined;
  return { shape: 'list', marks: sure, score: sure.length, skipped: [] };
};

/** Paragraphs above options are questions without any answer too where nearly all are counted. */
const countedOf = (marks: readonly Mark[]): readonly Mark[] => {
  const numbers = marks.map(({ text }) => readQuestion(text).number);
  const counted = marks.filter((_, at) => numbers[at] === (numbers[at - 1] ?? 0) + 1);
  return counted.length >= FEWEST_COUNTED && counted.length >= marks.length * 0.9 ? counted : [];
};

/** The last paragraph above a list of options, with the code between them left out. */
const questionAbove = (
  document: Document,
  start: number,
  before: number,
): readonly Omit<Mark, 'end'>[] => {
  const border = Math.max(before, document.headings[document.headingAbove(start)]?.line ?? -1);
  const isText = (at: number): boolean =>
    document.scanned.firsts[at] !== 0 && !document.scanned.isInert(at);
  let last = start - 1;
  while (last > border && last > start - LONGEST && !isText(last)) last--;
  let line = last;
  while (line - 1 > border && line > last - MOST_LINES && isText(line - 1)) line--;
  if (last <= border || !isText(last)) return [];
  const raw = document.lines[line] ?? '';
  const text = document.lines
    .slice(line, last + 1)
    .join(' ')
    .trim();
  return [{ line, column: raw.search(/\S/) + 1, text, next: last + 1, indent: 0 }];
};

/** The marks under which an answer says what is right. Both come in order. */
const toldOf = (document: Document, marks: readonly Mark[]): readonly Mark[] => {
  const answers = answerLines(document);
  let at = 0;
  return marks.filter(({ next, end }) => {
    while (at < answers.length && (answers[at] ?? 0) < next) at++;
    return (answers[at] ?? end) < end || document.lines.slice(next, end).some(saysWhichIsRight);
  });
};
