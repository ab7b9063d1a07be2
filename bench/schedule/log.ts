import type { AnswerRecord } from '../../src/scheduler/plan/costs.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { type Answer, FIRST_DAY } from './simulate.ts';

/** Answers as the log of the product has them. */
export const recordsOf = (answers: readonly Answer[]): readonly AnswerRecord[] =>
  answers.map(({ card, day, rating, seconds, isNew }) => ({
    card: String(card),
    day: toStudyDay(FIRST_DAY + day),
    rating,
    ms: 1000 * seconds,
    introduced: isNew,
  }));
