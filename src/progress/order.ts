import type { Timestamp } from '../scheduler/units.ts';
import type { Event } from './events.ts';

/**
 * Where an event stands among all events of all devices. Lines of one journal keep their order
 * whatever its clock did: `t` is the latest time that the journal had reached by then.
 */
export interface Order {
  readonly t: Timestamp;
  readonly device: string;
  /** Byte offset of the line in its journal. */
  readonly offset: number;
}

export interface Entry {
  readonly event: Event;
  readonly order: Order;
}

/** By time, then device, then place in the journal: a total order, the same everywhere. */
export const compareOrder = (a: Order, b: Order): number => {
  if (a.t !== b.t) return a.t - b.t;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.offset - b.offset;
};

/** Entries as they happened. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => compareOrder(a.order, b.order));
