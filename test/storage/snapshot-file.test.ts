import fs from 'node:fs';
import path from 'node:path';
import { crc32 as native } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_BASE } from '../../src/progress/base.ts';
import { NEW_CARD } from '../../src/progress/card-state.ts';
import { decodeTotals, encodeTotals, LazyDays } from '../../src/progress/lazy-days.ts';
import { encodeSnapshot } from '../../src/progress/snapshot.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { crc32 } from '../../src/storage/crc32.ts';
import { formatRows, LazyCards } from '../../src/storage/lazy-cards.ts';
import { formatSnapshot, readSnapshot } from '../../src/storage/snapshot-file.ts';
import { temporaryFolder } from '../support/quiz.ts';

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
      fc.property(fc.uniqueArray(key), fc.array(key), fc.boolean(), (keys, others, isMany) => {
        const expected = baseOf(keys).cards;
        const { index, rows } = formatRows(rowsOf(keys));
        const lazy = () =>
          new LazyCards(Buffer.from(rows, 'latin1'), index, isMany ? 0 : undefined);
        const [one, all] = [lazy(), lazy()];
        for (const wanted of [...keys, ...others])
          expect(one.get(wanted)).toEqual(expected.get(wanted));
        expect(new Map(all)).toEqual(expected);
        expect([all.size, [...all.keys()].toSorted()]).toEqual([keys.length, keys.toSorted()]);
        for (const wanted of keys)
          expect([all.has(wanted), all.get(wanted)]).toEqual([true, expected.get(wanted)]);
        for (const wanted of others) expect(lazy().has(wanted)).toBe(expected.has(wanted));
      }),
    );
  });

  it('are JSON in ASCII, a card a line, for whoever else wants to read them', () => {
    const text = formatSnapshot({ journals: new Map(), base: baseOf(['caf\u00E9', 'b', 'a']) });
    expect(text).toMatch(/^[\n -~]*$/);
    const names = JSON.parse(text).cards.map(([name]: [string]) => name);
    expect(names.toSorted()).toEqual(['a', 'b', 'caf\u00E9']);
    expect(text.split('\n')).toHaveLength(9);
  });
});

describe('a file that has a right sum', () => {
  const read = (text: string) => {
    const file = path.join(temporaryFolder(), 'snapshot.json');
    fs.writeFileSync(
      file,
      `${text}\n],"sum":"${crc32(Buffer.from(text)).toString(16).padStart(8, '0')}"}`,
    );
    return readSnapshot(fs, file).kind;
  };
  const [whole = ''] = formatSnapshot({
    journals: new Map(),
    base: baseOf(['a', 'b', 'c', 'd', 'e']),
  }).split('\n],"sum"');

  it('and all that belongs there is read', () => {
    expect(read(whole)).toBe('ok');
  });

  it.each([
    ['no line end', whole.replaceAll('\n', ' ')],
    ['no list of cards', whole.replace('"cards"', '"decks"')],
    ['no ids', whole.replace('"ids"', '"idx"')],
    ['an index of another size', whole.replace('"index":"', '"index":"0')],
    ['three groups of cards', whole.replace('"index":"', `"index":"${'0'.repeat(14)}`)],
    ['no groups for its cards', whole.replace(/"index":"[^"]*/, '"index":"')],
    ['a head that is no JSON', whole.replace('{', '{{')],
    ['a number that is a text', whole.replace(/"events":\d+/, '"events":"7"')],
    ['nothing else', ''],
  ])('but has %s is damaged', (_, text) => {
    expect(read(text)).toBe('damaged');
  });

  it('but is of another fold is thrown away without a word', () => {
    expect(read(whole.replace(/"fold":\d+/, '"fold":2'))).toBe('stale');
    expect(read('{"fold":2,"journals":[],"cards":[\n["a",1]')).toBe('stale');
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

describe('the days of a snapshot', () => {
  it('are found one by one, or all at once', () => {
    const number = fc.nat(1_000_000);
    const row = fc.tuple(...Array.from({ length: 9 }, () => number));
    const rows = fc.uniqueArray(row, { selector: ([day]) => day });
    fc.assert(
      fc.property(rows, fc.array(number), (days, others) => {
        const expected = new Map(days.map(decodeTotals));
        const lazy = () => new LazyDays(JSON.stringify(days));
        const [one, all] = [lazy(), lazy()];
        for (const day of [...expected.keys(), ...others.map(toStudyDay)]) {
          expect(one.get(day)).toEqual(expected.get(day));
          expect(one.has(day)).toBe(expected.has(day));
        }
        expect(new Map(all)).toEqual(expected);
        expect(all.size).toBe(days.length);
        expect([...all].map(encodeTotals)).toEqual(days);
      }),
    );
  });
});
