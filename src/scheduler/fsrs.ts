import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Rating } from './memory.ts';
import { type Days, type Probability, toDays, toProbability } from './units.ts';

/** Stability in days and difficulty (1 to 10): the two numbers that FSRS keeps of a card. */
export interface Strength {
  readonly stability: Days;
  readonly difficulty: number;
}

/** The 21 default weights of FSRS-6, w0 to w20: what {@link nextStrength} goes by. */
export const WEIGHTS: readonly number[] = default_w;

/** The longest interval that is ever given, as in Anki: 100 years. */
const MAXIMUM_INTERVAL = 36_500;

const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const;

// Fuzz is off: the interval that a key shows is the interval that it gives, and the plan spreads
// the work. Only pure functions of the library are used: its own day counting goes by UTC dates.
const model = new FSRSAlgorithm(
  generatorParameters({ enable_fuzz: false, maximum_interval: MAXIMUM_INTERVAL }),
);

/**
 * Strength after a review, by FSRS-6 with its default weights.
 *
 * @param before undefined for the first review of a card
 * @param elapsed whole study days since the last review, 0 for the same day, never negative
 * @param recall what {@link forgettingCurve} gives of the two, where it is at hand
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export const nextStrength = (
  before: Strength | undefined,
  elapsed: Days,
  rating: Rating,
  recall?: Probability,
): Strength => {
  const after = model.next_state(before ?? null, elapsed, GRADES[rating], recall);
  return { stability: toDays(after.stability), difficulty: after.difficulty };
};

/**
 * Chance of recall after some days: R(t, S) = (1 + f t / S)^-w20, with f so that R(S, S) = 0.9.
 *
 * @param elapsed days since the last review, may be fractional
 */
export const forgettingCurve = (elapsed: Days, stability: Days): Probability =>
  toProbability(model.forgetting_curve(elapsed, stability));

/**
 * Whole days after which the chance of recall has fallen to the desired retention, from 1 to 100
 * years. The inverse of {@link forgettingCurve}: t = S / f (r^(-1 / w20) - 1).
 *
 * @param desiredRetention above 0, below 1
 */
export const nextInterval = (stability: Days, desiredRetention: Probability): Days => {
  const days = stability * intervalModifier(desiredRetention);
  return toDays(Math.min(MAXIMUM_INTERVAL, Math.max(1, Math.round(days))));
};

/** What a stability is multiplied by: the same for all cards, until the learner sets another aim. */
const intervalModifier = (desiredRetention: Probability): number => {
  if (desiredRetention !== modifier.of) {
    modifier = { of: desiredRetention, is: model.calculate_interval_modifier(desiredRetention) };
  }
  return modifier.is;
};

let modifier: { readonly of: Probability; readonly is: number } = { of: toProbability(0), is: 0 };
