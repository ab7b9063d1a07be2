import readline from 'node:readline';
import { cleanLine } from '../markdown/clean.ts';
import { type Dialogue, type Heard, linesOf, promptText, type Turn } from './speech.ts';

/** A terminal in its own line mode: it echoes, edits the line, and sends Ctrl-C as a signal. */
export interface LineStreams {
  readonly input: NodeJS.ReadableStream;
  readonly columns: number;
  write(text: string): void;
  /** Tells of Ctrl-C; without it, the process dies of the signal. Returns what stops it. */
  readonly onInterrupt?: ((listener: () => void) => () => void) | undefined;
}

/**
 * Questions and answers by lines, and nothing else: no raw mode, no escape code, nothing that was
 * written is ever changed. Lines that were typed ahead wait for the next question.
 */
export class LineTerminal {
  readonly #streams: LineStreams;
  readonly #reader: readline.Interface;
  readonly #ahead: Heard[] = [];
  #waiting: ((heard: Heard) => void) | undefined;
  #stopInterrupts: (() => void) | undefined;
  #isEnded = false;

  constructor(streams: LineStreams) {
    this.#streams = streams;
    this.#reader = readline.createInterface({
      input: streams.input,
      terminal: false,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    this.#reader.on('line', (text) => this.#take({ kind: 'line', text }));
    const end = (): void => {
      this.#isEnded = true;
      this.#take({ kind: 'end' });
    };
    this.#reader.on('close', end);
    // The terminal is gone.
    this.#reader.on('error', end);
  }

  /** Says what there is to say, and asks; the answer may have been typed before. */
  async ask({ said, prompt = '' }: Turn): Promise<Heard> {
    this.#write(linesOf(said, this.#streams.columns));
    this.#stopInterrupts ??= this.#streams.onInterrupt?.(() => this.#interrupt());
    if (!this.#isEnded) this.#reader.resume();
    // What already lies in the terminal was echoed before the question, and is told from what is
    // typed after it.
    await new Promise((resolve) => setImmediate(resolve));
    this.#streams.write(promptText(prompt, this.#streams.columns));
    const ahead = this.#ahead.shift() ?? (this.#isEnded ? { kind: 'end' as const } : undefined);
    if (ahead === undefined) {
      return new Promise((resolve) => {
        this.#waiting = resolve;
      });
    }
    this.#streams.write(ahead.kind === 'line' ? `${cleanLine(ahead.text)}\n` : '\n');
    return ahead;
  }

  /** Says something that is not asked about. */
  say({ said }: Turn): void {
    this.#write(linesOf(said, this.#streams.columns));
  }

  /** Leaves the keyboard to another program until the next question. */
  pause(): void {
    if (!this.#isEnded) this.#reader.pause();
  }

  /** Listens no more until the next question; what was typed ahead is kept. */
  rest(): void {
    this.#stopInterrupts?.();
    this.#stopInterrupts = undefined;
    this.pause();
  }

  #write(lines: readonly string[]): void {
    if (lines.length > 0) this.#streams.write(`${lines.join('\n')}\n`);
  }

  /** What was typed ahead of Ctrl-C is not done any more. */
  #interrupt(): void {
    this.#ahead.length = 0;
    this.#take({ kind: 'interrupt' });
  }

  #take(heard: Heard): void {
    const resolve = this.#waiting;
    this.#waiting = undefined;
    if (resolve === undefined) {
      if (heard.kind !== 'end') this.#ahead.push(heard);
      return;
    }
    // The terminal echoes the end of a line, but neither Ctrl-C nor Ctrl-D is one.
    if (heard.kind !== 'line') this.#streams.write('\n');
    resolve(heard);
  }
}

const opened = new WeakMap<object, LineTerminal>();

/** The one line terminal of a keyboard: two would take each other's lines. */
export const lineTerminalOf = (streams: LineStreams): LineTerminal => {
  const terminal = opened.get(streams.input) ?? new LineTerminal(streams);
  opened.set(streams.input, terminal);
  return terminal;
};

/**
 * Holds a dialogue from its first sentence to its last.
 *
 * @param load what is needed from the first answer on; loaded while the person listens
 */
export const holdDialogue = async (
  dialogue: Dialogue,
  terminal: LineTerminal,
  load: () => Promise<void> = async () => {},
): Promise<void> => {
  try {
    let turn = dialogue.open();
    while (turn.prompt !== undefined) {
      const heard = terminal.ask(turn);
      await load();
      const next = dialogue.hear(await heard);
      if (next instanceof Promise) terminal.pause();
      turn = await next;
    }
    terminal.say(turn);
  } finally {
    terminal.rest();
  }
};
