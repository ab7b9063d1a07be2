import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgettingCurve, nextStrength, type Strength } from '../../../src/scheduler/fsrs.ts';
import { RATINGS, type Rating } from '../../../src/scheduler/memory.ts';
import { afterGrade, type PlanMemory } from '../../../src/scheduler/plan/card.ts';
import {
  nextDifficulty,
  nextStability,
  recallAt,
  strengthBefore,
} from '../../../src/scheduler/plan/model.ts';
import { toDays, toStudyDay } from '../../../src/scheduler/units.ts';

const strengthOf = (memory: PlanMemory): Strength => ({
  stability: toDays(memory.stability),
  difficulty: memory.difficulty,
});

/** The memory after ratings that came so many days after one another. */
const memoryAfter = (ratings: readonly Rating[], gaps: readonly number[]): PlanMemory => {
  let today = 0;
  let memory: PlanMemory | undefined;
  for (const [index, rating] of ratings.entries()) {
    today += gaps[index] ?? 0;
    memory = afterGrade(memory, rating, toStudyDay(today));
  }
  if (memory === undefined) throw new Error('no ratings');
  return memory;
};

describe('the formulas of the plan', () => {
  it('agree with ts-fsrs within 1e-6 over 10,000 random transitions', () => {
    let [transitions, worst] = [0, 0];
    const gaps = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(2000));
    const steps = fc.array(fc.record({ gap: gaps, rating: fc.constantFrom(...RATINGS) }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (reviews) => {
        let ours: PlanMemory | undefined;
        let today = 0;
        for (const { gap, rating } of reviews) {
          today += gap;
          const before = ours === undefined ? undefined : strengthOf(ours);
          const theirs = nextStrength(before, toDays(gap), rating);
          ours = afterGrade(ours, rating, toStudyDay(today));
          worst = Math.max(
            worst,
            Math.abs(ours.stability - theirs.stability) / Math.max(1, theirs.stability),
            Math.abs(ours.difficulty - theirs.difficulty),
            Math.abs(
              recallAt(gap, ours.stability) - forgettingCurve(toDays(gap), toDays(ours.stability)),
            ),
          );
          transitions++;
        }
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(transitions).toBe(10_000);
    expect(worst).toBeLessThan(1e-6);
  });

  // https://github.com/open-spaced-repetition/ts-fsrs/blob/main/packages/fsrs/__tests__/FSRS-6.test.ts
  it('give the intervals that ts-fsrs, py-fsrs and fsrs-rs share', () => {
    const ratings = [...'GGGGGGAAGGGGG'].map(
      (letter): Rating => (letter === 'G' ? 'good' : 'again'),
    );
    const intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    const gaps = [0, ...intervals.slice(0, -1)];
    for (const [index, interval] of intervals.entries()) {
      if (interval === 0) continue;
      const memory = memoryAfter(ratings.slice(0, index + 1), gaps);
      expect(Math.round(memory.stability)).toBe(interval);
    }
  });

  it('lead back from what a review left to what it found', () => {
    const found = fc.record({
      stability: fc.double({ min: 0.05, max: 2_000, noNaN: true }),
      difficulty: fc.double({ min: 2, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(found, fc.nat(300), fc.constantFrom(...RATINGS), (before, elapsed, rating) => {
        const after = {
          stability: nextStability(before.stability, before.difficulty, elapsed, rating),
          difficulty: nextDifficulty(before.difficulty, rating),
        };
        fc.pre(after.difficulty > 1 && after.difficulty < 10);
        const back = strengthBefore(after, elapsed, rating);
        expect(back.difficulty).toBeCloseTo(before.difficulty, 6);
        expect(Math.abs(Math.log(back.stability / before.stability))).toBeLessThan(1e-4);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  it('give the memory state that ts-fsrs, py-fsrs and fsrs-rs share', () => {
    const memory = memoryAfter(
      ['again', 'good', 'good', 'good', 'good', 'good'],
      [0, 0, 1, 3, 8, 21],
    );
    expect(memory.stability).toBeCloseTo(53.62691, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 6);
  });
});
