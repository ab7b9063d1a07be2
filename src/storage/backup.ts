import path from 'node:path';
import { QuizError, reasonOf } from '../quiz-error.ts';
import type { Timestamp } from '../scheduler/units.ts';
import { type Disk, syncFolder } from './disk.ts';
import { journalFile, listJournals } from './journal.ts';
import type { Paths } from './paths.ts';
import { makeFolderInside, writeNewFile } from './safe-files.ts';

/** Why a copy was made. */
export type BackupReason = 'import' | 'migration' | 'reset' | 'sync';

/** Copies that are kept; the oldest of more is let go. */
export const BACKUPS_KEPT = 10;

const NAME = /^\d{8}T\d{6}(?:\d{3})?Z-before-(?:import|migration|reset|sync)(?:-\d+)?$/;
const CHUNK = 1 << 20;

/**
 * Copies all journals to a dated folder, which `llm-quiz sync` can read back. The last ten are
 * kept. Throws a QuizError where it cannot: then nothing else may be changed.
 *
 * @returns the folder; undefined where there is no progress to copy
 */
export const makeBackup = (
  disk: Disk,
  paths: Paths,
  reason: BackupReason,
  now: Timestamp,
): string | undefined => {
  const devices = listJournals(disk, paths.progress);
  if (devices.length === 0) return undefined;
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const folder = freeName(disk, paths, `${stamp}-before-${reason}`);
  const unfinished = path.join(paths.backups, `.unfinished-${path.basename(folder)}`);
  try {
    const copies = path.join(unfinished, 'progress');
    makeFolderInside(disk, paths.data, copies);
    for (const device of devices) {
      writeNewFile(
        disk,
        journalFile(copies, device),
        chunksOf(disk, journalFile(paths.progress, device)),
      );
    }
    disk.renameSync(unfinished, folder);
    syncFolder(disk, paths.backups);
  } catch (error) {
    removeQuietly(disk, unfinished);
    throw new QuizError(
      `no copy of your progress could be made in ${paths.backups}: ${reasonOf(error)}`,
      'nothing was changed; free some space or allow writing there, and try again',
      { cause: error },
    );
  }
  letOldGo(disk, paths);
  return folder;
};

/** The copies that are there, oldest first. */
export const listBackups = (disk: Disk, paths: Paths): readonly string[] => {
  try {
    return disk
      .readdirSync(paths.backups)
      .filter((name) => NAME.test(name))
      .toSorted();
  } catch {
    return [];
  }
};

/** The bytes of a file, in pieces. */
export function* chunksOf(disk: Disk, file: string, from = 0): Generator<Uint8Array> {
  const handle = disk.openSync(file, 'r');
  try {
    for (let at = from; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const size = disk.readSync(handle, chunk, 0, CHUNK, at);
      if (size === 0) return;
      at += size;
      yield chunk.subarray(0, size);
    }
  } finally {
    disk.closeSync(handle);
  }
}

const freeName = (disk: Disk, paths: Paths, name: string): string => {
  let folder = path.join(paths.backups, name);
  for (let copy = 2; disk.existsSync(folder); copy++) {
    folder = path.join(paths.backups, `${name}-${copy}`);
  }
  return folder;
};

/** Only folders that bear our own names, and only once a newer one is whole. */
const letOldGo = (disk: Disk, paths: Paths): void => {
  for (const name of listBackups(disk, paths).slice(0, -BACKUPS_KEPT)) {
    removeQuietly(disk, path.join(paths.backups, name));
  }
};

const removeQuietly = (disk: Disk, folder: string): void => {
  try {
    disk.rmSync(folder, { recursive: true, force: true });
  } catch {
    // It stays; `llm-quiz doctor` names what is unfinished.
  }
};
