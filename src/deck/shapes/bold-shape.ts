import { type BoldLine, boldLines } from './bold-lines.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withSections } from './finding.ts';

/** Family G: a bold line is the question, what follows it the answer. */
export const findBold = (document: Document): Finding | undefined => {
  const all = boldLines(document);
  const score = all.reduce((sum, { weight }) => sum + weight, 0);
  const isEnough = score >= 2 || (document.isPromising && all.length >= 3);
  if (!isEnough || score < all.length * 0.35) return undefined;
  const asking = all.filter(({ weight }) => weight > 0);
  // Where nearly every bold line asks, the few others are words of an answer, unless they are
  // marked as the questions are.
  const isMarked = asking.filter((line) => line.isMarked).length >= asking.length * 0.7;
  const kept =
    asking.length < all.length * 0.6
      ? all
      : all.filter(({ weight, isMarked: own }) => weight > 0 || (isMarked && own));
  const taken = new Set(kept);
  return {
    shape: 'bold',
    marks: boldMarks(document, kept),
    score,
    skipped: all.filter((line) => !taken.has(line)).map(({ text }) => text),
  };
};

/** Marks of bold lines; each ends at the next, or where its section does. */
export const boldMarks = (document: Document, lines: readonly BoldLine[]): readonly Mark[] =>
  withSections(
    document,
    lines.map(({ line, column, text }) => ({ line, column, text, next: line + 1, indent: 0 })),
  );
