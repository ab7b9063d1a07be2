import path from 'node:path';
import { ID_PATTERN } from '../deck/id-pattern.ts';
import type { OutlineOptions } from '../deck/outline.ts';
import { QuizError, reasonOf } from '../quiz-error.ts';
import { codeOf, type Disk } from './disk.ts';
import type { Paths } from './paths.ts';
import { makeFolderInside, replaceFile } from './safe-files.ts';

/** A deck that was added: what it is called, and where it is. */
export interface RegisteredDeck {
  readonly name: string;
  /** Absolute path of its file or folder. */
  readonly path: string;
  /** How its questions are written, where that was said when it was added. */
  readonly options?: OutlineOptions | undefined;
}

export interface Registry {
  readonly decks: readonly RegisteredDeck[];
  /** What the person should know of a file that could not be read. */
  readonly notice: string | undefined;
}

const VERSION = 1;

const registryFile = ({ data }: Paths): string => path.join(data, 'decks.json');

/**
 * Reads the decks that were added. A damaged file is put aside and said; the decks themselves and
 * all progress are where they were. Throws a QuizError where the file is there and not readable.
 */
export const readRegistry = (disk: Disk, paths: Paths): Registry => {
  const file = registryFile(paths);
  let text: string;
  try {
    text = disk.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { decks: [], notice: undefined };
    throw new QuizError(
      `the list of your decks, ${file}, cannot be read: ${reasonOf(error)}`,
      'allow reading it, or give the path of a deck',
      { cause: error },
    );
  }
  const decks = decode(text);
  return decks === undefined
    ? { decks: [], notice: putAside(disk, paths, file) }
    : { decks, notice: undefined };
};

const decode = (text: string): readonly RegisteredDeck[] | undefined => {
  try {
    const { version, decks } = JSON.parse(text) as { version?: unknown; decks?: unknown };
    if (version !== VERSION || !Array.isArray(decks)) return undefined;
    return decks.every(isDeck) ? decks : undefined;
  } catch {
    return undefined;
  }
};

const isDeck = (value: unknown): value is RegisteredDeck => {
  if (typeof value !== 'object' || value === null) return false;
  const { name, path: at, options = {} } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    ID_PATTERN.test(name) &&
    typeof at === 'string' &&
    path.isAbsolute(at) &&
    typeof options === 'object' &&
    options !== null
  );
};

const putAside = (disk: Disk, paths: Paths, file: string): string => {
  const what = `The list of your decks, ${file}, could not be read`;
  try {
    makeFolderInside(disk, paths.data, paths.damaged);
    let aside = path.join(paths.damaged, 'decks.json');
    for (let copy = 2; disk.existsSync(aside); copy++) {
      aside = path.join(paths.damaged, `${copy}-decks.json`);
    }
    disk.renameSync(file, aside);
    return `${what}; it is kept as ${aside}. Your progress is all there: add the decks again with \`llm-quiz deck add PATH\`.`;
  } catch {
    return `${what}. Your progress is all there; delete that file, and add the decks again with \`llm-quiz deck add PATH\`.`;
  }
};

/** Writes the list anew, at once or not at all. Throws a QuizError where it cannot. */
export const saveRegistry = (
  disk: Disk,
  paths: Paths,
  decks: readonly RegisteredDeck[],
  mark: string,
): void => {
  const file = registryFile(paths);
  try {
    makeFolderInside(disk, paths.data, paths.data);
    const text = JSON.stringify({ version: VERSION, decks }, undefined, 2);
    replaceFile(disk, file, [`${text}\n`], mark);
  } catch (error) {
    if (error instanceof QuizError) throw error;
    throw new QuizError(
      `the list of your decks cannot be saved in ${paths.data}: ${reasonOf(error)}`,
      'free some space or allow writing there; until then give `--deck` the path',
      { cause: error },
    );
  }
};
