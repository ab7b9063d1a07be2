import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankByGain } from '../../../src/scheduler/plan/attention.ts';
import type { PlanCard } from '../../../src/scheduler/plan/card.ts';
import { NO_EVIDENCE } from '../../../src/scheduler/plan/evidence.ts';
import { createStudyPlan } from '../../../src/scheduler/plan/forecast.ts';
import { type Deadline, ROLLING } from '../../../src/scheduler/plan/horizon.ts';
import { recallByRating, recallOn } from '../../../src/scheduler/plan/outlook.ts';
import { createQueue, type PlanRequest, picksOf } from '../../../src/scheduler/plan/queue.ts';
import { toStudyDay } from '../../../src/scheduler/units.ts';
import { inDays, newCards, request, studiedDeck, TODAY } from './support.ts';

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1, 5, 1e9),
);
const day = fc.oneof(
  fc.integer({ min: -4000, max: 4000 }).map((days) => toStudyDay(TODAY + days)),
  fc.constant(toStudyDay(Number.NaN)),
);
const oddCard: fc.Arbitrary<PlanCard> = fc.record({
  key: fc.string(),
  weight: number,
  chapter: fc.option(fc.nat(3), { nil: undefined }),
  memory: fc.option(fc.record({ stability: number, difficulty: number, lastDay: day }), {
    nil: undefined,
  }),
});
const oddDeadline: fc.Arbitrary<Deadline> = fc.oneof(
  day.map((on): Deadline => ({ kind: 'date', day: on })),
  number.map((days): Deadline => ({ kind: 'rolling', days })),
);
const oddRequest: fc.Arbitrary<PlanRequest> = fc.record({
  cards: fc.uniqueArray(oddCard, { maxLength: 12, selector: ({ key }) => key }),
  today: fc.constant(TODAY),
  deadline: oddDeadline,
  minutes: fc.oneof(
    number.map((minutes) => Math.min(minutes, 30)),
    fc.constant(3),
  ),
  spent: number,
  costs: fc.record({ pass: number, fail: number, new: number }),
});

describe('whatever comes in', () => {
  it('gives a queue of finite numbers, each card once', () => {
    fc.assert(
      fc.property(oddRequest, (odd) => {
        const picks = picksOf(createQueue(odd));
        expect(new Set(picks.map(({ key }) => key)).size).toBe(picks.length);
        for (const { recall, before, after, seconds, gain } of picks) {
          for (const share of [recall, before, after]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          expect(seconds).toBeGreaterThan(0);
          expect(Number.isFinite(gain)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('gives a plan, and a rank to every card', () => {
    fc.assert(
      fc.property(oddRequest, (odd) => {
        const { days, leftOut } = createStudyPlan(odd, NO_EVIDENCE);
        expect(days.length).toBeLessThanOrEqual(180);
        expect(leftOut.length).toBeLessThanOrEqual(odd.cards.length);
        for (const { minutes } of days) expect(Number.isFinite(minutes)).toBe(true);
        expect(rankByGain(odd.cards, odd)).toHaveLength(odd.cards.length);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('gives chances of recall under the keys', () => {
    fc.assert(
      fc.property(oddCard, day, ({ memory }, on) => {
        const shares = [
          ...Object.values(recallByRating(memory, TODAY, on)),
          recallOn(memory, TODAY, on),
        ];
        for (const share of shares) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('the edges', () => {
  const keys = (changes: Parameters<typeof request>[1], cards = studiedDeck(30)): number =>
    picksOf(createQueue(request(cards, changes))).length;

  it('of the minutes: none, and all day', () => {
    expect(keys({ minutes: 0 })).toBe(0);
    expect(keys({ minutes: 100_000 })).toBe(30);
  });

  it('of the deck: empty, all new, all seen', () => {
    expect(keys({}, [])).toBe(0);
    expect(keys({}, newCards(5))).toBe(5);
    const seen = studiedDeck(30).filter(({ memory }) => memory !== undefined);
    expect(keys({}, seen)).toBe(20);
    expect(createQueue(request(seen)).share).toBe(0);
  });

  it.each([
    ['today', { kind: 'date', day: TODAY }],
    ['tomorrow', { kind: 'date', day: inDays(1) }],
    ['over', { kind: 'date', day: inDays(-30) }],
    ['ten years away', { kind: 'date', day: inDays(3652) }],
    ['not set', ROLLING],
  ] as const)('of the date: %s', (_, deadline) => {
    expect(keys({ deadline, minutes: 60 })).toBe(30);
    const { days } = createStudyPlan(request(studiedDeck(12), { deadline }), NO_EVIDENCE);
    expect(days.every((planned) => planned.minutes <= 10.5)).toBe(true);
  });

  it('of the clock: a day back hides nothing but what was shown', () => {
    const cards = studiedDeck(30);
    expect(keys({ today: inDays(-1), minutes: 60 }, cards)).toBe(30);
  });
});
