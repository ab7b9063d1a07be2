import { beforeEach, describe, expect, it } from 'vitest';
import { poolOf } from '../../src/deck/card-pool.ts';
import type { EndReason } from '../../src/progress/events.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { findResumable, type ResumeContext, remainingOf } from '../../src/session/resume.ts';
import { cardsOf, idsOf } from '../support/cards.ts';
import {
  FakeJournals,
  FakeStore,
  grade,
  instant,
  inZone,
  moment,
  startOf,
} from '../support/events.ts';

let journals: FakeJournals;

beforeEach(() => {
  journals = new FakeJournals();
});

/** A session on study day 10, and what was done in it. */
const session = (
  id: string,
  {
    minutes = 0,
    ended = undefined as EndReason | undefined,
    pid = 1,
    deck = 'test',
    device = 'd1',
  } = {},
): void => {
  journals.write(
    [
      startOf({ cards: ['test/1-1', 'test/1-2', 'test/1-3', 'test/1-4'], pid, deck }),
      grade('test/1-1', 'easy'),
      ...(ended === undefined ? [] : [{ type: 'end', reason: ended } as const]),
    ],
    moment(10, minutes),
    { device, session: id },
  );
};

const found = (parts: Partial<ResumeContext> = {}): string | undefined => {
  const { ledger } = new FakeStore(journals, { session: 'now' });
  return findResumable(ledger.sessions, {
    device: 'd1',
    deck: 'test',
    moment: moment(10, 60),
    rolloverHour: 4,
    isAlive: () => false,
    ...parts,
  })?.id;
};

describe('a session is offered to go on with', () => {
  it('when its process is gone and it has no end', () => {
    session('s1');
    expect(found()).toBe('s1');
  });

  it('when it was interrupted, though its process still runs', () => {
    session('s1', { ended: 'interrupted' });
    expect(found({ isAlive: () => true })).toBe('s1');
  });
});

describe('a session is not offered', () => {
  it('where there was none', () => {
    expect(found()).toBeUndefined();
  });

  it.each(['done', 'quit'] as const)('when it ended with %s', (ended) => {
    session('s1', { ended });
    expect(found()).toBeUndefined();
  });

  it('while its process runs: a second window is no crash', () => {
    session('s1', { pid: 77 });
    expect(found({ isAlive: (pid) => pid === 77 })).toBeUndefined();
  });

  it('when another one of the same deck followed it', () => {
    session('s1');
    session('s2', { minutes: 5, ended: 'quit' });
    expect(found()).toBeUndefined();
  });

  it('when it was on another day', () => {
    session('s1');
    expect(found({ moment: moment(11) })).toBeUndefined();
  });

  it('when it was on another device, or of another deck', () => {
    session('s1');
    expect(found({ device: 'd2' })).toBeUndefined();
    expect(found({ deck: 'other' })).toBeUndefined();
    expect(found({ deck: null })).toBeUndefined();
  });

  it('when it did nothing: it left no trace', () => {
    expect(found()).toBeUndefined();
  });
});

describe('a session of another deck or device', () => {
  it('does not stand before the one that is offered', () => {
    session('s1');
    session('s2', { minutes: 5, deck: 'other', ended: 'quit' });
    session('s3', { minutes: 6, device: 'd2', ended: 'quit' });
    expect(found()).toBe('s1');
  });
});

describe('a session that went over midnight', () => {
  it('is of the same study day until 4:00', () => {
    inZone('America/New_York', () => {
      const at = instant('2026-11-25T04:30:00Z');
      journals.write(
        [startOf(), grade('test/1-1', 'easy')],
        { at, day: toStudyDay(20_781) },
        { session: 's1' },
      );
      const after = { at: instant('2026-11-25T06:00:00Z'), day: toStudyDay(20_781) };
      expect(found({ moment: after })).toBe('s1');
    });
  });
});

describe('the rest of a session', () => {
  const deck = cardsOf(1, 6);

  /** What is left, some minutes into study day 10. */
  const remaining = (minutes: number) => {
    const { ledger } = new FakeStore(journals, { session: 'now' });
    const record = ledger.sessions.get('s1');
    if (record === undefined) throw new Error('no session');
    return remainingOf(record, poolOf(deck), ledger, moment(10, minutes));
  };
  const left = (minutes = 30): readonly string[] => idsOf(remaining(minutes).cards);
  const returning = (minutes: number): readonly string[] => idsOf(remaining(minutes).returning);

  it('is what it had not asked yet, in its order', () => {
    session('s1');
    expect(left()).toEqual(['1-2', '1-3', '1-4']);
  });

  it('has the cards that it had graded apart: they come back when their steps are over', () => {
    session('s1');
    journals.write([grade('test/1-2', 'good')], moment(10, 5), { session: 's1' });
    expect(left(6)).toEqual(['1-3', '1-4']);
    // The one that was graded easy is done; the other waits for its step.
    expect(returning(6)).toEqual(['1-2']);
  });

  it('has no card that is hidden, graded elsewhere, or gone from the deck', () => {
    session('s1');
    journals.write(
      [
        { type: 'suspend', card: 'test/1-2' },
        { type: 'bury', card: 'test/1-3', until: toStudyDay(11) },
      ],
      moment(10, 1),
    );
    expect(left()).toEqual(['1-4']);
    journals.write([grade('test/1-4', 'easy')], moment(10, 2), { device: 'd2' });
    expect(left()).toEqual([]);
  });
});
