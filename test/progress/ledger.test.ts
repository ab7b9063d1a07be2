import { beforeEach, describe, expect, it } from 'vitest';
import { NEW_CARD } from '../../src/progress/card-state.ts';
import { gradesOf, NO_TOTALS } from '../../src/progress/day-totals.ts';
import type { Happening } from '../../src/progress/events.ts';
import { Ledger } from '../../src/progress/ledger.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/progress/snapshot.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { placeOf } from '../support/cards.ts';
import { FakeJournals, grade, moment, startOf, stateOf } from '../support/events.ts';

let journals: FakeJournals;
let ledger: Ledger;

beforeEach(() => {
  journals = new FakeJournals();
  ledger = new Ledger(journals);
});

/** Writes and takes in what happened on a study day; returns the ids. */
const happen = (on: number, happenings: readonly Happening[], device = 'd1'): readonly string[] => {
  const written = journals.write(happenings, moment(on, journals.entries.length), { device });
  ledger.apply(written);
  return written.map(({ event }) => event.id);
};

const undo = (target: string | undefined, card: string): Happening => ({
  type: 'undo',
  target: target ?? '',
  card,
});

/** A ledger that goes on from a snapshot of this one. */
const reopen = (): Ledger => {
  const written = encodeSnapshot({ journals: new Map(), base: ledger.toBase() });
  const read = decodeSnapshot(JSON.parse(JSON.stringify(written)));
  if (read === 'stale') throw new Error('stale');
  return new Ledger(journals, read.base);
};

describe('a ledger', () => {
  it('knows nothing of a card that was never seen, nor of a day without study', () => {
    expect(ledger.card('a')).toBe(NEW_CARD);
    expect(ledger.day(toStudyDay(5))).toBe(NO_TOTALS);
    expect([...ledger.keys()]).toEqual([]);
  });

  it('follows a card through its grades', () => {
    happen(10, [grade('a', 'good')]);
    expect(placeOf(ledger.card('a').memory)).toBe('learning 10m');
    happen(10, [grade('a', 'good')]);
    expect(placeOf(ledger.card('a').memory)).toBe('review 2d');
    happen(12, [grade('a', 'good')]);
    expect(placeOf(ledger.card('a').memory)).toBe('review 11d');
  });

  it('adds up each study day', () => {
    happen(10, [grade('a', 'good', 100), grade('a', 'good', 200), grade('b', 'again', 300)]);
    happen(12, [grade('a', 'again', 400)]);
    expect(ledger.day(toStudyDay(10))).toEqual({
      grades: { again: 1, hard: 0, good: 2, easy: 0 },
      introduced: 2,
      reviews: 0,
      passed: 0,
      ms: 600,
    });
    expect(ledger.day(toStudyDay(12))).toMatchObject({ reviews: 1, passed: 0, introduced: 0 });
    expect(gradesOf(ledger.day(toStudyDay(10)))).toBe(3);
  });

  it('passes over an event that it has seen', () => {
    happen(10, [grade('a', 'good')]);
    const before = stateOf(ledger, ['a']);
    ledger.apply(journals.entries);
    ledger.apply([...journals.entries, ...journals.entries]);
    expect(stateOf(ledger, ['a'])).toEqual(before);
  });

  it('carries an event that it does not know, and nothing changes by it', () => {
    happen(10, [grade('a', 'good')]);
    const before = ledger.card('a');
    const [entry] = journals.write([grade('a', 'again')], moment(11));
    if (entry === undefined) throw new Error('not written');
    const { v, id, device, session, t, day } = entry.event;
    const event = { v, id, device, session, t, day, type: 'praise', unknown: true } as const;
    ledger.apply([{ ...entry, event }]);
    expect(ledger.card('a')).toBe(before);
    expect(ledger.events).toBe(2);
  });
});

describe('an undo', () => {
  it('of the first grade leaves nothing of it, in no card, day or session', () => {
    happen(10, [startOf()]);
    const before = stateOf(ledger, ['a']);
    const [seen, graded] = happen(10, [
      { type: 'seen', card: 'a', question: 'Why?', answer: 'h' },
      grade('a', 'good'),
    ]);
    expect(stateOf(ledger, ['a'])).not.toEqual(before);
    happen(10, [undo(graded, 'a'), undo(seen, 'a')]);
    expect({ ...stateOf(ledger, ['a']), events: before.events }).toEqual(before);
  });

  it('restores card, days and settings bit for bit, three times over', () => {
    happen(10, [grade('a', 'good', 321), grade('a', 'easy', 123), grade('b', 'again', 7)]);
    const before = stateOf(ledger, ['a', 'b']);
    const [first] = happen(19, [grade('a', 'again', 11)]);
    const [second] = happen(19, [grade('b', 'hard', 13)]);
    const [third] = happen(19, [grade('a', 'good', 17)]);
    happen(19, [undo(third, 'a')]);
    happen(19, [undo(second, 'b')]);
    happen(19, [undo(first, 'a')]);
    expect({ ...stateOf(ledger, ['a', 'b']), events: before.events }).toEqual(before);
  });

  it('can itself be undone, and that too', () => {
    const [graded] = happen(10, [grade('a', 'good')]);
    const after = ledger.card('a');
    const [back] = happen(10, [undo(graded, 'a')]);
    expect(ledger.card('a')).toEqual(NEW_CARD);
    const [forth] = happen(10, [undo(back, 'a')]);
    expect(ledger.card('a')).toEqual(after);
    happen(10, [undo(forth, 'a')]);
    expect(ledger.card('a')).toEqual(NEW_CARD);
  });

  it('of an undo counts too where its clock is behind that of the undo', () => {
    const [graded] = happen(10, [grade('a', 'good')], 'd1');
    const after = ledger.card('a');
    const [back] = happen(12, [undo(graded, 'a')], 'd1');
    happen(11, [undo(back, 'a')], 'd2');
    expect(ledger.card('a')).toEqual(after);
  });

  it('that comes before its target takes it back when it comes', () => {
    const late = journals.write([grade('a', 'good')], moment(10), { device: 'd2' });
    happen(9, [undo(late[0]?.event.id, 'a')], 'd1');
    ledger.apply(late);
    expect(ledger.card('a')).toEqual(NEW_CARD);
    expect([...ledger.days]).toEqual([]);
  });

  it('that waits for its target over a snapshot takes it back when it comes', () => {
    // The clock of the device that undoes is behind: its undo stands before what it takes back.
    const late = journals.write([grade('a', 'good')], moment(12), { device: 'd2' });
    const [entry] = late;
    journals.entries.pop();
    happen(10, [undo(entry?.event.id, 'a')], 'd1');
    ledger = reopen();
    journals.entries.push(...late);
    ledger.apply(late);
    expect(ledger.card('a')).toEqual(NEW_CARD);
    expect([...ledger.days]).toEqual([]);
  });

  it.each([false, true])(
    'of a setting that is still to come (over a snapshot: %j)',
    (isReopened) => {
      const late = journals.write([{ type: 'set', key: 'newPerDay', value: 3 }], moment(12), {
        device: 'd2',
      });
      const [entry] = late;
      journals.entries.pop();
      happen(10, [{ type: 'undo', target: entry?.event.id ?? '' }], 'd1');
      if (isReopened) ledger = reopen();
      journals.entries.push(...late);
      ledger.apply(late);
      expect(ledger.settings.newPerDay).toBe(10);
    },
  );

  it('of something in the middle folds what came after it anew', () => {
    const [, second] = happen(10, [grade('a', 'good'), grade('a', 'again'), grade('a', 'good')]);
    happen(10, [undo(second, 'a')]);
    expect(placeOf(ledger.card('a').memory)).toBe('review 2d');
  });

  it('of a burial, a suspension or a reset gives the card back', () => {
    happen(10, [grade('a', 'easy')]);
    const before = ledger.card('a');
    for (const what of [
      { type: 'bury', card: 'a', until: toStudyDay(11) },
      { type: 'suspend', card: 'a' },
      { type: 'reset', card: 'a' },
    ] satisfies Happening[]) {
      const [done] = happen(10, [what]);
      expect(ledger.card('a')).not.toEqual(before);
      happen(10, [undo(done, 'a')]);
      expect(ledger.card('a')).toEqual(before);
    }
  });

  it('of a setting brings back what was set before', () => {
    happen(10, [{ type: 'set', key: 'newPerDay', value: 3 }]);
    const [second] = happen(11, [{ type: 'set', key: 'newPerDay', value: 7 }]);
    expect(ledger.settings.newPerDay).toBe(7);
    happen(12, [{ type: 'undo', target: second ?? '' }]);
    expect(ledger.settings.newPerDay).toBe(3);
  });

  it('of what nobody knows changes nothing', () => {
    happen(10, [grade('a', 'good')]);
    const before = ledger.card('a');
    happen(10, [undo('elsewhere-1', 'a')]);
    expect(ledger.card('a')).toEqual(before);
  });
});

describe('a line that comes late', () => {
  beforeEach(() => {
    happen(10, [grade('a', 'good'), grade('b', 'good')]);
    happen(20, [grade('a', 'good'), grade('b', 'good')]);
  });

  it('takes its place in time', () => {
    const late = journals.write([grade('a', 'again')], moment(15), { device: 'd2' });
    ledger.apply(late);
    const [card] = [ledger.card('a')];
    const fresh = new Ledger(journals);
    fresh.apply(journals.entries);
    expect(card).toEqual(fresh.card('a'));
    expect(card.memory).toMatchObject({ reps: 3, lastRating: 'good' });
  });

  it('folds its card alone, from memory, where there is no snapshot', () => {
    const other = ledger.card('b');
    ledger.apply(journals.write([grade('a', 'again')], moment(15), { device: 'd2' }));
    expect(journals.reads).toEqual({ all: 0, cards: 0 });
    expect(ledger.card('b')).toBe(other);
  });

  it('reads its card alone where it lies before the snapshot', () => {
    ledger = reopen();
    const other = ledger.card('b');
    ledger.apply(journals.write([grade('a', 'again')], moment(15), { device: 'd2' }));
    expect(journals.reads).toEqual({ all: 0, cards: 1 });
    expect(ledger.card('a').memory).toMatchObject({ reps: 3 });
    expect(ledger.card('b')).toBe(other);
    expect(ledger.day(toStudyDay(15))).toMatchObject({ grades: { again: 1 } });
  });

  it('reads nothing where it lies after the snapshot', () => {
    ledger = reopen();
    happen(30, [grade('a', 'good')]);
    ledger.apply(journals.write([grade('a', 'hard')], moment(25), { device: 'd2' }));
    expect(journals.reads).toEqual({ all: 0, cards: 0 });
    expect(ledger.card('a').memory).toMatchObject({ reps: 4 });
  });

  it('reads its card where an undo goes for what lies before the snapshot', () => {
    const target = journals.entries.find(({ event }) => event.type === 'grade' && event.day === 20);
    ledger = reopen();
    happen(20, [undo(target?.event.id, 'a')]);
    expect(journals.reads).toEqual({ all: 0, cards: 1 });
    expect(placeOf(ledger.card('a').memory)).toBe('learning 10m');
    expect(ledger.day(toStudyDay(20)).grades.good).toBe(1);
  });
});

describe('a grade from the future', () => {
  it('is used, and what comes after it in its journal comes after it', () => {
    happen(400, [grade('a', 'good')]);
    happen(10, [grade('a', 'good')]);
    expect(ledger.card('a').memory).toMatchObject({ reps: 2, lastDay: 400, stage: 'review' });
    expect(ledger.day(toStudyDay(400)).introduced).toBe(1);
    expect(ledger.day(toStudyDay(10)).grades.good).toBe(1);
  });
});

describe('a setting', () => {
  const retention = (value: number): Happening => ({ type: 'set', key: 'desiredRetention', value });
  const intervalOf = (card: string): number => {
    const { memory } = ledger.card(card);
    return memory.stage === 'new' ? 0 : memory.interval;
  };

  it('counts for the grades after it, not for those before it', () => {
    happen(10, [grade('a', 'easy')]);
    happen(11, [retention(0.8), grade('b', 'easy')]);
    expect(intervalOf('a')).toBe(8);
    expect(intervalOf('b')).toBeGreaterThan(8);
  });

  it('that comes late counts for the grades after it all the same', () => {
    happen(10, [grade('a', 'easy')]);
    happen(12, [grade('b', 'easy')]);
    happen(11, [retention(0.8)], 'd2');
    expect(intervalOf('a')).toBe(8);
    expect(intervalOf('b')).toBeGreaterThan(8);
  });

  it('that is not one leaves what was', () => {
    happen(10, [
      { type: 'set', key: 'newPerDay', value: -1 },
      { type: 'set', key: 'colour', value: 'red' },
      { type: 'set', key: 'desiredRetention', value: '0.8' },
    ]);
    expect(ledger.settings).toMatchObject({ newPerDay: 10, desiredRetention: 0.9 });
  });

  it('goes back to its default by null', () => {
    happen(10, [{ type: 'set', key: 'newPerDay', value: 3 }]);
    happen(11, [{ type: 'set', key: 'newPerDay', value: null }]);
    expect(ledger.settings.newPerDay).toBe(10);
  });
});

describe('an alias', () => {
  const alias = (from: string, to: string): Happening => ({ type: 'alias', from, to });

  it('gives a card what was learned under its old name', () => {
    happen(10, [grade('old', 'easy')]);
    const before = ledger.card('old');
    happen(11, [alias('old', 'new')]);
    expect(ledger.card('new')).toEqual(before);
    expect(ledger.card('old')).toEqual(before);
    happen(18, [grade('new', 'good')]);
    expect(ledger.card('old').memory).toMatchObject({ reps: 2 });
  });

  it('leads on over several names', () => {
    happen(10, [grade('a', 'easy'), alias('b', 'c'), alias('a', 'b')]);
    expect(ledger.card('c').memory.stage).toBe('review');
  });

  it('joins what two names had in the order in which it happened', () => {
    happen(10, [grade('a', 'good')], 'd1');
    happen(10, [grade('b', 'good')], 'd2');
    happen(11, [alias('a', 'b')], 'd2');
    expect(ledger.card('b').memory).toMatchObject({ reps: 2, stage: 'review' });
    expect(ledger.day(toStudyDay(10)).introduced).toBe(1);
  });

  it('and back again keeps all of it under the last name', () => {
    happen(10, [grade('a', 'good')]);
    happen(11, [alias('a', 'b'), grade('b', 'good')]);
    happen(12, [alias('b', 'a'), grade('a', 'good')]);
    expect(ledger.card('a').memory).toMatchObject({ reps: 3 });
    expect(ledger.card('b')).toEqual(ledger.card('a'));
  });

  it('of two devices that made the same one is one', () => {
    happen(10, [grade('a', 'easy')]);
    happen(11, [alias('a', 'b')], 'd1');
    happen(12, [alias('a', 'b')], 'd2');
    expect(ledger.card('b').memory).toMatchObject({ reps: 1 });
  });

  it('can be undone', () => {
    happen(10, [grade('a', 'easy')]);
    const [made] = happen(11, [alias('a', 'b')]);
    happen(12, [{ type: 'undo', target: made ?? '' }]);
    expect(ledger.card('b')).toEqual(NEW_CARD);
    expect(ledger.card('a').memory.stage).toBe('review');
  });

  it('to itself is none', () => {
    happen(10, [grade('a', 'easy'), alias('a', 'a')]);
    expect(ledger.card('a').memory).toMatchObject({ reps: 1 });
  });

  it('still holds when a late line is read again over a snapshot', () => {
    happen(10, [grade('a', 'good')]);
    happen(11, [alias('a', 'b'), grade('b', 'good')]);
    ledger = reopen();
    ledger.apply(journals.write([grade('a', 'again')], moment(9), { device: 'd2' }));
    expect(ledger.card('b').memory).toMatchObject({ reps: 3 });
    expect(ledger.card('a')).toEqual(ledger.card('b'));
  });
});

describe('a session', () => {
  const sessionOf = (id = 'd1s') => ledger.sessions.get(id);

  it('is known by its start, its grades and its end', () => {
    happen(10, [startOf({ filter: '-c 3', cards: ['a', 'b'], pid: 77 }), grade('a', 'good')]);
    expect(sessionOf()).toMatchObject({
      device: 'd1',
      deck: 'test',
      filter: '-c 3',
      cards: ['a', 'b'],
      pid: 77,
      grades: 1,
      ended: undefined,
    });
    happen(10, [{ type: 'end', reason: 'quit' }]);
    expect(sessionOf()?.ended).toBe('quit');
  });

  it('counts its grades without those that were undone', () => {
    happen(10, [startOf()]);
    const [first] = happen(10, [grade('a', 'good')]);
    happen(10, [grade('b', 'good')]);
    happen(10, [undo(first, 'a')]);
    expect(sessionOf()?.grades).toBe(1);
  });

  it('was last alive at the last thing that was done in it, an undo too', () => {
    happen(10, [startOf()]);
    const [first] = happen(10, [grade('a', 'good')]);
    happen(10, [undo(first, 'a')]);
    const last = journals.entries.at(-1)?.event.t;
    expect(sessionOf()?.lastAt).toBe(last);
  });

  it('that goes on after its end has not ended', () => {
    happen(10, [startOf()]);
    const [first] = happen(10, [grade('a', 'good')]);
    happen(10, [{ type: 'end', reason: 'done' }]);
    happen(10, [undo(first, 'a')]);
    expect(sessionOf()?.ended).toBeUndefined();
    happen(10, [grade('a', 'good'), { type: 'end', reason: 'done' }]);
    expect(sessionOf()?.ended).toBe('done');
  });
});
