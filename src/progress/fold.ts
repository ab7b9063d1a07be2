import type { StudyDay } from '../scheduler/units.ts';
import type { LedgerBase } from './base.ts';
import { applyEvent, type CardState, NEW_CARD } from './card-state.ts';
import { addRecord, type DayTotals, NO_TOTALS } from './day-totals.ts';
import { cardOf, type Event, isKnown, type KnownEvent } from './events.ts';
import { KnownIds } from './known-ids.ts';
import { compareOrder, type Entry, type Order } from './order.ts';
import { END_OF_TIME, foldGlobals, group, resolveAlias, undoneIn } from './refold.ts';
import { countGrade, SESSIONS_KEPT, type SessionRecord, trackSession } from './session-record.ts';
import { DEFAULT_SETTINGS, type ProgressSettings, withSetting } from './settings.ts';

/** The types of events that change what others mean: they are read before all others. */
export const FAR_REACHING: ReadonlySet<string> = new Set(['undo', 'set', 'alias']);

/** Sessions that a fold holds at a time: more than can go on at once, by far. */
const SESSIONS_HELD = 10 * SESSIONS_KEPT;

/** Reads all events in their order; with `types`, only those. */
export type ReadInOrder = (types?: ReadonlySet<string>) => Iterable<Entry>;

/** Is told of each grade that counts, with the card as it is called now and as it was before. */
export type GradeVisitor = (
  event: KnownEvent & { readonly type: 'grade' },
  key: string,
  before: CardState,
) => void;

/** What is taken back of one card, and which of the undos have not met their target yet. */
interface Undos {
  readonly undone: ReadonlySet<string>;
  readonly waiting: Set<string>;
}

/**
 * The state that all events give, folded in two passes that keep no event: the first finds what
 * was taken back, renamed and set, the second folds. So its memory is that of the state, however
 * long the history is.
 */
export const foldAll = (read: ReadInOrder, onGrade?: GradeVisitor): LedgerBase => {
  const rare = distinct(read(FAR_REACHING));
  const { settings, aliases, waiting } = foldGlobals(rare);
  const undos = undosByCard(rare, aliases);
  const fold = new Fold(aliases, undos, onGrade);
  let change = 0;
  for (const entry of read()) {
    for (; change < settings.length; change++) {
      const next = settings[change];
      if (next === undefined || compareOrder(next.order, entry.order) > 0) break;
      fold.settings = withSetting(fold.settings, next.key, next.value);
    }
    fold.take(entry);
  }
  return {
    cards: fold.cards(),
    days: fold.days,
    settings,
    aliases,
    sessions: fold.sessions,
    waiting: new Set([...waiting].filter((id) => !fold.ids.has(id))),
    events: fold.events,
    ids: fold.ids.encode(),
  };
};

const distinct = (entries: Iterable<Entry>): readonly Entry[] => {
  const byId = new Map<string, Entry>();
  for (const entry of entries) if (!byId.has(entry.event.id)) byId.set(entry.event.id, entry);
  return [...byId.values()];
};

const undosByCard = (
  rare: readonly Entry[],
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, Undos> => {
  const byCard = new Map<string, Entry[]>();
  for (const entry of rare) {
    const key = cardOf(entry.event);
    if (key !== undefined) group(byCard, resolveAlias(aliases, key), entry);
  }
  return new Map(
    [...byCard].map(([key, entries]) => {
      const targets = entries.flatMap(({ event }) => targetOf(event) ?? []);
      return [key, { undone: undoneIn(entries), waiting: new Set(targets) }];
    }),
  );
};

const targetOf = (event: Event): string | undefined =>
  isKnown(event) && event.type === 'undo' ? event.target : undefined;

/** The state on its way through the second pass. */
class Fold {
  readonly days = new Map<StudyDay, DayTotals>();
  readonly sessions = new Map<string, SessionRecord>();
  readonly ids = new KnownIds();
  settings: ProgressSettings = DEFAULT_SETTINGS;
  events = 0;
  readonly #cards = new Map<string, { state: CardState; last: Order }>();
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #undos: ReadonlyMap<string, Undos>;

  readonly #onGrade: GradeVisitor | undefined;

  constructor(
    aliases: ReadonlyMap<string, string>,
    undos: ReadonlyMap<string, Undos>,
    onGrade: GradeVisitor | undefined,
  ) {
    this.#aliases = aliases;
    this.#undos = undos;
    this.#onGrade = onGrade;
  }

  take({ event, order }: Entry): void {
    if (!this.ids.add(event.id)) return;
    this.events++;
    if (!isKnown(event)) return;
    trackSession(this.sessions, event);
    if (this.sessions.size > SESSIONS_HELD) this.#forgetSessions();
    const name = cardOf(event);
    if (name === undefined) return;
    const key = resolveAlias(this.#aliases, name);
    const undos = this.#undos.get(key);
    undos?.waiting.delete(event.id);
    let card = this.#cards.get(key);
    if (card === undefined) {
      card = { state: NEW_CARD, last: order };
      this.#cards.set(key, card);
    }
    card.last = order;
    if (undos?.undone.has(event.id) !== true) card.state = this.#apply(key, card.state, event);
  }

  /** The cards; one with an undo that waits for its target is folded anew with its next event. */
  cards(): LedgerBase['cards'] {
    for (const [key, { waiting }] of this.#undos) {
      const card = this.#cards.get(key);
      if (card !== undefined && waiting.size > 0) card.last = END_OF_TIME;
    }
    return this.#cards;
  }

  /** A snapshot keeps the last sessions only; all of a long history would fill the memory. */
  #forgetSessions(): void {
    const oldestFirst = [...this.sessions.values()].toSorted((a, b) => a.startedAt - b.startedAt);
    for (const { id } of oldestFirst.slice(0, -SESSIONS_KEPT)) this.sessions.delete(id);
  }

  #apply(key: string, before: CardState, event: KnownEvent): CardState {
    if (event.type === 'grade') this.#onGrade?.(event, key, before);
    const { state, record } = applyEvent(before, event, this.settings);
    if (record !== undefined) {
      this.days.set(record.day, addRecord(this.days.get(record.day) ?? NO_TOTALS, record, 1));
      countGrade(this.sessions, event.session, 1);
    }
    return state;
  }
}
