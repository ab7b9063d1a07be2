import path from 'node:path';
import { createProblem, type Problem } from '../deck/problem.ts';
import { EXIT, QuizError, reasonOf } from '../quiz-error.ts';
import { nameOf } from './deck-name.ts';
import type { Disk } from './disk.ts';

/** The Markdown files of a deck, and the folders that they were looked for in. */
export interface DeckFiles {
  /** In natural order. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
}

const MAX_FILES = 10_000;

/**
 * Finds the files of a deck: the target itself, or the Markdown files below it. What is no plain
 * file, such as a pipe, is passed over, and no link leads out of the folder or round in it. Throws
 * a QuizError where there is nothing to read.
 */
export const findDeckFiles = (disk: Disk, target: string, from: string): DeckFiles => {
  const stat = statOf(disk, target);
  if (stat === undefined) {
    throw new QuizError(
      `there is no file or folder ${target}`,
      'give the path of a Markdown file, or of a folder with Markdown files',
      { exitCode: EXIT.usage },
    );
  }
  if (stat.isFile()) return { files: [target], folders: [], problems: [] };
  if (!stat.isDirectory()) {
    throw new QuizError(
      `${target} is neither a file nor a folder`,
      'give the path of a Markdown file',
      { exitCode: EXIT.usage },
    );
  }
  const walk = new Walk(disk, target, from);
  walk.visit(target);
  const { files, folders, problems } = walk;
  if (files.length === 0 && problems.length === 0) {
    throw new QuizError(
      `there is no Markdown file in ${target}`,
      'a deck is a file, or files in a folder, whose names end in .md',
    );
  }
  return { files, folders, problems };
};

export const statOf = (disk: Disk, file: string): ReturnType<Disk['statSync']> => {
  try {
    return disk.statSync(file);
  } catch {
    return undefined;
  }
};

class Walk {
  readonly files: string[] = [];
  readonly folders: string[] = [];
  readonly problems: Problem[] = [];
  readonly #disk: Disk;
  readonly #root: string;
  readonly #from: string;
  readonly #seen = new Set<string>();

  constructor(disk: Disk, target: string, from: string) {
    this.#disk = disk;
    this.#root = disk.realpathSync(target);
    this.#from = from;
  }

  visit(folder: string): void {
    try {
      const real = this.#disk.realpathSync(folder);
      if (this.#seen.has(real) || !this.#isInside(real)) return;
      this.#seen.add(real);
      this.folders.push(folder);
      for (const name of this.#disk.readdirSync(folder).toSorted(naturally)) {
        if (!name.startsWith('.') && name !== 'node_modules') this.#look(path.join(folder, name));
      }
    } catch (error) {
      this.#cannot(folder, `the folder cannot be read: ${reasonOf(error)}`);
    }
  }

  #look(file: string): void {
    const stat = statOf(this.#disk, file);
    if (stat?.isDirectory() === true) this.visit(file);
    else if (stat?.isFile() === true && /\.(?:md|markdown)$/i.test(file)) this.#take(file);
  }

  #take(file: string): void {
    if (!this.#isInside(this.#disk.realpathSync(file))) return;
    if (this.files.length < MAX_FILES) this.files.push(file);
    else if (this.problems.length === 0) {
      this.#cannot(
        file,
        `there are more than ${MAX_FILES} files; this and what follows is left out`,
      );
    }
  }

  #isInside(real: string): boolean {
    return real === this.#root || real.startsWith(this.#root + path.sep);
  }

  #cannot(file: string, message: string): void {
    const at = { file: nameOf(file, this.#from), line: 1, column: 1 };
    this.problems.push(createProblem('E001', at, message, 'allow reading it, or leave it out'));
  }
}

const naturally = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : 1);
