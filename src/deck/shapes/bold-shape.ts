import { betweenNumbers } from './between-numbers.ts';
import { type BoldLine, boldLines } from './bold-lines.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withSections } from './finding.ts';

/** Family G: a bold line is the question, what follows it the answer. */
export const findBold = (document: Document): Finding | undefined => {
  const lines = boldLines(document);
  const all = outsideOfNumbered(withoutListed(lines));
  const score = all.reduce((sum, { weight }) => sum + weight, 0);
  const isEnough = score >= 2 || (document.isPromising && all.length >= 3);
  if (!isEnough || score < lines.length * 0.35) return undefined;
  const asking = all.filter(({ weight }) => weight > 0);
  // Where nearly every bold line asks, the few others are words of an answer.
  const kept = asking.length < all.length * 0.6 ? all : askingLines(all);
  const taken = new Set(kept);
  return {
    shape: 'bold',
    marks: boldMarks(document, kept),
    score,
    skipped: lines.filter((line) => !taken.has(line)).map(({ text }) => text),
  };
};

/** The bold lines that ask, with those among them that are marked as nearly all of these are. */
export const askingLines = (lines: readonly BoldLine[]): readonly BoldLine[] => {
  const asking = lines.filter(({ weight }) => weight > 0);
  const areMarked = asking.filter(({ isMarked }) => isMarked).length >= asking.length * 0.7;
  return lines.filter(({ weight, isMarked }) => weight > 0 || (areMarked && isMarked));
};

/**
 * Where questions have their numbers in the stars, a number in front of these is one of a list in
 * an answer, and so is what it names.
 */
const withoutListed = (lines: readonly BoldLine[]): readonly BoldLine[] => {
  const asking = lines.filter(({ weight }) => weight === 1);
  const numbered = asking.filter(({ isMarked, isListed }) => isMarked && !isListed).length;
  return numbered >= 3 && numbered >= asking.length * 0.7
    ? lines.filter(({ weight, isListed }) => weight > 0 || !isListed)
    : lines;
};

/**
 * Where questions have numbers, what stands between two whose numbers leave no gap is a part of the
 * first, or of the answer to it, whether it asks or not.
 */
const outsideOfNumbered = (lines: readonly BoldLine[]): readonly BoldLine[] => {
  const asking = lines.filter(({ weight }) => weight === 1);
  const numbered = lines.filter(({ number }) => number !== undefined);
  const isAsked = numbered.filter(({ weight }) => weight === 1).length >= numbered.length * 0.5;
  if (!isAsked || numbered.length < 10 || numbered.length < asking.length * 0.85) return lines;
  const between = betweenNumbers(lines, ({ number }) => number);
  return lines.filter((line) => !between.has(line));
};

/** Marks of bold lines; each ends at the next, or where its section does. */
export const boldMarks = (document: Document, lines: readonly BoldLine[]): readonly Mark[] =>
  withSections(
    document,
    lines.map(({ line, column, text, height, lead }) => ({
      line,
      column,
      text,
      next: line + height,
      indent: 0,
      ...(lead === undefined ? {} : { lead }),
    })),
  );
