import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolOf } from '../../src/deck/card-pool.ts';
import type { History } from '../../src/progress/base.ts';
import { EMPTY_BASE, type LedgerBase } from '../../src/progress/base.ts';
import { NEW_CARD } from '../../src/progress/card-state.ts';
import type { Happening } from '../../src/progress/events.ts';
import { decodeTotals, encodeTotals, LazyDays } from '../../src/progress/lazy-days.ts';
import type { Mend } from '../../src/progress/lazy-map.ts';
import { Ledger } from '../../src/progress/ledger.ts';
import { encodeSnapshot } from '../../src/progress/snapshot.ts';
import type { Rating } from '../../src/scheduler/memory.ts';
import { isDue, isDueAhead } from '../../src/scheduler/schedule.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { createPlan, type WholeWorld } from '../../src/session/plan.ts';
import { formatDecks, LazyCards } from '../../src/storage/lazy-cards.ts';
import { formatSnapshot, readSnapshot } from '../../src/storage/snapshot-file.ts';
import { twin } from '../../src/storage/twin-file.ts';
import { cardsOf } from '../support/cards.ts';
import { FakeStore, grade, moment } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { STUDY_OPTIONS } from '../support/session-options.ts';

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

const happeningOf = (card: string, what: Rating | 'suspend' | 'bury', day: number): Happening => {
  if (what === 'suspend') return { type: what, card };
  return what === 'bury' ? { type: what, card, until: toStudyDay(day + 1) } : grade(card, what);
};

const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('a"b', 'a\\', 'a\\"', 'a', 'a,', '\n', '", [', '/', 'a/', 'a/b/c'),
  fc.integer().map((n) => `card-${n}`),
  fc.tuple(fc.constantFrom('one', 'other'), fc.nat()).map(([deck, n]) => `${deck}/card-${n}`),
);

const unmended = (reason: unknown): never => {
  throw reason;
};

/** Cards as they are read out of their texts. */
const lazyCards = (rows: readonly (readonly unknown[])[]) =>
  new LazyCards(
    formatDecks(rows).map((deck) => ({
      ...deck,
      hashes: () => deck.hashes,
      ends: () => deck.ends,
      backs: () => deck.backs,
      rows: () => Buffer.from(deck.rows, 'latin1'),
    })),
    unmended,
  );

describe('the cards of a snapshot', () => {
  it('are found one by one, or all at once, whatever their keys are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(key), (keys, others) => {
        const expected = baseOf(keys).cards;
        const lazy = () => lazyCards(rowsOf(keys));
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

  it('are found where two keys have the same hash', () => {
    const keys = ['costarring', 'liquid', 'declinate', 'macallums'];
    const cards = lazyCards(rowsOf(keys));
    expect(keys.map((wanted) => cards.get(wanted)?.state.seen?.question)).toEqual(
      keys.map((wanted) => `“${wanted}”\n["x",`),
    );
  });

  it('give the plan that they gave before, without those being read that come back later', () => {
    const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
    const deed = fc.record({
      card: fc.nat(29),
      // A clock that was far ahead as well.
      day: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(900)),
      what: fc.oneof(ratings, fc.constantFrom('suspend' as const, 'bury' as const)),
    });
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 50 }),
        fc.integer({ min: 9, max: 30 }),
        (deeds, day) => {
          const store = new FakeStore();
          const cards = cardsOf(3, 10);
          for (const { card, day, what } of deeds) {
            store.record([happeningOf(cards[card]?.key ?? '', what, day)], moment(day));
          }
          const base = store.ledger.toBase();
          const rows = encodeSnapshot({ journals: new Map(), base })['cards'];
          const lazy = lazyCards(rows as readonly (readonly unknown[])[]);
          const history: History = { readCards: () => [], readAll: () => [] };
          const ledger = new Ledger(history, { ...base, cards: lazy });
          const now = moment(day);
          const later = cards.filter(({ key }) => ledger.glance(key, now.day) === 'later');
          for (const { key } of later) {
            const { memory } = store.ledger.card(key);
            const isHere = isDue(memory, now) || isDueAhead(memory, now);
            expect([memory.stage, isHere]).toEqual(['review', false]);
          }
          const plan = (world: WholeWorld) => createPlan(poolOf(cards), world, STUDY_OPTIONS, now);
          expect(plan(new Ledger(history, { ...base, cards: lazy }))).toEqual(plan(store.ledger));
        },
      ),
    );
  });

  it('are JSON in ASCII, a card a line, for whoever else wants to read them', () => {
    const text = formatSnapshot({ journals: new Map(), base: baseOf(['caf\u00E9', 'b', 'a']) });
    expect(text).toMatch(/^[\n -~]*$/);
    const [head, ids, days, hashes, ends, backs, cards, ...others] = JSON.parse(`[${text}]`);
    expect([head.fold, ids, days, others]).toEqual([expect.any(Number), '', [], []]);
    for (const index of [hashes, ends, backs]) expect(index).toMatch(/^[\w+/]+=*$/);
    expect(cards.map(([name]: [string]) => name).toSorted()).toEqual(['a', 'b', 'caf\u00E9']);
    expect(text.split('\n')).toHaveLength(11);
  });
});

describe('a file whose two texts are the same', () => {
  const read = (text: string) => {
    const file = path.join(temporaryFolder(), 'snapshot.json');
    fs.writeFileSync(file, twin(text).join(''));
    const snapshot = readSnapshot(fs, file, unmended);
    if (snapshot.kind !== 'ok') return snapshot.kind;
    try {
      const { cards, days, ids } = snapshot.snapshot.base;
      return `${snapshot.kind} ${[...cards].length} ${[...days].length} ${ids.length}`;
    } catch {
      return 'damaged in its parts';
    } finally {
      snapshot.file.close();
    }
  };
  const whole = formatSnapshot({
    journals: new Map(),
    base: baseOf(['a', 'b', 'c', 'd', 'e']),
  });

  it('and has all that belongs there is read', () => {
    expect(read(whole)).toBe('ok 5 0 0');
  });

  it.each([
    ['has no line end', whole.replaceAll('\n', ' ')],
    ['has no cards', whole.replace(/\[\n\[.*\n\]/s, '')],
    ['has a head that is no JSON', whole.replace('{', '{{')],
    ['has a number that is a text', whole.replace(/"events":\d+/, '"events":"7"')],
    ['says nothing of its sizes', whole.replace(/"sizes":/, '"sixes":')],
    ['is longer than it says', `${whole},\n""`],
    ['has nothing', ''],
  ])('but %s is damaged', (_, text) => {
    expect(read(text)).toBe('damaged');
  });

  it.each([
    ['ids that are no text', whole.replace('},\n"",', '},\n12,')],
    ['days that are none', whole.replace(',\n[],', ',\n{},')],
    ['a card that is none', whole.replace('\n["a",0', '\n["a","')],
    ['another number of cards', whole.replace('["",5,', '["",6,')],
  ])('but has %s is found to be damaged when they are read', (_, text) => {
    expect(text).not.toBe(whole);
    expect(read(text)).toBe('damaged in its parts');
  });

  it('but is of another fold is thrown away without a word', () => {
    expect(read(whole.replace(/"fold":\d+/, '"fold":2'))).toBe('stale');
    expect(read('{"fold":2,"journals":[],"cards":[\n["a",1]')).toBe('stale');
  });

  it('but is of the form that it had once is thrown away without a word', () => {
    const file = path.join(temporaryFolder(), 'snapshot.json');
    fs.writeFileSync(file, '{"fold":6,"journals":[],\n"ids":"",\n"sum":"00000000"}');
    expect(readSnapshot(fs, file, unmended).kind).toBe('stale');
  });
});

describe('an index of cards', () => {
  const [deck] = formatDecks(rowsOf(['a', 'b', 'c']));
  if (deck === undefined) throw new Error('no deck');
  const cardsWith = (parts: Partial<typeof deck>, mend: Mend<LedgerBase['cards']> = unmended) => {
    const { hashes, ends, backs, rows, ...whole } = { ...deck, ...parts };
    const stored = { ...whole, hashes: () => hashes, ends: () => ends, backs: () => backs };
    return new LazyCards([{ ...stored, rows: () => Buffer.from(rows, 'latin1') }], mend);
  };
  const today = toStudyDay(9);

  it.each([
    ['hashes cut short', { hashes: deck.hashes.slice(0, -4) }],
    ['hashes of none', { hashes: '' }],
    ['ends cut short', { ends: deck.ends.slice(0, 4) }],
    ['ends of none', { ends: '' }],
  ])('with %s is found to be damaged when a card is asked for', (_, parts) => {
    expect(() => cardsWith(parts).get('a')).toThrow();
    expect(() => cardsWith(parts).glance('a', today)).toThrow();
  });

  it('is made good by all cards, once, where it is damaged', () => {
    const mended = baseOf(['a', 'z']).cards;
    let count = 0;
    const mend = () => {
      count++;
      return mended;
    };
    const cards = cardsWith({ hashes: '' }, mend);
    expect([cards.get('a'), cards.get('b'), cards.has('z')]).toEqual([
      mended.get('a'),
      undefined,
      true,
    ]);
    expect(['a', 'b'].map((name) => cards.glance(name, today))).toEqual(['known', 'unknown']);
    expect([[...cards.keys()], cards.size, count]).toEqual([['a', 'z'], 2, 1]);
    expect(cardsWith({ backs: '' }, mend).glance('z', today)).toBe('unknown');
    expect(cardsWith({ backs: '' }, mend).glance('a', today)).toBe('known');
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
        const lazy = () => new LazyDays(() => JSON.stringify(days), unmended);
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
