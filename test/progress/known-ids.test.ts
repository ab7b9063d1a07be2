import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownIds } from '../../src/progress/known-ids.ts';

const id = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', 'c-1', 'x'), fc.nat(40))
      .map(([s, n]) => `${s}-${n.toString(36)}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'x', 'NaN', 'a-', '-1', 'a-01', 'a-A', 'a-zzzzzzzzz', 'plain'),
  },
);

describe('the ids that are known', () => {
  it('are those that were added, also after they were written and read', () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), fc.array(id), (first, second, others) => {
        const known = new KnownIds();
        const model = new Set<string>();
        for (const one of first) {
          expect(known.add(one)).toBe(!model.has(one));
          model.add(one);
        }
        const again = new KnownIds(() => known.encode());
        for (const one of second) {
          expect(again.add(one)).toBe(!model.has(one));
          model.add(one);
        }
        const last = new KnownIds(() => again.encode());
        for (const one of [...first, ...second, ...others]) {
          expect([one, again.has(one), last.has(one)]).toEqual([
            one,
            model.has(one),
            model.has(one),
          ]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('take little room: ten thousand of a session are one range', () => {
    const known = new KnownIds();
    for (let n = 0; n < 10_000; n++) known.add(`0123456789abcdef-${n.toString(36)}`);
    expect(known.encode()).toBe('0123456789abcdef 0,7pr');
  });
});
