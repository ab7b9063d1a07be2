import path from 'node:path';
import { LazyDays } from '../progress/lazy-days.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  isOtherFold,
  type Snapshot,
} from '../progress/snapshot.ts';
import { reasonOf } from '../quiz-error.ts';
import { type Checksum, crc32 } from './crc32.ts';
import { codeOf, type Disk } from './disk.ts';
import { formatRows, LazyCards, toAscii } from './lazy-cards.ts';

export type ReadSnapshot =
  | { readonly kind: 'none' }
  /** Made by another version of the fold: thrown away without a word. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'ok'; readonly snapshot: Snapshot };

const NEWLINE = 0x0a;
/** What is around a text that has a line to itself; it has no letter that JSON would escape. */
const IDS = { before: '"ids":"', after: '",' } as const;
const INDEX = { before: '"index":"', after: '",' } as const;
const DAYS = { before: '"days":', after: ',' } as const;
const CARDS = '"cards":[';
const END = /\n\],"sum":"([0-9a-f]{8})"\}$/;
const END_LENGTH = '\n],"sum":"00000000"}'.length;

/** Reads the snapshot with no more than the file system: conf costs more than the whole start. */
export const readSnapshot = (
  disk: Disk,
  file: string,
  checksum: Checksum = crc32,
): ReadSnapshot => {
  let bytes: Buffer;
  try {
    bytes = disk.readFileSync(file);
  } catch (error) {
    const isMissing = codeOf(error) === 'ENOENT';
    return isMissing ? { kind: 'none' } : { kind: 'damaged', why: reasonOf(error) };
  }
  try {
    return { kind: 'ok', snapshot: parseSnapshot(bytes, checksum) };
  } catch {
    return isOfOtherFold(bytes)
      ? { kind: 'stale' }
      : { kind: 'damaged', why: 'it is not what llm-quiz wrote' };
  }
};

/**
 * A snapshot as text: JSON in ASCII, in lines, with a card a line, so that a reader can leave
 * alone what it does not need, and a sum at its end, so that it can trust that all the same.
 */
export const formatSnapshot = (snapshot: Snapshot, checksum: Checksum = crc32): string => {
  const { cards, days, ids, ...head } = encodeSnapshot(snapshot);
  const { index, rows } = formatRows(cards as readonly (readonly unknown[])[]);
  const lines = [
    `${toAscii(JSON.stringify(head)).slice(0, -1)},`,
    `${IDS.before}${String(ids)}${IDS.after}`,
    `${INDEX.before}${index}${INDEX.after}`,
    `${DAYS.before}${JSON.stringify(days)}${DAYS.after}`,
    CARDS,
    rows,
  ];
  const text = lines.join('\n');
  return `${text}\n],"sum":"${sumOf(Buffer.from(text, 'latin1'), checksum)}"}`;
};

/** Throws on what {@link formatSnapshot} did not write. */
const parseSnapshot = (bytes: Buffer, checksum: Checksum): Snapshot => {
  const end = bytes.length - END_LENGTH;
  const sum = END.exec(bytes.toString('latin1', Math.max(0, end)))?.[1];
  if (sum === undefined || sum !== sumOf(bytes.subarray(0, end), checksum)) {
    throw new TypeError('not a snapshot');
  }
  const [idsAt, indexAt, daysAt, cardsAt, rowsAt] = lineStarts(bytes);
  const text = (start: number, stop: number): string => bytes.toString('latin1', start, stop);
  const ids = within(bytes, idsAt, indexAt, IDS);
  const index = within(bytes, indexAt, daysAt, INDEX);
  const days = within(bytes, daysAt, cardsAt, DAYS);
  if (text(cardsAt, rowsAt) !== `${CARDS}\n`) throw new TypeError('not a list of cards');
  const head = JSON.parse(`${text(0, idsAt - ',\n'.length)}}`);
  const snapshot = decodeSnapshot({ ...head, cards: [], days: [], ids: '' });
  if (snapshot === 'stale') throw new TypeError('of another fold');
  const base = {
    ...snapshot.base,
    cards: new LazyCards(bytes.subarray(rowsAt, end), text(index.start, index.stop)),
    days: new LazyDays(text(days.start, days.stop)),
    /** Longer than all else, and asked for by few starts. */
    get ids() {
      return text(ids.start, ids.stop);
    },
  };
  return { ...snapshot, base };
};

/** Where the lines behind the first begin: ids, index, days, the list of cards, its rows. */
const lineStarts = (bytes: Buffer): readonly [number, number, number, number, number] => {
  const next = (from: number): number => bytes.indexOf(NEWLINE, from) + 1;
  const ids = next(0);
  const index = next(ids);
  const days = next(index);
  const cards = next(days);
  return [ids, index, days, cards, next(cards)];
};

/** The place of the text in a line of its own. */
const within = (
  bytes: Buffer,
  from: number,
  to: number,
  { before, after }: typeof IDS | typeof INDEX | typeof DAYS,
): { readonly start: number; readonly stop: number } => {
  const start = from + before.length;
  const stop = to - after.length - 1;
  const isRight =
    bytes.toString('latin1', from, start) === before &&
    bytes.toString('latin1', stop, to) === `${after}\n`;
  if (!isRight) throw new TypeError('not the line');
  return { start, stop };
};

const isOfOtherFold = (bytes: Buffer): boolean => {
  try {
    return isOtherFold(JSON.parse(bytes.toString('utf8')));
  } catch {
    return false;
  }
};

const sumOf = (bytes: Uint8Array, checksum: Checksum): string =>
  checksum(bytes).toString(16).padStart(8, '0');

/**
 * Writes the snapshot with conf, and reads it back: on a nearly full disk conf publishes half a
 * file without an error. It takes its place only when it is whole. A snapshot that cannot be
 * written is no loss, so nothing is thrown.
 *
 * @param mark a name that no other process has, for the file on its way
 * @returns whether it is there
 */
export const writeSnapshot = async (
  disk: Disk,
  file: string,
  snapshot: Snapshot,
  mark: string,
  checksum?: Checksum,
): Promise<boolean> => {
  // No `.tmp` or dot in the name: conf makes the name from these two.
  const next = path.join(path.dirname(file), `${path.basename(file, '.json')}-${mark}.json`);
  try {
    const { default: Conf } = await import('conf');
    const text = formatSnapshot(snapshot, checksum);
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
