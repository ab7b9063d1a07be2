import type { Document } from './document.ts';
import type { ItemCandidate } from './list-items.ts';
import { opensWithOptions, optionStarts } from './option-starts.ts';

/** Fewer of them may be what an answer tells apart by letters. */
const FEWEST = 8;
const MOST_OF = 0.8;

/**
 * The questions of an exam: where most of a file's numbered items have lettered options under them,
 * those do, and others that ask. The numbers that are left count the steps of how to use it.
 */
export const withOptions = (
  document: Document,
  all: readonly ItemCandidate[],
): readonly ItemCandidate[] | undefined => {
  if (optionStarts(document).length < FEWEST) return undefined;
  const ordered = all.filter(({ item }) => item.isOrdered);
  const taken = ordered.filter(({ item }, at) =>
    opensWithOptions(document, item.line + 1, ordered[at + 1]?.item.line ?? document.lines.length),
  );
  if (taken.length < FEWEST || taken.length < ordered.length * MOST_OF) return undefined;
  const optioned = new Set(taken);
  return ordered.filter((candidate) => optioned.has(candidate) || candidate.weight === 1);
};
