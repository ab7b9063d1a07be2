import type { Disk } from './disk.ts';

/** What stands around the two texts: together they are JSON, where each of them is a list's inside. */
const OPEN = '[';
const BETWEEN = ',\n';
const CLOSE = ']';
const AROUND = OPEN.length + BETWEEN.length + CLOSE.length;

/** Bytes that are read first: a first line is seldom longer. */
const FIRST = 16_384;

/** Bytes of a text that is read as a whole: its parts by themselves would take as long. */
const SMALL = 262_144;

const NEWLINE = 0x0a;

/** The content of a {@link TwinFile}, in pieces. */
export const twin = <Text extends Uint8Array | string>(text: Text): readonly (Text | string)[] => [
  OPEN,
  text,
  BETWEEN,
  text,
  CLOSE,
];

/**
 * A file that has its text twice. What is read of it is read from both, and compared: so damage is
 * found in whatever is used, at a tenth of the time that a checksum over all of it takes, and a
 * start reads no more than it needs.
 */
export class TwinFile {
  readonly #disk: Disk;
  readonly #handle: number;
  readonly #whole: Buffer | undefined;
  /** Bytes of the text. */
  readonly size: number;

  /** Throws what the disk throws, and a TypeError where the file is damaged in what is read first. */
  constructor(disk: Disk, file: string) {
    this.#disk = disk;
    this.#handle = disk.openSync(file, 'r');
    try {
      this.size = (disk.fstatSync(this.#handle).size - AROUND) / 2;
      if (!Number.isInteger(this.size) || this.size < 0) throw damaged();
      if (this.size <= SMALL) this.#whole = this.read(0, this.size);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** A part of the text. Throws a TypeError where the file is damaged in it. */
  read(start: number, end: number): Buffer {
    if (!(start >= 0 && start <= end && end <= this.size)) throw damaged();
    if (this.#whole !== undefined) return this.#whole.subarray(start, end);
    const one = this.#readAt(OPEN.length + start, end - start);
    const other = this.#readAt(OPEN.length + this.size + BETWEEN.length + start, end - start);
    if (!one.equals(other)) throw damaged();
    return one;
  }

  /** The first line of the text, without its end. */
  readLine(): Buffer {
    for (let length = FIRST; ; length *= 4) {
      const bytes = this.read(0, Math.min(this.size, length));
      const end = bytes.indexOf(NEWLINE);
      if (end >= 0) return bytes.subarray(0, end);
      if (bytes.length === this.size) return bytes;
    }
  }

  /** Lets go of the file: nothing can be read from then on. */
  close(): void {
    this.#disk.closeSync(this.#handle);
  }

  #readAt(place: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const read = this.#disk.readSync(this.#handle, bytes, 0, length, place);
    if (read < length) throw damaged();
    return bytes;
  }
}

const damaged = (): TypeError => new TypeError('it is not what llm-quiz wrote');
