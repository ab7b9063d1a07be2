import type { LedgerBase } from '../progress/base.ts';
import { encodeSnapshot } from '../progress/snapshot.ts';

/** Whether two states are the same in all that anybody sees of them. */
export const isSameState = (a: LedgerBase, b: LedgerBase): boolean =>
  comparable(a) === comparable(b);

/** Sessions are left out: a snapshot keeps the last ones only. So is the order in which things came. */
const comparable = (base: LedgerBase): string => {
  const { cards, days, settings, aliases, events } = encodeSnapshot({ journals: new Map(), base });
  const sorted = (rows: unknown): readonly string[] =>
    (rows as readonly unknown[]).map((row) => JSON.stringify(row)).toSorted();
  return JSON.stringify([sorted(cards), sorted(days), sorted(settings), sorted(aliases), events]);
};
