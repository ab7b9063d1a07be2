import type { StudyDay } from '../scheduler/units.ts';
import { applyEvent, type CardState, type GradeRecord, NEW_CARD } from './card-state.ts';
import { addRecord, type DayTotals, NO_TOTALS } from './day-totals.ts';
import { cardOf, isKnown, type KnownEvent } from './events.ts';
import { compareOrder, type Entry, type Order } from './order.ts';
import {
  type CardRecord,
  foldGlobals,
  foldSettings,
  isAppend,
  isWithinTail,
  type SettingChange,
  undoneIn,
} from './refold.ts';
import { type SessionRecord, trackSession } from './session-record.ts';
import { type ProgressSettings, withSetting } from './settings.ts';

/** Where old events can be read again, when an event changes what lies before the snapshot. */
export interface History {
  /** Every event about these cards, as they were called then, in any order. */
  readCards(keys: ReadonlySet<string>): readonly Entry[];
  readAll(): readonly Entry[];
}

/** State as a snapshot keeps it: all that a fold needs to go on. */
export interface LedgerBase {
  readonly cards: ReadonlyMap<string, { readonly state: CardState; readonly last: Order }>;
  readonly days: ReadonlyMap<StudyDay, DayTotals>;
  readonly settings: readonly SettingChange[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly sessions: ReadonlyMap<string, SessionRecord>;
  readonly events: number;
}

const EMPTY_BASE: LedgerBase = {
  cards: new Map(),
  days: new Map(),
  settings: [],
  aliases: new Map(),
  sessions: new Map(),
  events: 0,
};

/**
 * The fold of the journals: what is known of each card, each day and each session. The same set
 * of events gives the same state, in whatever order they come and however often: an event that
 * comes late, or takes an older one back, refolds its card alone.
 */
export class Ledger {
  readonly #history: History;
  readonly #cards = new Map<string, CardRecord>();
  readonly #days: Map<StudyDay, DayTotals>;
  readonly #settings: SettingChange[];
  readonly #aliases: Map<string, string>;
  readonly #sessions: Map<string, SessionRecord>;
  readonly #known = new Set<string>();
  #current: ProgressSettings;
  #events: number;

  constructor(history: History, base: LedgerBase = EMPTY_BASE) {
    this.#history = history;
    for (const [key, { state, last }] of base.cards) {
      this.#cards.set(key, { base: { state, last }, entries: [], state });
    }
    this.#days = new Map(base.days);
    this.#settings = [...base.settings];
    this.#aliases = new Map(base.aliases);
    this.#sessions = new Map(base.sessions);
    this.#events = base.events;
    this.#current = foldSettings(this.#settings);
  }

  /** The settings as they are now. */
  get settings(): ProgressSettings {
    return this.#current;
  }

  /** How many events the state is made of. */
  get events(): number {
    return this.#events;
  }

  get sessions(): ReadonlyMap<string, SessionRecord> {
    return this.#sessions;
  }

  get days(): ReadonlyMap<StudyDay, DayTotals> {
    return this.#days;
  }

  /** Keys of all cards that have any progress. */
  keys(): IterableIterator<string> {
    return this.#cards.keys();
  }

  /** What is known of a card; {@link NEW_CARD} where nothing is. */
  card(key: string): CardState {
    return this.#cards.get(this.#resolve(key))?.state ?? NEW_CARD;
  }

  /** Totals of a study day. */
  day(day: StudyDay): DayTotals {
    return this.#days.get(day) ?? NO_TOTALS;
  }

  /** The state as a snapshot keeps it. */
  toBase(): LedgerBase {
    const cards = new Map<string, { state: CardState; last: Order }>();
    for (const [key, record] of this.#cards) {
      const last = record.entries.at(-1)?.order ?? record.base?.last;
      if (last !== undefined) cards.set(key, { state: record.state, last });
    }
    return {
      cards,
      days: this.#days,
      settings: this.#settings,
      aliases: this.#aliases,
      sessions: this.#sessions,
      events: this.#events,
    };
  }

  /** Takes in events that are new here, in any order. Events seen before are passed over. */
  apply(entries: readonly Entry[]): void {
    const fresh = entries
      .filter(({ event }) => !this.#known.has(event.id))
      .toSorted((a, b) => compareOrder(a.order, b.order));
    const byCard = new Map<string, Entry[]>();
    let rebuild = false;
    for (const entry of fresh) {
      if (this.#known.has(entry.event.id)) continue;
      this.#known.add(entry.event.id);
      this.#events++;
      const key = cardOf(entry.event);
      if (key !== undefined) group(byCard, this.#resolve(key), entry);
      else rebuild = this.#applyGlobal(entry) || rebuild;
    }
    if (rebuild) this.#rebuild(fresh);
    else this.#applyToCards(byCard);
  }

  /** Applies an event that is about no single card; true where everything must be folded anew. */
  #applyGlobal({ event, order }: Entry): boolean {
    if (!isKnown(event)) return false;
    switch (event.type) {
      case 'start':
      case 'end':
        trackSession(this.#sessions, event, undefined);
        return false;
      case 'set': {
        const last = this.#settings.at(-1);
        this.#settings.push({ order, key: event.key, value: event.value });
        this.#current = withSetting(this.#current, event.key, event.value);
        const isLate = last !== undefined && compareOrder(order, last.order) < 0;
        return isLate || this.#isBeforeSomeGrade(order);
      }
      default:
        return true;
    }
  }

  #isBeforeSomeGrade(order: Order): boolean {
    for (const { entries, base } of this.#cards.values()) {
      const last = entries.at(-1)?.order ?? base?.last;
      if (last !== undefined && compareOrder(order, last) < 0) return true;
    }
    return false;
  }

  #applyToCards(byCard: ReadonlyMap<string, readonly Entry[]>): void {
    const incomplete = new Map<string, readonly Entry[]>();
    for (const [key, entries] of byCard) {
      const record = this.#cards.get(key) ?? { base: undefined, entries: [], state: NEW_CARD };
      this.#cards.set(key, record);
      if (isAppend(record, entries)) this.#append(record, entries);
      else if (isWithinTail(record, entries)) this.#refold(record, [...record.entries, ...entries]);
      else incomplete.set(key, entries);
    }
    if (incomplete.size > 0) this.#refoldFromHistory(incomplete);
  }

  #append(record: CardRecord, entries: readonly Entry[]): void {
    for (const entry of entries) {
      record.state = this.#fold(record.state, entry, 1);
      record.entries.push(entry);
    }
  }

  /** Folds a card anew from its base with another list of events, and corrects the days. */
  #refold(record: CardRecord, entries: readonly Entry[]): void {
    this.#foldAll(record, -1);
    record.entries = entries.toSorted((a, b) => compareOrder(a.order, b.order));
    record.state = this.#foldAll(record, 1);
  }

  #refoldFromHistory(incomplete: ReadonlyMap<string, readonly Entry[]>): void {
    const names = new Set([...incomplete.keys()].flatMap((key) => this.#namesOf(key)));
    const byCard = new Map<string, Entry[]>();
    const seen = new Set<string>();
    const read = [...this.#history.readCards(names), ...[...incomplete.values()].flat()];
    for (const entry of read) {
      const key = cardOf(entry.event);
      if (key === undefined || seen.has(entry.event.id)) continue;
      seen.add(entry.event.id);
      group(byCard, this.#resolve(key), entry);
    }
    for (const [key, late] of incomplete) {
      const record = this.#cards.get(key);
      if (record === undefined) continue;
      const isLate = new Set(late.map(({ event }) => event.id));
      const all = (byCard.get(key) ?? []).toSorted((a, b) => compareOrder(a.order, b.order));
      record.base = undefined;
      record.entries = all.filter(({ event }) => !isLate.has(event.id));
      this.#refold(record, all);
    }
  }

  #rebuild(fresh: readonly Entry[]): void {
    const all = new Map<string, Entry>();
    for (const entry of [...this.#history.readAll(), ...this.#tail(), ...fresh]) {
      all.set(entry.event.id, entry);
    }
    const entries = [...all.values()].toSorted((a, b) => compareOrder(a.order, b.order));
    const { settings, aliases } = foldGlobals(entries);
    for (const store of [this.#cards, this.#days, this.#aliases, this.#sessions]) store.clear();
    this.#settings.splice(0, Infinity, ...settings);
    for (const [from, to] of aliases) this.#aliases.set(from, to);
    this.#current = foldSettings(settings);
    this.#events = entries.length;
    const byCard = new Map<string, Entry[]>();
    for (const entry of entries) {
      this.#known.add(entry.event.id);
      const key = cardOf(entry.event);
      if (key !== undefined) group(byCard, this.#resolve(key), entry);
      else if (isKnown(entry.event)) trackSession(this.#sessions, entry.event, undefined);
    }
    for (const [key, own] of byCard) {
      const record: CardRecord = { base: undefined, entries: own, state: NEW_CARD };
      this.#cards.set(key, record);
      record.state = this.#foldAll(record, 1);
    }
  }

  #tail(): Entry[] {
    return [...this.#cards.values()].flatMap(({ entries }) => entries);
  }

  /** Folds a card's events, adding (1) or taking away (-1) what its grades are in the days. */
  #foldAll(record: CardRecord, sign: 1 | -1): CardState {
    const undone = undoneIn(record.entries);
    return record.entries
      .filter(({ event }) => !undone.has(event.id))
      .reduce<CardState>(
        (state, entry) => this.#fold(state, entry, sign),
        record.base?.state ?? NEW_CARD,
      );
  }

  #fold(state: CardState, { event, order }: Entry, sign: 1 | -1): CardState {
    if (!isKnown(event)) return state;
    const after = applyEvent(state, event, this.#settingsAt(order));
    if (after.record !== undefined) this.#count(event, after.record, sign);
    return after.state;
  }

  #count(event: KnownEvent, record: GradeRecord, sign: 1 | -1): void {
    this.#days.set(record.day, addRecord(this.#days.get(record.day) ?? NO_TOTALS, record, sign));
    trackSession(this.#sessions, event, sign);
  }

  #settingsAt(order: Order): ProgressSettings {
    const last = this.#settings.at(-1);
    if (last === undefined || compareOrder(last.order, order) <= 0) return this.#current;
    return foldSettings(this.#settings.filter((change) => compareOrder(change.order, order) <= 0));
  }

  #resolve(key: string): string {
    let name = key;
    for (let step = 0; step < 64; step++) {
      const next = this.#aliases.get(name);
      if (next === undefined || next === key) return name;
      name = next;
    }
    return name;
  }

  #namesOf(key: string): string[] {
    return [key, ...[...this.#aliases.keys()].filter((from) => this.#resolve(from) === key)];
  }
}

const group = (byCard: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = byCard.get(key);
  if (entries === undefined) byCard.set(key, [entry]);
  else entries.push(entry);
};
