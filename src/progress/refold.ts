import type { CardState } from './card-state.ts';
import { isKnown } from './events.ts';
import { compareOrder, type Entry, type Order } from './order.ts';
import { DEFAULT_SETTINGS, type ProgressSettings, withSetting } from './settings.ts';

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

const isUndo = ({ event }: Entry): boolean => event.type === 'undo';

export const isAppend = (record: CardRecord, entries: readonly Entry[]): boolean => {
  const first = entries[0];
  const last = record.entries.at(-1)?.order ?? record.base?.last;
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
  const undos = entries.flatMap(({ event }) =>
    isKnown(event) && event.type === 'undo' ? [{ id: event.id, target: event.target }] : [],
  );
  const undone = new Set<string>();
  // Later undos stand above earlier ones, so going backwards each is judged once.
  for (const { id, target } of undos.toReversed()) if (!undone.has(id)) undone.add(target);
  return undone;
};

export const foldGlobals = (
  entries: readonly Entry[],
): { settings: SettingChange[]; aliases: Map<string, string> } => {
  const undone = undoneIn(entries);
  const settings: SettingChange[] = [];
  const aliases = new Map<string, string>();
  for (const { event, order } of entries) {
    if (!isKnown(event) || undone.has(event.id)) continue;
    if (event.type === 'set') settings.push({ order, key: event.key, value: event.value });
    if (event.type === 'alias' && event.from !== event.to) aliases.set(event.from, event.to);
  }
  return { settings, aliases };
};

export const foldSettings = (changes: readonly SettingChange[]): ProgressSettings =>
  changes
    .toSorted((a, b) => compareOrder(a.order, b.order))
    .reduce<ProgressSettings>(
      (settings, { key, value }) => withSetting(settings, key, value),
      DEFAULT_SETTINGS,
    );
