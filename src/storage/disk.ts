import fs from 'node:fs';
import path from 'node:path';
import { QuizError, reasonOf } from '../quiz-error.ts';

/** The part of the file system that progress is written with; a test gives one that fails. */
export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'writeSync'
  | 'fdatasyncSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'fstatSync'
  | 'readSync'
  | 'mkdirSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'writeFileSync'
  | 'renameSync'
  | 'existsSync'
  | 'lstatSync'
  | 'statSync'
  | 'statfsSync'
  | 'realpathSync'
  | 'rmSync'
>;

export const realDisk: Disk = fs;

/** Only the user may look into what they learned. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

/** Makes a folder for this user alone; what is missing above it too. */
export const makeFolder = (disk: Disk, folder: string): void => {
  try {
    const first = disk.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    if (first !== undefined) syncFolder(disk, path.dirname(first));
  } catch (error) {
    throw cannotWriteIn(folder, error);
  }
};

/** Makes the name of a new file in a folder survive a power cut; not every system can. */
export const syncFolder = (disk: Disk, folder: string): void => {
  try {
    const handle = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
  } catch {
    // Windows opens no folders; the file itself is synced all the same.
  }
};

/** What the system calls an error, such as ENOENT. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** The error of a write that must not be passed over. */
export const cannotWrite = (file: string, error: unknown): QuizError =>
  cannotWriteIn(path.dirname(file), error);

/** The error of a folder in which nothing can be written. */
export const cannotWriteIn = (folder: string, error: unknown): QuizError =>
  error instanceof QuizError
    ? error
    : new QuizError(
        `progress cannot be saved in ${folder}: ${reasonOf(error)}`,
        'free some space or allow writing there, or set LLM_QUIZ_HOME to a folder that you can write to',
        { cause: error },
      );

/** The error of a file of progress that cannot be read, although it is there. */
export const cannotRead = (file: string, error: unknown): QuizError =>
  error instanceof QuizError
    ? error
    : new QuizError(
        `progress cannot be read from ${file}: ${reasonOf(error)}`,
        'allow reading it; nothing was changed, and `llm-quiz doctor` says more',
        { cause: error },
      );
