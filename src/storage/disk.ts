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
    disk.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
};

/** Makes the name of a new file in a folder survive a power cut; not every system can. */
export const syncFolder = (disk: Disk, folder: string): void => {
  try {
    const handle = disk.openSync(folder, 'r');
    disk.fsyncSync(handle);
    disk.closeSync(handle);
  } catch {
    // Windows opens no folders; the file itself is synced all the same.
  }
};

/** The error of a write that must not be passed over. */
export const cannotWrite = (file: string, error: unknown): QuizError =>
  new QuizError(
    `progress cannot be saved in ${path.dirname(file)}: ${reasonOf(error)}`,
    'free some space or allow writing there, or set LLM_QUIZ_HOME to a folder that you can write to',
    { cause: error },
  );
