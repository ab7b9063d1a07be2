import { isAscii } from 'node:buffer';
import type { Disk } from './disk.ts';

const CHUNK = 1 << 18;
const NEWLINE = 0x0a;
/** Longer lines are no events; only their beginning is kept in memory. */
const MAX_LINE = 1 << 22;

/**
 * The whole lines of an open file, one after another, in little memory. What stands behind the
 * last line end is no line: it is being written now, or torn.
 */
export class LineReader {
  readonly #disk: Pick<Disk, 'readSync'>;
  readonly #handle: number;
  readonly #until: number;
  /** Room for what was read, used again and again. */
  #room: Buffer;
  /** What of it was read. */
  #bytes: Buffer;
  /** The same as text, where each byte is a letter; undefined where it is not so. */
  #ascii: string | undefined = '';
  /** Offset in the file of the first byte in `#bytes`. */
  #start: number;
  /** Bytes of a line that is too long which were let go. */
  #dropped = 0;
  #begin = 0;
  #end = 0;
  #next = 0;
  /** Up to here there is no line end behind `#next`. */
  #searched = 0;

  constructor(
    disk: Pick<Disk, 'readSync'>,
    handle: number,
    from: number,
    until = Number.POSITIVE_INFINITY,
  ) {
    this.#disk = disk;
    this.#handle = handle;
    this.#start = from;
    this.#until = until;
    this.#room = Buffer.allocUnsafe(Math.max(0, Math.min(CHUNK, until - from)));
    this.#bytes = this.#room.subarray(0, 0);
  }

  /** Moves on to the next line; false where there is none. */
  next(): boolean {
    for (;;) {
      const end =
        this.#ascii === undefined
          ? this.#bytes.indexOf(NEWLINE, Math.max(this.#next, this.#searched))
          : this.#ascii.indexOf('\n', this.#next);
      if (end >= 0) {
        this.#begin = this.#next;
        this.#end = end;
        this.#next = end + 1;
        this.#start += this.#dropped;
        this.#dropped = 0;
        return true;
      }
      if (!this.#fill()) return false;
    }
  }

  /** Where the line begins in the file. */
  get offset(): number {
    return this.#start + this.#begin;
  }

  /** Where the line after this one begins. */
  get nextOffset(): number {
    return this.#start + this.#next;
  }

  /** The line as a text of its own, which may be kept. */
  get text(): string {
    return this.#bytes.toString('utf8', this.#begin, this.#end);
  }

  /**
   * The line as a text that is only looked at: it is a part of a much longer one, and a piece of
   * it that is kept would keep all of that in memory. It is made several times as fast.
   */
  get view(): string {
    return this.#ascii === undefined ? this.text : this.#ascii.slice(this.#begin, this.#end);
  }

  get bytes(): Uint8Array {
    return Buffer.from(this.#bytes.subarray(this.#begin, this.#end));
  }

  /** Reads more behind what is left of the last piece. */
  #fill(): boolean {
    let left = this.#bytes.length - this.#next;
    this.#start += this.#next;
    const at = this.#start + this.#dropped + left;
    const wanted = Math.max(0, Math.min(CHUNK, this.#until - at));
    const kept = Math.min(left, MAX_LINE);
    this.#room = this.#moved(left, kept + wanted);
    this.#next = 0;
    const size = wanted === 0 ? 0 : this.#disk.readSync(this.#handle, this.#room, kept, wanted, at);
    if (size > 0) {
      this.#dropped += left - kept;
      left = kept;
    }
    this.#searched = left;
    this.#bytes = this.#room.subarray(0, left + size);
    // A line that goes on and on is not turned into text again with each piece of it.
    const isText = left < CHUNK && isAscii(this.#bytes);
    this.#ascii = isText ? this.#bytes.toString('latin1') : undefined;
    return size > 0;
  }

  /** The room with what is left at its beginning, and so much of it at least. */
  #moved(left: number, size: number): Buffer {
    const rest = this.#room.subarray(this.#next, this.#next + left);
    if (Math.max(left, size) <= this.#room.length) {
      this.#room.copyWithin(0, this.#next, this.#next + left);
      return this.#room;
    }
    const room = Buffer.allocUnsafe(2 * Math.max(left, size));
    rest.copy(room);
    return room;
  }
}

/** Where the last whole line of an open file ends; 0 where there is none. */
export const endOfWholeLines = (disk: Disk, handle: number): number => {
  const chunk = Buffer.alloc(4096);
  for (let end = disk.fstatSync(handle).size; end > 0; ) {
    const from = Math.max(0, end - chunk.length);
    const size = disk.readSync(handle, chunk, 0, end - from, from);
    const at = chunk.subarray(0, size).lastIndexOf(NEWLINE);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return 0;
};

/** Whether the letter at a place of a JSON text is escaped: an odd number of backslashes is before it. */
export const isEscaped = (text: string, at: number): boolean => {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
};
