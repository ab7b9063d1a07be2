import { RATINGS, type Rating } from '../../../src/scheduler/memory.ts';
import { afterGrade, type PlanCard } from '../../../src/scheduler/plan/card.ts';
import type { Costs } from '../../../src/scheduler/plan/costs.ts';
import type { PlanRequest } from '../../../src/scheduler/plan/queue.ts';
import { type StudyDay, toStudyDay } from '../../../src/scheduler/units.ts';

export const TODAY = toStudyDay(20_000);
export const COSTS: Costs = { pass: 12, fail: 25, new: 30 };

export const inDays = (days: number): StudyDay => toStudyDay(TODAY + days);

/** A new card, or one that was last shown some days ago with a stability. */
export const card = (
  key: string,
  seen?: { readonly stability: number; readonly ago: number; readonly difficulty?: number },
  extra: Partial<PlanCard> = {},
): PlanCard => ({
  key,
  weight: 2,
  chapter: 1,
  memory:
    seen === undefined
      ? undefined
      : {
          stability: seen.stability,
          difficulty: seen.difficulty ?? 5,
          lastDay: toStudyDay(TODAY - seen.ago),
        },
  ...extra,
});

export const request = (
  cards: readonly PlanCard[],
  changes: Partial<PlanRequest> = {},
): PlanRequest => ({
  cards,
  today: TODAY,
  deadline: { kind: 'date', day: inDays(10) },
  minutes: 10,
  costs: COSTS,
  ...changes,
});

export const newCards = (count: number, extra: Partial<PlanCard> = {}): readonly PlanCard[] =>
  Array.from({ length: count }, (_, index) => card(`new-${index}`, undefined, extra));

/** Cards of every kind: a third new, the others reviewed a few times over the last weeks. */
export const studiedDeck = (size: number): readonly PlanCard[] =>
  Array.from({ length: size }, (_, index) => {
    if (index % 3 === 0) return card(`card-${index}`, undefined, { chapter: index % 4 });
    let memory = afterGrade(undefined, RATINGS[index % 4] ?? 'good', inDays(-30 + (index % 9)));
    for (let review = 1; review <= index % 3; review++) {
      const rating: Rating = (index + review) % 5 === 0 ? 'again' : 'good';
      memory = afterGrade(memory, rating, inDays(-20 + review * 5 + (index % 4)));
    }
    return { ...card(`card-${index}`, undefined, { chapter: index % 4 }), memory };
  });
