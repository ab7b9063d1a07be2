import { plainText } from '../plain-text.ts';
import type { Document, DocumentHeading } from './document.ts';
import type { Lead, Mark } from './finding.ts';
import { readQuestion } from './question-text.ts';
import { findBorders } from './section-borders.ts';
import { isRest } from './vocabulary.ts';

/** Deeper headings group questions by how they look, not by chapter. */
const DEEPEST_CHAPTER = 4;
/** A level is one of chapters if it covers this share of the questions. */
const COVERED = 0.9;
/** The number of a question, on a line of its own above it. */
const BARE_NUMBER = /^\P{L}{0,3}\d{1,3}\P{L}{0,3}$/u;

/**
 * The chapter of each question: the nearest heading before it that is no question itself, on the
 * deepest level that has nearly all questions under it. The title of the document is no chapter.
 */
export const chaptersOf = (
  document: Document,
  marks: readonly Mark[],
): readonly (string | undefined)[] => {
  const isQuestion = new Set(marks.map(({ line }) => line));
  const title = titleLine(document);
  const borders = marks.some(({ level, lead }) => level !== undefined || isBlock(lead))
    ? undefined
    : findBorders(document, [...isQuestion]);
  const adverts = advertsOf(document);
  const headings = document.headings.filter(
    (heading) =>
      !heading.isInDetails &&
      !adverts.has(heading.key) &&
      !isQuestion.has(heading.line) &&
      heading.line > title &&
      !BARE_NUMBER.test(heading.plain) &&
      borders?.chapters.has(heading.line) !== false,
  );
  const paths = pathsOf(document, headings, marks);
  const covering = [4, 3, 2, 1].filter(
    (deep) =>
      deep <= DEEPEST_CHAPTER &&
      paths.filter((path) => path[deep] !== undefined).length >= marks.length * COVERED,
  );
  const level = covering.find((deep) => !isRepeated(headings, paths, deep)) ?? covering[0];
  const deepest = level ?? shallowest(paths);
  return paths.map((path) => {
    for (let at = deepest; at >= 1; at--) {
      const heading = path[at];
      if (heading !== undefined) return nameOf(headings[heading]?.text ?? '');
    }
    return undefined;
  });
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
const isBlock = (lead: Lead | undefined): boolean => lead !== undefined && lead.isLinks !== true;

/** Names such as "Basics" that stand under many chapters are none themselves. */
const isRepeated = (
  headings: readonly DocumentHeading[],
  paths: readonly Path[],
  level: number,
): boolean => {
  const used = new Set(paths.flatMap((path) => path[level] ?? []));
  const names = new Set([...used].map((at) => headings[at]?.key));
  return used.size >= 4 && names.size <= used.size / 2;
};

/** The only heading of the first level, before all questions, is the title of the file. */
export const titleLine = (document: Document): number => {
  const first = document.headings.filter(({ level, isInDetails }) => level === 1 && !isInDetails);
  return first.length === 1 ? (first[0]?.line ?? -1) : -1;
};

const nameOf = (text: string): string => {
  const { text: bare } = readQuestion(text);
  return bare === '' ? plainText(text) : bare;
};

type Path = readonly (number | undefined)[];

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
  let at = 0;
  return marks.map((mark) => {
    for (; at < headings.length && (headings[at]?.line ?? 0) < mark.line; at++) {
      const heading = headings[at];
      if (heading === undefined) continue;
      const isSame = heading.level === mark.level;
      if (isSame && !isBare(document, heading)) continue;
      open.length = Math.min(open.length, heading.level);
      if (isNamed(heading)) open[heading.level] = at;
    }
    return open.slice(0, (mark.level ?? 6) + 1);
  });
};

/** Parts of the document are no chapters, but for the one of all other questions. */
const isNamed = ({ isPart, plain }: DocumentHeading): boolean => !isPart || isRest(plain);

const isBare = (document: Document, heading: DocumentHeading): boolean => {
  const end = document.endOfSection(heading.line, 6);
  if (end >= document.lines.length) return false;
  for (let line = heading.line + heading.height; line < end; line++) {
    if (!/^\s*(?:-{3,}|<br\s*\/?>)?\s*$/.test(document.lines[line] ?? '')) return false;
  }
  return true;
};

const shallowest = (paths: readonly Path[]): number => {
  const level = [1, 2, 3].find((shallow) => paths.some((path) => path[shallow] !== undefined));
  return level ?? 1;
};
