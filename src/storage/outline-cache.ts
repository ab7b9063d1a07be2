import type { FileOutline } from '../deck/outline.ts';
import type { Problem } from '../deck/problem.ts';
import { cacheFile, type DeckPlace } from './deck-place.ts';
import { type Disk, makeFolder } from './disk.ts';
import { replaceFile } from './safe-files.ts';

/** Raised when an outline keeps other things than before. */
const VERSION = 1;

/**
 * What was found in files, by their content: a file that did not change, or only its name, is not
 * looked through again. It can be thrown away at any time, and is never required.
 */
export interface OutlineCache {
  /** The outline of a content, under the name that its file has now. */
  find(hash: string, name: string): FileOutline | undefined;
}

const NOTHING: OutlineCache = { find: () => undefined };

const headOf = ({ build }: DeckPlace): string => `llm-quiz outlines ${VERSION} ${build}`;

/** Opens the outlines of a deck; an entry is parsed when it is asked for. */
export const openOutlines = (disk: Disk, place: DeckPlace): OutlineCache => {
  const lines = readLines(disk, place, 'outlines');
  return lines === undefined
    ? NOTHING
    : {
        find: (hash, name) => {
          const outline = lines.get(hash);
          return outline === undefined ? undefined : relabel(outline as FileOutline, name);
        },
      };
};

/** Writes the outlines of a deck anew; what cannot be written is no loss. */
export const saveOutlines = (
  disk: Disk,
  place: DeckPlace,
  outlines: ReadonlyMap<string, FileOutline>,
): void => saveLines(disk, place, 'outlines', outlines);

/** What was found in the bodies of files by {@link saveChecks}, by their content. */
export const openChecks = (
  disk: Disk,
  place: DeckPlace,
): ((hash: string, name: string) => readonly Problem[] | undefined) => {
  const lines = readLines(disk, place, 'checks');
  return (hash, name) => {
    const problems = lines?.get(hash);
    return Array.isArray(problems) ? problems.map((problem) => moved(problem, name)) : undefined;
  };
};

export const saveChecks = (
  disk: Disk,
  place: DeckPlace,
  checks: ReadonlyMap<string, readonly Problem[]>,
): void => saveLines(disk, place, 'checks', checks);

interface Lines {
  get(hash: string): unknown;
}

const readLines = (disk: Disk, place: DeckPlace, kind: string): Lines | undefined => {
  try {
    const [head, ...lines] = disk.readFileSync(cacheFile(place, kind), 'utf8').split('\n');
    if (head !== headOf(place)) return undefined;
    const byHash = new Map(lines.map((line) => [line.slice(0, HASH_LENGTH), line]));
    return { get: (hash) => parse(byHash.get(hash)) };
  } catch {
    return undefined;
  }
};

/** Hexadecimal digits of a content's hash. */
export const HASH_LENGTH = 32;

const parse = (line: string | undefined): unknown => {
  try {
    return line === undefined ? undefined : JSON.parse(line.slice(HASH_LENGTH));
  } catch {
    return undefined;
  }
};

const saveLines = (
  disk: Disk,
  place: DeckPlace,
  kind: string,
  values: ReadonlyMap<string, unknown>,
): void => {
  try {
    makeFolder(disk, place.cache);
    const lines = [...values].map(([hash, value]) => `\n${hash}${JSON.stringify(value)}`);
    replaceFile(disk, cacheFile(place, kind), [headOf(place), ...lines], Date.now().toString(36));
  } catch {
    // Another start reads the files again.
  }
};

const relabel = (outline: FileOutline, name: string): FileOutline => ({
  ...outline,
  file: name,
  problems: outline.problems.map((problem) => moved(problem, name)),
});

const moved = (problem: Problem, file: string): Problem => ({
  ...problem,
  at: { ...problem.at, file },
  related:
    problem.related == null
      ? undefined
      : { ...problem.related, at: { ...problem.related.at, file } },
});
