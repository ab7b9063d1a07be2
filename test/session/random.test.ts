import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, seedOf, shuffle } from '../../src/session/random.ts';

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('lies from 0 to below 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        for (let n = 0; n < 50; n++) {
          const number = random();
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
  });

  it('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const mixed = shuffle(items, createRandom(seed));
        expect(mixed.toSorted()).toEqual(items.toSorted());
      }),
    );
  });

  it('puts each item in each place about as often', () => {
    const random = createRandom(1);
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 4000; n++) {
      const place = shuffle(['a', 'b', 'c', 'd'], random).indexOf('a');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('has a seed from words, the same for the same words', () => {
    expect(seedOf('llm-quiz/a#1')).toBe(seedOf('llm-quiz/a#1'));
    expect(seedOf('llm-quiz/a#1')).not.toBe(seedOf('llm-quiz/a#2'));
  });
});
