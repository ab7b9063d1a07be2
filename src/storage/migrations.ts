import path from 'node:path';
import { EXIT, QuizError } from '../quiz-error.ts';
import { cannotRead, codeOf, type Disk } from './disk.ts';
import type { Paths } from './paths.ts';
import { replaceFile } from './safe-files.ts';

/**
 * How the data folder is laid out. Format 1: `progress/DEVICE.jsonl` with a line an event,
 * `devices/`, `damaged/`, `backups/`. A folder without a number is of format 1.
 */
export const FORMAT = 1;

/** A step from one format to the next. It must be safe to run again where it was cut short. */
export interface Migration {
  readonly from: number;
  readonly run: (disk: Disk, paths: Paths) => void;
}

/** Every step there ever was, oldest first. */
export const MIGRATIONS: readonly Migration[] = [];

const formatFile = ({ data }: Paths): string => path.join(data, 'format');

/** The format of a data folder. Throws a QuizError where its number cannot be read. */
export const readFormat = (disk: Disk, paths: Paths): number => {
  const file = formatFile(paths);
  try {
    const text = disk.readFileSync(file, 'utf8').trim();
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 1;
    throw cannotRead(file, error);
  }
  throw new QuizError(
    `${file} does not say which format your progress has`,
    'write the number 1 into it, or remove it; your reviews are in the folder progress beside it',
  );
};

/**
 * The format of a data folder. Throws a QuizError where a newer llm-quiz has changed the format: this one would not understand
 * it, and must not write into it.
 */
export const requireFormat = (disk: Disk, paths: Paths): number => {
  const format = readFormat(disk, paths);
  if (format <= FORMAT) return format;
  throw new QuizError(
    `your progress was written by a newer llm-quiz (format ${format}; this one knows ${FORMAT})`,
    'update llm-quiz; nothing was changed',
    { exitCode: EXIT.problems },
  );
};

/** What a migration needs beside the disk. */
export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  readonly format?: number;
  /** Makes a dated copy of everything; called before the first step. */
  readonly backUp: () => void;
  readonly mark: string;
}

/**
 * Brings a data folder to the format of this program, after a copy of it was made. The number is
 * written after each step, so a step that was cut short is done again at the next start.
 *
 * @returns the formats that it went through; empty where there was nothing to do
 */
export const migrate = (
  disk: Disk,
  paths: Paths,
  { migrations = MIGRATIONS, format = FORMAT, backUp, mark }: MigrateOptions,
): readonly number[] => {
  const reached: number[] = [];
  for (let now = readFormat(disk, paths); now < format; now++) {
    const step = migrations.find(({ from }) => from === now);
    if (step === undefined) throw new RangeError(`no migration from format ${now}`);
    if (reached.length === 0) backUp();
    step.run(disk, paths);
    replaceFile(disk, formatFile(paths), [`${now + 1}\n`], mark);
    reached.push(now + 1);
  }
  return reached;
};
