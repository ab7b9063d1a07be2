import type { StudyDay } from '../scheduler/units.ts';
import type { CardState } from './card-state.ts';
import type { DayTotals } from './day-totals.ts';
import type { Order } from './order.ts';
import type { SettingChange } from './refold.ts';
import type { SessionRecord } from './session-record.ts';

/** State as a snapshot keeps it: all that a fold needs to go on. */
export interface LedgerBase {
  readonly cards: ReadonlyMap<string, { readonly state: CardState; readonly last: Order }>;
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
