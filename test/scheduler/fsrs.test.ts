import fc from 'fast-check';
import { default_w, forgetting_curve, fsrs, generatorParameters } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  forgettingCurve,
  nextInterval,
  nextStrength,
  type Strength,
} from '../../src/scheduler/fsrs.ts';
import { RATINGS, type Rating } from '../../src/scheduler/memory.ts';
import { toDays, toProbability } from '../../src/scheduler/units.ts';

const library = fsrs(generatorParameters({ enable_fuzz: false }));
const gradeNumber = (rating: Rating): number => RATINGS.indexOf(rating) + 1;

const rating = fc.constantFrom(...RATINGS);
const strength = fc.record({
  stability: fc.double({ min: 0.01, max: 36_500, noNaN: true }).map(toDays),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const days = fc.integer({ min: 0, max: 3650 }).map(toDays);
const retention = fc.double({ min: 0.7, max: 0.97, noNaN: true }).map(toProbability);

/** R(t, S) by hand, from the formula on the wiki and nothing else. */
const curveByHand = (t: number, s: number): number => {
  const w20 = default_w[20] ?? Number.NaN;
  return (1 + ((0.9 ** (-1 / w20) - 1) * t) / s) ** -w20;
};

describe('the memory model', () => {
  it('gives what next_state of ts-fsrs gives, over 10,000 random transitions', () => {
    fc.assert(
      fc.property(strength, days, rating, (before, elapsed, given) => {
        const ours = nextStrength(before, elapsed, given);
        const theirs = library.next_state(before, elapsed, gradeNumber(given));
        expect(Math.abs(ours.stability - theirs.stability)).toBeLessThanOrEqual(1e-6);
        expect(Math.abs(ours.difficulty - theirs.difficulty)).toBeLessThanOrEqual(1e-6);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(RATINGS)('starts a new card that is graded %s as ts-fsrs does', (given) => {
    const ours = nextStrength(undefined, toDays(0), given);
    const theirs = library.next_state(null, 0, gradeNumber(given));
    expect(ours).toEqual(theirs);
  });

  it('stays inside its bounds however often a card is failed in one day', () => {
    let now: Strength = nextStrength(undefined, toDays(0), 'again');
    for (let n = 0; n < 200; n++) now = nextStrength(now, toDays(0), 'again');
    expect(now.stability).toBeGreaterThan(0);
    expect(now.difficulty).toBeLessThanOrEqual(10);
  });
});

describe('the forgetting curve', () => {
  it('is the formula of FSRS-6, to 1e-6, over 10,000 random points', () => {
    fc.assert(
      fc.property(days, strength, (elapsed, { stability }) => {
        const ours = forgettingCurve(elapsed, stability);
        expect(Math.abs(ours - curveByHand(elapsed, stability))).toBeLessThanOrEqual(1e-6);
        expect(ours).toBe(forgetting_curve(default_w, elapsed, stability));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is 1 at once and 0.9 when the stability has passed', () => {
    expect(forgettingCurve(toDays(0), toDays(7))).toBe(1);
    expect(forgettingCurve(toDays(7), toDays(7))).toBeCloseTo(0.9, 8);
  });

  it('never rises', () => {
    fc.assert(
      fc.property(days, days, strength, (a, b, { stability }) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(forgettingCurve(early, stability)).toBeGreaterThanOrEqual(
          forgettingCurve(late, stability),
        );
      }),
    );
  });
});

describe('an interval', () => {
  it('is whole, at least a day and at most 100 years', () => {
    fc.assert(
      fc.property(strength, retention, ({ stability }, wanted) => {
        const interval = nextInterval(stability, wanted);
        expect(Number.isInteger(interval)).toBe(true);
        expect(interval).toBeGreaterThanOrEqual(1);
        expect(interval).toBeLessThanOrEqual(36_500);
      }),
    );
  });

  it('ends when the chance of recall has fallen to what is wanted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 30, max: 1000, noNaN: true }),
        retention,
        (stability, wanted) => {
          const interval = nextInterval(toDays(stability), wanted);
          fc.pre(interval > 10 && interval < 36_500);
          expect(forgettingCurve(toDays(interval - 1), toDays(stability))).toBeGreaterThan(wanted);
          expect(forgettingCurve(toDays(interval + 1), toDays(stability))).toBeLessThan(wanted);
        },
      ),
    );
  });

  it('is the stability where 90 % are wanted', () => {
    expect(nextInterval(toDays(42), toProbability(0.9))).toBe(42);
  });
});
