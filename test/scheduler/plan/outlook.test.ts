import { describe, expect, it } from 'vitest';
import { forgettingCurve, nextStrength } from '../../../src/scheduler/fsrs.ts';
import { RATINGS, type Rating } from '../../../src/scheduler/memory.ts';
import { isWeak, rankByGain } from '../../../src/scheduler/plan/attention.ts';
import {
  FIRST_SHARES,
  outlookOf,
  PASS_SHARES,
  recallByRating,
  recallOn,
} from '../../../src/scheduler/plan/outlook.ts';
import { afterPick, createQueue, nextPick, picksOf } from '../../../src/scheduler/plan/queue.ts';
import { isEnough, reasonOf } from '../../../src/scheduler/plan/reason.ts';
import { toDays } from '../../../src/scheduler/units.ts';
import { COSTS, card, inDays, newCards, request, studiedDeck, TODAY } from './support.ts';

const AHEAD = 10;
const DAY = inDays(AHEAD);

describe('what a card gains', () => {
  it('is, after, the expectation over the four keys', () => {
    for (const { memory } of studiedDeck(90)) {
      const { recall, after } = outlookOf(memory, TODAY, AHEAD, COSTS);
      const by = recallByRating(memory, TODAY, DAY);
      const shares: Readonly<Record<Rating, number>> =
        memory === undefined
          ? FIRST_SHARES
          : {
              again: 1 - recall,
              hard: recall * PASS_SHARES.hard,
              good: recall * PASS_SHARES.good,
              easy: recall * PASS_SHARES.easy,
            };
      const expected = RATINGS.reduce((sum, rating) => sum + shares[rating] * by[rating], 0);
      expect(after).toBeCloseTo(expected, 10);
    }
  });

  it('is, before, what is recalled where the card is not shown', () => {
    for (const { memory } of studiedDeck(90)) {
      const { before, after, seconds, gain } = outlookOf(memory, TODAY, AHEAD, COSTS);
      expect(before).toBeCloseTo(recallOn(memory, TODAY, DAY), 12);
      expect(gain).toBeCloseTo((after - before) / seconds, 12);
    }
  });

  it('says under each key what FSRS says', () => {
    const { memory } = card('a', { stability: 8, ago: 5, difficulty: 6 });
    const by = recallByRating(memory, TODAY, DAY);
    for (const rating of RATINGS) {
      const { stability } = nextStrength(
        { stability: toDays(8), difficulty: 6 },
        toDays(5),
        rating,
      );
      expect(by[rating]).toBeCloseTo(forgettingCurve(toDays(AHEAD), stability), 6);
    }
    expect(by.again).toBeLessThan(by.hard);
    expect(by.good).toBeLessThan(by.easy);
  });

  it('counts a second showing of the day as FSRS does', () => {
    const { memory } = card('a', { stability: 0.3, ago: 0, difficulty: 6 });
    const { stability } = nextStrength(
      { stability: toDays(0.3), difficulty: 6 },
      toDays(0),
      'good',
    );
    const expected = forgettingCurve(toDays(AHEAD), stability);
    expect(recallByRating(memory, TODAY, DAY).good).toBeCloseTo(expected, 6);
  });
});

describe('missed and weak cards', () => {
  it('are weak where less than 70 % is expected on the day', () => {
    expect(isWeak(card('a', { stability: 1, ago: 1 }).memory, TODAY, DAY)).toBe(true);
    expect(isWeak(card('b', { stability: 30, ago: 1 }).memory, TODAY, DAY)).toBe(false);
    expect(isWeak(undefined, TODAY, DAY)).toBe(false);
  });

  it('come by gain, what was shown today already too', () => {
    const cards = [
      card('steady', { stability: 60, ago: 1 }),
      card('today', { stability: 0.3, ago: 0 }),
      card('weak', { stability: 2, ago: 9 }),
    ];
    const ranked = rankByGain(cards, request(cards));
    expect(ranked.map(({ key }) => key)[0]).toBe('weak');
    const gains = ranked.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(ranked).toHaveLength(3);
  });
});

describe('the reason for a card', () => {
  it('is that it is new, with how many there are and how long is left', () => {
    let queue = createQueue(request(newCards(12)));
    const first = nextPick(queue);
    if (first === undefined) throw new Error('no pick');
    expect(reasonOf(queue, first).why).toEqual({ kind: 'new', unseen: 12, days: 10 });
    queue = afterPick(queue, first, 30);
    const second = nextPick(queue);
    if (second === undefined) throw new Error('no pick');
    expect(reasonOf(queue, second).why).toEqual({ kind: 'new', unseen: 11, days: 10 });
  });

  it('has the numbers of the pick, and the gain by the minute', () => {
    const cards = [
      card('fading', { stability: 2, ago: 30 }),
      card('steady', { stability: 9, ago: 3 }),
    ];
    const queue = createQueue(request(cards));
    const reasons = picksOf(queue).map((pick) => ({ pick, reason: reasonOf(queue, pick) }));
    expect(reasons.map(({ reason }) => reason.why.kind).toSorted()).toEqual([
      'fading',
      'most-gain',
    ]);
    for (const { pick, reason } of reasons) {
      expect(reason.day).toBe(DAY);
      expect(reason.gainPerMinute).toBeCloseTo(60 * pick.gain, 12);
      expect(reason.after).toBeGreaterThan(reason.before);
    }
  });

  it('is the day itself on the day', () => {
    const queue = createQueue(
      request([card('weak', { stability: 1, ago: 9 })], { deadline: { kind: 'date', day: TODAY } }),
    );
    const pick = nextPick(queue);
    expect(pick && reasonOf(queue, pick).why).toEqual({ kind: 'today' });
  });

  it('says when the next card would change next to nothing', () => {
    const queue = createQueue(request([card('known', { stability: 3000, ago: 1 })]));
    expect(isEnough(nextPick(queue))).toBe(true);
    expect(isEnough(undefined)).toBe(true);
    expect(isEnough(nextPick(createQueue(request(newCards(1)))))).toBe(false);
  });
});
