import { describe, expect, it } from 'vitest';
import type { CardState } from '../../src/progress/card-state.ts';
import {
  decodeEvent,
  encodeEvent,
  type Happening,
  type KnownEvent,
} from '../../src/progress/events.ts';
import { foldAll } from '../../src/progress/fold.ts';
import { Ledger } from '../../src/progress/ledger.ts';
import { encodeSnapshot } from '../../src/progress/snapshot.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { FakeJournals, grade, moment, startOf } from '../support/events.ts';

const RARE: readonly (readonly [number, Happening])[] = [
  [9, { type: 'undo', target: 'never-1', card: 'card-1' }],
  [20, { type: 'set', key: 'desiredRetention', value: 0.8 }],
  [25, { type: 'alias', from: 'card-6', to: 'card-0' }],
  [30, { type: 'bury', card: 'card-2', until: toStudyDay(50) }],
];

/** Journals of two devices with a bit of everything in them. */
const history = (): FakeJournals => {
  const journals = new FakeJournals();
  for (let day = 1; day <= 40; day++) {
    const device = day % 3 === 0 ? 'd2' : 'd1';
    const session = `${device}-${day}`;
    const cards = [`card-${day % 7}`, `card-${day % 5}`] as const;
    const graded = journals.write(
      [startOf(), grade(cards[0], 'good'), grade(cards[1], 'again')],
      moment(day),
      { device, session },
    );
    const which = day % 8 === 0 ? 0 : 1;
    const undo: Happening = {
      type: 'undo',
      target: graded[which + 1]?.event.id ?? '',
      card: cards[which],
    };
    const more = [
      ...(day % 4 === 0 ? [undo] : []),
      ...RARE.flatMap(([on, rare]) => (on === day ? [rare] : [])),
    ];
    journals.write(more, moment(day, 5), { device, session });
  }
  return journals;
};

describe('the fold of everything', () => {
  it('gives what a ledger gives that is told event by event', () => {
    const journals = history();
    const ledger = new Ledger(journals);
    for (const entry of journals.entries) ledger.apply([entry]);
    const base = foldAll((types) => journals.readAll(types));
    const rows = (value: Record<string, unknown>): unknown =>
      JSON.parse(
        JSON.stringify({
          ...value,
          cards: (value['cards'] as unknown[]).toSorted(),
          days: (value['days'] as unknown[]).toSorted(),
          ids: String(value['ids']).split(';').toSorted(),
        }),
      );
    expect(rows(encodeSnapshot({ journals: new Map(), base }))).toEqual(
      rows(encodeSnapshot({ journals: new Map(), base: ledger.toBase() })),
    );
  });

  it('tells of each grade that counts, with the card as it was before', () => {
    const journals = history();
    const seen: (readonly [string, CardState['memory']['stage']])[] = [];
    foldAll(
      (types) => journals.readAll(types),
      (_, key, { memory }) => seen.push([key, memory.stage]),
    );
    expect(seen).toHaveLength(80 - 10);
    expect(seen.map(([key]) => key)).not.toContain('card-6');
    expect(seen.filter(([, stage]) => stage === 'new')).toHaveLength(6);
  });
});

describe('a grade that is read by hand', () => {
  const whole = {
    v: 1,
    id: 's-1',
    device: 'd',
    session: 's',
    t: 5,
    day: 1,
    type: 'grade',
    card: 'c',
    rating: 'good',
    ms: 7,
  } as unknown as KnownEvent;

  it('is what the general check gives, without keys that nobody knows', () => {
    expect(decodeEvent(encodeEvent(whole))).toEqual(whole);
    expect(decodeEvent(JSON.stringify({ ...whole, extra: 1 }))).toEqual(whole);
    expect(decodeEvent(JSON.stringify({ ...whole, ms: 7.5, t: -5 }))).toEqual({
      ...whole,
      ms: 7.5,
      t: -5,
    });
  });

  it.each([
    { card: '' },
    { card: 7 },
    { rating: 'best' },
    { ms: -1 },
    { t: 1e300 },
    { t: 1.5 },
    { id: 'a b' },
    { day: null },
    { card: 'x'.repeat(513) },
  ])('is damaged with %j', (part) => {
    expect(decodeEvent(JSON.stringify({ ...whole, ...part }))).toBeUndefined();
  });
});
