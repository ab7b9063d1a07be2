import { constants } from 'node:fs';
import path from 'node:path';
import { decodeEvent, encodeEvent, type KnownEvent } from '../progress/events.ts';
import type { Entry } from '../progress/order.ts';
import { type Timestamp, toTimestamp } from '../scheduler/units.ts';
import { cannotWrite, type Disk, FILE_MODE, makeFolder, syncFolder } from './disk.ts';

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
  readonly text: string;
}

export interface ReadJournal {
  readonly entries: readonly Entry[];
  readonly damaged: readonly DamagedLine[];
  readonly cursor: Cursor;
}

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

export const journalFile = (folder: string, device: string): string =>
  path.join(folder, `${device}.jsonl`);

/** Names of the devices that have a journal in a folder, in order. */
export const listJournals = (disk: Disk, folder: string): readonly string[] => {
  try {
    return disk
      .readdirSync(folder)
      .flatMap((name) => /^([\w-]{1,64})\.jsonl$/.exec(name)?.[1] ?? [])
      .toSorted();
  } catch {
    return [];
  }
};

/**
 * Reads a journal from where it was read last. A last line without its line end is left for the
 * next time: it is either being written now or torn, and the next write closes a torn one.
 *
 * @param keep lets a caller pass over lines by their text, before they are parsed
 */
export const readJournal = (
  disk: Disk,
  folder: string,
  device: string,
  from: Cursor,
  keep: (line: string) => boolean = () => true,
): ReadJournal => {
  const entries: Entry[] = [];
  const damaged: DamagedLine[] = [];
  let { maxT } = from;
  const offset = forEachLine(disk, journalFile(folder, device), from.offset, (line, at) => {
    if (line === '') return;
    if (!keep(line)) {
      maxT = toTimestamp(Math.max(maxT, Number(/"t":(-?\d+)/.exec(line)?.[1] ?? maxT)));
      return;
    }
    const event = decodeEvent(line);
    if (event === undefined) damaged.push({ device, offset: at, text: line });
    else {
      maxT = toTimestamp(Math.max(maxT, event.t));
      entries.push({ event, order: { t: maxT, device, offset: at } });
    }
  });
  return { entries, damaged, cursor: { offset, maxT } };
};

/** Calls back for each whole line from an offset on; returns the offset behind the last one. */
const forEachLine = (
  disk: Disk,
  file: string,
  from: number,
  visit: (line: string, offset: number) => void,
): number => {
  const handle = openToRead(disk, file);
  if (handle === undefined) return from;
  try {
    let start = from;
    let pending: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const size = disk.readSync(handle, chunk, 0, CHUNK, start + pending.length);
      if (size === 0) return start;
      const bytes = Buffer.concat([pending, chunk.subarray(0, size)]);
      let begin = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, begin)) {
        visit(bytes.toString('utf8', begin, end), start + begin);
        begin = end + 1;
      }
      start += begin;
      pending = bytes.subarray(begin);
    }
  } finally {
    disk.closeSync(handle);
  }
};

const openToRead = (disk: Disk, file: string): number | undefined => {
  try {
    return disk.openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The bytes just before an offset, to tell whether a journal is the one that was read before. */
export const bytesBefore = (disk: Disk, folder: string, device: string, offset: number): string => {
  const handle = openToRead(disk, journalFile(folder, device));
  if (handle === undefined) return '';
  try {
    const size = Math.min(offset, 64);
    const bytes = Buffer.alloc(size);
    const read = disk.readSync(handle, bytes, 0, size, offset - size);
    return bytes.toString('base64', 0, read);
  } finally {
    disk.closeSync(handle);
  }
};

/** This device's own journal, opened to write. */
export interface JournalWriter {
  /** Appends events and syncs them to the disk; returns only when they are there. */
  append(events: readonly KnownEvent[]): void;
  close(): void;
}

/**
 * Opens the journal of this device. Throws a QuizError where it cannot be written, so that
 * nobody studies for nothing.
 */
export const openJournal = (disk: Disk, folder: string, device: string): JournalWriter => {
  const file = journalFile(folder, device);
  makeFolder(disk, folder);
  const isNew = !disk.existsSync(file);
  const handle = openToAppend(disk, file);
  if (isNew) syncFolder(disk, folder);
  let isTorn = !endsWithNewline(disk, handle);
  return {
    append(events) {
      const text = events.map((event) => `${encodeEvent(event)}\n`).join('');
      const bytes = Buffer.from(isTorn ? `\n${text}` : text);
      try {
        const written = disk.writeSync(handle, bytes, 0, bytes.length);
        isTorn = written < bytes.length;
        if (isTorn) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
        disk.fdatasyncSync(handle);
      } catch (error) {
        // Where nothing or half a line was written, the next write starts a line of its own.
        isTorn = true;
        throw cannotWrite(file, error);
      }
    },
    close() {
      disk.closeSync(handle);
    },
  };
};

const openToAppend = (disk: Disk, file: string): number => {
  const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW = 0 } = constants;
  try {
    return disk.openSync(file, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW, FILE_MODE);
  } catch (error) {
    throw cannotWrite(file, error);
  }
};

const endsWithNewline = (disk: Disk, handle: number): boolean => {
  const { size } = disk.fstatSync(handle);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  disk.readSync(handle, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
};
