import type { DocumentHeading } from './document.ts';

/** For one question the index of the heading above it on each level, from 1. */
export type Path = readonly (number | undefined)[];

/** Deeper headings group questions by how they look, not by chapter. */
const DEEPEST = 4;
/** A level is one of chapters if it covers this share of the questions. */
const COVERED = 0.9;
/** Parts of a chapter are chapters themselves if they hold so many questions each. */
const FEWEST = 3;
/** The same where the chapter has questions besides: they hold this share of all. */
const LEAST_INSIDE = 0.4;

/**
 * Which heading on its path is the chapter of each question: the one on the deepest level that
 * has nearly all questions under it. Where there is none, as authors mistake levels, it is the
 * outermost heading. A chapter that is but the name for several others is none: these are.
 */
export const chooseChapters = (
  headings: readonly DocumentHeading[],
  paths: readonly Path[],
): readonly (number | undefined)[] => {
  const covering = [4, 3, 2, 1].filter(
    (deep) => paths.filter((path) => path[deep] !== undefined).length >= paths.length * COVERED,
  );
  const level = covering.find((deep) => !isRepeated(headings, paths, deep)) ?? covering[0];
  let chosen: Chosen = paths.map((path) => nearest(path, level ?? 0));
  for (let deep = (level ?? 0) + 1; deep <= DEEPEST; deep++) {
    if (!isRepeated(headings, paths, deep)) chosen = divide(chosen, paths, deep);
  }
  return chosen;
};

/** The heading on a level, or else the next one above, or else the next one below. */
const nearest = (path: Path, level: number): number | undefined =>
  path.slice(0, level + 1).findLast((heading) => heading !== undefined) ??
  path.find((heading) => heading !== undefined);

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

type Chosen = readonly (number | undefined)[];

interface Inside {
  total: number;
  count: number;
  readonly parts: Set<number>;
}

/** Goes one level down in chapters that are made of parts. */
const divide = (chosen: Chosen, paths: readonly Path[], level: number): Chosen => {
  const chapters = new Map<number | undefined, Inside>();
  paths.forEach((path, at) => {
    const known = chapters.get(chosen[at]) ?? { total: 0, count: 0, parts: new Set() };
    const part = path[level];
    known.total++;
    if (part !== undefined) {
      known.count++;
      known.parts.add(part);
    }
    chapters.set(chosen[at], known);
  });
  return paths.map((path, at) => {
    const inside = chapters.get(chosen[at]);
    return inside !== undefined && isMadeOfParts(inside) ? (path[level] ?? chosen[at]) : chosen[at];
  });
};

const isMadeOfParts = ({ total, count, parts }: Inside): boolean =>
  count >= parts.size * FEWEST &&
  (count === total ? parts.size > 1 : count >= total * LEAST_INSIDE);
