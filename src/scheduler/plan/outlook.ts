import type { Rating } from '../memory.ts';
import { daysSince } from '../study-day.ts';
import { type Probability, type StudyDay, toProbability } from '../units.ts';
import { type PlanMemory, soundMemory } from './card.ts';
import type { Costs } from './costs.ts';
import {
  firstStability,
  growth,
  lapsedStability,
  nextStability,
  passedStability,
  recallAt,
} from './model.ts';

/**
 * Shares of hard, good and easy among the passes of a review, and of all four ratings at first
 * sight: the defaults of the simulator of fsrs-rs, `SimulatorConfig`.
 */
export const PASS_SHARES = { hard: 0.224, good: 0.631, easy: 0.145 } as const;
export const FIRST_SHARES = { again: 0.24, hard: 0.094, good: 0.495, easy: 0.171 } as const;

/** What showing a card today is expected to do for the day of the interview. */
export interface Outlook {
  /** Chance of recall now: 0 for a card that was never studied. */
  readonly recall: number;
  /** Chance of recall on the day, where the card is not shown any more. */
  readonly before: number;
  /** Chance of recall on the day, where it is shown today and then no more; over all ratings. */
  readonly after: number;
  /** Seconds that it is expected to take. */
  readonly seconds: number;
  /** Cards more that are recalled on the day, for each second: (after - before) / seconds. */
  readonly gain: number;
}

/** A card that was never studied, `ahead` days before the interview: the same for all of them. */
export const newOutlook = (ahead: number, costs: Costs): Outlook => {
  const after =
    FIRST_SHARES.again * recallAt(ahead, firstStability('again')) +
    FIRST_SHARES.hard * recallAt(ahead, firstStability('hard')) +
    FIRST_SHARES.good * recallAt(ahead, firstStability('good')) +
    FIRST_SHARES.easy * recallAt(ahead, firstStability('easy'));
  return { recall: 0, before: 0, after, seconds: costs.new, gain: after / costs.new };
};

/**
 * Chance of recall after a review, over all four ratings.
 *
 * @param recall chance of recall at the review
 * @param ahead days from the review to the moment that is asked for
 */
export const recallAfterReview = (
  stability: number,
  difficulty: number,
  recall: number,
  ahead: number,
): number => {
  const grown = growth(stability, difficulty, recall);
  return (
    (1 - recall) * recallAt(ahead, lapsedStability(stability, difficulty, recall)) +
    recall *
      (PASS_SHARES.hard * recallAt(ahead, passedStability(stability, grown, 'hard')) +
        PASS_SHARES.good * recallAt(ahead, passedStability(stability, grown, 'good')) +
        PASS_SHARES.easy * recallAt(ahead, passedStability(stability, grown, 'easy')))
  );
};

/**
 * A card that was studied, where it is shown `elapsed` days after its last review and `ahead` days
 * before the interview.
 *
 * @param elapsed at least 1: on the same day a card gains nothing
 */
export const reviewOutlook = (
  { stability, difficulty }: { readonly stability: number; readonly difficulty: number },
  elapsed: number,
  ahead: number,
  costs: Costs,
): Outlook => {
  const recall = recallAt(elapsed, stability);
  const after = recallAfterReview(stability, difficulty, recall, ahead);
  const before = recallAt(elapsed + ahead, stability);
  const seconds = recall * costs.pass + (1 - recall) * costs.fail;
  return { recall, before, after, seconds, gain: (after - before) / seconds };
};

/** What showing a card is expected to do, new or not, and also where it was shown today already. */
export const outlookOf = (
  memory: PlanMemory | undefined,
  today: StudyDay,
  ahead: number,
  costs: Costs,
): Outlook => {
  if (memory === undefined) return newOutlook(ahead, costs);
  const known = soundMemory(memory);
  const elapsed = daysSince(known.lastDay, today);
  if (elapsed > 0) return reviewOutlook(known, elapsed, ahead, costs);
  // On the same day the model takes recall for sure, and a pass for Good.
  const before = recallAt(ahead, known.stability);
  const after = recallAt(ahead, nextStability(known.stability, known.difficulty, 0, 'good'));
  return { recall: 1, before, after, seconds: costs.pass, gain: (after - before) / costs.pass };
};

/**
 * The recall expected on the day after each of the four keys, where the card is not shown again.
 *
 * @param day the day of the interview, or the horizon's
 */
export const recallByRating = (
  memory: PlanMemory | undefined,
  today: StudyDay,
  day: StudyDay,
): Readonly<Record<Rating, Probability>> => {
  const ahead = Math.max(0, day - today) || 0;
  const known = memory === undefined ? undefined : soundMemory(memory);
  const elapsed = known === undefined ? 0 : daysSince(known.lastDay, today) || 0;
  const after = (rating: Rating): Probability => {
    const stability =
      known === undefined
        ? firstStability(rating)
        : nextStability(known.stability, known.difficulty, elapsed, rating);
    return toProbability(recallAt(ahead, stability));
  };
  return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') };
};

/** Chance of recall on a day, where the card is not shown until then; 0 for a new card. */
export const recallOn = (
  memory: PlanMemory | undefined,
  today: StudyDay,
  day: StudyDay,
): Probability => {
  if (memory === undefined) return toProbability(0);
  const { stability, lastDay } = soundMemory(memory);
  const ahead = Math.max(0, day - today) || 0;
  return toProbability(recallAt((daysSince(lastDay, today) || 0) + ahead, stability));
};
