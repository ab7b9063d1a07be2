import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/progress/events.ts';
import { Ledger } from '../../src/progress/ledger.ts';
import type { Entry } from '../../src/progress/order.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/progress/snapshot.ts';
import { RATINGS } from '../../src/scheduler/memory.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { DeliveredHistory, FakeJournals, grade, startOf, stateOf } from '../support/events.ts';

const KEYS = ['a', 'b', 'c', 'd'] as const;
const BASE = 1_790_000_000_000;

/** What a device does, and how its clock stands; targets are counted among all that went before. */
const deed = fc.record({
  device: fc.integer({ min: 0, max: 2 }),
  /** Minutes since the deed before; a clock may go back, by a year too. */
  minutes: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 3000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -3000, max: -1 }) },
    { weight: 1, arbitrary: fc.constantFrom(-525_600, 525_600) },
  ),
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('grade' as const) },
    { weight: 4, arbitrary: fc.constant('undo' as const) },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        ...(['suspend', 'unsuspend', 'bury', 'mark', 'unmark', 'reset', 'seen', 'note'] as const),
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...(['set', 'alias', 'start', 'end'] as const)) },
  ),
  card: fc.constantFrom(...KEYS),
  other: fc.constantFrom(...KEYS),
  rating: fc.constantFrom(...RATINGS),
  number: fc.nat(1000),
});
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const happeningOf = (
  { kind, card, other, rating, number }: Deed,
  before: readonly Entry[],
): Happening | undefined => {
  switch (kind) {
    case 'grade':
      return grade(card, rating, number);
    case 'undo': {
      const targets = before.filter(({ event }) => !['start', 'end'].includes(event.type));
      const event = targets[number % Math.max(1, targets.length)]?.event;
      if (event === undefined) return undefined;
      const target = { type: 'undo', target: event.id } as const;
      return 'card' in event ? { ...target, card: event.card } : target;
    }
    case 'bury':
      return { type: 'bury', card, until: toStudyDay(number) };
    case 'note':
      return { type: 'note', card, text: `${number}` };
    case 'seen':
      return { type: 'seen', card, question: `${number}?`, answer: String(number) };
    case 'set':
      return number % 2 === 0
        ? { type: 'set', key: 'desiredRetention', value: 0.7 + (number % 27) / 100 }
        : { type: 'set', key: 'newPerDay', value: number };
    case 'alias':
      return { type: 'alias', from: card, to: other };
    case 'start':
      return startOf({ cards: [card, other], seed: number });
    case 'end':
      return { type: 'end', reason: 'done' };
    default:
      return { type: kind, card };
  }
};

/** The journals of up to three devices whose clocks do not agree. */
const journals = (deeds: readonly Deed[]): FakeJournals => {
  const written = new FakeJournals();
  const sessions = [0, 0, 0];
  let now = BASE;
  for (const one of deeds) {
    const happening = happeningOf(one, written.entries);
    if (happening === undefined) continue;
    if (one.kind === 'start') sessions[one.device] = (sessions[one.device] ?? 0) + 1;
    now += one.minutes * 60_000;
    const at = toTimestamp(now + one.device * 7_000_000);
    written.write(
      [happening],
      { at, day: toStudyDay(Math.floor(at / 86_400_000)) },
      { device: `d${one.device}`, session: `d${one.device}s${sessions[one.device]}` },
    );
  }
  return written;
};

/** An order, batches and repetitions for as many entries as there are. */
const delivery = fc.record({
  order: fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }),
  sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 60, maxLength: 60 }),
  repeats: fc.array(fc.nat(100), { maxLength: 10 }),
});
type Delivery = typeof delivery extends fc.Arbitrary<infer Value> ? Value : never;

const shuffled = (entries: readonly Entry[], { order, repeats }: Delivery): readonly Entry[] => {
  const all = [...entries, ...repeats.flatMap((n) => entries[n % entries.length] ?? [])];
  return all
    .map((entry, index) => ({ entry, rank: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
};

/** Batches as reading gives them: each journal from its start on, none of its lines left out. */
const inTurns = (
  written: FakeJournals,
  { order, sizes }: Delivery,
): readonly (readonly Entry[])[] => {
  const left = ['d0', 'd1', 'd2'].map((device) => [...written.of(device)]);
  const batches: Entry[][] = [];
  for (let turn = 0; left.some((entries) => entries.length > 0); turn++) {
    const open = left.filter((entries) => entries.length > 0);
    const [pick = 0, size = 1] = [order[turn % order.length], sizes[turn % sizes.length]];
    const both = [
      open[pick % open.length],
      ...(pick % 2 === 0 ? [open[(pick + 1) % open.length]] : []),
    ];
    batches.push(both.flatMap((entries) => entries?.splice(0, size) ?? []));
  }
  return batches;
};

const inBatches = (
  entries: readonly Entry[],
  { sizes }: Delivery,
): readonly (readonly Entry[])[] => {
  const batches: (readonly Entry[])[] = [];
  for (let from = 0, batch = 0; from < entries.length; batch++) {
    const size = sizes[batch % sizes.length] ?? 1;
    batches.push(entries.slice(from, from + size));
    from += size;
  }
  return batches;
};

/** A ledger that was told all of these, batch by batch. */
const told = (batches: readonly (readonly Entry[])[], snapshotAfter?: number) => {
  const history = new DeliveredHistory();
  let ledger = new Ledger(history);
  batches.forEach((batch, index) => {
    if (index === snapshotAfter) ledger = new Ledger(history, throughSnapshot(ledger));
    ledger.apply(history.take(batch));
  });
  return ledger;
};

const throughSnapshot = (ledger: Ledger) => {
  const written = JSON.stringify(encodeSnapshot({ journals: new Map(), base: ledger.toBase() }));
  const read = decodeSnapshot(JSON.parse(written));
  if (read === 'stale') throw new Error('stale');
  return read.base;
};

const deeds = fc.array(deed, { minLength: 1, maxLength: 45 });
const RUNS = { numRuns: 400 };

describe('the same events give the same state', () => {
  it('in any order, in any batches, and however often they come', () => {
    fc.assert(
      fc.property(deeds, delivery, (done, how) => {
        const { entries } = journals(done);
        const once = stateOf(told([entries]), KEYS);
        const other = stateOf(told(inBatches(shuffled(entries, how), how)), KEYS);
        expect(other).toEqual(once);
      }),
      RUNS,
    );
  });

  it('with a snapshot in between, taken and read back at any place', () => {
    fc.assert(
      fc.property(deeds, delivery, fc.nat(60), (done, how, cut) => {
        const { entries } = journals(done);
        const once = stateOf(told([entries]), KEYS);
        const batches = inBatches(shuffled(entries, how), how);
        const other = stateOf(told(batches, cut % (batches.length + 1)), KEYS);
        expect(other).toEqual(once);
      }),
      RUNS,
    );
  });

  it('down to each session, where each journal is read from its start on', () => {
    fc.assert(
      fc.property(deeds, delivery, fc.nat(60), (done, how, cut) => {
        const written = journals(done);
        const once = told([written.entries]);
        const batches = inTurns(written, how);
        const other = told(batches, cut % (batches.length + 1));
        expect(stateOf(other, KEYS)).toEqual(stateOf(once, KEYS));
        expect(new Map(other.sessions)).toEqual(new Map(once.sessions));
      }),
      RUNS,
    );
  });

  it('when a ledger is made from a snapshot of all of them', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        const history = new DeliveredHistory();
        const ledger = new Ledger(history);
        ledger.apply(history.take(journals(done).entries));
        expect(stateOf(new Ledger(history, throughSnapshot(ledger)), KEYS)).toEqual(
          stateOf(ledger, KEYS),
        );
      }),
      RUNS,
    );
  });
});

describe('what an undo takes back', () => {
  it('is gone as if it had never been, whatever else was done', () => {
    fc.assert(
      fc.property(deeds, fc.nat(100), (done, which) => {
        const written = journals(done.filter(({ kind }) => kind !== 'undo'));
        const targets = written.entries.filter(
          ({ event }) => !['start', 'end'].includes(event.type),
        );
        const target = targets[which % Math.max(1, targets.length)];
        fc.pre(target !== undefined);
        const { event } = target;
        const without = stateOf(told([written.entries.filter((entry) => entry !== target)]), KEYS);
        written.write(
          [{ type: 'undo', target: event.id, ...('card' in event ? { card: event.card } : {}) }],
          { at: toTimestamp(BASE), day: toStudyDay(0) },
          { device: 'd9' },
        );
        const undone = stateOf(told([written.entries]), KEYS);
        const graded = ({ grades }: typeof undone) => grades.filter(([, count]) => count > 0);
        expect({ ...undone, events: 0, grades: graded(undone) }).toEqual({
          ...without,
          events: 0,
          grades: graded(without),
        });
      }),
      RUNS,
    );
  });
});
