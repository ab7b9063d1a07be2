import fc from 'fast-check';
import { type Card, createEmptyCard, fsrs, type Grade, generatorParameters, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { type Memory, NEW_MEMORY, RATINGS, type Rating } from '../../src/scheduler/memory.ts';
import { grade, type ScheduleSettings } from '../../src/scheduler/schedule.ts';
import { toProbability } from '../../src/scheduler/units.ts';
import { moment } from '../support/events.ts';

const SETTINGS: ScheduleSettings = { desiredRetention: toProbability(0.9), rolloverHour: 4 };
const LETTERS: Readonly<Record<string, Rating>> = { A: 'again', H: 'hard', G: 'good', E: 'easy' };

const ratingsOf = (letters: string): readonly Rating[] =>
  [...letters].map((letter) => LETTERS[letter] ?? 'good');

/** The study day on which a card is due, and some minutes into it where it is in its steps. */
const onItsDueDate = (memory: Memory, now: { day: number; minutes: number }) => {
  if (memory.stage === 'new') return now;
  return memory.due.kind === 'on'
    ? { day: memory.due.day, minutes: 0 }
    : { day: now.day, minutes: now.minutes + (memory.due.at - memory.lastAt) / 60_000 };
};

// The vectors that the FSRS projects share, with default parameters and steps:
// ts-fsrs packages/fsrs/__tests__/FSRS-6.test.ts ("ivl_history", "memory state", "first repeat"),
// py-fsrs tests/test_basic.py (test_review_card, test_memo_state),
// fsrs-rs src/inference.rs (the memory state's own source, test_memory_state).
describe('the reference vectors of the FSRS projects', () => {
  it('gives the intervals 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21 to GGGGGGAAGGGGG', () => {
    let memory: Memory = NEW_MEMORY;
    let now = { day: 100, minutes: 0 };
    const intervals = ratingsOf('GGGGGGAAGGGGG').map((rating) => {
      now = onItsDueDate(memory, now);
      const next = grade(memory, rating, moment(now.day, now.minutes), SETTINGS);
      memory = next;
      return next.interval;
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('gives stability 53.62691 and difficulty 6.3574867 to AGGGGG after 0, 0, 1, 3, 8, 21 days', () => {
    let memory: Memory = NEW_MEMORY;
    let now = 100;
    const gaps = [0, 0, 1, 3, 8, 21];
    ratingsOf('AGGGGG').forEach((rating, index) => {
      now += gaps[index] ?? 0;
      memory = grade(memory, rating, moment(now, index), SETTINGS);
    });
    expect(memory).toMatchObject({
      stability: expect.closeTo(53.62691, 4),
      difficulty: expect.closeTo(6.3574867, 4),
    });
  });

  it('gives a first review the stability and difficulty of "first repeat"', () => {
    const first = RATINGS.map((rating) => grade(NEW_MEMORY, rating, moment(100), SETTINGS));
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(first.map(({ interval }) => interval)).toEqual([0, 0, 0, 8]);
  });
});

const history = fc.array(
  fc.record({
    rating: fc.constantFrom(...RATINGS),
    gap: fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.constant('due' as const) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 61, max: 2000 }) },
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

const stageOf = ({ state }: Card): string => (State[state] ?? '').toLowerCase();

describe('the scheduler against that of ts-fsrs', () => {
  // Noons in UTC, whole days apart: there the library's own day counting has nothing to get wrong.
  it('gives any history of ratings the same memory, interval, stage, step and due date', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(0.7, 0.8, 0.9, 0.95, 0.97), (reviews, retention) => {
        const settings = { ...SETTINGS, desiredRetention: toProbability(retention) };
        const library = fsrs(
          generatorParameters({ enable_fuzz: false, request_retention: retention }),
        );
        let ours: Memory = NEW_MEMORY;
        let theirs = createEmptyCard(new Date(moment(10_000).at));
        let today = 10_000;
        reviews.forEach(({ rating, gap }, index) => {
          if (typeof gap === 'number') today += gap;
          else if (ours.stage !== 'new' && ours.due.kind === 'on')
            today = Math.max(today, ours.due.day);
          const now = moment(today, index);
          const next = grade(ours, rating, now, settings);
          theirs = library.next(
            theirs,
            new Date(now.at),
            (RATINGS.indexOf(rating) + 1) as Grade,
          ).card;
          expect({
            stage: next.stage,
            step: next.step,
            interval: next.interval,
            reps: next.reps,
            lapses: next.lapses,
          }).toEqual({
            stage: stageOf(theirs),
            step: theirs.learning_steps,
            interval: theirs.scheduled_days,
            reps: theirs.reps,
            lapses: theirs.lapses,
          });
          expect(next.stability).toBeCloseTo(theirs.stability, 6);
          expect(next.difficulty).toBeCloseTo(theirs.difficulty, 6);
          const due = next.due.kind === 'at' ? next.due.at : moment(next.due.day, index).at;
          expect(due).toBe(theirs.due.getTime());
          ours = next;
        });
      }),
      { numRuns: 1000 },
    );
  });
});
