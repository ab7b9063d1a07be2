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
  #bytes: Buffer = Buffer.alloc(0);
  /** Offset in the file of the first byte in `#bytes`. */
  #start: number;
  /** Bytes of a line that is too long which were let go. */
  #dropped = 0;
  #begin = 0;
  #end = 0;
  #next = 0;

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
  }

  /** Moves on to the next line; false where there is none. */
  next(): boolean {
    for (;;) {
      const end = this.#bytes.indexOf(NEWLINE, this.#next);
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

  get text(): string {
    return this.#bytes.toString('utf8', this.#begin, this.#end);
  }

  get bytes(): Uint8Array {
    return Buffer.from(this.#bytes.subarray(this.#begin, this.#end));
  }

  #fill(): boolean {
    let rest = this.#bytes.subarray(this.#next);
    this.#start += this.#next;
    this.#next = 0;
    const at = this.#start + this.#dropped + rest.length;
    const chunk = Buffer.allocUnsafe(Math.max(0, Math.min(CHUNK, this.#until - at)));
    const size =
      chunk.length === 0 ? 0 : this.#disk.readSync(this.#handle, chunk, 0, chunk.length, at);
    if (size > 0 && rest.length > MAX_LINE) {
      const kept = rest.subarray(0, MAX_LINE);
      this.#dropped += rest.length - kept.length;
      rest = kept;
    }
    this.#bytes = Buffer.concat([rest, chunk.subarray(0, size)]);
    return size > 0;
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
