import type { Dirent } from 'node:fs';
import path from 'node:path';
import { decodeEvent } from '../progress/events.ts';
import type { Entry } from '../progress/order.ts';
import { type Timestamp, toTimestamp } from '../scheduler/units.ts';
import { cannotRead, codeOf, type Disk } from './disk.ts';
import { cardIn, timeIn, typeIn } from './line-fields.ts';
import { endOfWholeLines, LineReader } from './lines.ts';

/** How far a journal has been read. */
export interface Cursor {
  readonly offset: number;
  /** The latest time that the journal had reached there. */
  readonly maxT: Timestamp;
}

export const START: Cursor = { offset: 0, maxT: toTimestamp(Number.MIN_SAFE_INTEGER) };

/** A line that is no event: torn by a crash, or damaged. */
export interface DamagedLine {
  readonly device: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Of more lines that cannot be read than these, only the number is told. */
const DAMAGED_KEPT = 20;

/** Lines of a journal that could not be read. */
export interface Damage {
  /** The first of them; a journal of noise must fill neither the memory nor the disk. */
  readonly lines: readonly DamagedLine[];
  readonly count: number;
}

/** What of a journal is read. */
export interface Wanted {
  /** Up to this offset; up to the last line end where it is left out. */
  readonly until?: number | undefined;
  /** Only events of these types. */
  readonly types?: ReadonlySet<string> | undefined;
  /** Only events of these cards, as they were called then. */
  readonly cards?: ReadonlySet<string> | undefined;
}

export const journalFile = (folder: string, device: string): string =>
  path.join(folder, `${device}.jsonl`);

/** The device that a file name of a journal stands for. */
export const deviceOf = (name: string): string | undefined =>
  /^([\w-]{1,64})\.jsonl$/.exec(name)?.[1];

/**
 * Names of the devices that have a journal in a folder, in order. What bears such a name and is no
 * file is passed over: a pipe would hold up whoever opens it, and a folder cannot be read.
 */
export const listJournals = (disk: Disk, folder: string): readonly string[] => {
  try {
    return disk
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => deviceOf(entry.name) !== undefined && canBeRead(disk, folder, entry))
      .map(({ name }) => deviceOf(name) ?? '')
      .toSorted();
  } catch (error) {
    // Where there can be no folder there are no journals; writing says why there can be none.
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw cannotRead(folder, error);
  }
};

/** Of a link, what it leads to counts; where nobody can tell, opening it says why. */
const canBeRead = (disk: Disk, folder: string, entry: Dirent): boolean => {
  if (entry.isFile()) return true;
  if (entry.isDirectory() || entry.isFIFO() || entry.isSocket()) return false;
  try {
    return disk.statSync(path.join(folder, entry.name)).isFile();
  } catch (error) {
    return codeOf(error) !== 'ENOENT';
  }
};

/** What reading takes of a disk. */
export type ReadingDisk = Pick<Disk, 'openSync' | 'readSync' | 'closeSync'>;

/**
 * Reads a journal event by event. A last line without its line end is left for the next time: it
 * is either being written now or torn, and the next write closes a torn one.
 */
export class JournalReader {
  readonly #damaged: DamagedLine[] = [];
  #damagedCount = 0;
  readonly #disk: ReadingDisk;
  readonly #file: string;
  readonly #device: string;
  readonly #wanted: Wanted;
  #handle: number | undefined;
  #lines: LineReader | undefined;
  #cursor: Cursor;

  constructor(
    disk: ReadingDisk,
    folder: string,
    device: string,
    from: Cursor,
    wanted: Wanted = {},
  ) {
    this.#disk = disk;
    this.#file = journalFile(folder, device);
    this.#device = device;
    this.#wanted = wanted;
    this.#cursor = from;
    this.#handle = openToRead(disk, this.#file);
    if (this.#handle === undefined) return;
    this.#lines = new LineReader(disk, this.#handle, from.offset, wanted.until);
  }

  /** The lines that are no events, so far. */
  get damage(): Damage {
    return { lines: this.#damaged, count: this.#damagedCount };
  }

  /** How far it has been read. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  /** The next event; undefined at the end, where the file is closed. */
  next(): Entry | undefined {
    try {
      const lines = this.#lines;
      while (lines?.next()) {
        const entry = this.#read(lines);
        if (entry !== undefined) return entry;
      }
    } catch (error) {
      this.close();
      throw cannotRead(this.#file, error);
    }
    this.close();
    return undefined;
  }

  close(): void {
    if (this.#handle !== undefined) this.#disk.closeSync(this.#handle);
    this.#handle = undefined;
    this.#lines = undefined;
  }

  #read(lines: LineReader): Entry | undefined {
    const { view: text } = lines;
    // By the text alone, so that lines which are not parsed, or cannot be, count all the same.
    const maxT = Math.max(this.#cursor.maxT, timeIn(text) ?? this.#cursor.maxT);
    this.#cursor = { offset: lines.nextOffset, maxT: toTimestamp(maxT) };
    const { types, cards } = this.#wanted;
    if (text === '' || text === '\r') return undefined;
    if (types !== undefined && !types.has(typeIn(text) ?? '')) return undefined;
    if (cards !== undefined && !cards.has(cardIn(text) ?? '')) return undefined;
    const event = decodeEvent(text);
    const { offset } = lines;
    if (event === undefined) {
      this.#damagedCount++;
      if (this.#damaged.length < DAMAGED_KEPT) {
        this.#damaged.push({ device: this.#device, offset, bytes: lines.bytes });
      }
      return undefined;
    }
    return { event, order: { t: this.#cursor.maxT, device: this.#device, offset } };
  }
}

const openToRead = (disk: ReadingDisk, file: string): number | undefined => {
  try {
    return disk.openSync(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw cannotRead(file, error);
  }
};

/** Bytes in memory that are read as the end of a file: those from `start` on. */
export const bytesAsDisk = (bytes: Uint8Array, start: number): ReadingDisk => ({
  openSync: () => 0,
  closeSync: () => {},
  readSync: (_handle: number, target: NodeJS.ArrayBufferView, ...place: unknown[]): number => {
    const [, length, at] = place as [number, number, number];
    const part = bytes.subarray(at - start, at - start + length);
    (target as Uint8Array).set(part);
    return part.length;
  },
});

/** How many bytes before a place tell whether a journal is the one that was read: more than a line. */
export const MARK_SIZE = 256;

/** The bytes just before an offset, to tell whether a journal is the one that was read before. */
export const bytesBefore = (disk: Disk, folder: string, device: string, offset: number): Buffer => {
  const file = journalFile(folder, device);
  const handle = openToRead(disk, file);
  if (handle === undefined) return Buffer.alloc(0);
  try {
    const size = Math.min(offset, MARK_SIZE);
    const bytes = Buffer.alloc(size);
    const read = disk.readSync(handle, bytes, 0, size, offset - size);
    return bytes.subarray(0, read);
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    disk.closeSync(handle);
  }
};

/** Where the last whole line of a journal ends now; 0 where there is none. */
export const endOfLines = (disk: Disk, folder: string, device: string): number => {
  const file = journalFile(folder, device);
  const handle = openToRead(disk, file);
  if (handle === undefined) return 0;
  try {
    return endOfWholeLines(disk, handle);
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    disk.closeSync(handle);
  }
};
