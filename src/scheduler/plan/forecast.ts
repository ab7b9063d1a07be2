import type { StudyDay } from '../units.ts';
import {
  type Calibration,
  type CalibrationBelief,
  calibrate,
  calibrationOf,
  edgeOf,
  expectedLearner,
} from './calibration.ts';
import type { PlanCard } from './card.ts';
import { type Evidence, spacedReviews } from './evidence.ts';
import { type Horizon, horizonOf } from './horizon.ts';
import { orderNew } from './new-order.ts';
import { recallOn } from './outlook.ts';
import type { PlanRequest } from './queue.ts';
import { type PlannedDay, type Rehearsal, rehearse } from './rehearse.ts';

/** So many spaced reviews, and how fast this learner forgets is known well enough to forecast. */
export const FORECAST_FROM = 30;

/** Recall on the day, as a share of all cards of the plan; an unseen card counts as not recalled. */
export interface RecallRange {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

export interface ChapterRecall extends RecallRange {
  readonly chapter: PlanCard['chapter'];
  readonly cards: number;
}

/** Recall expected on the day, or why it is not said. */
export type Forecast =
  | {
      readonly kind: 'known';
      readonly overall: RecallRange;
      /** In the order of the deck. */
      readonly chapters: readonly ChapterRecall[];
    }
  | { readonly kind: 'no-cards' }
  | { readonly kind: 'too-early'; readonly reviews: number; readonly needed: number };

/** The plan from today to the day. */
export interface StudyPlan {
  readonly horizon: Horizon;
  readonly days: readonly PlannedDay[];
  readonly forecast: Forecast;
  /** Keys of cards that are new, and will be on the day: the last of the order of new cards. */
  readonly leftOut: readonly string[];
}

/** Plans the days that are left, from what is known today: missed days and new dates need no more. */
export const createStudyPlan = (request: PlanRequest, evidence: Evidence): StudyPlan => {
  const { cards } = request;
  const belief = calibrationOf(evidence);
  const learner = expectedLearner(belief);
  const rehearsal = rehearse(request, learner);
  const unseen = cards.filter(({ memory }) => memory === undefined);
  return {
    horizon: horizonOf(request.deadline, request.today),
    days: rehearsal.days,
    forecast: forecastOf(request, evidence, belief, { rehearsal, learner }),
    leftOut: orderNew(unseen)
      .slice(Math.ceil(rehearsal.introduced))
      .map(({ key }) => key),
  };
};

interface Rehearsed {
  readonly rehearsal: Rehearsal;
  readonly learner: Calibration;
}

/** The least that a range reaches to each side: nobody's memory is known better than that. */
const LEAST_REACH = 0.015;

const forecastOf = (
  request: PlanRequest,
  evidence: Evidence,
  belief: CalibrationBelief,
  expected: Rehearsed,
): Forecast => {
  const reviews = spacedReviews(evidence);
  if (request.cards.length === 0) return { kind: 'no-cards' };
  if (reviews < FORECAST_FROM) return { kind: 'too-early', reviews, needed: FORECAST_FROM };
  const { day } = horizonOf(request.deadline, request.today);
  const typical = typicalRecall(expected.rehearsal.cards, day);
  const [low, high] = ([-1, 1] as const).map((side): Rehearsed => {
    const learner = edgeOf(belief, side, typical);
    return { learner, rehearsal: rehearse(request, learner) };
  });
  return known(request.cards, day, [low ?? expected, expected, high ?? expected]);
};

/** The middle of what the model says of the cards that are seen on the day. */
const typicalRecall = (cards: readonly PlanCard[], day: StudyDay): number => {
  const seen = cards.filter(({ memory }) => memory !== undefined);
  const recall = seen.map(({ memory }): number => recallOn(memory, day, day)).sort((a, b) => a - b);
  return recall[recall.length >> 1] ?? 0.5;
};

type Three = readonly [low: Rehearsed, expected: Rehearsed, high: Rehearsed];

const known = (cards: readonly PlanCard[], day: StudyDay, three: Three): Forecast => {
  const chapters = new Map<PlanCard['chapter'], number>();
  for (const { chapter } of cards) chapters.set(chapter, (chapters.get(chapter) ?? 0) + 1);
  const overall = rangeOf(day, three, () => true);
  if (overall === undefined) return { kind: 'no-cards' };
  return {
    kind: 'known',
    overall,
    chapters: [...chapters].map(([chapter, count]) => ({
      chapter,
      cards: count,
      // Of a large deck every n-th card is gone through: a tiny chapter may have none of them.
      ...(rangeOf(day, three, (card) => card.chapter === chapter) ?? overall),
    })),
  };
};

const rangeOf = (
  day: StudyDay,
  [low, expected, high]: Three,
  isIn: (card: PlanCard) => boolean,
): RecallRange | undefined => {
  const recall = ({ rehearsal, learner }: Rehearsed): number => {
    const cards = rehearsal.cards.filter(isIn);
    const sum = cards.reduce(
      (all, { memory }) => all + calibrate(learner, recallOn(memory, day, day)),
      0,
    );
    return sum / cards.length;
  };
  if (!expected.rehearsal.cards.some(isIn)) return undefined;
  const middle = recall(expected);
  return {
    low: Math.max(0, Math.min(recall(low), middle - LEAST_REACH)),
    expected: middle,
    high: Math.min(1, Math.max(recall(high), middle + LEAST_REACH)),
  };
};
