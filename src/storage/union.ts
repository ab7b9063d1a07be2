import { KnownIds } from '../progress/known-ids.ts';
import { chunksOf } from './backup.ts';
import { codeOf, type Disk } from './disk.ts';
import { idIn, timeIn } from './line-fields.ts';
import { endOfWholeLines, LineReader } from './lines.ts';
import { openToAppend, replaceFile, writeNewFile, writeWhole } from './safe-files.ts';

/**
 * What a file needs to be the union of itself and another one. Journals only ever grow, so in
 * nearly all cases one is the beginning of the other.
 */
export type Need =
  | { readonly kind: 'nothing' }
  /** The other one goes on where this one ends. */
  | { readonly kind: 'rest'; readonly from: number; readonly lines: number }
  /** Each has lines that the other one has not. */
  | { readonly kind: 'merge'; readonly lines: number };

/** How much of a file is compared at once. */
const CHUNK = 1 << 18;

/** What `target` needs of `other`. A last line of `other` that is not whole yet is left out. */
export const needOf = (disk: Disk, target: string, other: string): Need => {
  const [mine, theirs] = [sizeOf(disk, target), wholeSizeOf(disk, other)];
  if (theirs === 0) return { kind: 'nothing' };
  const common = commonPrefix(disk, target, other, Math.min(mine, theirs));
  if (common === theirs) return { kind: 'nothing' };
  if (common === mine) return { kind: 'rest', from: mine, lines: countLines(disk, other, mine) };
  const known = new LineSet(disk, target);
  let lines = 0;
  for (const line of linesOf(disk, other)) if (known.add(line)) lines++;
  return lines === 0 ? { kind: 'nothing' } : { kind: 'merge', lines };
};

/**
 * Makes `target` the union of itself and `other`. It grows at its end where that is enough. Else
 * it is replaced as a whole by {@link mergeLines}, and what a running session has added to the
 * old file in that moment is added to the new one.
 */
export const unite = (
  disk: Disk,
  target: string,
  other: string,
  need: Need,
  mark: string,
): void => {
  if (need.kind === 'nothing') return;
  if (need.kind === 'rest') {
    if (need.from === 0 && !disk.existsSync(target)) {
      writeNewFile(disk, target, whole(disk, other));
    } else appendRest(disk, target, whole(disk, other, need.from));
    return;
  }
  const old = disk.openSync(target, 'r');
  try {
    const end = wholeSizeOf(disk, target);
    replaceFile(disk, target, mergeLines(disk, target, other), mark);
    const added = Buffer.alloc(disk.fstatSync(old).size - end);
    disk.readSync(old, added, 0, added.length, end);
    if (added.length > 0) appendRest(disk, target, [added]);
  } finally {
    disk.closeSync(old);
  }
};

/**
 * The lines of two files, each once, in an order that keeps that of both wherever they do not
 * contradict each other; then that of the longer one counts. Both sides give the same bytes, so
 * two folders that merge with each other end up equal.
 */
export function* mergeLines(disk: Disk, left: string, right: string): Generator<string> {
  const [first, second] = firstOfTwo(disk, left, right);
  const inFirst = new LineSet(disk, first);
  const inSecond = new LineSet(disk, second);
  const given = new LineSet(disk);
  const others = new Pull(linesOf(disk, second));
  // A line of both waits until the first file comes to it; one of the second alone goes by time,
  // or before the line of both that follows it.
  const isNext = (other: string, line: string): boolean =>
    !inFirst.has(other) && (inSecond.has(line) || isBefore(other, line));
  for (const line of linesOf(disk, first)) {
    for (; others.head !== undefined; others.move()) {
      if (!given.has(others.head) && !isNext(others.head, line)) break;
      if (given.add(others.head)) yield `${others.head}\n`;
    }
    if (given.add(line)) yield `${line}\n`;
  }
  for (; others.head !== undefined; others.move()) {
    if (given.add(others.head)) yield `${others.head}\n`;
  }
}

/** The longer file first; of two that are equally long, the one with the lesser bytes. */
const firstOfTwo = (disk: Disk, left: string, right: string): readonly [string, string] => {
  const [a, b] = [wholeSizeOf(disk, left), wholeSizeOf(disk, right)];
  if (a !== b) return a > b ? [left, right] : [right, left];
  const common = commonPrefix(disk, left, right, a);
  return byteAt(disk, left, common) <= byteAt(disk, right, common) ? [left, right] : [right, left];
};

const byteAt = (disk: Disk, file: string, at: number): number =>
  chunksOf(disk, file, at).next().value?.[0] ?? 0;

const isBefore = (a: string, b: string): boolean => {
  const [ta = 0, tb = 0] = [timeIn(a), timeIn(b)];
  return ta !== tb ? ta < tb : a < b;
};

/** Lines by their ids, or, where one has none, by their text. */
class LineSet {
  readonly #ids = new KnownIds();
  readonly #texts = new Set<string>();

  constructor(disk: Disk, file?: string) {
    if (file !== undefined) for (const line of linesOf(disk, file)) this.add(line);
  }

  has(line: string): boolean {
    const id = idOf(line);
    return id === undefined ? this.#texts.has(line) : this.#ids.has(id);
  }

  add(line: string): boolean {
    const id = idOf(line);
    if (id !== undefined) return this.#ids.add(id);
    if (this.#texts.has(line)) return false;
    this.#texts.add(line);
    return true;
  }
}

/** The id of a line that is whole; half a line must not stand for the whole one. */
const idOf = (line: string): string | undefined => {
  const id = line.startsWith('{') && line.trimEnd().endsWith('}') ? idIn(line) : undefined;
  return id !== undefined && /^[\w-]{1,64}$/.test(id) ? id : undefined;
};

class Pull {
  readonly #lines: Iterator<string>;
  head: string | undefined;

  constructor(lines: Iterable<string>) {
    this.#lines = lines[Symbol.iterator]();
    this.move();
  }

  move(): void {
    const next = this.#lines.next();
    this.head = next.done === true ? undefined : next.value;
  }
}

/** The whole lines of a file that are not empty; none where it is missing. */
export function* linesOf(disk: Disk, file: string): Generator<string> {
  if (sizeOf(disk, file) === 0) return;
  const handle = disk.openSync(file, 'r');
  try {
    const lines = new LineReader(disk, handle, 0);
    while (lines.next()) if (lines.text.trim() !== '') yield lines.text;
  } finally {
    disk.closeSync(handle);
  }
}

const countLines = (disk: Disk, file: string, from: number): number => {
  let lines = 0;
  for (const chunk of whole(disk, file, from)) {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines++;
  }
  return lines;
};

/** The bytes of the whole lines of a file. */
function* whole(disk: Disk, file: string, from = 0): Generator<Uint8Array> {
  let left = wholeSizeOf(disk, file) - from;
  for (const chunk of chunksOf(disk, file, from)) {
    if (left <= 0) return;
    yield chunk.subarray(0, left);
    left -= chunk.length;
  }
}

const appendRest = (disk: Disk, file: string, chunks: Iterable<Uint8Array>): void => {
  const handle = openToAppend(disk, file);
  try {
    for (const chunk of chunks) writeWhole(disk, handle, chunk);
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
};

const commonPrefix = (disk: Disk, a: string, b: string, size: number): number => {
  if (size === 0) return 0;
  const handles = [disk.openSync(a, 'r'), disk.openSync(b, 'r')] as const;
  const chunks = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)] as const;
  try {
    for (let at = 0; at < size; at += CHUNK) {
      const length = Math.min(CHUNK, size - at);
      disk.readSync(handles[0], chunks[0], 0, length, at);
      disk.readSync(handles[1], chunks[1], 0, length, at);
      if (chunks[0].compare(chunks[1], 0, length, 0, length) === 0) continue;
      let same = 0;
      while (chunks[0][same] === chunks[1][same]) same++;
      return at + same;
    }
    return size;
  } finally {
    for (const handle of handles) disk.closeSync(handle);
  }
};

const sizeOf = (disk: Disk, file: string): number => {
  try {
    return disk.statSync(file).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
};

/** Where the last whole line of a file ends. */
const wholeSizeOf = (disk: Disk, file: string): number => {
  if (sizeOf(disk, file) === 0) return 0;
  const handle = disk.openSync(file, 'r');
  try {
    return endOfWholeLines(disk, handle);
  } finally {
    disk.closeSync(handle);
  }
};
