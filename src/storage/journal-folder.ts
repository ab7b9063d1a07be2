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
import { JournalTail } from './journal-tail.ts';
import type { OpenJournal, Written } from './journal-writer.ts';

interface Mark {
  readonly cursor: Cursor;
  /** What is before the cursor, to tell a journal that was replaced from one that grew. */
  readonly tail: JournalTail;
}

const NOTHING: Mark = { cursor: START, tail: new JournalTail([]) };

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
      [...this.#marks].map(([device, { cursor, tail }]) => [
        device,
        { ...cursor, before: tail.bytes.toString('base64') },
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
      const tail = new JournalTail([before]);
      this.#marks.set(device, { cursor: { offset, maxT: toTimestamp(maxT) }, tail });
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
   * Takes in what was just written to one journal: this is done after each grade. Where the file is
   * still that journal and has grown by no more than that, it stands there as it was written, and
   * need not be read. Undefined otherwise; then everything has to be looked at.
   */
  takeOwn(journal: OpenJournal, { bytes, lines }: Written): readonly Entry[] | undefined {
    const { device, file, inode } = journal;
    const stat = this.#statOf(file);
    const { cursor, tail } = this.#markOf(device);
    const isJustThat = stat?.ino === inode && stat.size === cursor.offset + bytes.length;
    if (!isJustThat || lines === undefined) return undefined;
    let { offset, maxT } = cursor;
    const entries: Entry[] = [];
    for (const { event, size } of lines) {
      if (event.t > maxT) maxT = event.t;
      entries.push({ event, order: { t: maxT, device, offset } });
      offset += size;
    }
    this.#marks.set(device, { cursor: { offset, maxT }, tail: tail.with(bytes) });
    this.#read.add(device);
    return entries;
  }

  /** A few lines with what was before them, by one look at the file. */
  #readSmall(device: string, size: number): readonly Entry[] | undefined {
    const { cursor, tail } = this.#markOf(device);
    const start = startOf(cursor);
    const read = this.#bytesOf(device, start, size);
    if (!tail.bytes.equals(beforeIn(read, start, cursor))) return undefined;
    const disk = bytesAsDisk(read, start);
    const wanted = { until: size };
    const reader = new JournalReader(disk, this.#folder, device, cursor, wanted);
    return this.#finish(device, reader, (at) => beforeIn(read, start, at));
  }

  #readLarge(device: string): readonly Entry[] | undefined {
    const { cursor, tail } = this.#markOf(device);
    const found = bytesBefore(this.#disk, this.#folder, device, cursor.offset);
    if (!found.equals(tail.bytes)) return undefined;
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

  #bytesOf(device: string, start: number, size: number): Buffer {
    const bytes = Buffer.allocUnsafe(size - start);
    const file = this.#fileOf(device);
    try {
      const handle = this.#disk.openSync(file, 'r');
      try {
        return bytes.subarray(0, this.#disk.readSync(handle, bytes, 0, bytes.length, start));
      } finally {
        this.#disk.closeSync(handle);
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
    this.#marks.set(device, { cursor, tail: new JournalTail([before]) });
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
