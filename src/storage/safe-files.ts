import { constants } from 'node:fs';
import path from 'node:path';
import { QuizError } from '../quiz-error.ts';
import {
  cannotWrite,
  cannotWriteIn,
  codeOf,
  type Disk,
  FILE_MODE,
  makeFolder,
  syncFolder,
} from './disk.ts';

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_WRONLY, O_NOFOLLOW = 0 } = constants;

/**
 * Makes sure that a folder, once links are followed, is still inside the folder that it belongs
 * to: whoever can put a link there would else have us write wherever they like. The root itself
 * may be a link: that is how people move their data to another disk.
 */
export const guardFolder = (disk: Disk, root: string, folder: string): void => {
  if (folder === root) return;
  const missing: string[] = [];
  let existing = folder;
  while (existing !== root && lstatOf(disk, existing) === undefined) {
    missing.push(existing);
    existing = path.dirname(existing);
  }
  if (lstatOf(disk, root) === undefined) return;
  const inside = path.relative(realpathOf(disk, root), realpathOf(disk, existing));
  if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside))) return;
  throw new QuizError(
    `${existing} is a symbolic link that leads out of ${root}: nothing is written through it`,
    `replace it by a folder; to keep progress elsewhere, set LLM_QUIZ_HOME or link ${root} itself`,
  );
};

/** Makes a folder below a root, after {@link guardFolder}. */
export const makeFolderInside = (disk: Disk, root: string, folder: string): void => {
  try {
    guardFolder(disk, root, folder);
  } catch (error) {
    throw cannotWriteIn(folder, error);
  }
  makeFolder(disk, folder);
};

/** Opens a file to add to its end; made where it is missing, never followed where it is a link. */
export const openToAppend = (disk: Disk, file: string): number => {
  try {
    return disk.openSync(file, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW, FILE_MODE);
  } catch (error) {
    throw cannotWrite(file, error);
  }
};

/** Writes a file that must not be there yet, for the user alone, and syncs it. */
export const writeNewFile = (
  disk: Disk,
  file: string,
  chunks: Iterable<Uint8Array | string>,
): void => {
  const handle = disk.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, FILE_MODE);
  try {
    for (const chunk of chunks) writeWhole(disk, handle, chunk);
    disk.fsyncSync(handle);
  } catch (error) {
    disk.closeSync(handle);
    // Half a file under the name of a whole one would be taken for it.
    disk.rmSync(file, { force: true });
    throw error;
  }
  disk.closeSync(handle);
};

/** Puts a new content in the place of a file at once: readers see the old one or the new one. */
export const replaceFile = (
  disk: Disk,
  file: string,
  chunks: Iterable<Uint8Array | string>,
  mark: string,
): void => {
  const next = path.join(path.dirname(file), `.${path.basename(file)}.${mark}.tmp`);
  writeNewFile(disk, next, chunks);
  try {
    disk.renameSync(next, file);
  } catch (error) {
    disk.rmSync(next, { force: true });
    throw error;
  }
  syncFolder(disk, path.dirname(file));
};

/** Writes all bytes; a system may write fewer than it was given, as on a disk that fills up. */
export const writeWhole = (disk: Disk, handle: number, chunk: Uint8Array | string): void => {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  for (let done = 0; done < bytes.length; ) {
    const written = disk.writeSync(handle, bytes, done, bytes.length - done);
    if (written === 0) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    done += written;
  }
};

const lstatOf = (disk: Disk, file: string) => {
  try {
    return disk.lstatSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** The real place; of a link that leads nowhere, a place that is inside nothing. */
const realpathOf = (disk: Disk, file: string): string => {
  try {
    return disk.realpathSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path.parse(file).root;
    throw error;
  }
};
