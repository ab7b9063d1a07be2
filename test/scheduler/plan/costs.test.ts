import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/scheduler/memory.ts';
import {
  type AnswerRecord,
  DEFAULT_COSTS,
  learnCosts,
  soundCosts,
} from '../../../src/scheduler/plan/costs.ts';
import { inDays } from './support.ts';

const answers = (
  count: number,
  rating: Rating,
  seconds: (index: number) => number,
  introduced = false,
): readonly AnswerRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    card: `${rating}-${introduced}-${index}`,
    day: inDays(index % 5),
    rating,
    ms: 1000 * seconds(index),
    introduced,
  }));

describe('what cards cost', () => {
  it('is a guess before the first of a kind', () => {
    expect(learnCosts([])).toEqual(DEFAULT_COSTS);
    const { fail, new: fresh } = learnCosts(answers(19, 'good', () => 10));
    expect({ fail, new: fresh }).toEqual({ fail: DEFAULT_COSTS.fail, new: DEFAULT_COSTS.new });
  });

  it('moves half of the way, as a ratio, at the first answer and nearly all at the tenth', () => {
    const passAfter = (count: number): number =>
      learnCosts(
        answers(count, 'good', () => 10),
        { pass: 90, fail: 1, new: 1 },
      ).pass;
    expect(passAfter(1)).toBeGreaterThan(28);
    expect(passAfter(1)).toBeLessThan(32);
    expect(passAfter(10)).toBeLessThan(11.2);
    expect(passAfter(20)).toBe(10);
  });

  it('is not thrown off by one long answer among the first ten', () => {
    const one = learnCosts(answers(10, 'good', (index) => (index === 3 ? 119 : 12)));
    expect(one.pass).toBeLessThan(14);
  });

  it('is the median of each kind from then on', () => {
    const records = [
      ...answers(20, 'good', (index) => 10 + index),
      ...answers(21, 'again', () => 33),
      ...answers(20, 'good', () => 50, true),
    ];
    expect(learnCosts(records)).toEqual({ pass: 19.5, fail: 33, new: 50 });
  });

  it('caps a long pause at two minutes', () => {
    expect(learnCosts(answers(20, 'good', () => 4_000)).pass).toBe(120);
  });

  it('counts what was drilled again on the day to the first answer of the day', () => {
    const first = answers(20, 'again', () => 20);
    const drill = first.map((record): AnswerRecord => ({ ...record, rating: 'good', ms: 7_000 }));
    expect(learnCosts([...first, ...drill])).toEqual({ ...DEFAULT_COSTS, fail: 27 });
  });

  it('goes by the latest two hundred: answers get quicker', () => {
    expect(
      learnCosts([...answers(150, 'hard', () => 60), ...answers(200, 'good', () => 9)]).pass,
    ).toBe(9);
  });

  it('leaves out times that are none', () => {
    expect(learnCosts(answers(40, 'good', (index) => (index < 20 ? Number.NaN : -3)))).toEqual(
      DEFAULT_COSTS,
    );
  });

  it('can always be divided by', () => {
    expect(soundCosts({ pass: 0, fail: Number.NaN, new: -4 })).toEqual(DEFAULT_COSTS);
    expect(soundCosts({ pass: 5, fail: Number.POSITIVE_INFINITY, new: 7 })).toEqual({
      pass: 5,
      fail: DEFAULT_COSTS.fail,
      new: 7,
    });
  });
});
