import { answerLines } from './answer-lines.ts';
import type { Document } from './document.ts';
import { firstAfter } from './first-after.ts';
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

/** Fewer of them may be an answer's, to questions that it asks itself. */
const FEWEST_ANSWERED = 5;

/** Whether each of some numbered items has an answer that is called so: then it may be a statement. */
export const areAnswered = (document: Document, ordered: readonly ItemCandidate[]): boolean => {
  const answers = answerLines(document);
  if (ordered.length < FEWEST_ANSWERED || answers.length < ordered.length) return false;
  return ordered.every(({ item }, at) => {
    const next = ordered[at + 1]?.item;
    const end = next?.line ?? document.endOfSection(item.line, 6);
    const isCounted = next === undefined || next.number === (item.number ?? 0) + 1;
    return isCounted && (answers[firstAfter(answers, item.line)] ?? end) < end;
  });
};
