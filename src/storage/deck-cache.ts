import path from 'node:path';
import type { Card } from '../deck/types.ts';
import { QuizError } from '../quiz-error.ts';
import { endsOf } from './deck-columns.ts';
import { type Common, decodeIndex, type IndexedDeck } from './deck-index.ts';
import { nameOf } from './deck-name.ts';
import { cacheFile, type DeckPlace, isSameStamp, type Stamp, stampOf } from './deck-place.ts';
import type { DeckSource } from './deck-source.ts';
import { type Disk, makeFolder } from './disk.ts';
import { encodeIndex } from './encode-index.ts';
import { replaceFile } from './safe-files.ts';
import { TwinFile, twin } from './twin-file.ts';

/** Raised when the index keeps other things than before. */
const VERSION = 4;

/** A file of a deck as it was read: its path below the deck, its stamp, and its content's hash. */
export type FileMark = readonly [file: string, stamp: Stamp, hash: string];

/** The first line of an index: what tells whether the rest is still true. */
interface Head {
  readonly format: string;
  readonly path: string;
  readonly options: string;
  readonly fingerprint: string;
  readonly files: readonly FileMark[];
  readonly folders: readonly (readonly [folder: string, stamp: Stamp])[];
  readonly problems: number;
  readonly common: Common;
  /** Size of the file of bodies, in bytes. */
  readonly bodies: number;
}

export interface CachedDeck extends DeckSource {
  readonly fingerprint: string;
  readonly problems: number;
}

const formatOf = ({ build }: DeckPlace): string => `llm-quiz deck ${VERSION} ${build}`;

/** Paths below the deck were written by this program, so there is nothing in them to resolve. */
const absolute = ({ target }: DeckPlace, file: string): string =>
  file === '' ? target : `${target}${path.sep}${file}`;

/**
 * Opens a deck as it was read last, where none of its files has changed since: no Markdown is
 * parsed, and only the bodies that are shown are read. Undefined where it must be read.
 */
export const openCachedDeck = (disk: Disk, place: DeckPlace): CachedDeck | undefined => {
  let file: TwinFile | undefined;
  let cached: CachedDeck | undefined;
  try {
    file = new TwinFile(disk, cacheFile(place, 'index'));
    cached = openIndex(disk, place, file);
  } catch {
    // Not there, or damaged: the deck is read anew.
  }
  if (cached === undefined) file?.close();
  return cached;
};

const openIndex = (disk: Disk, place: DeckPlace, file: TwinFile): CachedDeck | undefined => {
  const line = file.readLine();
  const head = checkHead(JSON.parse(line.toString()) as Head, place);
  if (head === undefined || !isUnchanged(disk, place, head)) return undefined;
  const handle = disk.openSync(bodiesFile(place, head.fingerprint), 'r');
  if (disk.fstatSync(handle).size !== head.bodies) return undefined;
  const fileName = (number: number): string => {
    const [file] = head.files[number] ?? [];
    return file === undefined ? '' : nameOf(absolute(place, file), place.from);
  };
  const read = (start: number, end: number): Buffer => readPart(disk, place, file, start, end);
  const { deck, bodyOf } = decodeIndex(head.common, line.length + 1, read, fileName);
  const readBody = bodyReader(disk, handle, bodyOf);
  return { deck, readBody, fingerprint: head.fingerprint, problems: head.problems };
};

/** What is damaged is found out when it is read, which may be in the midst of a session. */
const readPart = (
  disk: Disk,
  place: DeckPlace,
  file: TwinFile,
  start: number,
  end: number,
): Buffer => {
  try {
    return file.read(start, end);
  } catch (error) {
    const index = cacheFile(place, 'index');
    const isGone = isRemoved(disk, index);
    throw new QuizError(
      `${index}, which keeps what was read of ${place.target}, is damaged`,
      `${isGone ? 'it was thrown away: ' : 'delete it, and '}start again, and the deck itself is read; your progress is safe`,
      { cause: error },
    );
  }
};

const isRemoved = (disk: Disk, file: string): boolean => {
  try {
    disk.rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
};

const checkHead = (head: Head, place: DeckPlace): Head | undefined =>
  head.format === formatOf(place) &&
  head.path === place.path &&
  head.options === JSON.stringify(place.options)
    ? head
    : undefined;

const isUnchanged = (disk: Disk, place: DeckPlace, { files, folders }: Head): boolean =>
  folders.every(([folder, stamp]) => isSameStamp(stampOf(disk, absolute(place, folder)), stamp)) &&
  files.every(([file, stamp]) => isSameStamp(stampOf(disk, absolute(place, file)), stamp));

/** The files of a deck as they were read last, by their path below it. */
export const readMarks = (disk: Disk, place: DeckPlace): ReadonlyMap<string, FileMark> => {
  try {
    const file = new TwinFile(disk, cacheFile(place, 'index'));
    const line = file.readLine().toString();
    file.close();
    const head = checkHead(JSON.parse(line) as Head, place);
    return new Map(head?.files.map((mark) => [mark[0], mark]));
  } catch {
    return new Map();
  }
};

const bodiesFile = (place: DeckPlace, fingerprint: string): string =>
  cacheFile(place, `${fingerprint}.bodies`);

/** Reads bodies from an open file: it stays readable when another window replaces it. */
export const bodyReader =
  (disk: Disk, handle: number, bodyOf: IndexedDeck['bodyOf']) =>
  (card: Card): string => {
    const [start, end] = bodyOf(card) ?? [0, 0];
    if (end <= start) return '';
    const bytes = Buffer.alloc(end - start);
    return bytes.toString('utf8', 0, disk.readSync(handle, bytes, 0, bytes.length, start));
  };

/** What is written about a deck that was read. */
export interface DeckToCache {
  readonly source: DeckSource;
  readonly fingerprint: string;
  readonly files: readonly FileMark[];
  readonly folders: readonly (readonly [folder: string, stamp: Stamp])[];
  readonly problems: number;
}

/** Writes the index and the bodies of a deck; what cannot be written is no loss. */
export const saveDeck = (disk: Disk, place: DeckPlace, read: DeckToCache): void => {
  try {
    makeFolder(disk, place.cache);
    const { deck } = read.source;
    const bodies = deck.cards.map((card) => Buffer.from(read.source.readBody(card)));
    const ends = endsOf(bodies);
    const names = read.files.map(([file]) => nameOf(absolute(place, file), place.from));
    const mark = Date.now().toString(36);
    replaceFile(disk, bodiesFile(place, read.fingerprint), bodies, mark);
    const { common, columns } = encodeIndex(deck, names, ends);
    const head: Head = {
      format: formatOf(place),
      path: place.path,
      options: JSON.stringify(place.options),
      fingerprint: read.fingerprint,
      files: read.files,
      folders: read.folders,
      problems: read.problems,
      common,
      bodies: ends.at(-1) ?? 0,
    };
    const index = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...columns]);
    replaceFile(disk, cacheFile(place, 'index'), twin(index), mark);
    removeOldBodies(disk, place, read.fingerprint);
  } catch {
    // The next start reads the files again.
  }
};

const removeOldBodies = (disk: Disk, place: DeckPlace, fingerprint: string): void => {
  const index = path.basename(cacheFile(place, 'index'), 'index');
  const current = path.basename(bodiesFile(place, fingerprint));
  for (const name of disk.readdirSync(place.cache)) {
    if (name.startsWith(index) && name.endsWith('.bodies') && name !== current) {
      disk.rmSync(path.join(place.cache, name), { force: true });
    }
  }
};
