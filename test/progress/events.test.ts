import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardOf,
  decodeEvent,
  encodeEvent,
  eventProblems,
  type Happening,
  isKnown,
  type KnownEvent,
} from '../../src/progress/events.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { grade, startOf } from '../support/events.ts';

const HEAD = {
  v: 1,
  id: 'a1-0',
  device: 'laptop',
  session: 'a1',
  t: toTimestamp(1_790_000_000_000),
  day: toStudyDay(20_717),
};

const HAPPENINGS: readonly Happening[] = [
  startOf({ deck: null, cards: ['test/a', 'b'] }),
  { type: 'end', reason: 'interrupted' },
  grade('test/a', 'again', 0),
  { type: 'undo', target: 'a1-3', card: 'test/a' },
  { type: 'undo', target: 'a1-3' },
  { type: 'suspend', card: 'test/a' },
  { type: 'unsuspend', card: 'test/a' },
  { type: 'mark', card: 'test/a' },
  { type: 'unmark', card: 'test/a' },
  { type: 'reset', card: 'test/a' },
  { type: 'bury', card: 'test/a', until: toStudyDay(20_718) },
  { type: 'seen', card: 'test/a', question: 'Why "so" \u2028 ?\n', answer: '0a1b' },
  { type: 'note', card: 'test/a', text: 'x'.repeat(10_000) },
  { type: 'alias', from: 'test/a', to: 'test/b' },
  { type: 'set', key: 'newPerDay', value: 20 },
  { type: 'set', key: 'interview', value: null },
];

const line = (parts: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...HEAD, ...grade('test/a', 'good'), ...parts });

describe('an event', () => {
  it.each(HAPPENINGS)('of type $type comes back from its line as it was', (happening) => {
    const event = { ...HEAD, ...happening } as KnownEvent;
    const text = encodeEvent(event);
    expect(text).not.toContain('\n');
    expect(decodeEvent(text)).toEqual(event);
  });

  it('names its card, where it is about one', () => {
    const card = (happening: Happening) => cardOf({ ...HEAD, ...happening } as KnownEvent);
    expect(card(grade('test/a', 'good'))).toBe('test/a');
    expect(card({ type: 'undo', target: 'a1-3', card: 'test/b' })).toBe('test/b');
    expect(card({ type: 'undo', target: 'a1-3' })).toBeUndefined();
    expect(card({ type: 'set', key: 'newPerDay', value: 1 })).toBeUndefined();
    expect(card({ type: 'alias', from: 'a', to: 'b' })).toBeUndefined();
  });
});

describe('a line that is no event', () => {
  it.each([
    ['nothing', ''],
    ['half a line', line({}).slice(0, -7)],
    ['two lines in one', line({}) + line({})],
    ['bytes that are no text', '\u0000\u0000\u0000'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"grade"'],
    ['an empty object', '{}'],
  ])('is %s', (_, text) => {
    expect(decodeEvent(text)).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['no version', { v: undefined }],
    ['version 0', { v: 0 }],
    ['half a version', { v: 1.5 }],
    ['an id that is a number', { id: 7 }],
    ['an empty id', { id: '' }],
    ['an id with a line end', { id: 'a\nb' }],
    ['an id that is too long', { id: 'a'.repeat(65) }],
    ['a device that is a path', { device: '../laptop' }],
    ['no session', { session: undefined }],
    ['a time that is text', { t: '2026-11-24' }],
    ['a time with a fraction', { t: 0.5 }],
    ['a time that no calendar has', { t: 1e300 }],
    ['no day', { day: null }],
    ['a day with a fraction', { day: 1.5 }],
    ['a day in another age', { day: 1e9 }],
    ['no type', { type: undefined }],
    ['an empty type', { type: '' }],
    ['a type that is a number', { type: 1 }],
    ['a grade without a card', { card: undefined }],
    ['a card without a name', { card: '' }],
    ['a card with an endless name', { card: 'a'.repeat(513) }],
    ['a card that is a list', { card: ['a'] }],
    ['a rating that is none', { rating: 'excellent' }],
    ['a rating that is a property of objects', { rating: 'toString' }],
    ['a rating that is a number', { rating: 3 }],
    ['a duration below 0', { ms: -1 }],
    ['a duration that is text', { ms: '12' }],
    ['a burial without an end', { type: 'bury' }],
    ['a burial for ever', { type: 'bury', until: 1e300 }],
    ['an end for no reason', { type: 'end', reason: 'bored' }],
    ['an undo of nothing', { type: 'undo' }],
    ['an undo of a number', { type: 'undo', target: 4 }],
    ['a setting that is a list', { type: 'set', key: 'newPerDay', value: [1] }],
    ['a start whose cards are no list', { ...startOf(), cards: 'a' }],
    ['a start whose card has no name', { ...startOf(), cards: ['a', ''] }],
    ['a question that is a number', { type: 'seen', question: 1, answer: 'a' }],
    ['a note that is a book', { type: 'note', text: 'x'.repeat(10_001) }],
    ['an undo of a card that is none', { type: 'undo', target: 'a1-3', card: 7 }],
    ['an alias to nothing', { type: 'alias', from: 'a' }],
  ])('has %s', (_, parts) => {
    expect(decodeEvent(line(parts))).toBeUndefined();
  });

  it('has a number that is none of this world', () => {
    expect(decodeEvent(line({ ms: 12 }).replace('"ms":12', '"ms":1e999'))).toBeUndefined();
    const start = line({ ...startOf(), seed: 12 });
    expect(decodeEvent(start)).toBeDefined();
    expect(decodeEvent(start.replace('"seed":12', '"seed":1e999'))).toBeUndefined();
  });

  it('is told of field by field: what it should be, and what it is', () => {
    const event = (parts: object) => ({ ...HEAD, ...grade('test/a', 'good'), ...parts });
    expect(eventProblems(event({}))).toEqual([]);
    expect(eventProblems(event({ t: 'now', device: '../x', day: undefined }))).toEqual([
      'device: expected 1 to 64 letters, digits, - or _, not "../x"',
      't: expected a whole number from -8640000000000000 to 8640000000000000, not "now"',
      'day: expected a whole number from -1000000 to 10000000, not nothing',
    ]);
    expect(eventProblems(event({ card: 'x'.repeat(600), rating: 'best\u001b' }))).toEqual([
      `card: expected a text of 1 to 512 characters, not "${'x'.repeat(39)}...`,
      'rating: expected one of again, hard, good, easy, not "best\\u001b"',
    ]);
    expect(eventProblems(event({ v: 2, rating: 'best' }))).toEqual([]);
    expect(eventProblems(null)).toEqual(['it is no object']);
  });

  it('never makes the reader throw, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((o) => JSON.stringify(o)),
        ),
        (text) => {
          expect(() => decodeEvent(text)).not.toThrow();
        },
      ),
    );
  });

  it('is not made by one byte more or less, or it is an event all the same', () => {
    const whole = line({});
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 1 }), (at, other) => {
        const damaged = whole.slice(0, at) + other + whole.slice(at + 1);
        const event = decodeEvent(damaged);
        if (event !== undefined && isKnown(event)) expect(event.type).toBe('grade');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a line that tries to be clever', () => {
  it('with a __proto__ changes nothing, and lends nothing to the event', () => {
    const clever = `{"__proto__":{"card":"test/a","polluted":true},${line({ card: undefined }).slice(1)}`;
    expect(decodeEvent(clever)).toBeUndefined();
    const harmless = `{"__proto__":{"polluted":true},${line({}).slice(1)}`;
    const event = decodeEvent(harmless);
    expect(event).toEqual({ ...HEAD, ...grade('test/a', 'good') });
    expect(event).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  it('with a type that every object has is a type that is not known', () => {
    for (const type of ['constructor', '__proto__', 'toString']) {
      expect(decodeEvent(line({ type }))).toMatchObject({ type, unknown: true });
    }
  });

  it('with a card called __proto__ is about that card', () => {
    expect(decodeEvent(line({ card: '__proto__' }))).toMatchObject({ card: '__proto__' });
  });

  it('with fields that nobody asked for comes without them', () => {
    expect(decodeEvent(line({ more: 1 }))).toEqual({ ...HEAD, ...grade('test/a', 'good') });
  });
});

describe('an event of a later program', () => {
  it('is carried where its type is not known here', () => {
    const event = decodeEvent(line({ type: 'praise', card: { deep: true } }));
    expect(event).toEqual({ ...HEAD, type: 'praise', unknown: true });
  });

  it('is carried where its version is later, whatever it holds', () => {
    expect(decodeEvent(line({ v: 2, rating: 'superb' }))).toEqual({
      ...HEAD,
      v: 2,
      type: 'grade',
      unknown: true,
    });
  });

  it('is about no card, so that it can change none', () => {
    const event = decodeEvent(line({ v: 2 }));
    expect(event === undefined ? 'damaged' : cardOf(event)).toBeUndefined();
  });
});
