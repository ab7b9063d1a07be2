import type { StudyDay } from '../scheduler/units.ts';
import type { CardState } from './card-state.ts';
import type { DayTotals } from './day-totals.ts';
import type { Entry, Order } from './order.ts';
import type { SettingChange } from './refold.ts';
import type { SessionRecord } from './session-record.ts';

/**
 * What one sees of a card without reading it: nothing is known of it, something is, or it was learned
 * and comes back only after a certain day.
 */
export type Glance = 'unknown' | 'known' | 'later';

/** What is known of cards; where they are read one by one, with a look at each that reads less. */
export interface CardBases
  extends ReadonlyMap<string, { readonly state: CardState; readonly last: Order }> {
  glance?(key: string, day: StudyDay, hash?: number): Glance;
}

/** State as a snapshot keeps it: all that a fold needs to go on. */
export interface LedgerBase {
  readonly cards: CardBases;
  readonly days: ReadonlyMap<StudyDay, DayTotals>;
  readonly settings: readonly SettingChange[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly sessions: ReadonlyMap<string, SessionRecord>;
  /** Settings that are not there yet, and are taken back already. */
  readonly waiting: ReadonlySet<string>;
  readonly events: number;
  /** The ids of all events, as {@link KnownIds} writes them. */
  readonly ids: string;
}

/** The state before the first event. */
export const EMPTY_BASE: LedgerBase = {
  cards: new Map(),
  days: new Map(),
  settings: [],
  aliases: new Map(),
  sessions: new Map(),
  waiting: new Set(),
  events: 0,
  ids: '',
};

/** Where old events can be read again, when an event changes what lies before the snapshot. */
export interface History {
  /** Every event about these cards, as they were called then, in any order. */
  readCards(keys: ReadonlySet<string>): readonly Entry[];
  /** Every event that was taken in, in order and as often as it is asked; only some types of them. */
  readAll(types?: ReadonlySet<string>): Iterable<Entry>;
}
