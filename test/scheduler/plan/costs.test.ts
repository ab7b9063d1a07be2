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
  it('is a guess before twenty of a kind are known', () => {
    expect(learnCosts([])).toEqual(DEFAULT_COSTS);
    expect(learnCosts(answers(19, 'good', () => 10))).toEqual(DEFAULT_COSTS);
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
