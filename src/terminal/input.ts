import { PassThrough } from 'node:stream';

/** The keyboard, as the process has it. */
export interface Keyboard {
  setRawMode?(mode: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  removeListener(event: string, listener: (...values: never[]) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export interface InputHandlers {
  /** Ctrl-Z: leave the screen, stop, and come back. */
  readonly onSuspend: () => void;
  /** Something was pasted: it is no answer to anything. */
  readonly onPaste: () => void;
}

const PASTE_BEGIN = '\u001B[200~';
const PASTE_END = '\u001B[201~';
const CTRL_Z = '\u001A';
const CTRL_C = '\u0003';

/**
 * Keys from the first moment on. Raw mode is set before anything is painted, and what is typed
 * waits here until the prompt listens: Inquirer alone drops it. Pasted text is left out.
 */
export class KeyInput extends PassThrough {
  readonly #keyboard: Keyboard;
  readonly #handlers: InputHandlers;
  readonly #onData: (chunk: Buffer | string) => void;
  readonly #onEnd: () => void;
  #isPasting = false;
  #held = '';

  constructor(keyboard: Keyboard, handlers: InputHandlers) {
    super();
    this.#keyboard = keyboard;
    this.#handlers = handlers;
    this.#onData = (chunk) => this.#take(chunk.toString());
    this.#onEnd = () => this.end();
  }

  /** Starts to listen. */
  open(): void {
    this.#keyboard.setRawMode?.(true);
    this.#keyboard.on('data', this.#onData);
    this.#keyboard.on('end', this.#onEnd);
    this.#keyboard.resume();
  }

  /** Stops to listen, and gives the keyboard back. */
  close(): void {
    this.#keyboard.removeListener('data', this.#onData);
    this.#keyboard.removeListener('end', this.#onEnd);
    this.#keyboard.setRawMode?.(false);
    this.#keyboard.pause();
  }

  /** Readline asks for raw mode itself; it is this class's matter. */
  setRawMode(_mode: boolean): this {
    return this;
  }

  #take(text: string): void {
    // A paste whose end got lost must not hold anyone: Ctrl-C alone is a key, whatever is open.
    if (text === CTRL_C && this.#isPasting) {
      this.#isPasting = false;
      this.#held = '';
    }
    let rest = this.#held + text;
    this.#held = '';
    for (;;) {
      const mark = this.#isPasting ? PASTE_END : PASTE_BEGIN;
      const index = rest.indexOf(mark);
      if (index < 0) break;
      if (this.#isPasting) this.#handlers.onPaste();
      else this.#pass(rest.slice(0, index));
      this.#isPasting = !this.#isPasting;
      rest = rest.slice(index + mark.length);
    }
    this.#takeRest(rest);
  }

  /** A text without a whole mark: what may be the beginning of one waits for the next chunk. */
  #takeRest(rest: string): void {
    const cut = partOf(this.#isPasting ? PASTE_END : PASTE_BEGIN, rest);
    // A lone escape is a key, and must not wait.
    const held = this.#isPasting || cut > 2 ? cut : 0;
    this.#held = rest.slice(rest.length - held);
    if (!this.#isPasting) this.#pass(rest.slice(0, rest.length - held));
  }

  #pass(text: string): void {
    for (const part of text.split(/(\u001A)/)) {
      if (part === CTRL_Z) this.#handlers.onSuspend();
      else if (part !== '') this.write(part);
    }
  }
}

/** How many characters at the end of a text begin a mark. */
const partOf = (mark: string, text: string): number => {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
};
