import { daysSince } from '../study-day.ts';
import { afterGrade, type PlanMemory } from './card.ts';
import type { AnswerRecord } from './costs.ts';
import { recallAt } from './model.ts';

/** Reviews that came at least a day after the last one, by what was expected of them. */
export interface EvidenceBin {
  readonly count: number;
  readonly passed: number;
  /** Sum of the chances of recall that were expected: from 0 to `count`. */
  readonly expected: number;
}

/**
 * How the model did for this learner: spaced reviews in twenty bins, by the recall expected. Small
 * enough for a snapshot, and a review can be taken out of it again.
 */
export type Evidence = readonly EvidenceBin[];

const BINS = 20;
const EMPTY: EvidenceBin = { count: 0, passed: 0, expected: 0 };

export const NO_EVIDENCE: Evidence = Array.from({ length: BINS }, () => EMPTY);

/** Evidence with a spaced review more (`sign` 1) or, where it was undone, with one less (-1). */
export const addSpaced = (
  evidence: Evidence,
  recall: number,
  passed: boolean,
  sign: 1 | -1 = 1,
): Evidence => {
  const place = Math.min(BINS - 1, Math.floor(recall * BINS));
  return evidence.map((bin, index) =>
    index === place
      ? {
          count: bin.count + sign,
          passed: bin.passed + (passed ? sign : 0),
          expected: bin.expected + sign * recall,
        }
      : bin,
  );
};

/** How many spaced reviews there are. */
export const spacedReviews = (evidence: Evidence): number =>
  evidence.reduce((sum, { count }) => sum + count, 0);

/** Evidence of a whole log, in the order in which the answers were given. */
export const evidenceOf = (records: Iterable<AnswerRecord>): Evidence => {
  const bins = NO_EVIDENCE.map((bin) => ({ ...bin }));
  const memories = new Map<string, PlanMemory>();
  for (const { card, day, rating } of records) {
    const before = memories.get(card);
    const elapsed = before === undefined ? 0 : daysSince(before.lastDay, day);
    if (before !== undefined && elapsed >= 1) {
      const recall = recallAt(elapsed, before.stability);
      const bin = bins[Math.min(BINS - 1, Math.floor(recall * BINS))];
      if (bin !== undefined) {
        bin.count++;
        bin.expected += recall;
        if (rating !== 'again') bin.passed++;
      }
    }
    memories.set(card, afterGrade(before, rating, day));
  }
  return bins;
};
