import path from 'node:path';
import type { LedgerBase } from '../progress/base.ts';
import { LazyDays } from '../progress/lazy-days.ts';
import type { Mend } from '../progress/lazy-map.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  FOLD_VERSION,
  type JournalMark,
  type Snapshot,
} from '../progress/snapshot.ts';
import { reasonOf } from '../quiz-error.ts';
import { codeOf, type Disk } from './disk.ts';
import { formatDecks, LazyCards, type StoredDeck, toAscii } from './lazy-cards.ts';
import { TwinFile, twin } from './twin-file.ts';

export type ReadSnapshot =
  | { readonly kind: 'none' }
  /** Made by another version of the fold: thrown away without a word. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'ok'; readonly snapshot: Snapshot; readonly file: TwinFile };

/** How far a snapshot had read the journals. */
export type Marks = ReadonlyMap<string, JournalMark>;

/** What the first line says of those that follow, each a JSON text: how long they are. */
interface Sizes {
  readonly ids: number;
  readonly days: number;
  readonly decks: readonly (readonly [
    prefix: string,
    cards: number,
    latest: number,
    hashes: number,
    ends: number,
    backs: number,
    rows: number,
  ])[];
}

const BETWEEN = ',\n';

/**
 * Opens the snapshot with no more than the file system: conf costs more than the whole start. Of
 * its parts only the first is read now, the others when they are asked for.
 *
 * @param mend gives the state at the marks anew, where a part turns out to be damaged later on
 */
export const readSnapshot = (
  disk: Disk,
  file: string,
  mend: (reason: unknown, marks: Marks) => LedgerBase,
): ReadSnapshot => {
  let opened: TwinFile | undefined;
  try {
    opened = new TwinFile(disk, file);
    return { kind: 'ok', snapshot: parseSnapshot(opened, mend), file: opened };
  } catch (error) {
    opened?.close();
    if (codeOf(error) === 'ENOENT') return { kind: 'none' };
    return isOfOtherFold(disk, file)
      ? { kind: 'stale' }
      : { kind: 'damaged', why: whyDamaged(error) };
  }
};

/** Why a snapshot could not be used, for people. */
export const whyDamaged = (error: unknown): string =>
  codeOf(error) === undefined ? 'it is not what llm-quiz wrote' : reasonOf(error);

/**
 * A snapshot as text: JSON in ASCII, in lines that can be read each by itself, with a card a line.
 * It stands twice in its file, so that a reader can trust the lines it reads without the others.
 */
export const formatSnapshot = (snapshot: Snapshot): string => {
  const { cards, days, ids, ...head } = encodeSnapshot(snapshot);
  const decks = formatDecks(cards as readonly (readonly unknown[])[]);
  const texts = {
    ids: toAscii(JSON.stringify(ids)),
    days: JSON.stringify(days),
    decks: decks.map(({ hashes, ends, backs, rows }) => [
      ...[hashes, ends, backs].map((numbers) => `"${numbers}"`),
      rows,
    ]),
  };
  const sizes: Sizes = {
    ids: texts.ids.length,
    days: texts.days.length,
    decks: decks.map(({ prefix, cards, latest }, at) => {
      const [hashes = '', ends = '', backs = '', rows = ''] = texts.decks[at] ?? [];
      return [prefix, cards, latest, hashes.length, ends.length, backs.length, rows.length];
    }),
  };
  const first = toAscii(JSON.stringify({ ...head, sizes }));
  return [first, texts.ids, texts.days, ...texts.decks.flat()].join(BETWEEN);
};

/** Throws on what {@link formatSnapshot} did not write. */
const parseSnapshot = (
  file: TwinFile,
  mend: (reason: unknown, marks: Marks) => LedgerBase,
): Snapshot => {
  const line = file.readLine().toString('latin1').slice(0, -','.length);
  const { sizes, ...head } = JSON.parse(line) as { readonly sizes: Sizes };
  const snapshot = decodeSnapshot({ ...head, cards: [], days: [], ids: '' });
  if (snapshot === 'stale') throw new TypeError('of another fold');
  const parts = new Parts(file, line.length);
  const ids = parts.next(sizes.ids);
  const days = parts.next(sizes.days);
  const decks = sizes.decks.map((deck) => storedDeck(deck, parts));
  parts.requireEnd();
  let mended: LedgerBase | undefined;
  const mendPart = <Name extends keyof LedgerBase>(name: Name): Mend<LedgerBase[Name]> => {
    return (reason) => {
      mended ??= mend(reason, snapshot.journals);
      return mended[name];
    };
  };
  const base = {
    ...snapshot.base,
    cards: new LazyCards(decks, mendPart('cards')),
    days: new LazyDays(() => days().toString('latin1'), mendPart('days')),
    /** Longer than all else, and asked for by few starts. */
    get ids() {
      try {
        return requireText(JSON.parse(ids().toString('latin1')));
      } catch (error) {
        return mendPart('ids')(error);
      }
    },
  };
  return { ...snapshot, base };
};

type Read = () => Buffer;
type Four<Part> = [Part, Part, Part, Part];

const storedDeck = (
  [prefix, cards, latest, ...lengths]: Sizes['decks'][number],
  parts: Parts,
): StoredDeck => {
  const [hashes, ends, backs, rows] = lengths.map((length) => parts.next(length)) as Four<Read>;
  return {
    prefix,
    cards,
    latest,
    hashes: () => unquoted(hashes()),
    ends: () => unquoted(ends()),
    backs: () => unquoted(backs()),
    rows,
  };
};

const unquoted = (text: Buffer): string => text.toString('latin1', 1, text.length - 1);

const requireText = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
};

/** The lines of a text one after another, by their lengths; each is read when it is asked for. */
class Parts {
  readonly #file: TwinFile;
  #end: number;

  constructor(file: TwinFile, first: number) {
    this.#file = file;
    this.#end = first;
  }

  next(size: number): Read {
    const start = this.#end + BETWEEN.length;
    const end = start + size;
    this.#end = end;
    return () => this.#file.read(start, end);
  }

  requireEnd(): void {
    if (this.#end !== this.#file.size) throw new TypeError('not its length');
  }
}

const OLD_FOLD = /^\[?\{"fold":(\d{1,9}),/;

/** Whether a file begins as a snapshot of another version does. */
const isOfOtherFold = (disk: Disk, file: string): boolean => {
  try {
    const handle = disk.openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(32);
      const read = disk.readSync(handle, bytes, 0, bytes.length, 0);
      const fold = OLD_FOLD.exec(bytes.toString('latin1', 0, read))?.[1];
      return fold !== undefined && Number(fold) !== FOLD_VERSION;
    } finally {
      disk.closeSync(handle);
    }
  } catch {
    return false;
  }
};

/**
 * Writes the snapshot with conf, and reads it back: on a nearly full disk conf publishes half a
 * file without an error. It takes its place only when it is whole. A snapshot that cannot be
 * written is no loss, so nothing is thrown.
 *
 * @param snapshot what {@link formatSnapshot} gave
 * @param mark a name that no other process has, for the file on its way
 * @returns whether it is there
 */
export const writeSnapshot = async (
  disk: Disk,
  file: string,
  snapshot: string,
  mark: string,
): Promise<boolean> => {
  // No `.tmp` or dot in the name: conf makes the name from these two.
  const next = path.join(path.dirname(file), `${path.basename(file, '.json')}-${mark}.json`);
  try {
    const { default: Conf } = await import('conf');
    const text = twin(snapshot).join('');
    const store = new Conf<Record<string, unknown>>({
      cwd: path.dirname(next),
      configName: path.basename(next, '.json'),
      projectName: 'llm-quiz',
      projectSuffix: '',
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      deserialize: () => ({}),
      serialize: () => text,
    });
    store.store = { text };
    if (disk.readFileSync(next, 'utf8') !== text) throw new Error('not written as a whole');
    disk.renameSync(next, file);
    return true;
  } catch {
    removeQuietly(disk, next);
    return false;
  }
};

const removeQuietly = (disk: Disk, file: string): void => {
  try {
    disk.rmSync(file, { force: true });
  } catch {
    // Nobody reads it; `llm-quiz doctor` names it.
  }
};
