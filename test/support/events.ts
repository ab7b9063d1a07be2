import type { History, LedgerBase } from '../../src/progress/base.ts';
import {
  type EventHead,
  type Happening,
  isKnown,
  type KnownEvent,
} from '../../src/progress/events.ts';
import { Ledger } from '../../src/progress/ledger.ts';
import { compareOrder, type Entry } from '../../src/progress/order.ts';
import { QuizError } from '../../src/quiz-error.ts';
import type { Rating } from '../../src/scheduler/memory.ts';
import type { Moment } from '../../src/scheduler/schedule.ts';
import { parseStudyDay, studyDayOf } from '../../src/scheduler/study-day.ts';
import {
  DAY_MS,
  MINUTE_MS,
  type StudyDay,
  type Timestamp,
  toStudyDay,
  toTimestamp,
} from '../../src/scheduler/units.ts';
import type { Clock, Recorder } from '../../src/session/driver.ts';

/** An instant written as ISO. */
export const instant = (iso: string): Timestamp => toTimestamp(Date.parse(iso));

/** A study day written as YYYY-MM-DD. */
export const day = (date: string): StudyDay => {
  const parsed = parseStudyDay(date);
  if (parsed === undefined) throw new RangeError(`no such day: ${date}`);
  return parsed;
};

/** Noon, UTC, of the study day with this number, and some minutes later. */
export const moment = (number: number, minutes = 0): Moment => ({
  at: toTimestamp(number * DAY_MS + DAY_MS / 2 + minutes * MINUTE_MS),
  day: toStudyDay(number),
});

/** Runs with another zone on this computer. */
export const inZone = <Result>(zone: string, run: () => Result): Result => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
};

/** A clock that moves when it is told to. */
export class FakeClock implements Clock {
  #now: Timestamp;

  constructor(now: Timestamp) {
    this.#now = now;
  }

  now(): Timestamp {
    return this.#now;
  }

  set(now: Timestamp): void {
    this.#now = now;
  }

  pass(minutes: number): void {
    this.#now = toTimestamp(this.#now + minutes * MINUTE_MS);
  }
}

export const grade = (card: string, rating: Rating, ms = 1000): Happening => ({
  type: 'grade',
  card,
  rating,
  ms,
});

export const startOf = (parts: Partial<Happening & { type: 'start' }> = {}): Happening => ({
  type: 'start',
  deck: 'test',
  filter: '',
  seed: 1,
  cards: [],
  pid: 1,
  ...parts,
});

const inOrder = (entries: readonly Entry[], types?: ReadonlySet<string>): readonly Entry[] =>
  entries
    .filter(({ event }) => types === undefined || (isKnown(event) && types.has(event.type)))
    .toSorted((a, b) => compareOrder(a.order, b.order));

/**
 * The journals of some devices, in memory: what is written gets the place that a file would give
 * it. Everything written is also the history that a ledger can read again.
 */
export class FakeJournals implements History {
  readonly entries: Entry[] = [];
  /** How often a ledger read everything, or some cards, again. */
  readonly reads = { all: 0, cards: 0 };
  readonly #maxT = new Map<string, number>();
  readonly #counters = new Map<string, number>();
  readonly #lines = new Map<string, number>();

  /** Appends to a device's journal; returns what was appended. */
  write(
    happenings: readonly Happening[],
    { at, day: on }: Moment,
    { device = 'd1', session = `${device}s` }: Partial<EventHead> = {},
  ): readonly Entry[] {
    const written = happenings.map((happening): Entry => {
      const counter = this.#counters.get(session) ?? 0;
      this.#counters.set(session, counter + 1);
      const id = `${session}-${counter.toString(36)}`;
      const head: EventHead = { v: 1, id, device, session, t: at, day: on };
      const maxT = toTimestamp(Math.max(at, this.#maxT.get(device) ?? at));
      this.#maxT.set(device, maxT);
      const lines = this.#lines.get(device) ?? 0;
      this.#lines.set(device, lines + 1);
      const order = { t: maxT, device, offset: lines * 100 };
      const entry: Entry = { event: { ...head, ...happening } as KnownEvent, order };
      this.entries.push(entry);
      return entry;
    });
    return written;
  }

  of(device: string): readonly Entry[] {
    return this.entries.filter(({ order }) => order.device === device);
  }

  readCards(keys: ReadonlySet<string>): readonly Entry[] {
    this.reads.cards++;
    return this.entries.filter(
      ({ event }) => 'card' in event && event.card !== undefined && keys.has(event.card),
    );
  }

  readAll(types?: ReadonlySet<string>): readonly Entry[] {
    if (types === undefined) this.reads.all++;
    return inOrder(this.entries, types);
  }
}

/** History of what was delivered so far, out of journals that may hold more. */
export class DeliveredHistory implements History {
  readonly #delivered: Entry[] = [];

  take(entries: readonly Entry[]): readonly Entry[] {
    this.#delivered.push(...entries);
    return entries;
  }

  readCards(keys: ReadonlySet<string>): readonly Entry[] {
    return this.#delivered.filter(
      ({ event }) => 'card' in event && event.card !== undefined && keys.has(event.card),
    );
  }

  readAll(types?: ReadonlySet<string>): readonly Entry[] {
    return inOrder(this.#delivered, types);
  }
}

/** The progress of one window, in memory: the language of the store on the disk. */
export class FakeStore implements Recorder {
  readonly ledger: Ledger;
  /** Every call of `record`, as the types that were written. */
  readonly writes: (readonly string[])[] = [];
  /** Makes the next writes fail, as a full disk does. */
  failures = 0;
  readonly #journals: FakeJournals;
  readonly #head: { readonly device: string; readonly session: string };
  #read = 0;

  constructor(
    journals = new FakeJournals(),
    { device = 'd1', session = 'window-1' }: Partial<EventHead> = {},
    base?: LedgerBase,
  ) {
    this.#journals = journals;
    this.#head = { device, session };
    this.ledger = new Ledger(journals, base);
    this.refresh();
  }

  get journals(): FakeJournals {
    return this.#journals;
  }

  record(happenings: readonly Happening[], at: Moment): readonly string[] {
    if (this.failures > 0) {
      this.failures--;
      throw new QuizError('cannot write: the disk is full', 'make room and try again');
    }
    const written = this.#journals.write(happenings, at, this.#head);
    this.writes.push(happenings.map(({ type }) => type));
    this.refresh();
    return written.map(({ event }) => event.id);
  }

  refresh(): void {
    const fresh = this.#journals.entries.slice(this.#read);
    this.#read = this.#journals.entries.length;
    if (fresh.length > 0) this.ledger.apply(fresh);
  }

  /** Types of all events of this window, in order. */
  get types(): readonly string[] {
    return this.writes.flat();
  }
}

/** The moment that a clock shows, for a learner with the default rollover. */
export const momentOf = (clock: Clock, rolloverHour = 4): Moment => ({
  at: clock.now(),
  day: studyDayOf(clock.now(), rolloverHour),
});

/** All that a ledger knows, as plain values that can be compared. */
export const stateOf = (ledger: Ledger, keys: readonly string[]) => ({
  cards: Object.fromEntries(keys.map((key) => [key, ledger.card(key)])),
  days: [...ledger.days].toSorted(([a], [b]) => a - b),
  settings: ledger.settings,
  grades: [...ledger.sessions]
    .map(([id, { grades }]) => [id, grades] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  events: ledger.events,
});
