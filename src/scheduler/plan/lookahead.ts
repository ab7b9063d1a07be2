import type { Costs } from './costs.ts';
import { growth, lapsedStability, nextDifficulty, passedStability, recallAt } from './model.ts';
import { recallAfterReview } from './outlook.ts';

interface Strength {
  readonly stability: number;
  readonly difficulty: number;
}

/** A last round takes a pass for each card, and some of them fail: this much longer. */
const ROUND_FACTOR = 7 / 6;
/** A last round is never counted on for later than this many days before the interview. */
const LEAST_DAYS = 5;
/** Of more cards the plain gain is all that there is time to compute before the first question. */
const MOST_CARDS = 3_000;

/**
 * How many days before the interview a card can be expected to come once more, or undefined where
 * the last round has begun already, or is all that there is time for, or where there are too many.
 *
 * @param daily seconds of study a day
 */
export const finalRound = (
  cards: number,
  days: number,
  daily: number,
  costs: Costs,
): number | undefined => {
  if (cards > MOST_CARDS) return undefined;
  const length = Math.ceil((cards * costs.pass * ROUND_FACTOR) / daily);
  return days > Math.max(length, 2 * LEAST_DAYS)
    ? Math.max(LEAST_DAYS, Math.round(length / 2))
    : undefined;
};

/**
 * What a review today adds to recall on the day, a second, where the card comes once more in the
 * last round: a review that only repairs what the last round repairs anyway ranks low. A pass
 * counts as Good, which ranks the same as all three grades and takes half the time.
 *
 * @param elapsed days since the last review, at least 1
 * @param ahead days until the interview
 * @param final days from the last round to the interview, less than `ahead`
 */
export const gainBeforeFinal = (
  { stability, difficulty }: Strength,
  elapsed: number,
  ahead: number,
  final: number,
  costs: Costs,
): number => {
  const until = ahead - final;
  const recall = recallAt(elapsed, stability);
  const then = (after: number, atDifficulty: number, gap: number): number =>
    recallAfterReview(after, atDifficulty, recallAt(gap, after), final);
  const lapsed = then(
    lapsedStability(stability, difficulty, recall),
    nextDifficulty(difficulty, 'again'),
    until,
  );
  const passed = then(
    passedStability(stability, growth(stability, difficulty, recall), 'good'),
    nextDifficulty(difficulty, 'good'),
    until,
  );
  const waited = then(stability, difficulty, elapsed + until);
  const seconds = recall * costs.pass + (1 - recall) * costs.fail;
  return ((1 - recall) * lapsed + recall * passed - waited) / seconds;
};
