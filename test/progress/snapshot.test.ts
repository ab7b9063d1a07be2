import { beforeEach, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/progress/ledger.ts';
import { SESSIONS_KEPT } from '../../src/progress/session-record.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  FOLD_VERSION,
  type Snapshot,
} from '../../src/progress/snapshot.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { FakeJournals, grade, moment, startOf } from '../support/events.ts';

/** The keys that lead to a value. */
type Place = readonly (string | number)[];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let journals: FakeJournals;
let ledger: Ledger;
let snapshot: Snapshot;

beforeEach(() => {
  journals = new FakeJournals();
  journals.write(
    [
      startOf({ cards: ['a', 'b'] }),
      { type: 'seen', card: 'a', question: 'Why?', answer: 'h' },
      grade('a', 'easy', 900),
      grade('b', 'again', 100),
      { type: 'set', key: 'newPerDay', value: 5 },
      { type: 'alias', from: 'old', to: 'a' },
      { type: 'mark', card: 'b' },
      { type: 'bury', card: 'b', until: toStudyDay(11) },
      { type: 'suspend', card: 'c' },
      { type: 'end', reason: 'done' },
    ],
    moment(10),
  );
  journals.write([grade('a', 'again')], moment(18), { device: 'd2', session: 's2' });
  ledger = new Ledger(journals);
  ledger.apply(journals.entries);
  snapshot = {
    journals: new Map([['d1', { offset: 1000, maxT: moment(10).at, before: 'ZW5k' }]]),
    base: ledger.toBase(),
  };
});

const written = (): { [key: string]: Json } => JSON.parse(JSON.stringify(encodeSnapshot(snapshot)));

describe('a snapshot', () => {
  it('comes back from the disk as it was', () => {
    expect(decodeSnapshot(written())).toEqual(snapshot);
  });

  it('of nothing is one too', () => {
    const nothing: Snapshot = { journals: new Map(), base: new Ledger(journals).toBase() };
    expect(decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(nothing))))).toEqual(nothing);
  });

  it('keeps the numbers of a memory to the last bit', () => {
    const read = decodeSnapshot(written());
    const memory = read === 'stale' ? undefined : read.base.cards.get('a')?.state.memory;
    expect(memory).toStrictEqual(ledger.card('a').memory);
  });

  it('keeps the last sessions only', () => {
    for (let n = 0; n < SESSIONS_KEPT + 5; n++) {
      journals.write([startOf(), grade('a', 'good')], moment(30 + n), { session: `later-${n}` });
    }
    ledger = new Ledger(journals);
    ledger.apply(journals.entries);
    const read = decodeSnapshot(encodeSnapshot({ journals: new Map(), base: ledger.toBase() }));
    const ids = read === 'stale' ? [] : [...read.base.sessions.keys()];
    expect(ids).toHaveLength(SESSIONS_KEPT);
    expect(ids).toContain('later-24');
    expect(ids).not.toContain('d1s');
  });

  it('of another version of the fold is stale, whatever it holds', () => {
    expect(decodeSnapshot({ ...written(), fold: FOLD_VERSION + 1 })).toBe('stale');
    expect(decodeSnapshot({ fold: FOLD_VERSION - 1 })).toBe('stale');
  });

  it.each([null, undefined, 7, 'snapshot', [], {}, { fold: '1' }, { fold: FOLD_VERSION }])(
    'is not %j',
    (value) => {
      expect(() => decodeSnapshot(value)).toThrow(TypeError);
    },
  );
});

/** The places of all values in a value, as lists of keys. */
const placesIn = (value: Json): Place[] => {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : Object.entries(value);
  return [[], ...entries.flatMap(([key, part]) => placesIn(part).map((rest) => [key, ...rest]))];
};

const valueAt = (whole: Json, place: Place): Json =>
  place.reduce<Json>((value, key) => (value as { [key: string]: Json })[key] ?? null, whole);

/** The same value with another one in one place; nothing there, where it is undefined. */
const withValue = (
  whole: Json,
  [key, ...rest]: Place,
  value: Json | undefined,
): Json | undefined => {
  if (key === undefined) return value;
  const copy = structuredClone(whole) as { [key: string]: Json };
  const part = withValue(copy[key] ?? null, rest, value);
  if (part === undefined) delete copy[key];
  else copy[key] = part;
  return JSON.parse(JSON.stringify(copy));
};

const kindOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

const OTHERS: readonly Json[] = [null, true, 3.5, 'text', [], {}];

/** Values that are as good as the one that is there: of another kind, but allowed. */
const mayBe = (whole: Json, [part, row, field]: Place, other: Json): boolean => {
  // The numbers of a card that was never graded are not read.
  if (part === 'cards' && Number(field) >= 2 && Number(field) <= 12) {
    return valueAt(whole, ['cards', row ?? 0, 1]) === 0;
  }
  if (part === 'cards' && field === 14) return other === null || typeof other === 'number';
  if (part === 'cards' && (field === 15 || field === 17)) return other === null;
  if (part === 'sessions' && field === 'deck') return other === null || typeof other === 'string';
  return part === 'settings' && field === 4 && (other === null || typeof other !== 'object');
};

const isAccepted = (value: Json | undefined): boolean => {
  try {
    return decodeSnapshot(value) !== undefined;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

describe('a damaged snapshot', () => {
  it('is told from a whole one, whatever kind of value is in whatever place', () => {
    const whole = written();
    const damaged = placesIn(whole)
      .filter((place) => place.length > 0)
      .flatMap((place) => OTHERS.map((other) => ({ place, other })))
      .filter(({ place, other }) => kindOf(other) !== kindOf(valueAt(whole, place)))
      .filter(({ place, other }) => !mayBe(whole, place, other));
    const accepted = damaged
      .filter(({ place, other }) => isAccepted(withValue(whole, place, other)))
      .map(({ place, other }) => `${place.join('.')} = ${JSON.stringify(other)}`);
    expect(accepted).toEqual([]);
    expect(damaged.length).toBeGreaterThan(500);
  });

  it('is told where a part is missing', () => {
    const whole = written();
    const accepted = placesIn(whole)
      .filter((place) => place.length === 1 || (place.length === 3 && place[0] !== 'aliases'))
      .filter((place) => !(place[0] === 'sessions' && place[2] === 'ended'))
      // In the middle of a row the others move up; the last of a row is really gone.
      .filter((place) => typeof place[2] !== 'number' || isLastOfRow(whole, place))
      .filter((place) => {
        const parent = place.slice(0, -1);
        const row = valueAt(whole, parent);
        return isAccepted(
          Array.isArray(row)
            ? withValue(whole, parent, row.slice(0, -1))
            : withValue(whole, place, undefined),
        );
      });
    expect(accepted).toEqual([]);
  });

  it.each<[string, Place, Json]>([
    ['a stage that is none', ['cards', 0, 1], 4],
    ['a stage between two', ['cards', 0, 1], 1.5],
    ['a stability of 0', ['cards', 0, 2], 0],
    ['a difficulty of 0', ['cards', 0, 3], 0],
    ['a rating that is none', ['cards', 0, 10], 4],
    ['a spaced rating that is none', ['cards', 0, 16], '019'],
    ['an end for no reason', ['sessions', 0, 'ended'], 'bored'],
  ])('has %s', (_, place, value) => {
    expect(() => decodeSnapshot(withValue(written(), place, value))).toThrow(TypeError);
  });

  it('has a number beyond all numbers', () => {
    const text = JSON.stringify(written()).replace(/"events":\d+/, '"events":1e999');
    expect(() => decodeSnapshot(JSON.parse(text))).toThrow(TypeError);
  });
});

const isLastOfRow = (whole: Json, place: Place): boolean => {
  const row = valueAt(whole, place.slice(0, -1));
  return Array.isArray(row) && Number(place.at(-1)) === row.length - 1;
};
