import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBounds } from '../../../bench/schedule/bound-cache.ts';
import { CARDS, cellOf, SHORT } from '../../../bench/schedule/cells.ts';
import { missesAtEqualTime } from '../../../bench/schedule/equal-time.ts';
import { measure } from '../../../bench/schedule/measure.ts';
import { fsrs90new20, newFirstFill, pace } from '../../../bench/schedule/policies.ts';
import { simulate } from '../../../bench/schedule/simulate.ts';
import { pickTime, queueTime } from '../../../bench/schedule/speed.ts';
import { FIVE, SIX, STUDENTS } from '../../../bench/schedule/students.ts';
import { ROOT } from '../../support/quiz.ts';

/** The goals of the bench in few runs, with margins for chance: `bench/schedule` has the figures. */
const results = measure({
  policies: { pace, fsrs90new20, newFirstFill },
  students: SIX,
  spans: [
    { days: 7, minutes: 20 },
    { days: 7, minutes: 40 },
    { days: 14, minutes: 10 },
    { days: 30, minutes: 10 },
  ],
  costs: SHORT,
  seeds: 2,
});

describe('a simulated learner with a date', () => {
  it.each([
    ['7/40', 2.1],
    ['7/20', 1.45],
    ['14/10', 1.1],
    ['30/10', 0.98],
  ] as const)(
    'in %s recalls at least %d times as much as with FSRS and 20 new a day',
    (cell, ratio) => {
      for (const student of FIVE)
        expect(results.ratio('pace', 'fsrs90new20', student, cell), student).toBeGreaterThan(ratio);
    },
  );

  it('is hardly ever behind new cards first, then what is due, then the weakest', () => {
    for (const student of SIX)
      for (const cell of ['7/20', '7/40', '14/10', '30/10'])
        expect(
          results.mean('pace', student, cell) - results.mean('newFirstFill', student, cell),
          `${student} ${cell}`,
        ).toBeGreaterThan(-0.008);
  });

  it('comes near to what any policy could reach', () => {
    const bounds = readBounds(path.join(ROOT, 'bench/schedule'));
    for (const cell of ['7/20', '7/40', '14/10', '30/10'])
      expect(results.mean('pace', 'exact', cell) / (bounds[cell] ?? 0), cell).toBeGreaterThan(
        0.975,
      );
  });

  it('misses less in the same seconds than FSRS with new cards first', () => {
    const span = { days: 60, minutes: 20 };
    for (const student of ['fsrs6', 'steep'] as const)
      expect(missesAtEqualTime(student, span, 1)).toBeLessThan(0.75);
  });

  it('learns the same in every run', () => {
    const run = () =>
      simulate({
        cell: cellOf({ days: 14, minutes: 10 }, SHORT),
        student: STUDENTS.fsrs7(CARDS, 5),
        seed: 5,
        policy: pace,
      });
    expect(run()).toEqual(run());
  });
});

describe('the learner does not wait', () => {
  // The bench holds 5, 60 and 1 ms; here the machine may be busy with other tests.
  it('for the queue or for the next card', () => {
    expect(queueTime(300, 30)).toBeLessThan(20);
    expect(queueTime(10_000, 10)).toBeLessThan(240);
    expect(pickTime(100)).toBeLessThan(4);
  });
});
