import { encodeEvent, type KnownEvent, readOften } from '../progress/events.ts';
import { cannotWrite, type Disk, syncFolder } from './disk.ts';
import { journalFile } from './journal.ts';
import { openToAppend } from './safe-files.ts';

const NEWLINE = 0x0a;

/** A journal that is written to, as its file was when it was opened. */
export interface OpenJournal {
  readonly device: string;
  readonly file: string;
  /** Tells the file from another one that was put in its place. */
  readonly inode: number;
}

/** The event of a line as it will be read again, and the bytes of that line. */
export interface WrittenLine {
  readonly event: KnownEvent;
  readonly size: number;
}

/** What was written to a journal at once. */
export interface Written {
  readonly bytes: Uint8Array;
  /** Its lines; undefined where only reading them can tell. */
  readonly lines: readonly WrittenLine[] | undefined;
}

/** This device's own journal, opened to write. */
export interface JournalWriter extends OpenJournal {
  /** Appends events and syncs them to the disk; returns only when they are there. */
  append(events: readonly KnownEvent[]): Written;
  close(): void;
}

/**
 * Opens the journal of this device, in a folder that is there. Throws a QuizError where it cannot
 * be written, so that nobody studies for nothing.
 */
export const openJournal = (disk: Disk, folder: string, device: string): JournalWriter => {
  const file = journalFile(folder, device);
  const isNew = !disk.existsSync(file);
  const handle = openToAppend(disk, file);
  if (isNew) syncFolder(disk, folder);
  const { size, ino } = statOf(disk, file, handle);
  let isTorn = !endsWithNewline(disk, file, handle, size);
  return {
    device,
    file,
    inode: ino,
    append(events) {
      const texts = events.map((event) => `${encodeEvent(event)}\n`);
      const text = isTorn ? `\n${texts.join('')}` : texts.join('');
      const bytes = Buffer.from(text);
      const lines = isTorn ? undefined : linesOf(events, texts, bytes);
      // Where nothing or half a line is written, the next write starts a line of its own.
      isTorn = true;
      try {
        const written = disk.writeSync(handle, bytes, 0, bytes.length);
        if (written < bytes.length) {
          throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
        }
        disk.fdatasyncSync(handle);
        isTorn = false;
        return { bytes, lines };
      } catch (error) {
        throw cannotWrite(file, error);
      }
    },
    close() {
      disk.closeSync(handle);
    },
  };
};

const linesOf = (
  events: readonly KnownEvent[],
  texts: readonly string[],
  bytes: Uint8Array,
): Written['lines'] => {
  const lines = [];
  for (let at = 0; at < events.length; at++) {
    const event = readOften(events[at]);
    if (event === undefined) return undefined;
    const size = events.length === 1 ? bytes.length : Buffer.byteLength(texts[at] ?? '');
    lines.push({ event, size });
  }
  return lines;
};

const statOf = (disk: Disk, file: string, handle: number) => {
  try {
    return disk.fstatSync(handle);
  } catch (error) {
    throw cannotWrite(file, error);
  }
};

const endsWithNewline = (disk: Disk, file: string, handle: number, size: number): boolean => {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  try {
    disk.readSync(handle, last, 0, 1, size - 1);
  } catch (error) {
    throw cannotWrite(file, error);
  }
  return last[0] === NEWLINE;
};
