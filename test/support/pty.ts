import os from 'node:os';
import pty from '@lydell/node-pty';
import headless from '@xterm/headless';

const { Terminal } = headless;

export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A program in a real pseudo-terminal, and the screen that a person would see. */
export class Pty {
  readonly #child: pty.IPty;
  readonly #terminal: InstanceType<typeof Terminal>;
  readonly #listeners = new Set<() => void>();
  #raw = '';
  #exit: { readonly code: number; readonly signal: string | undefined } | undefined;

  constructor(
    argv: readonly string[],
    { columns = 80, rows = 24, env = {}, cwd }: PtyOptions = {},
  ) {
    const clean = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    };
    this.#terminal = new Terminal({
      cols: columns,
      rows,
      scrollback: 10_000,
      allowProposedApi: true,
    });
    const [command = '', ...args] = argv;
    this.#child = pty.spawn(command, args, {
      name: env['TERM'] ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: cwd ?? process.cwd(),
      env: { ...clean, ...env },
    });
    this.#terminal.onData((reply) => this.#child.write(reply));
    this.#child.onData((data) => {
      this.#raw += data;
      this.#terminal.write(data, () => this.#tell());
    });
    this.#child.onExit(({ exitCode, signal }) => {
      const name = Object.entries(os.constants.signals).find(([, value]) => value === signal)?.[0];
      // The last chunks reach the emulator first.
      this.#terminal.write('', () => {
        this.#exit = { code: exitCode, signal: signal === 0 ? undefined : name };
        this.#tell();
      });
    });
  }

  get pid(): number {
    return this.#child.pid;
  }

  get hasExited(): boolean {
    return this.#exit !== undefined;
  }

  /** All bytes that the program wrote. */
  get raw(): string {
    return this.#raw;
  }

  /** The visible screen, a line a row, without blanks at their ends. */
  screen(): string {
    const { active } = this.#terminal.buffer;
    return this.#lines(active.viewportY, active.viewportY + this.#terminal.rows);
  }

  /** The screen with all that was scrolled out of it. */
  transcript(): string {
    return this.#lines(0, this.#terminal.buffer.active.length);
  }

  isAlternateScreen(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  isCursorShown(): boolean {
    const shown = this.#raw.lastIndexOf('\u001B[?25h');
    const hidden = this.#raw.lastIndexOf('\u001B[?25l');
    return shown >= hidden;
  }

  write(keys: string): void {
    this.#child.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#child.resize(columns, rows);
  }

  kill(signal: NodeJS.Signals): void {
    process.kill(this.#child.pid, signal);
  }

  /** Waits until the screen shows something; the screen is in the error where it never does. */
  async waitFor(what: RegExp | ((screen: string) => boolean), timeout = 15_000): Promise<string> {
    const test = (): boolean =>
      what instanceof RegExp ? what.test(this.screen()) : what(this.screen());
    await this.#until(
      test,
      timeout,
      () => `${String(what)} never came; the screen is\n${this.screen()}`,
    );
    return this.screen();
  }

  /** Sends keys, and waits until the screen shows something. */
  async press(keys: string, what: RegExp | ((screen: string) => boolean)): Promise<string> {
    this.write(keys);
    return this.waitFor(what);
  }

  async exited(
    timeout = 15_000,
  ): Promise<{ readonly code: number; readonly signal: string | undefined }> {
    await this.#until(
      () => this.#exit !== undefined,
      timeout,
      () => `still running; the screen is\n${this.screen()}`,
    );
    return this.#exit ?? { code: -1, signal: undefined };
  }

  /** Ends the program, whatever it is doing. */
  close(): void {
    if (this.#exit === undefined) this.#child.kill('SIGKILL');
  }

  async #until(test: () => boolean, timeout: number, complaint: () => string): Promise<void> {
    if (test()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(complaint()));
      }, timeout);
      const listener = (): void => {
        if (!test()) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #lines(from: number, to: number): string {
    const { active } = this.#terminal.buffer;
    const lines: string[] = [];
    for (let row = from; row < to; row++) {
      lines.push(active.getLine(row)?.translateToString(true, 0, this.#terminal.cols) ?? '');
    }
    return lines.join('\n');
  }
}
