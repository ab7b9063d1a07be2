import { describe, expect, it } from 'vitest';
import { RATINGS } from '../../../src/scheduler/memory.ts';
import { calibrate, calibrationOf, edgeOf } from '../../../src/scheduler/plan/calibration.ts';
import { afterGrade, type PlanMemory } from '../../../src/scheduler/plan/card.ts';
import type { AnswerRecord } from '../../../src/scheduler/plan/costs.ts';
import {
  addSpaced,
  type Evidence,
  type EvidenceBin,
  evidenceOf,
  NO_EVIDENCE,
  spacedReviews,
} from '../../../src/scheduler/plan/evidence.ts';
import { createStudyPlan, type Forecast } from '../../../src/scheduler/plan/forecast.ts';
import { horizonOf, ROLLING } from '../../../src/scheduler/plan/horizon.ts';
import { recallAt } from '../../../src/scheduler/plan/model.ts';
import { createRandom } from '../../../src/session/random.ts';
import { card, inDays, newCards, request, studiedDeck, TODAY } from './support.ts';

/** So many spaced reviews that were expected at 85 %, of which a share was passed. */
const evidence = (count: number, passed: number): Evidence => {
  let all = NO_EVIDENCE;
  for (let at = 0; at < count; at++) all = addSpaced(all, 0.85, at < passed * count);
  return all;
};

const known = (forecast: Forecast): Extract<Forecast, { kind: 'known' }> => {
  if (forecast.kind !== 'known') throw new Error(`no forecast: ${forecast.kind}`);
  return forecast;
};

describe('the plan day by day', () => {
  it('plans each day until the interview within its minutes, the last card aside', () => {
    const { days } = createStudyPlan(request(studiedDeck(120)), NO_EVIDENCE);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, at) => inDays(at)));
    for (const { minutes } of days) expect(minutes).toBeLessThanOrEqual(10.5);
    expect(days.reduce((sum, day) => sum + day.new, 0)).toBe(40);
  });

  it('takes today only for what is left of it', () => {
    const { days } = createStudyPlan(request(newCards(300), { spent: 500 }), NO_EVIDENCE);
    expect(days[0]?.new).toBe(4);
    expect(days[1]?.new).toBe(20);
  });

  it('leaves out the lightest and last where not all fit', () => {
    const cards = [...newCards(5, { weight: 1 }), ...newCards(200, { weight: 3 })].map(
      (one, index) => ({ ...one, key: `card-${index}` }),
    );
    const { leftOut } = createStudyPlan(request(cards), NO_EVIDENCE);
    expect(leftOut).toHaveLength(5);
    expect(leftOut).toEqual(['card-0', 'card-1', 'card-2', 'card-3', 'card-4']);
    expect(createStudyPlan(request(cards, { minutes: 20 }), NO_EVIDENCE).leftOut).toEqual([]);
  });

  it('leaves out more after missed days, and less with more minutes or a later date', () => {
    const left = (changes: Parameters<typeof request>[1]): number =>
      createStudyPlan(request(newCards(300), changes), NO_EVIDENCE).leftOut.length;
    expect(left({})).toBe(100);
    expect(left({ today: inDays(4) })).toBe(180);
    expect(left({ minutes: 12 })).toBe(60);
    expect(left({ deadline: { kind: 'date', day: inDays(12) } })).toBe(60);
  });

  it('goes through a part of a large deck, in a part of the time', () => {
    const cards = studiedDeck(6_000);
    const { days, leftOut } = createStudyPlan(request(cards, { minutes: 60 }), NO_EVIDENCE);
    const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
    expect(minutes).toBeGreaterThan(570);
    expect(minutes).toBeLessThan(620);
    expect(leftOut.length).toBeGreaterThan(700);
    expect(leftOut.length).toBeLessThan(1_000);
  });
});

describe('the recall expected on the day', () => {
  it('is not said before thirty spaced reviews, and why', () => {
    const plan = createStudyPlan(request(studiedDeck(30)), evidence(29, 1));
    expect(plan.forecast).toEqual({ kind: 'too-early', reviews: 29, needed: 30 });
    expect(createStudyPlan(request([]), evidence(40, 1)).forecast).toEqual({ kind: 'no-cards' });
  });

  it('lies within its range, overall and in each chapter of the deck', () => {
    const { forecast } = createStudyPlan(request(studiedDeck(120)), evidence(60, 0.85));
    const { overall, chapters } = known(forecast);
    expect(chapters.map(({ chapter }) => chapter)).toEqual([0, 1, 2, 3]);
    expect(chapters.reduce((sum, { cards }) => sum + cards, 0)).toBe(120);
    for (const { low, expected, high } of [overall, ...chapters]) {
      expect(low).toBeLessThan(expected);
      expect(high).toBeGreaterThan(expected);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }
    const mean = chapters.reduce((sum, { cards, expected }) => sum + cards * expected, 0) / 120;
    expect(overall.expected).toBeCloseTo(mean, 10);
  });

  it('is lower for who passes less than expected', () => {
    const of = (passed: number): number =>
      known(createStudyPlan(request(studiedDeck(120)), evidence(100, passed)).forecast).overall
        .expected;
    expect(of(0.6)).toBeLessThan(of(0.85));
    expect(of(0.85)).toBeLessThan(of(0.97));
  });

  it('gets surer with reviews', () => {
    const widthWith = (reviews: number): number => {
      const cards = studiedDeck(120);
      const { overall } = known(createStudyPlan(request(cards), evidence(reviews, 0.85)).forecast);
      return overall.high - overall.low;
    };
    expect(widthWith(300)).toBeLessThan(widthWith(30));
  });

  it('is that of now on the day itself', () => {
    const cards = [card('a', { stability: 10, ago: 10 }), card('b')];
    const deadline = { kind: 'date', day: TODAY } as const;
    const plan = createStudyPlan(request(cards, { deadline }), evidence(3000, 0.85));
    expect(plan.days).toEqual([]);
    expect(known(plan.forecast).overall.expected).toBeCloseTo(0.45, 1);
  });
});

describe('what reviews say of a learner', () => {
  it('is as the model says where they say so, and before there are any', () => {
    const before = calibrationOf(NO_EVIDENCE);
    expect(before).toMatchObject({ shift: 0, slope: 1 });
    const after = calibrationOf(evidence(200, 0.85));
    expect(calibrate(after, 0.85)).toBeCloseTo(0.85, 2);
  });

  it('follows who recalls less', () => {
    const after = calibrationOf(evidence(200, 0.6));
    expect(calibrate(after, 0.85)).toBeGreaterThan(0.58);
    expect(calibrate(after, 0.85)).toBeLessThan(0.66);
    expect(calibrate(edgeOf(after, -1, 0.85), 0.85)).toBeLessThan(0.6);
  });

  it('can be taken back review by review', () => {
    const some = evidence(20, 0.8);
    const more = addSpaced(addSpaced(some, 0.42, true), 1, false);
    const back = addSpaced(addSpaced(more, 1, false, -1), 0.42, true, -1);
    expect(spacedReviews(more)).toBe(22);
    for (const [index, bin] of back.entries()) {
      expect(bin.count).toBe(some[index]?.count);
      expect(bin.expected).toBeCloseTo(some[index]?.expected ?? -1, 10);
    }
  });

  it('is read from a log: only what came a day later counts', () => {
    const answer = (day: number, rating: AnswerRecord['rating']): AnswerRecord => ({
      card: 'a',
      day: inDays(day),
      rating,
      ms: 5_000,
      introduced: day === 0,
    });
    const log = [
      answer(0, 'good'),
      answer(0, 'good'),
      answer(1, 'good'),
      answer(1, 'again'),
      answer(4, 'again'),
    ];
    const all = evidenceOf(log);
    expect(spacedReviews(all)).toBe(2);
    expect(all.reduce((sum, { passed }) => sum + passed, 0)).toBe(1);
  });
});

describe('the evidence of the end of a log', () => {
  const [CARDS, DAYS] = [40, 60];
  const random = createRandom(5);
  const memories = new Map<string, PlanMemory>();
  const log: (AnswerRecord & { readonly recall: number | undefined })[] = [];
  for (let n = 0; n < 1_200; n++) {
    const card = `card-${Math.floor(CARDS * random())}`;
    const day = inDays(Math.floor((n * DAYS) / 1_200) - DAYS);
    const before = memories.get(card);
    const rating = RATINGS[Math.floor(4 * random() ** 0.6)] ?? 'good';
    const elapsed = before === undefined ? 0 : day - before.lastDay;
    const recall =
      before !== undefined && elapsed >= 1 ? recallAt(elapsed, before.stability) : undefined;
    log.push({ card, day, rating, ms: 5_000, introduced: before === undefined, recall });
    memories.set(card, afterGrade(before, rating, day));
  }

  it.each([60, 300, 900])('of %i answers is that of the same answers of all', (length) => {
    const end = log.slice(-length);
    const evidence = evidenceOf(end, (card) => memories.get(card));
    // What came before the first answer of a card is out of sight.
    const seen = new Set<string>();
    const visible = end.filter(({ card, recall }) => {
      const isFirst = !seen.has(card);
      seen.add(card);
      return !isFirst && recall !== undefined;
    });
    const sum = (part: (bin: EvidenceBin) => number): number =>
      evidence.reduce((all, bin) => all + part(bin), 0);
    expect(visible.length).toBeGreaterThan(length / 10);
    expect(spacedReviews(evidence)).toBe(visible.length);
    expect(sum(({ passed }) => passed)).toBe(
      visible.filter(({ rating }) => rating !== 'again').length,
    );
    const expected = visible.reduce((all, { recall = 0 }) => all + recall, 0);
    expect(Math.abs(sum((bin) => bin.expected) - expected) / visible.length).toBeLessThan(0.005);
  });

  it('leaves out a card of which nothing is known now', () => {
    expect(spacedReviews(evidenceOf(log.slice(-300)))).toBeLessThan(
      spacedReviews(evidenceOf(log.slice(-300), (card) => memories.get(card))),
    );
  });

  it('keeps what was before a reset, and begins anew after it', () => {
    const answer = (day: number, introduced: boolean): AnswerRecord => ({
      card: 'a',
      day: inDays(day),
      rating: 'good',
      ms: 5_000,
      introduced,
    });
    const lives = [answer(0, true), answer(3, false), answer(9, true), answer(12, false)];
    const evidence = evidenceOf(lives);
    expect(spacedReviews(evidence)).toBe(2);
    const expected = 2 * recallAt(3, afterGrade(undefined, 'good', inDays(0)).stability);
    expect(evidence.reduce((sum, bin) => sum + bin.expected, 0)).toBeCloseTo(expected, 9);
  });
});

describe('the horizon', () => {
  it.each([
    [10, { state: 'ahead', days: 10, beyond: false }],
    [0, { state: 'today', days: 0, beyond: false }],
    [-1, { state: 'past', days: 14, beyond: false }],
    [3652, { state: 'ahead', days: 180, beyond: true }],
  ] as const)('of a date %i days away', (days, expected) => {
    expect(horizonOf({ kind: 'date', day: inDays(days) }, TODAY)).toMatchObject(expected);
  });

  it('is always two weeks away without a date', () => {
    expect(horizonOf(ROLLING, TODAY)).toEqual({
      state: 'rolling',
      day: inDays(14),
      days: 14,
      beyond: false,
    });
  });
});
