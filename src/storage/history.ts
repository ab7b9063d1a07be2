import { compareOrder, type Entry } from '../progress/order.ts';
import type { Disk } from './disk.ts';
import { type Cursor, type Damage, JournalReader, START, type Wanted } from './journal.ts';

/** What was found out about a journal while all of them were read. */
export interface ReadThrough {
  readonly device: string;
  readonly cursor: Cursor;
  readonly damage: Damage;
}

/**
 * All events of some journals in their order, in little memory: each journal is in order already,
 * so they are merged as they are read.
 *
 * @param ends the offsets up to which each journal is read
 * @param onRead is told of each journal when it has been read to its end
 */
export function* readInOrder(
  disk: Disk,
  folder: string,
  ends: ReadonlyMap<string, number>,
  wanted: Wanted = {},
  onRead: (read: ReadThrough) => void = () => {},
): Generator<Entry> {
  const heads: Head[] = [];
  try {
    for (const [device, until] of ends) {
      const reader = new JournalReader(disk, folder, device, START, { ...wanted, until });
      const entry = reader.next();
      if (entry === undefined) onRead({ device, cursor: reader.cursor, damage: reader.damage });
      else heads.push({ device, reader, entry });
    }
    while (heads.length > 0) {
      const first = firstOf(heads);
      yield first.entry;
      const entry = first.reader.next();
      if (entry !== undefined) first.entry = entry;
      else {
        heads.splice(heads.indexOf(first), 1);
        const { device, reader } = first;
        onRead({ device, cursor: reader.cursor, damage: reader.damage });
      }
    }
  } finally {
    for (const { reader } of heads) reader.close();
  }
}

interface Head {
  readonly device: string;
  readonly reader: JournalReader;
  entry: Entry;
}

/** Journals are few, so looking at all of them is as good as a heap. */
const firstOf = (heads: readonly Head[]): Head =>
  heads.reduce((first, head) =>
    compareOrder(head.entry.order, first.entry.order) < 0 ? head : first,
  );
