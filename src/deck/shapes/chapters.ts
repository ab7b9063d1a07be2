import { plainText } from '../plain-text.ts';
import { sectionsOfAnswers } from './answer-sections.ts';
import { chooseChapters, type Path } from './chapter-levels.ts';
import type { Document, DocumentHeading } from './document.ts';
import type { Lead, Mark } from './finding.ts';
import { readQuestion } from './question-text.ts';
import { findBorders, levelsOfOne } from './section-borders.ts';
import { isContents, isOpeningPart, isProjectPart, isRest } from './vocabulary.ts';

/** Longer headings say something, and name nothing. */
const LONGEST_NAME = 100;
/** The number of a question, on a line of its own above it. */
const BARE_NUMBER = /^\P{L}{0,3}\d{1,3}\P{L}{0,3}$/u;
/** The year and month of an exam: `2021-01`. */
const DATE = /^(?:19|20)\d\d\s?[-–./]\s?\d/;

/**
 * The name of the chapter of each question: of a heading before it that is no question itself. The
 * title of the document is no chapter.
 */
export const chaptersOf = (
  document: Document,
  marks: readonly Mark[],
): readonly (string | undefined)[] => {
  const headings = mayBeChapters(document, marks);
  const paths = pathsOf(document, headings, marks);
  return chooseChapters(headings, paths).map((at) =>
    at === undefined ? undefined : nameOf(headings[at]?.text ?? ''),
  );
};

/** The headings that questions may be told apart by. */
const mayBeChapters = (document: Document, marks: readonly Mark[]): readonly DocumentHeading[] => {
  const questions = marks.map(({ line }) => line);
  const isQuestion = new Set(questions);
  const title = titleLine(document, isQuestion);
  const adverts = advertsOf(document);
  const others = document.headings.filter(
    ({ line, isInDetails }) => !isInDetails && !isQuestion.has(line),
  );
  const single = levelsOfOne(document, others, questions);
  const borders = marks.some(({ level, lead }) => level !== undefined || isBlock(lead))
    ? undefined
    : findBorders(document, questions);
  const names = others.filter(
    (heading) =>
      heading.line > title &&
      !adverts.has(heading.key) &&
      !isNoName(heading) &&
      !single.has(heading.level) &&
      borders?.chapters.has(heading.line) !== false,
  );
  const inAnswers = sectionsOfAnswers(document, names, marks);
  return names.filter((heading) => !inAnswers.has(heading) && !isPartOfOne(heading));
};

/** Nothing, a bare number, or a whole sentence: none of them is a name. */
const isNoName = ({ key, plain }: DocumentHeading): boolean =>
  key === '' || plain.length > LONGEST_NAME || (BARE_NUMBER.test(plain) && !DATE.test(plain));

/** "Answer", "Example", and "Question 7" with the question itself below, are parts of one card. */
const isPartOfOne = ({ key, plain, isAnswer }: DocumentHeading): boolean => {
  if (isAnswer || /^examples?$/.test(key)) return true;
  const { isLabelled, number, text } = readQuestion(plain);
  return isLabelled && number !== undefined && text === '';
};

/** What stands again and again in a file, with a link out of it, is an advert. */
const advertsOf = (document: Document): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { key, text } of document.headings) {
    if (/\]\(https?:/.test(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count >= 3 ? [key] : [])));
};

/** Whether the answer is hidden in a block that the question opens. */
const isBlock = (lead: Lead | undefined): boolean => lead !== undefined && lead.isBehind !== true;

/** The only heading of the first level that is no question, and no part of one, is the title. */
const titleLine = (document: Document, questions: ReadonlySet<number>): number => {
  const first = document.headings.filter(
    (heading) =>
      heading.level === 1 &&
      !heading.isInDetails &&
      !questions.has(heading.line) &&
      !isPartOfOne(heading),
  );
  return first.length === 1 ? (first[0]?.line ?? -1) : -1;
};

const nameOf = (text: string): string => {
  if (DATE.test(text)) return plainText(text);
  const { text: bare } = readQuestion(text);
  return bare === '' ? plainText(text) : bare;
};

/**
 * For each question the heading above it on each level that is shallower than its own; on its own
 * level a heading counts that has nothing under it but the next heading.
 */
const pathsOf = (
  document: Document,
  headings: readonly DocumentHeading[],
  marks: readonly Mark[],
): readonly Path[] => {
  const open: (number | undefined)[] = [];
  const first = marks[0]?.line ?? 0;
  let at = 0;
  return marks.map((mark) => {
    for (; at < headings.length && (headings[at]?.line ?? 0) < mark.line; at++) {
      const heading = headings[at];
      if (heading === undefined) continue;
      const isSame = heading.level === mark.level;
      if (isSame && !isBare(document, heading)) continue;
      open.length = Math.min(open.length, heading.level);
      if (!isOfProject(heading, first)) open[heading.level] = at;
    }
    return open.slice(0, (mark.level ?? 6) + 1);
  });
};

/**
 * A chapter may be called "Introduction" or "Others", and "Content" behind the first question, but
 * none is called "License".
 */
const isOfProject = ({ isPart, plain, line }: DocumentHeading, first: number): boolean => {
  if (!isPart || !isProjectPart(plain)) return false;
  const isLater = line > first && isContents(plain);
  return !isRest(plain) && !isOpeningPart(plain) && !isLater;
};

/** A rule, a break, or the place that a link leads to. */
const NOTHING = /^\s*(?:-{3,}|<br\s*\/?>|<(div|a|span)\b[^<>]*>\s*<\/\1>)?\s*$/i;

const isBare = (document: Document, heading: DocumentHeading): boolean => {
  const end = document.endOfSection(heading.line, 6);
  if (end >= document.lines.length) return false;
  for (let line = heading.line + heading.height; line < end; line++) {
    if (!NOTHING.test((document.lines[line] ?? '').slice(0, 300))) return false;
  }
  return true;
};
