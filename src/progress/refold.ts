import { toTimestamp } from '../scheduler/units.ts';
import type { CardState } from './card-state.ts';
import { cardOf, isKnown } from './events.ts';
import { compareOrder, type Entry, type Order } from './order.ts';

export interface SettingChange {
  readonly order: Order;
  readonly key: string;
  readonly value: unknown;
}

export interface CardRecord {
  /** What the snapshot says; undefined where all of the card's events are in `entries`. */
  base: { readonly state: CardState; readonly last: Order } | undefined;
  entries: Entry[];
  state: CardState;
}

/** Behind every event that there can be. */
export const END_OF_TIME: Order = {
  t: toTimestamp(Number.MAX_SAFE_INTEGER),
  device: '',
  offset: 0,
};

/** The last event of a card that its state has in it. */
export const lastOrder = ({ entries, base }: CardRecord): Order | undefined =>
  entries.at(-1)?.order ?? base?.last;

/**
 * The event up to which a snapshot may say that it knows the card. Where an undo waits for its
 * target, that is the end of time: the next event then folds the whole card anew.
 */
export const snapshotOrder = (record: CardRecord): Order | undefined => {
  const ids = new Set(record.entries.map(({ event }) => event.id));
  const isWaiting = record.entries.some(
    ({ event }) => isKnown(event) && event.type === 'undo' && !ids.has(event.target),
  );
  return isWaiting ? END_OF_TIME : lastOrder(record);
};

const isUndo = ({ event }: Entry): boolean => event.type === 'undo';

export const isAppend = (record: CardRecord, entries: readonly Entry[]): boolean => {
  const first = entries[0];
  const last = lastOrder(record);
  // An undo that came before its target must take it back when it comes.
  if (entries.some(isUndo) || record.entries.some(isUndo)) return false;
  return first === undefined || last === undefined || compareOrder(first.order, last) > 0;
};

export const isWithinTail = (record: CardRecord, entries: readonly Entry[]): boolean => {
  const { base } = record;
  if (base === undefined) return true;
  const ids = new Set([...record.entries, ...entries].map(({ event }) => event.id));
  return entries.every(({ event, order }) => {
    if (compareOrder(order, base.last) <= 0) return false;
    return !isKnown(event) || event.type !== 'undo' || ids.has(event.target);
  });
};

/** Ids of the events that are taken back: an undo counts unless it is itself taken back. */
export const undoneIn = (entries: readonly Entry[]): ReadonlySet<string> => {
  const undosOf = new Map<string, string[]>();
  for (const { event } of entries) {
    if (!isKnown(event) || event.type !== 'undo') continue;
    undosOf.set(event.target, [...(undosOf.get(event.target) ?? []), event.id]);
  }
  const judged = new Map<string, boolean>();
  // By id and not by time: the clock of the device that took an undo back may be behind.
  const isUndone = (id: string): boolean => {
    const known = judged.get(id);
    if (known !== undefined) return known;
    judged.set(id, false);
    const undone = (undosOf.get(id) ?? []).some((undo) => !isUndone(undo));
    judged.set(id, undone);
    return undone;
  };
  return new Set([...undosOf.keys()].filter(isUndone));
};

export const foldGlobals = (
  entries: readonly Entry[],
): {
  readonly settings: SettingChange[];
  readonly aliases: Map<string, string>;
  /** What is taken back and was not read yet. */
  readonly waiting: ReadonlySet<string>;
} => {
  const undone = undoneIn(entries.filter(({ event }) => cardOf(event) === undefined));
  const settings: SettingChange[] = [];
  const aliases = new Map<string, string>();
  for (const { event, order } of entries) {
    if (!isKnown(event) || undone.has(event.id)) continue;
    if (event.type === 'set') settings.push({ order, key: event.key, value: event.value });
    if (event.type === 'alias') addAlias(aliases, event.from, event.to);
  }
  const ids = new Set(entries.map(({ event }) => event.id));
  return { settings, aliases, waiting: new Set([...undone].filter((id) => !ids.has(id))) };
};

/**
 * Where two aliases make a circle, as of a card that is called again as before, the later counts.
 * An alias of a card to itself ends the one that it has: it is a card of its own again.
 */
const addAlias = (aliases: Map<string, string>, from: string, to: string): void => {
  if (from === to) {
    aliases.delete(from);
    return;
  }
  aliases.set(from, to);
  let name: string | undefined = to;
  while (name !== undefined && name !== from) name = aliases.get(name);
  if (name === from) aliases.delete(to);
};

/** What a card is called now that was called so once. */
export const resolveAlias = (aliases: ReadonlyMap<string, string>, key: string): string => {
  let name = key;
  // A chain can be as long as there are aliases; addAlias keeps circles out of them.
  for (let step = 0; step < aliases.size; step++) {
    const next = aliases.get(name);
    if (next === undefined || next === key) return name;
    name = next;
  }
  return name;
};

/** Adds an entry to those of its card. */
export const group = (byCard: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = byCard.get(key);
  if (entries === undefined) byCard.set(key, [entry]);
  else entries.push(entry);
};

/** Events by their cards, as they are called now, each event once. */
export const byCardOnce = (
  entries: readonly Entry[],
  resolve: (name: string) => string,
): ReadonlyMap<string, readonly Entry[]> => {
  const byCard = new Map<string, Entry[]>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = cardOf(entry.event);
    if (name === undefined || seen.has(entry.event.id)) continue;
    seen.add(entry.event.id);
    group(byCard, resolve(name), entry);
  }
  return byCard;
};
