import type { StudyDay } from '../scheduler/units.ts';
import { EMPTY_BASE, type History, type LedgerBase } from './base.ts';
import { applyEvent, type CardState, NEW_CARD } from './card-state.ts';
import { DayBook, type DayTotals } from './day-totals.ts';
import { cardOf, isKnown } from './events.ts';
import { foldAll } from './fold.ts';
import { KnownIds } from './known-ids.ts';
import { compareOrder, type Entry, inOrder, type Order } from './order.ts';
import {
  byCardOnce,
  type CardRecord,
  group,
  isAppend,
  isWithinTail,
  lastOrder,
  resolveAlias,
  snapshotOrder,
  undoneIn,
} from './refold.ts';
import { countGrade, type SessionRecord, trackSession } from './session-record.ts';
import type { ProgressSettings } from './settings.ts';
import { SettingsBook } from './settings-book.ts';

/** So many cards, or this share of all, are refolded alone; for more, to fold everything is cheaper. */
const REFOLDED_ALONE = { cards: 32, share: 0.25 };

/**
 * The fold of the journals: what is known of each card, each day and each session. The same set
 * of events gives the same state, in whatever order they come and however often: an event that
 * comes late, or takes an older one back, refolds its card alone.
 */
export class Ledger {
  readonly #history: History;
  /** The cards that something happened to since the base, or that were asked for. */
  readonly #cards = new Map<string, CardRecord>();
  #base: LedgerBase['cards'] = EMPTY_BASE.cards;
  #days = new DayBook(EMPTY_BASE.days);
  #settings = new SettingsBook(EMPTY_BASE.settings);
  #aliases: ReadonlyMap<string, string> = EMPTY_BASE.aliases;
  #sessions = new Map<string, SessionRecord>();
  #known = new KnownIds();
  #waiting: ReadonlySet<string> = EMPTY_BASE.waiting;
  #events = 0;

  constructor(history: History, base: LedgerBase = EMPTY_BASE) {
    this.#history = history;
    this.#load(base);
  }

  /** Folds everything anew, such as when a journal is not the one that was read before. */
  rebuild(): void {
    this.#load(foldAll((types) => this.#history.readAll(types)));
  }

  #load(base: LedgerBase): void {
    this.#cards.clear();
    // Cards of a snapshot are decoded when they are asked for: a deck has only some of them.
    this.#base = base.cards;
    this.#days = new DayBook(base.days);
    this.#settings = new SettingsBook(base.settings);
    this.#aliases = base.aliases;
    this.#sessions = new Map(base.sessions);
    this.#known = new KnownIds(() => base.ids);
    this.#waiting = base.waiting;
    this.#events = base.events;
  }

  /** The settings as they are now. */
  get settings(): ProgressSettings {
    return this.#settings.now;
  }

  /** How many events the state is made of. */
  get events(): number {
    return this.#events;
  }

  get sessions(): ReadonlyMap<string, SessionRecord> {
    return this.#sessions;
  }

  get days(): ReadonlyMap<StudyDay, DayTotals> {
    return this.#days.days;
  }

  /** Keys of all cards that have any progress. */
  keys(): IterableIterator<string> {
    return new Set([...this.#base.keys(), ...this.#cards.keys()]).values();
  }

  /** Every name under which a card may have progress: what it is called, or was called once. */
  *names(): IterableIterator<string> {
    yield* this.#base.keys();
    yield* this.#cards.keys();
    yield* this.#aliases.keys();
  }

  /** How many names there are, about. */
  get size(): number {
    return this.#base.size + this.#cards.size + this.#aliases.size;
  }

  /** Whether an event was taken in. */
  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** What is known of a card; {@link NEW_CARD} where nothing is. */
  card(key: string): CardState {
    return this.#recordOf(this.resolve(key))?.state ?? NEW_CARD;
  }

  /**
   * The same, or `later` where the card was learned and comes back after a day: of most cards no more
   * is asked, and then they need not be read.
   *
   * @param hash the `textHash` of the key, where it is at hand
   */
  glance(key: string, day: StudyDay, hash?: number): CardState | 'later' {
    const name = this.#aliases.size === 0 ? key : this.resolve(key);
    const glance = this.#cards.has(name)
      ? 'known'
      : this.#base.glance?.(name, day, name === key ? hash : undefined);
    if (glance === 'later') return glance;
    return glance === 'unknown' ? NEW_CARD : this.card(name);
  }

  /** Totals of a study day. */
  day(day: StudyDay): DayTotals {
    return this.#days.get(day);
  }

  /** The state as a snapshot keeps it. */
  toBase(): LedgerBase {
    const cards = new Map(this.#base);
    for (const [key, record] of this.#cards) {
      const last = snapshotOrder(record);
      if (last !== undefined) cards.set(key, { state: record.state, last });
    }
    return {
      cards,
      days: this.#days.days,
      settings: this.#settings.changes,
      aliases: this.#aliases,
      sessions: this.#sessions,
      waiting: this.#waiting,
      events: this.#events,
      ids: this.#known.encode(),
    };
  }

  /** Takes in events that are new here, in any order. Events seen before are passed over. */
  apply(entries: readonly Entry[]): void {
    // One grade after another is what a session is: that way is kept short.
    if (entries.length === 1 && this.#applyNext(entries[0] as Entry)) return;
    const fresh = entries.length > 1 ? inOrder(entries) : entries;
    const byCard = new Map<string, Entry[]>();
    let rebuild = false;
    for (const entry of fresh) {
      if (!this.#known.add(entry.event.id)) continue;
      this.#events++;
      if (isKnown(entry.event)) trackSession(this.#sessions, entry.event);
      const key = cardOf(entry.event);
      if (key !== undefined) group(byCard, this.resolve(key), entry);
      else rebuild = this.#applyGlobal(entry) || rebuild;
    }
    if (rebuild) this.rebuild();
    else this.#applyToCards(byCard);
  }

  /** Takes in an event that simply follows all others of its card; false where it is another one. */
  #applyNext(entry: Entry): boolean {
    const { event, order } = entry;
    const name = cardOf(event);
    if (name === undefined || !isKnown(event)) return false;
    const key = this.resolve(name);
    const record = this.#recordFor(key);
    if (!isAppend(record, [entry])) return false;
    if (!this.#known.add(event.id)) return true;
    this.#events++;
    this.#cards.set(key, record);
    record.entries.push(entry);
    const after = applyEvent(record.state, event, this.#settings.at(order));
    record.state = after.state;
    if (after.record !== undefined) this.#days.count(after.record, 1);
    trackSession(this.#sessions, event, after.record === undefined ? 0 : 1);
    return true;
  }

  #recordOf(key: string): CardRecord | undefined {
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const base = this.#base.get(key);
    if (base === undefined) return undefined;
    const record: CardRecord = { base, entries: [], state: base.state };
    this.#cards.set(key, record);
    return record;
  }

  /** The same, or a record of a card that nothing is known of; it counts once it is kept. */
  #recordFor(key: string): CardRecord {
    return this.#recordOf(key) ?? { base: undefined, entries: [], state: NEW_CARD };
  }

  /** Applies an event that is about no single card; true where everything must be folded anew. */
  #applyGlobal({ event, order }: Entry): boolean {
    if (!isKnown(event) || event.type === 'start' || event.type === 'end') return false;
    if (event.type !== 'set') return true;
    const isLast = this.#settings.add({ order, key: event.key, value: event.value });
    return !isLast || this.#waiting.has(event.id) || this.#isBeforeSomeGrade(order);
  }

  #isBeforeSomeGrade(order: Order): boolean {
    for (const key of this.keys()) {
      const record = this.#recordOf(key);
      const last = record === undefined ? undefined : lastOrder(record);
      if (last !== undefined && compareOrder(order, last) < 0) return true;
    }
    return false;
  }

  #applyToCards(byCard: ReadonlyMap<string, readonly Entry[]>): void {
    const incomplete = new Map<string, readonly Entry[]>();
    for (const [key, entries] of byCard) {
      const record = this.#recordFor(key);
      this.#cards.set(key, record);
      if (isAppend(record, entries)) this.#append(record, entries);
      else if (isWithinTail(record, entries)) this.#refold(record, [...record.entries, ...entries]);
      else incomplete.set(key, entries);
    }
    if (incomplete.size === 0) return;
    const { cards, share } = REFOLDED_ALONE;
    // The size of a base is asked for last: it has to be counted.
    const isTooMany = incomplete.size > cards && incomplete.size > share * this.#base.size;
    if (isTooMany) this.rebuild();
    else this.#refoldFromHistory(incomplete);
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
    record.entries = inOrder(entries);
    record.state = this.#foldAll(record, 1);
  }

  #refoldFromHistory(incomplete: ReadonlyMap<string, readonly Entry[]>): void {
    const names = new Set([...incomplete.keys()].flatMap((key) => this.#namesOf(key)));
    const read = [...this.#history.readCards(names), ...[...incomplete.values()].flat()];
    const byCard = byCardOnce(read, (name) => this.resolve(name));
    for (const [key, late] of incomplete) {
      const record = this.#cards.get(key);
      if (record === undefined) continue;
      const isLate = new Set(late.map(({ event }) => event.id));
      const all = inOrder(byCard.get(key) ?? []);
      record.base = undefined;
      record.entries = all.filter(({ event }) => !isLate.has(event.id));
      this.#refold(record, all);
    }
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
    const after = applyEvent(state, event, this.#settings.at(order));
    if (after.record !== undefined) {
      this.#days.count(after.record, sign);
      countGrade(this.#sessions, event.session, sign);
    }
    return after.state;
  }

  /** What a card is called now: where its aliases lead, the same from each of its names. */
  resolve(key: string): string {
    return resolveAlias(this.#aliases, key);
  }

  #namesOf(key: string): string[] {
    return [key, ...[...this.#aliases.keys()].filter((from) => this.resolve(from) === key)];
  }
}
