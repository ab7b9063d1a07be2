import { startTable } from '../line-start.ts';
import type { Document, DocumentHeading } from './document.ts';
import { firstAfter } from './first-after.ts';

/** Where the sections are that questions stand in which are no headings themselves. */
export interface Borders {
  /** First line after `line` that belongs to another section. */
  endAfter(line: number): number;
  /** Lines of the headings that are chapters. */
  readonly chapters: ReadonlySet<number>;
}

const NO_TEXT =
  /^\s*(?:-{3,}|\*{3,}|_{3,}|<[^<>]{1,200}>|(?:<a [^<>]*><\/a>\s*){1,4}|\*{0,2}\[?\[[^\]]{0,60}\]\]?\(#[^)]*\)\*{0,2})?\s*$/;

const MAY_BE_NO_TEXT = startTable('-*_<[');

/**
 * Tells headings of chapters from headings inside of answers: a chapter's is followed by a
 * question, an answer's by text. Headings on the levels of chapters are borders; where a file has
 * no chapters, only parts of the document are, and what comes after the last question.
 */
export const findBorders = (document: Document, questions: readonly number[]): Borders => {
  const headings = document.headings.filter(({ isInDetails }) => !isInDetails);
  const first = questions[0] ?? 0;
  const last = questions.at(-1) ?? 0;
  const above = document.headings[document.headingAbove(first)]?.level ?? 2;
  const direct = headings.filter(
    (heading) =>
      leadsTo(document, heading.line, questions) ||
      (heading.level <= above && isIntroduction(document, heading.line, questions)),
  );
  // A level between two of chapters is one too, whatever is said before its first question.
  const levels = between(direct.map(({ level }) => level));
  const single = levelsOfOne(document, headings, questions);
  const deepest = direct.length > 0 ? Math.max(...levels) : above;
  const chapters = headings.filter(
    ({ level, line }) => !single.has(level) && (line < first || levels.has(level)),
  );
  const borders = headings.filter(
    ({ line, level, isPart }) =>
      levels.has(level) || single.has(level) || (level <= deepest && (isPart || line > last)),
  );
  const ends = new Int32Array(document.lines.length + 1);
  let from = 0;
  const lines = [...borders, ...document.folds].map(({ line }) => line).toSorted((a, b) => a - b);
  for (const line of lines) {
    ends.fill(line, from, line);
    from = line;
  }
  ends.fill(document.lines.length, from);
  return {
    endAfter: (line) => ends[line] ?? document.lines.length,
    chapters: new Set(chapters.map(({ line }) => line)),
  };
};

/** Levels whose headings have one question each: they are names of cards, and no chapters. */
export const levelsOfOne = (
  document: Document,
  headings: readonly DocumentHeading[],
  questions: readonly number[],
): ReadonlySet<number> => {
  const all = [0, 0, 0, 0, 0, 0, 0];
  const single = [...all];
  for (const { line, level } of headings) {
    const next = firstAfter(questions, line);
    const end = document.endOfSection(line, level);
    const isOne = (questions[next] ?? end) < end && (questions[next + 1] ?? end) >= end;
    all[level] = (all[level] ?? 0) + 1;
    if (isOne) single[level] = (single[level] ?? 0) + 1;
  }
  const isSingle = (level: number): boolean =>
    (all[level] ?? 0) >= 5 && (single[level] ?? 0) >= (all[level] ?? 0) * 0.9;
  return new Set([1, 2, 3, 4, 5, 6].filter(isSingle));
};

const between = (levels: readonly number[]): ReadonlySet<number> => {
  const deepest = Math.max(0, ...levels);
  return new Set([1, 2, 3, 4, 5, 6].filter((one) => one <= deepest && one >= Math.min(...levels)));
};

/** A line or two of text may introduce a chapter where the answer before is a block that closed. */
const isIntroduction = (
  document: Document,
  line: number,
  questions: readonly number[],
): boolean => {
  let last = line - 1;
  while (last >= 0 && /^\s*(?:-{3,}\s*)?$/.test(document.lines[last] ?? '')) last--;
  const next = questions[firstAfter(questions, line)] ?? line;
  const texts = document.scanned.firsts.subarray(line + 1, next).filter((first) => first !== 0);
  return last >= 0 && document.detailsAt(last) >= 0 && next > line && texts.length <= 2;
};

/** Whether the next question comes without a line of text between. */
export const leadsTo = (
  document: Document,
  line: number,
  questions: readonly number[],
): boolean => {
  const next = questions[firstAfter(questions, line)];
  if (next === undefined || next <= line || next - line > 40) return false;
  let texts = 0;
  for (let index = line + 1; index < next && texts < 1; index++) {
    const first = document.scanned.firsts[index] ?? 0;
    if (first === 0) continue;
    const text = document.lines[index] ?? '';
    if (text.startsWith('#')) texts = 0;
    else if (MAY_BE_NO_TEXT[first] !== 1 || text.length > 1_000 || !NO_TEXT.test(text)) texts++;
  }
  return texts < 1;
};
