import { crc32 as native } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_BASE } from '../../src/progress/base.ts';
import { NEW_CARD } from '../../src/progress/card-state.ts';
import { encodeSnapshot } from '../../src/progress/snapshot.ts';
import { toTimestamp } from '../../src/scheduler/units.ts';
import { crc32 } from '../../src/storage/crc32.ts';
import { formatRows, LazyCards } from '../../src/storage/lazy-cards.ts';
import { formatSnapshot } from '../../src/storage/snapshot-file.ts';

const baseOf = (keys: readonly string[]) => ({
  ...EMPTY_BASE,
  cards: new Map(
    keys.map((key, n) => [
      key,
      {
        state: { ...NEW_CARD, seen: { question: `“${key}”\n["x",`, answer: 'h' } },
        last: { t: toTimestamp(n), device: 'd', offset: n },
      },
    ]),
  ),
});
const rowsOf = (keys: readonly string[]) =>
  encodeSnapshot({ journals: new Map(), base: baseOf(keys) })[
    'cards'
  ] as readonly (readonly unknown[])[];

const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('a"b', 'a\\', 'a\\"', 'a', 'a,', '\n', '", ['),
  fc.integer().map((n) => `card-${n}`),
);

describe('the cards of a snapshot', () => {
  it('are found one by one, or all at once, whatever their keys are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(key), (keys, others) => {
        const expected = baseOf(keys).cards;
        const text = formatRows(rowsOf(keys));
        const [one, all] = [new LazyCards(text), new LazyCards(text)];
        for (const wanted of [...keys, ...others])
          expect(one.get(wanted)).toEqual(expected.get(wanted));
        expect(new Map(all)).toEqual(expected);
        expect([all.size, [...all.keys()].toSorted()]).toEqual([keys.length, keys.toSorted()]);
        for (const wanted of keys)
          expect([all.has(wanted), all.get(wanted)]).toEqual([true, expected.get(wanted)]);
      }),
    );
  });

  it('are JSON in ASCII, a card a line, for whoever else wants to read them', () => {
    const text = formatSnapshot({ journals: new Map(), base: baseOf(['caf\u00E9', 'b', 'a']) });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(JSON.parse(text).cards.map(([name]: [string]) => name)).toEqual(['a', 'b', 'caf\u00E9']);
    expect(text.split('\n')).toHaveLength(5);
  });
});

describe('the sum', () => {
  it('is that of node:zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(native(bytes));
      }),
    );
  });
});
