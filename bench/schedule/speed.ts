import type { PlanCard } from '../../src/scheduler/plan/card.ts';
import { DEFAULT_COSTS } from '../../src/scheduler/plan/costs.ts';
import {
  afterPick,
  createQueue,
  nextPick,
  type PlanQueue,
  type PlanRequest,
} from '../../src/scheduler/plan/queue.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { uniform } from './random.ts';

const TODAY = toStudyDay(20_000);

/** A deck of which a third is new, the rest anywhere between fresh and forgotten. */
const deckOf = (size: number): readonly PlanCard[] =>
  Array.from({ length: size }, (_, card) => ({
    key: `card-${card}`,
    weight: 1 + (card % 3),
    chapter: card % 40,
    memory:
      card % 3 === 0
        ? undefined
        : {
            stability: Math.exp(6 * uniform(1, card, 0, 0) - 1),
            difficulty: 1 + 9 * uniform(1, card, 0, 1),
            lastDay: toStudyDay(TODAY - Math.floor(60 * uniform(1, card, 0, 2))),
          },
  }));

const requestOf = (cards: readonly PlanCard[]): PlanRequest => ({
  cards,
  today: TODAY,
  deadline: { kind: 'date', day: toStudyDay(TODAY + 21) },
  minutes: 20,
  costs: DEFAULT_COSTS,
});

/** Median of the milliseconds of repeated calls. */
const timeOf = (times: number, work: () => unknown): number => {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b)[times >> 1] ?? Number.NaN;
};

/** The slowest kind of queue: all seen, and a last round still ahead. */
export const queueTime = (cards: number, times: number): number => {
  const seen = deckOf(Math.ceil(1.5 * cards) + 3).filter(({ memory }) => memory !== undefined);
  const request: PlanRequest = {
    ...requestOf(seen.slice(0, cards)),
    deadline: { kind: 'date', day: toStudyDay(TODAY + 150) },
    minutes: 120,
  };
  return timeOf(times, () => createQueue(request));
};

/** Milliseconds from an answer to the next card, with 10,000 of them. */
export const pickTime = (times: number): number => {
  let queue: PlanQueue = createQueue({ ...requestOf(deckOf(10_000)), minutes: 1_440 });
  return timeOf(times, () => {
    const pick = nextPick(queue);
    if (pick !== undefined) queue = afterPick(queue, pick, pick.seconds);
  });
};
