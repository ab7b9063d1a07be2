import type { History } from '../progress/ledger.ts';
import type { Entry } from '../progress/order.ts';
import type { JournalMark } from '../progress/snapshot.ts';
import { type Timestamp, toTimestamp } from '../scheduler/units.ts';
import { cannotRead, codeOf, type Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import {
  bytesBefore,
  type Cursor,
  type DamagedLine,
  endOfLines,
  JournalReader,
  journalFile,
  listJournals,
  START,
} from './journal.ts';

interface Mark {
  readonly cursor: Cursor;
  /** The bytes before the cursor, to tell a journal that was replaced from one that grew. */
  readonly before: string;
}

/** All journals of a folder, and how far each of them has been taken in. */
export class JournalFolder implements History {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #onDamaged: (lines: readonly DamagedLine[]) => void;
  readonly #marks = new Map<string, Mark>();
  /** Journals of which something was read by this process. */
  readonly #read = new Set<string>();

  constructor(
    disk: Disk,
    folder: string,
    onDamaged: (lines: readonly DamagedLine[]) => void = () => {},
  ) {
    this.#disk = disk;
    this.#folder = folder;
    this.#onDamaged = onDamaged;
  }

  /** How far each journal was taken in, for a snapshot. */
  get marks(): ReadonlyMap<string, JournalMark> {
    return new Map(
      [...this.#marks].map(([device, { cursor, before }]) => [device, { ...cursor, before }]),
    );
  }

  /** The latest time in each journal of which this process read something. */
  get latest(): ReadonlyMap<string, Timestamp> {
    return new Map(
      [...this.#marks].flatMap(([device, { cursor }]) =>
        this.#read.has(device) ? [[device, cursor.maxT] as const] : [],
      ),
    );
  }

  /**
   * Goes on from where a snapshot stood. False where a journal shrank, went or was replaced: the
   * snapshot is worth nothing then.
   */
  resume(marks: ReadonlyMap<string, JournalMark>): boolean {
    for (const [device, { offset, maxT, before }] of marks) {
      if (bytesBefore(this.#disk, this.#folder, device, offset) !== before) return false;
      this.#marks.set(device, { cursor: { offset, maxT: toTimestamp(maxT) }, before });
    }
    return true;
  }

  /** How many bytes there are that were not taken in. */
  get pending(): number {
    return listJournals(this.#disk, this.#folder).reduce(
      (sum, device) => sum + Math.max(0, this.#sizeOf(device) - this.#offsetOf(device)),
      0,
    );
  }

  /** Counts everything that is there now as taken in: it has to be read with {@link readAll}. */
  startOver(): void {
    this.#marks.clear();
    for (const device of listJournals(this.#disk, this.#folder)) {
      this.#setMark(device, { ...START, offset: endOfLines(this.#disk, this.#folder, device) });
    }
  }

  /** What was written since; `replaced` where a journal is not the one that was read. */
  readNew(): readonly Entry[] | 'replaced' {
    const entries: Entry[] = [];
    for (const device of listJournals(this.#disk, this.#folder)) {
      const { cursor, before } = this.#marks.get(device) ?? { cursor: START, before: '' };
      const size = this.#sizeOf(device);
      if (size === cursor.offset) continue;
      if (bytesBefore(this.#disk, this.#folder, device, cursor.offset) !== before) {
        return 'replaced';
      }
      const reader = new JournalReader(this.#disk, this.#folder, device, cursor);
      for (let entry = reader.next(); entry !== undefined; entry = reader.next()) {
        entries.push(entry);
      }
      if (reader.cursor.offset !== cursor.offset) this.#setMark(device, reader.cursor);
      if (reader.damaged.length > 0) this.#onDamaged(reader.damaged);
    }
    return entries;
  }

  readCards(cards: ReadonlySet<string>): readonly Entry[] {
    return [...this.#marks].flatMap(([device, { cursor }]) => {
      const wanted = { cards, until: cursor.offset };
      const reader = new JournalReader(this.#disk, this.#folder, device, START, wanted);
      const entries: Entry[] = [];
      for (let entry = reader.next(); entry !== undefined; entry = reader.next()) {
        entries.push(entry);
      }
      return entries;
    });
  }

  readAll(types?: ReadonlySet<string>): Iterable<Entry> {
    const ends = new Map([...this.#marks].map(([device, { cursor }]) => [device, cursor.offset]));
    return readInOrder(this.#disk, this.#folder, ends, { types }, (read) => {
      if (types !== undefined) return;
      this.#setMark(read.device, read.cursor);
      if (read.damaged.length > 0) this.#onDamaged(read.damaged);
    });
  }

  #setMark(device: string, cursor: Cursor): void {
    const before = bytesBefore(this.#disk, this.#folder, device, cursor.offset);
    this.#marks.set(device, { cursor, before });
    this.#read.add(device);
  }

  #offsetOf(device: string): number {
    return this.#marks.get(device)?.cursor.offset ?? 0;
  }

  #sizeOf(device: string): number {
    const file = journalFile(this.#folder, device);
    try {
      return this.#disk.statSync(file).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 0;
      throw cannotRead(file, error);
    }
  }
}
