import type { Rating } from '../memory.ts';
import type { StudyDay } from '../units.ts';

/** Seconds that a card takes on a day, all its showings of that day together. */
export interface Costs {
  readonly pass: number;
  readonly fail: number;
  readonly new: number;
}

/** An interview answer said aloud, before the learner's own seconds are known. */
export const DEFAULT_COSTS: Costs = { pass: 40, fail: 75, new: 90 };

/** So many cards of a kind, and its cost is the learner's own. */
export const COSTS_KNOWN_FROM = 20;

/**
 * What is believed before the first answer weighs as much as so many of them, and fades to nothing
 * where the cost is known: learners differ by a factor of two or so, the answers of one of them by
 * hardly less, so one answer says as much as all guesses.
 */
const PRIOR_ANSWERS = 1;

/** Of each kind only the latest count: answers get quicker. */
const COSTS_KEPT = 200;

/** A longer answer is a break, in seconds. */
export const LONGEST_ANSWER = 120;

/** One answer of the log. */
export interface AnswerRecord {
  readonly card: string;
  readonly day: StudyDay;
  readonly rating: Rating;
  /** Milliseconds from the question to the grade, by a clock that never goes back. */
  readonly ms: number;
  /** The card had never been graded before. */
  readonly introduced: boolean;
}

/**
 * What cards cost this learner: the medians of what a passed, a failed and a new card took on its
 * day, where at least 20 of the kind are known; fewer pull the cost from what was believed before
 * towards their median. The first answer of the day says which kind it was; what was drilled again
 * that day is part of the cost.
 *
 * @param records answers in the order in which they were given
 * @param before what is believed before the first answer of a kind
 */
export const learnCosts = (
  records: Iterable<AnswerRecord>,
  before: Costs = DEFAULT_COSTS,
): Costs => {
  const seconds: Record<keyof Costs, number[]> = { pass: [], fail: [], new: [] };
  for (const { kind, total } of cardDays(records)) seconds[kind].push(total);
  return {
    pass: learned(seconds.pass, before.pass),
    fail: learned(seconds.fail, before.fail),
    new: learned(seconds.new, before.new),
  };
};

interface CardDay {
  readonly kind: keyof Costs;
  total: number;
}

const cardDays = (records: Iterable<AnswerRecord>): Iterable<CardDay> => {
  const days = new Map<string, CardDay>();
  for (const { card, day, rating, ms, introduced } of records) {
    if (!(ms > 0)) continue;
    const seconds = Math.min(ms / 1000, LONGEST_ANSWER);
    const id = `${day} ${card}`;
    const known = days.get(id);
    if (known === undefined)
      days.set(id, {
        kind: introduced ? 'new' : rating === 'again' ? 'fail' : 'pass',
        total: seconds,
      });
    else known.total += seconds;
  }
  return days.values();
};

const learned = (seconds: readonly number[], before: number): number => {
  if (seconds.length === 0) return before;
  const median = medianOf(seconds.slice(-COSTS_KEPT));
  const known = Math.min(1, seconds.length / COSTS_KNOWN_FROM);
  const share = seconds.length / (seconds.length + PRIOR_ANSWERS * (1 - known));
  return before * (median / before) ** share;
};

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/** Costs that can be divided by: at least a second each. */
export const soundCosts = ({ pass, fail, new: fresh }: Costs): Costs => ({
  pass: pass >= 1 && pass < Infinity ? pass : DEFAULT_COSTS.pass,
  fail: fail >= 1 && fail < Infinity ? fail : DEFAULT_COSTS.fail,
  new: fresh >= 1 && fresh < Infinity ? fresh : DEFAULT_COSTS.new,
});
