import path from 'node:path';
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

const CARDS = ',"cards":[\n';
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
    return parseSnapshot(bytes, checksum);
  } catch {
    return { kind: 'damaged', why: 'it is not what llm-quiz wrote' };
  }
};

/**
 * A snapshot as text: JSON in ASCII with a card a line, so that a reader can leave the cards
 * alone, and a sum at its end, so that it can trust them all the same.
 */
export const formatSnapshot = (snapshot: Snapshot, checksum: Checksum = crc32): string => {
  const { cards, ...rest } = encodeSnapshot(snapshot);
  const head = toAscii(JSON.stringify(rest)).slice(0, -1);
  const text = `${head}${CARDS}${formatRows(cards as readonly (readonly unknown[])[])}`;
  return `${text}\n],"sum":"${sumOf(Buffer.from(text, 'latin1'), checksum)}"}`;
};

const parseSnapshot = (bytes: Buffer, checksum: Checksum): ReadSnapshot => {
  const end = bytes.length - END_LENGTH;
  const sum = END.exec(bytes.toString('latin1', Math.max(0, end)))?.[1];
  if (sum === undefined || sum !== sumOf(bytes.subarray(0, end), checksum)) {
    if (isOtherFold(JSON.parse(bytes.toString('utf8')))) return { kind: 'stale' };
    throw new TypeError('not a snapshot');
  }
  const headEnd = bytes.indexOf(CARDS, 0, 'latin1');
  const head = JSON.parse(`${bytes.toString('latin1', 0, headEnd)},"cards":[]}`);
  const snapshot = decodeSnapshot(head);
  if (snapshot === 'stale') return { kind: 'stale' };
  const cards = new LazyCards(bytes.toString('latin1', headEnd + CARDS.length, end));
  return { kind: 'ok', snapshot: { ...snapshot, base: { ...snapshot.base, cards } } };
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
