import { edits } from '../session/filter.ts';

const SHOWN = 3;
/** Names that share less than this with what was typed are no guess. */
const FARTHEST = 0.5;

/** The names that someone may have meant by a word, the nearest first. */
export const nearestOf = (word: string, known: Iterable<string>): readonly string[] => {
  const typed = word.toLowerCase();
  const far = (name: string): number => {
    if (typed.length > 2 && name.toLowerCase().includes(typed)) return FARTHEST / 2;
    return edits(name.toLowerCase(), typed) / Math.max(name.length, typed.length, 1);
  };
  return [...new Set(known)]
    .map((name) => ({ name, far: far(name) }))
    .filter((candidate) => candidate.far < FARTHEST)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ name }) => name);
};

/** "did you mean a, or b?", or what else is said where nothing is near. */
export const didYouMean = (word: string, known: Iterable<string>, otherwise: string): string => {
  const nearest = nearestOf(word, known);
  return nearest.length === 0 ? otherwise : `did you mean ${nearest.join(', or ')}?`;
};
