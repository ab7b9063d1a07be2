import { encodeEvent, type KnownEvent } from '../progress/events.ts';
import { cannotWrite, type Disk, syncFolder } from './disk.ts';
import { journalFile } from './journal.ts';
import { openToAppend } from './safe-files.ts';

const NEWLINE = 0x0a;

/** This device's own journal, opened to write. */
export interface JournalWriter {
  /** Appends events and syncs them to the disk; returns only when they are there. */
  append(events: readonly KnownEvent[]): void;
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
  return {
    append(events) {
      const text = events.map((event) => `${encodeEvent(event)}\n`).join('');
      try {
        // Looked at each time: another window may have torn its line on a disk that is full.
        const bytes = Buffer.from(endsWithNewline(disk, handle) ? text : `\n${text}`);
        const written = disk.writeSync(handle, bytes, 0, bytes.length);
        if (written < bytes.length) {
          throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
        }
        disk.fdatasyncSync(handle);
      } catch (error) {
        throw cannotWrite(file, error);
      }
    },
    close() {
      disk.closeSync(handle);
    },
  };
};

const endsWithNewline = (disk: Disk, handle: number): boolean => {
  const { size } = disk.fstatSync(handle);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  disk.readSync(handle, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
};
