import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Memory, NEW_MEMORY, RATINGS, type Rating } from '../../src/scheduler/memory.ts';
import {
  dueInstant,
  elapsedDays,
  grade,
  isDue,
  preview,
  retrievability,
  type ScheduleSettings,
} from '../../src/scheduler/schedule.ts';
import {
  type Probability,
  toDays,
  toProbability,
  toStudyDay,
  toTimestamp,
} from '../../src/scheduler/units.ts';
import { placeOf, reviewMemory } from '../support/cards.ts';
import { moment } from '../support/events.ts';

const SETTINGS: ScheduleSettings = { desiredRetention: toProbability(0.9), rolloverHour: 4 };
const rating = fc.constantFrom(...RATINGS);

/** A memory after ratings, all on one day, a minute apart. */
const studiedBy = (...ratings: readonly Rating[]): Memory =>
  ratings.reduce<Memory>(
    (memory, given, index) => grade(memory, given, moment(0, index), SETTINGS),
    NEW_MEMORY,
  );

/** Where each rating leads, in words. */
const outcomes = (memory: Memory, now = moment(0, 30)): readonly string[] =>
  RATINGS.map((given) => placeOf(preview(memory, now, SETTINGS)[given]));

interface Question {
  readonly of: number;
  readonly rating: Rating;
  readonly days: number;
  readonly retention: Probability;
}

/** Any memory that study can lead to, and the moment of its last grade. */
const studied = fc
  .array(fc.record({ rating, gap: fc.integer({ min: -3, max: 400 }) }), { maxLength: 12 })
  .map((reviews) => {
    const first: { readonly memory: Memory; readonly today: number } = {
      memory: NEW_MEMORY,
      today: 1000,
    };
    return reviews.reduce((card, { rating: given, gap }, index) => {
      const today = card.today + gap;
      return { memory: grade(card.memory, given, moment(today, index), SETTINGS), today };
    }, first);
  });

describe('the steps', () => {
  it('of a new card are 1, 6 and 10 minutes, and 8 days', () => {
    expect(outcomes(NEW_MEMORY)).toEqual([
      'learning 1m',
      'learning 6m',
      'learning 10m',
      'review 8d',
    ]);
  });

  it('bring a card to its first interval by two times good', () => {
    expect(placeOf(studiedBy('good', 'good'))).toBe('review 2d');
  });

  it('go back to the first where a card is failed in them', () => {
    expect(studiedBy('good')).toMatchObject({ step: 1 });
    expect(studiedBy('good', 'again')).toMatchObject({ stage: 'learning', step: 0 });
    expect(placeOf(studiedBy('good', 'again'))).toBe('learning 1m');
  });

  it('stay where they are after hard', () => {
    expect(studiedBy('good', 'hard')).toMatchObject({ stage: 'learning', step: 1 });
    expect(placeOf(studiedBy('good', 'hard'))).toBe('learning 6m');
  });

  it('of a card that was failed in review are 10 minutes, or 15 after hard, and out again', () => {
    const failed = grade(reviewMemory(), 'again', moment(10), SETTINGS);
    expect(placeOf(failed)).toBe('relearning 10m');
    const [again, hard, good, easy] = outcomes(failed, moment(10, 10));
    expect([again, hard]).toEqual(['relearning 10m', 'relearning 15m']);
    expect(good).toMatch(/^review \d+d$/);
    expect(easy).toMatch(/^review \d+d$/);
  });

  it('are left for an interval of days by easy, wherever a card stands', () => {
    expect(studiedBy('easy')).toMatchObject({ stage: 'review', interval: 8 });
    expect(studiedBy('again', 'easy')).toMatchObject({ stage: 'review' });
  });
});

describe('a review', () => {
  it('gives hard less than good and good less than easy, always', () => {
    fc.assert(
      fc.property(studied, fc.integer({ min: 0, max: 500 }), ({ memory, today }, gap) => {
        fc.pre(memory.stage === 'review');
        const { hard, good, easy } = preview(memory, moment(today + gap), SETTINGS);
        expect(hard.interval).toBeLessThan(good.interval);
        expect(good.interval).toBeLessThan(easy.interval);
      }),
    );
  });

  it('counts a lapse only where a card in review is failed', () => {
    const lapses = (memory: Memory): number => (memory.stage === 'new' ? -1 : memory.lapses);
    expect(lapses(studiedBy('again', 'again'))).toBe(0);
    const failed = grade(reviewMemory(), 'again', moment(10), SETTINGS);
    expect(lapses(failed)).toBe(1);
    expect(lapses(grade(failed, 'again', moment(10, 5), SETTINGS))).toBe(1);
  });

  it('asks less often where less retention is wanted', () => {
    const relaxed = { ...SETTINGS, desiredRetention: toProbability(0.8) };
    const strict = grade(reviewMemory(), 'good', moment(10), SETTINGS);
    const loose = grade(reviewMemory(), 'good', moment(10), relaxed);
    expect(loose.interval).toBeGreaterThan(strict.interval);
    expect(loose.stability).toBe(strict.stability);
  });
});

describe('the interval shown', () => {
  it('is the interval given, for every memory, rating, moment and retention', () => {
    fc.assert(
      fc.property(
        studied,
        rating,
        fc.integer({ min: -400, max: 400 }),
        fc.double({ min: 0.7, max: 0.97, noNaN: true }),
        ({ memory, today }, given, gap, retention) => {
          const settings = { ...SETTINGS, desiredRetention: toProbability(retention) };
          const now = moment(today + gap, 77);
          expect(preview(memory, now, settings)[given]).toEqual(
            grade(memory, given, now, settings),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a grade', () => {
  it('is the same whatever was asked about before it', () => {
    const retention = fc.double({ min: 0.7, max: 0.97, noNaN: true }).map(toProbability);
    const question = fc.record({
      of: fc.nat({ max: 2 }),
      rating,
      days: fc.nat({ max: 3 }),
      retention,
    });
    const many = fc.tuple(fc.tuple(studied, studied, studied), fc.array(question));
    fc.assert(
      fc.property(many, ([cards, questions]) => {
        const answer = ({ of, rating: given, days, retention: desiredRetention }: Question) => {
          const { memory, today } = cards[of as 0 | 1 | 2];
          const settings = { ...SETTINGS, desiredRetention };
          // A copy is a card that nobody asked about.
          const copy = { ...memory };
          const now = moment(today + days);
          return [grade(memory, given, now, settings), grade(copy, given, now, settings)];
        };
        for (const [asked, alone] of questions.map(answer)) expect(asked).toEqual(alone);
      }),
    );
  });
});

describe('a clock that is wrong', () => {
  it('never makes the elapsed days negative', () => {
    fc.assert(
      fc.property(studied, fc.integer({ min: -5000, max: 5000 }), ({ memory, today }, gap) => {
        expect(elapsedDays(memory, toStudyDay(today + gap))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never moves the last review back', () => {
    fc.assert(
      fc.property(studied, rating, fc.integer({ min: -400, max: 400 }), (card, given, gap) => {
        const { memory, today } = card;
        const next = grade(memory, given, moment(today + gap), SETTINGS);
        if (memory.stage === 'new') return;
        expect(next.lastDay).toBeGreaterThanOrEqual(memory.lastDay);
        expect(next.lastAt).toBeGreaterThanOrEqual(memory.lastAt);
      }),
    );
  });

  it('that went back a day counts a review as one of the same day', () => {
    const memory = reviewMemory({ lastDay: toStudyDay(10), lastAt: moment(10).at });
    const before = grade(memory, 'good', moment(9), SETTINGS);
    const same = grade(memory, 'good', moment(10), SETTINGS);
    expect(before.stability).toBe(same.stability);
    expect(before.due).toEqual(same.due);
  });

  it('that went back starts the step from what it shows now, so that the card comes back', () => {
    const memory = grade(NEW_MEMORY, 'good', moment(10), SETTINGS);
    const next = grade(memory, 'again', moment(9), SETTINGS);
    expect(next.due).toEqual({ kind: 'at', at: moment(9, 1).at });
  });

  it('that is a year ahead is believed: all the days count', () => {
    const memory = reviewMemory();
    expect(elapsedDays(memory, toStudyDay(365))).toBe(365);
    expect(grade(memory, 'good', moment(365), SETTINGS)).toMatchObject({ lastDay: 365 });
  });

  it('that was a year ahead at the last review is not believed: that review was yesterday', () => {
    const [today, wrong] = [moment(20_000), moment(20_365)];
    const memory = reviewMemory({ lastDay: wrong.day, lastAt: wrong.at });
    expect(elapsedDays(memory, today.day)).toBe(1);
    expect(isDue(memory, today)).toBe(true);
    const next = grade(memory, 'good', today, SETTINGS);
    expect(next).toMatchObject({ lastDay: today.day, lastAt: today.at });
    expect(next.stability).toBeGreaterThan(memory.stability);
    expect(isDue(next, today)).toBe(false);
    expect(elapsedDays(next, today.day)).toBe(0);
  });

  it('that was a day ahead counts as one of the same day', () => {
    const memory = reviewMemory({ lastDay: toStudyDay(20_001), lastAt: moment(20_001).at });
    expect(elapsedDays(memory, toStudyDay(20_000))).toBe(0);
    expect(grade(memory, 'good', moment(20_000), SETTINGS).lastDay).toBe(20_001);
  });

  it('that lost its battery makes no card due, and moves no review back to 1970', () => {
    const memory = reviewMemory({
      lastDay: toStudyDay(20_000),
      lastAt: moment(20_000).at,
      due: { kind: 'on', day: toStudyDay(20_010) },
    });
    expect(isDue(memory, moment(1))).toBe(false);
    expect(grade(memory, 'good', moment(1), SETTINGS).lastDay).toBe(20_000);
  });

  it('gives no chance of recall over 1', () => {
    expect(retrievability(reviewMemory(), toStudyDay(-30))).toBe(1);
  });
});

describe('a card', () => {
  it('is due from the first instant of its study day', () => {
    const memory = reviewMemory({ due: { kind: 'on', day: toStudyDay(10) } });
    expect(isDue(memory, moment(9, 11 * 60))).toBe(false);
    expect(isDue(memory, moment(10, -8 * 60))).toBe(true);
    expect(isDue(memory, moment(11))).toBe(true);
  });

  it('in its steps is due when the minutes are over', () => {
    const memory = grade(NEW_MEMORY, 'good', moment(3), SETTINGS);
    expect(isDue(memory, moment(3, 9.99))).toBe(false);
    expect(isDue(memory, moment(3, 10))).toBe(true);
  });

  it('that was never studied is not due, and there is no chance of recall', () => {
    expect(isDue(NEW_MEMORY, moment(3))).toBe(false);
    expect(retrievability(NEW_MEMORY, toStudyDay(3))).toBe(0);
  });

  it('counts time from its last study day, so that a night is a day', () => {
    const memory = reviewMemory({ stability: toDays(10) });
    expect(retrievability(memory, toStudyDay(10))).toBeCloseTo(0.9, 6);
  });

  it('is due at the rollover of its day, local time', () => {
    const at = toTimestamp(5);
    expect(dueInstant({ kind: 'at', at }, 4)).toBe(at);
    expect(new Date(dueInstant({ kind: 'on', day: toStudyDay(10) }, 4)).getHours()).toBe(4);
  });
});
