import { describe, expect, it } from 'vitest';
import {
  applyEvent,
  type CardState,
  isHidden,
  isLeech,
  NEW_CARD,
} from '../../src/progress/card-state.ts';
import type { Happening, KnownEvent } from '../../src/progress/events.ts';
import { DEFAULT_SETTINGS } from '../../src/progress/settings.ts';
import { RATINGS, type Rating } from '../../src/scheduler/memory.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { reviewMemory } from '../support/cards.ts';
import { grade, moment } from '../support/events.ts';

interface Deed {
  readonly on: number;
  readonly session?: string;
  readonly what: Happening;
}

let counter = 0;

const apply = (state: CardState, { on, session = 's1', what }: Deed) => {
  const { at, day } = moment(on, counter++ % 60);
  const event = { v: 1, id: `e-${counter}`, device: 'd', session, t: at, day, ...what };
  return applyEvent(state, event as KnownEvent, DEFAULT_SETTINGS);
};

const fold = (deeds: readonly Deed[], from: CardState = NEW_CARD): CardState =>
  deeds.reduce<CardState>((state, deed) => apply(state, deed).state, from);

const graded = (on: number, rating: Rating, session = 's1'): Deed => ({
  on,
  session,
  what: grade('a', rating),
});
const deed = (on: number, what: Happening): Deed => ({ on, what });

describe('a card is missed', () => {
  it('when it is graded again', () => {
    expect(fold([graded(10, 'again')]).missed).toEqual({ day: 10, session: 's1' });
  });

  it.each(['hard', 'good', 'easy'] as const)(
    'no more when it is graded %s on a later day',
    (rating) => {
      expect(fold([graded(10, 'again'), graded(11, rating)]).missed).toBeUndefined();
    },
  );

  it.each(['hard', 'good', 'easy'] as const)(
    'still when it is graded %s on the same day',
    (rating) => {
      const state = fold([graded(10, 'again'), graded(10, rating), graded(10, rating)]);
      expect(state.missed).toEqual({ day: 10, session: 's1' });
    },
  );

  it('from the last session that failed it', () => {
    const state = fold([graded(10, 'again', 's1'), graded(12, 'again', 's2')]);
    expect(state.missed).toEqual({ day: 12, session: 's2' });
  });

  it('still when the clock went back and it was passed on a day before', () => {
    expect(fold([graded(10, 'again'), graded(8, 'good')]).missed).toMatchObject({ day: 10 });
  });

  it('not for ever, where it was failed under a clock that was a year ahead', () => {
    const today = 20_000;
    const ahead = graded(today + 365, 'again');
    expect(fold([ahead, graded(today, 'good')]).missed).toBeUndefined();
    const again = fold([ahead, graded(today, 'again')]);
    expect(again.missed).toMatchObject({ day: today });
    expect(fold([graded(today + 1, 'good')], again).missed).toBeUndefined();
  });

  it('for its latest day where a later failure has an earlier one', () => {
    const state = fold([graded(10, 'again', 's1'), graded(8, 'again', 's2')]);
    expect(state.missed).toEqual({ day: 10, session: 's2' });
  });

  it('never by hard, good or easy alone', () => {
    for (const rating of RATINGS.slice(1))
      expect(fold([graded(10, rating)]).missed).toBeUndefined();
  });
});

describe('a card is a leech', () => {
  const review = { ...NEW_CARD, memory: reviewMemory({ lapses: 0 }) };

  it('at 4 lapses, not at 3', () => {
    expect(isLeech({ ...NEW_CARD, memory: reviewMemory({ lapses: 3 }) })).toBe(false);
    expect(isLeech({ ...NEW_CARD, memory: reviewMemory({ lapses: 4 }) })).toBe(true);
  });

  it('at 3 times again among its last 5 spaced grades, not at 2', () => {
    const two = fold(
      [graded(10, 'again'), graded(11, 'good'), graded(12, 'again'), graded(13, 'good')],
      review,
    );
    expect(isLeech(two)).toBe(false);
    expect(isLeech(fold([graded(14, 'again')], two))).toBe(true);
  });

  it('no more when the failures are 5 spaced grades ago', () => {
    const ratings: readonly Rating[] = ['again', 'again', 'again', 'good', 'good', 'good', 'good'];
    const gradedTimes = (count: number): CardState =>
      fold(
        ratings.slice(0, count).map((rating, index) => graded(10 + index, rating)),
        review,
      );
    expect(isLeech(gradedTimes(3))).toBe(true);
    expect(isLeech(gradedTimes(5))).toBe(true);
    expect(isLeech(gradedTimes(6))).toBe(false);
  });

  it('not by failing often in one day: only the first grade of a day is spaced', () => {
    const state = fold([
      graded(10, 'again'),
      graded(10, 'again'),
      graded(10, 'again'),
      graded(10, 'again'),
    ]);
    expect(state.spaced).toEqual([]);
    expect(isLeech(state)).toBe(false);
  });

  it('and is not suspended for that', () => {
    const state = fold(
      [10, 11, 12, 13].map((on) => graded(on, 'again')),
      review,
    );
    expect(isLeech(state)).toBe(true);
    expect(isHidden(state, toStudyDay(14))).toBe(false);
  });
});

describe('a card is hidden', () => {
  it('while it is suspended', () => {
    const state = fold([deed(10, { type: 'suspend', card: 'a' })]);
    expect(isHidden(state, toStudyDay(10))).toBe(true);
    expect(isHidden(state, toStudyDay(9999))).toBe(true);
    expect(
      isHidden(fold([deed(11, { type: 'unsuspend', card: 'a' })], state), toStudyDay(11)),
    ).toBe(false);
  });

  it('before the day until which it is buried, and not on it', () => {
    const state = fold([deed(10, { type: 'bury', card: 'a', until: toStudyDay(11) })]);
    expect(isHidden(state, toStudyDay(10))).toBe(true);
    expect(isHidden(state, toStudyDay(11))).toBe(false);
  });

  it('not when it is new', () => {
    expect(isHidden(NEW_CARD, toStudyDay(0))).toBe(false);
  });
});

describe('a card', () => {
  it('that is reset is as new, but keeps its mark and what was seen', () => {
    const state = fold([
      deed(10, { type: 'seen', card: 'a', question: 'Why?', answer: 'h' }),
      graded(10, 'again'),
      deed(10, { type: 'mark', card: 'a' }),
      deed(10, { type: 'suspend', card: 'a' }),
      deed(10, { type: 'reset', card: 'a' }),
    ]);
    expect(state).toEqual({
      ...NEW_CARD,
      marked: true,
      seen: { question: 'Why?', answer: 'h' },
    });
  });

  it('is marked and unmarked', () => {
    const state = fold([deed(1, { type: 'mark', card: 'a' })]);
    expect(state.marked).toBe(true);
    expect(fold([deed(2, { type: 'unmark', card: 'a' })], state).marked).toBe(false);
  });

  it('does not change by events that are about a session or a setting', () => {
    const state = fold([graded(10, 'good')]);
    for (const what of [
      { type: 'end', reason: 'done' },
      { type: 'set', key: 'newPerDay', value: 3 },
      { type: 'alias', from: 'a', to: 'b' },
      { type: 'undo', target: 'e' },
    ] satisfies Happening[]) {
      expect(fold([deed(11, what)], state)).toEqual(state);
    }
  });

  it('uses a grade that comes from the future, and counts no days twice after it', () => {
    const future = fold([graded(10, 'good'), graded(400, 'good')]);
    expect(future.memory).toMatchObject({ reps: 2, lastDay: 400 });
    const back = fold([graded(11, 'good')], future);
    expect(back.memory).toMatchObject({ reps: 3, lastDay: 400 });
  });
});

describe('a grade counts', () => {
  it('as introduced where the card was new', () => {
    expect(apply(NEW_CARD, graded(10, 'good')).record).toMatchObject({
      day: 10,
      rating: 'good',
      introduced: true,
      review: false,
    });
  });

  it('as a review where the card was in review, and else as neither', () => {
    const review = { ...NEW_CARD, memory: reviewMemory() };
    expect(apply(review, graded(10, 'again')).record).toMatchObject({
      introduced: false,
      review: true,
    });
    const failed = fold([graded(10, 'again')], review);
    expect(apply(failed, graded(10, 'good')).record).toMatchObject({
      introduced: false,
      review: false,
    });
  });

  it('its time in whole milliseconds, so that sums do not depend on their order', () => {
    expect(apply(NEW_CARD, { on: 1, what: grade('a', 'good', 10.4) }).record?.ms).toBe(10);
  });
});
