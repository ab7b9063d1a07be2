import { MARK_SIZE } from './journal.ts';

/**
 * The last bytes of what was read of a journal, {@link MARK_SIZE} of them at most. They are put
 * together when they are asked for: that is seldom, while each grade adds to them.
 */
export class JournalTail {
  readonly #parts: readonly Uint8Array[];

  /** @param parts with nothing left out between them; of the first only the end may count */
  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts).subarray(-MARK_SIZE);
  }

  /** The same journal with more at its end. */
  with(bytes: Uint8Array): JournalTail {
    const last = this.#parts.at(-1);
    const isEnough = last !== undefined && last.length + bytes.length >= MARK_SIZE;
    return new JournalTail(isEnough ? [last, bytes] : [this.bytes, bytes]);
  }
}
