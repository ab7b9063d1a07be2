import type { History } from '../progress/base.ts';
import type { Entry } from '../progress/order.ts';
import type { JournalMark } from '../progress/snapshot.ts';
import { type Timestamp, toTimestamp } from '../scheduler/units.ts';
import { cannotRead, codeOf, type Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import {
  bytesAsDisk,
  bytesBefore,
  type Cursor,
  type Damage,
  endOfLines,
  JournalReader,
  journalFile,
  listJournals,
  MARK_SIZE,
  START,
} from './journal.ts';
import type { OpenJournal, Written, WrittenLine } from './journal-writer.ts';

interface Mark {
  readonly cursor: Cursor;
  /** The bytes before the cursor, to tell a journal that was replaced from one that grew. */
  readonly before: Buffer;
}

const NOTHING: Mark = { cursor: START, before: Buffer.alloc(0) };

/** What is read at once with what was before it. */
const SMALL = 1 << 16;

/** All journals of a folder, and how far each of them has been taken in. */
export class JournalFolder implements History {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #onDamaged: (damage: Damage) => void;
  readonly #marks = new Map<string, Mark>();
  /** Journals of which something was read by this process. */
  readonly #read = new Set<string>();
  /** Paths of journals, made once: they are asked for after each grade. */
  readonly #files = new Map<string, string>();

  constructor(disk: Disk, folder: string, onDamaged: (damage: Damage) => void = () => {}) {
    this.#disk = disk;
    this.#folder = folder;
    this.#onDamaged = onDamaged;
  }

  /** How far each journal was taken in, for a snapshot. */
  get marks(): ReadonlyMap<string, JournalMark> {
    return new Map(
      [...this.#marks].map(([device, { cursor, before }]) => [
        device,
        { ...cursor, before: before.toString('base64') },
      ]),
    );
  }

  /** How many bytes were taken in. */
  get bytes(): number {
    return [...this.#marks.values()].reduce((sum, { cursor }) => sum + cursor.offset, 0);
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
    for (const [device, { offset, maxT, before: text }] of marks) {
      const before = Buffer.from(text, 'base64');
      if (!bytesBefore(this.#disk, this.#folder, device, offset).equals(before)) return false;
      this.#marks.set(device, { cursor: { offset, maxT: toTimestamp(maxT) }, before });
    }
    return true;
  }

  /** Counts everything that is there now as taken in: it has to be read with {@link readAll}. */
  startOver(): void {
    this.#marks.clear();
    for (const device of listJournals(this.#disk, this.#folder)) {
      this.#setMark(device, { ...START, offset: endOfLines(this.#disk, this.#folder, device) });
    }
  }

  /**
   * What was written since; `replaced` where a journal is not the one that was read, and `long`
   * where there is more than was asked for.
   *
   * @param most bytes that are read at most
   */
  readNew(most = Number.POSITIVE_INFINITY): readonly Entry[] | 'replaced' | 'long' {
    let entries: readonly Entry[] = [];
    let room = most;
    for (const device of listJournals(this.#disk, this.#folder)) {
      const { cursor } = this.#markOf(device);
      const size = this.#statOf(this.#fileOf(device))?.size ?? 0;
      if (size === cursor.offset) continue;
      room -= size - cursor.offset;
      if (room < 0) return 'long';
      const isSmall = size > cursor.offset && size - cursor.offset <= SMALL;
      const read = isSmall ? this.#readSmall(device, size) : this.#readLarge(device);
      if (read === undefined) return 'replaced';
      entries = entries.concat(read);
    }
    return entries;
  }

  /**
   * What was written to one journal: this is done after each grade. Where the file has grown by just
   * that, it stands there as it was written, and need not be read. Undefined where the file is not
   * the journal any more, or more than a little was written; then everything has to be looked at.
   */
  readOwn(journal: OpenJournal, written: Written): readonly Entry[] | undefined {
    const { device, file, handle, inode } = journal;
    const { cursor } = this.#markOf(device);
    const stat = this.#statOf(file);
    const grown = (stat?.size ?? 0) - cursor.offset;
    if (stat?.ino !== inode || grown <= 0 || grown > SMALL) return undefined;
    return grown === written.bytes.length && written.lines !== undefined
      ? this.#takeWritten(device, written.bytes, written.lines)
      : this.#readSmall(device, stat.size, handle);
  }

  /** A few lines with what was before them, by one look at the file. */
  #readSmall(device: string, size: number, handle?: number): readonly Entry[] | undefined {
    const { cursor, before } = this.#markOf(device);
    const start = startOf(cursor);
    const read = this.#bytesOf(device, start, size, handle);
    if (!before.equals(beforeIn(read, start, cursor))) return undefined;
    const disk = bytesAsDisk(read, start);
    const wanted = { until: size };
    const reader = new JournalReader(disk, this.#folder, device, cursor, wanted);
    return this.#finish(device, reader, (at) => beforeIn(read, start, at));
  }

  #takeWritten(device: string, bytes: Uint8Array, lines: readonly WrittenLine[]): readonly Entry[] {
    const { cursor, before } = this.#markOf(device);
    let { offset, maxT } = cursor;
    const entries = lines.map(({ event, size }): Entry => {
      if (event.t > maxT) maxT = event.t;
      const order = { t: maxT, device, offset };
      offset += size;
      return { event, order };
    });
    const tail = Buffer.concat([before, bytes]).subarray(-MARK_SIZE);
    this.#marks.set(device, { cursor: { offset, maxT }, before: tail });
    this.#read.add(device);
    return entries;
  }

  #readLarge(device: string): readonly Entry[] | undefined {
    const { cursor, before } = this.#markOf(device);
    const found = bytesBefore(this.#disk, this.#folder, device, cursor.offset);
    if (!found.equals(before)) return undefined;
    return this.#finish(device, new JournalReader(this.#disk, this.#folder, device, cursor));
  }

  #finish(
    device: string,
    reader: JournalReader,
    before?: (at: Cursor) => Buffer,
  ): readonly Entry[] {
    const entries = restOf(reader);
    const { cursor } = reader;
    if (cursor.offset !== this.#offsetOf(device)) this.#setMark(device, cursor, before?.(cursor));
    if (reader.damage.count > 0) this.#onDamaged(reader.damage);
    return entries;
  }

  #bytesOf(device: string, start: number, size: number, open?: number): Buffer {
    const bytes = Buffer.allocUnsafe(size - start);
    const file = this.#fileOf(device);
    try {
      const handle = open ?? this.#disk.openSync(file, 'r');
      try {
        return bytes.subarray(0, this.#disk.readSync(handle, bytes, 0, bytes.length, start));
      } finally {
        if (open === undefined) this.#disk.closeSync(handle);
      }
    } catch (error) {
      throw cannotRead(file, error);
    }
  }

  readCards(cards: ReadonlySet<string>): readonly Entry[] {
    return [...this.#marks].flatMap(([device, { cursor }]) => {
      const wanted = { cards, until: cursor.offset };
      return restOf(new JournalReader(this.#disk, this.#folder, device, START, wanted));
    });
  }

  readAll(types?: ReadonlySet<string>): Iterable<Entry> {
    const ends = new Map([...this.#marks].map(([device, { cursor }]) => [device, cursor.offset]));
    return readInOrder(this.#disk, this.#folder, ends, { types }, (read) => {
      if (types !== undefined) return;
      this.#setMark(read.device, read.cursor);
      if (read.damage.count > 0) this.#onDamaged(read.damage);
    });
  }

  #setMark(
    device: string,
    cursor: Cursor,
    before = bytesBefore(this.#disk, this.#folder, device, cursor.offset),
  ): void {
    this.#marks.set(device, { cursor, before });
    this.#read.add(device);
  }

  #markOf(device: string): Mark {
    return this.#marks.get(device) ?? NOTHING;
  }

  #offsetOf(device: string): number {
    return this.#markOf(device).cursor.offset;
  }

  #fileOf(device: string): string {
    const known = this.#files.get(device);
    if (known !== undefined) return known;
    const file = journalFile(this.#folder, device);
    this.#files.set(device, file);
    return file;
  }

  #statOf(file: string): { readonly size: number; readonly ino: number } | undefined {
    try {
      return this.#disk.statSync(file);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw cannotRead(file, error);
    }
  }
}

/** All events that a reader still has. */
const restOf = (reader: JournalReader): Entry[] => {
  const entries: Entry[] = [];
  for (let entry = reader.next(); entry !== undefined; entry = reader.next()) entries.push(entry);
  return entries;
};

/** Where the bytes begin that stand before a place. */
const startOf = ({ offset }: Cursor): number => Math.max(0, offset - MARK_SIZE);

/** The bytes before a place, out of those from `start` on. */
const beforeIn = (bytes: Buffer, start: number, at: Cursor): Buffer =>
  bytes.subarray(startOf(at) - start, at.offset - start);
