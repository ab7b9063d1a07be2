import { WEIGHTS } from '../fsrs.ts';
import type { Rating } from '../memory.ts';

/**
 * FSRS-6 once more, as bare arithmetic: ranking 10,000 cards asks for 70,000 values of the curve,
 * and the library checks and rounds each of them. Held to the library within 1e-6 by
 * `test/scheduler/plan/model.test.ts`. Stability and elapsed time in days, recall from 0 to 1.
 *
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
const weight = (index: number): number => WEIGHTS[index] ?? Number.NaN;

const DECAY = -weight(20);
/** f of R(t, S) = (1 + f t / S)^-w20, so that R(S, S) = 0.9. */
const FACTOR = 0.9 ** (1 / DECAY) - 1;
const GROWTH = Math.exp(weight(8));
const [GROWTH_POWER, GROWTH_SPAN] = [weight(9), weight(10)];
const [LAPSE, LAPSE_DIFFICULTY] = [weight(11), -weight(12)];
const [LAPSE_POWER, LAPSE_SPAN] = [weight(13), weight(14)];
const [HARD, EASY] = [weight(15), weight(16)];
const LAPSE_LIMIT = Math.exp(-weight(17) * weight(18));
const [SAME_DAY, SAME_DAY_SHIFT, SAME_DAY_POWER] = [weight(17), weight(18), -weight(19)];
const REVERSION = weight(7);
const DIFFICULTY_STEP = weight(6);

const STABILITY_MIN = 0.001;
const STABILITY_MAX = 36_500;

const GRADES: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** D0(G) = w4 - e^(w5 (G - 1)) + 1, before it is held to 1..10. */
const initialDifficulty = (grade: number): number =>
  weight(4) - Math.exp(weight(5) * (grade - 1)) + 1;

const EASY_DIFFICULTY = initialDifficulty(GRADES.easy);

/** R(t, S) = (1 + f t / S)^-w20. */
export const recallAt = (elapsed: number, stability: number): number =>
  (1 + (FACTOR * elapsed) / stability) ** DECAY;

/** Stability after the very first review: S0(G) = max(w[G - 1], 0.1). */
export const firstStability = (rating: Rating): number => Math.max(weight(GRADES[rating] - 1), 0.1);

/** Difficulty after the very first review. */
export const firstDifficulty = (rating: Rating): number =>
  clamp(initialDifficulty(GRADES[rating]), 1, 10);

/** What a pass adds to stability, as a share of it, for Good: the part that grades share. */
export const growth = (stability: number, difficulty: number, recall: number): number =>
  GROWTH *
  (11 - difficulty) *
  stability ** -GROWTH_POWER *
  (Math.exp(GROWTH_SPAN * (1 - recall)) - 1);

/** Stability after a pass at least a day later: S (1 + growth [w15 Hard] [w16 Easy]). */
export const passedStability = (
  stability: number,
  growthOfGood: number,
  rating: 'hard' | 'good' | 'easy',
): number => {
  const bonus = rating === 'hard' ? HARD : rating === 'easy' ? EASY : 1;
  return clamp(stability * (1 + growthOfGood * bonus), STABILITY_MIN, STABILITY_MAX);
};

/** Stability after a lapse: w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), at most S e^(-w17 w18). */
export const lapsedStability = (stability: number, difficulty: number, recall: number): number => {
  const lapsed =
    LAPSE *
    difficulty ** LAPSE_DIFFICULTY *
    ((stability + 1) ** LAPSE_POWER - 1) *
    Math.exp(LAPSE_SPAN * (1 - recall));
  return clamp(stability * LAPSE_LIMIT, STABILITY_MIN, clamp(lapsed, STABILITY_MIN, STABILITY_MAX));
};

/** Stability after another review on the same day: S S^-w19 e^(w17 (G - 3 + w18)). */
const sameDayStability = (stability: number, grade: number): number => {
  const factor = stability ** SAME_DAY_POWER * Math.exp(SAME_DAY * (grade - 3 + SAME_DAY_SHIFT));
  const held = grade >= GRADES.hard ? Math.max(factor, 1) : factor;
  return clamp(stability * held, STABILITY_MIN, STABILITY_MAX);
};

/** Stability after a review of a card that was seen before. */
export const nextStability = (
  stability: number,
  difficulty: number,
  elapsed: number,
  rating: Rating,
): number => {
  if (elapsed === 0) return sameDayStability(stability, GRADES[rating]);
  const recall = recallAt(elapsed, stability);
  return rating === 'again'
    ? lapsedStability(stability, difficulty, recall)
    : passedStability(stability, growth(stability, difficulty, recall), rating);
};

/** What a grade takes from difficulty or adds to it, as a share of what is left up to 10. */
const difficultyStep = (rating: Rating): number => (-DIFFICULTY_STEP * (GRADES[rating] - 3)) / 9;

/** D' = w7 D0(4) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9), held to 1..10. */
export const nextDifficulty = (difficulty: number, rating: Rating): number => {
  const step = difficultyStep(rating) * (10 - difficulty);
  const next = REVERSION * EASY_DIFFICULTY + (1 - REVERSION) * (difficulty + step);
  return clamp(next, 1, 10);
};

/** {@link nextDifficulty} turned round. */
const previousDifficulty = (difficulty: number, rating: Rating): number => {
  const step = difficultyStep(rating);
  const moved = (difficulty - REVERSION * EASY_DIFFICULTY) / (1 - REVERSION);
  return clamp((moved - 10 * step) / (1 - step), 1, 10);
};

/** Halvings after which stability is known to a part in ten million. */
const HALVINGS = 28;

/**
 * Stability and difficulty that a review found, from those that it left: {@link nextStability} and
 * {@link nextDifficulty} turned round. Stability after a review rises with that before it, whatever
 * the rating, so halving an interval finds it.
 */
export const strengthBefore = (
  after: { readonly stability: number; readonly difficulty: number },
  elapsed: number,
  rating: Rating,
): { readonly stability: number; readonly difficulty: number } => {
  const difficulty = previousDifficulty(after.difficulty, rating);
  let [low, high] = [Math.log(STABILITY_MIN), Math.log(STABILITY_MAX)];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (nextStability(Math.exp(middle), difficulty, elapsed, rating) < after.stability)
      low = middle;
    else high = middle;
  }
  return { stability: Math.exp((low + high) / 2), difficulty };
};
