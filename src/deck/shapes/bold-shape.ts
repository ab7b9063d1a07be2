import { type BoldLine, boldLines } from './bold-lines.ts';
import type { Document } from './document.ts';
import { type Finding, type Mark, withSections } from './finding.ts';

/** Family G: a bold line is the question, what follows it the answer. */
export const findBold = (document: Document): Finding | undefined => {
  const lines = boldLines(document);
  const all = outsideOfCalled(withoutListed(lines));
  const score = all.reduce((sum, { weight }) => sum + weight, 0);
  const isEnough = score >= 2 || (document.isPromising && all.length >= 3);
  if (!isEnough || score < lines.length * 0.35) return undefined;
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
    skipped: lines.filter((line) => !taken.has(line)).map(({ text }) => text),
  };
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
 * Where questions are called so, with their numbers, what stands between two whose numbers leave no
 * gap is a part of the answer to the first, whether it asks or not.
 */
const outsideOfCalled = (lines: readonly BoldLine[]): readonly BoldLine[] => {
  const asking = lines.filter(({ weight }) => weight === 1);
  const called = lines.filter((line) => line.called !== undefined);
  if (called.length < 10 || called.length < asking.length * 0.85) return lines;
  let at = 0;
  return lines.filter((line) => {
    if (line.called !== undefined) at++;
    else if (at > 0 && called[at]?.called === (called[at - 1]?.called ?? 0) + 1) return false;
    return true;
  });
};

/** Marks of bold lines; each ends at the next, or where its section does. */
export const boldMarks = (document: Document, lines: readonly BoldLine[]): readonly Mark[] =>
  withSections(
    document,
    lines.map(({ line, column, text }) => ({ line, column, text, next: line + 1, indent: 0 })),
  );
