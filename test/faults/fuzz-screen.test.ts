import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../src/session/random.ts';
import type { Pty } from '../support/pty.ts';
import { openQuiz, readEvents, temporaryFolder } from '../support/quiz.ts';

/** How many keys, resizes and signals; `npm run test:fuzz` takes 10,000. */
const EVENTS = Number(process.env['LLM_QUIZ_FUZZ'] ?? 400);
const SEED = Number(process.env['LLM_QUIZ_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
/** Polls, 4 ms apart, that make a rest: longer than a key waits for the end of an escape sequence. */
const REST = 10;
/** Events between two looks at the screen. */
const BATCH = 8;

const ENTER = '\u001B[?1049h';
const QUITS: readonly string[] = ['q', '\u001B', '\u0004', '\u0003'];
const CTRL_Z = '\u001A';
/** A paste that is open takes all keys but Ctrl-C for its text. */
const END_OF_PASTE = '\u001B[201~';
const KEYS: readonly string[] = [
  ...'      123411223344ux?jkgGhmsbnoyea09zN-/',
  ...['\r', '\t', '\u007F', '\u0015', '\u0000', '\u001B[A', '\u001B[B', '\u001B[5~', '\u001B[6~'],
  ...[
    '\u001B[H',
    '\u001B[99;5u',
    '\u001B[<0;3;4M',
    '\u001BOP',
    'é',
    '漢',
    '👍🏽',
    '\u0301',
    '\u202E',
  ],
  ...['nsome text\r', 'o1', '\u001B[200~3 3 q\u001B[201~', '\u001B[200~3\u001B[20', ' 3 3 3'],
  // What the last but one leaves open is closed here.
  '\u001B[201~',
];
const SIZES = [
  [80, 24],
  [40, 10],
  [60, 12],
  [120, 40],
  [20, 5],
  [81, 23],
  [200, 60],
  [2, 1],
] as const;

/** A person, a window and a shell that know no mercy. */
class Fuzzer {
  readonly #random = createRandom(SEED);
  readonly #sent: string[] = [];
  #home = '';
  #quiz: Pty | undefined;
  #size: readonly [number, number] = SIZES[0];
  /** What may end the program since the last look. */
  #ends: string[] = [];

  async run(): Promise<void> {
    for (let event = 0; event < EVENTS; event++) {
      this.#quiz ??= await this.#open();
      if (this.#quiz === undefined) continue;
      await this.#send(this.#quiz);
      if (event % BATCH === BATCH - 1) await this.#look();
    }
    await this.#leave();
  }

  /** What was done, to do it again. */
  get story(): string {
    return `LLM_QUIZ_FUZZ_SEED=${SEED} LLM_QUIZ_FUZZ=${EVENTS}; last: ${JSON.stringify(this.#sent.slice(-40))}`;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item;
  }

  async #open(): Promise<Pty | undefined> {
    const isNew = this.#home === '' || this.#random() < 0.5;
    if (isNew) this.#home = homeWithTools();
    const flags = this.#random() < 0.7 ? ['-n', '60', '--new', '60'] : [];
    this.#size = this.#pick(SIZES);
    const [columns, rows] = this.#size;
    const bin = path.join(this.#home, 'bin');
    const quiz = openQuiz(['study', ...flags], {
      home: this.#home,
      columns,
      rows,
      env: { PATH: bin, EDITOR: path.join(bin, 'editor') },
    });
    this.#sent.push(`open ${flags.join(' ')} ${columns}x${rows}`);
    await settled(quiz);
    if (!quiz.hasExited) return quiz;
    // Nothing was left to study.
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    this.#home = '';
    return undefined;
  }

  async #send(quiz: Pty): Promise<void> {
    const chance = this.#random();
    if (chance < 0.06) return this.#resize(quiz);
    if (chance < 0.07) return this.#signal(quiz, this.#pick(['SIGWINCH', 'SIGCONT']));
    if (chance < 0.075) return this.#signal(quiz, this.#pick(['SIGTERM', 'SIGHUP', 'SIGINT']));
    if (chance < 0.08) return this.#stop(quiz);
    if (chance < 0.12) return this.#grade(quiz);
    const isQuit = chance > 0.99;
    const key = this.#pick(isQuit ? QUITS : KEYS);
    if (isQuit) this.#ends.push(key);
    this.#sent.push(key);
    quiz.write(key);
  }

  #resize(quiz: Pty): void {
    this.#size = this.#pick(SIZES);
    this.#sent.push(`resize ${this.#size.join('x')}`);
    if (!quiz.hasExited) quiz.resize(...this.#size);
  }

  #signal(quiz: Pty, signal: NodeJS.Signals): void {
    if (quiz.hasExited) return;
    this.#sent.push(signal);
    if (signal !== 'SIGWINCH' && signal !== 'SIGCONT') this.#ends.push(signal);
    quiz.kill(signal);
  }

  /** Ctrl-Z, where no shell is there to continue it: it goes on by itself. */
  async #stop(quiz: Pty): Promise<void> {
    await settled(quiz);
    if (quiz.hasExited || this.#ends.length > 0) return;
    const entered = quiz.raw.split(ENTER).length;
    this.#sent.push(CTRL_Z);
    quiz.write(`${END_OF_PASTE}${CTRL_Z}`);
    await quiz.waitFor(() => quiz.hasExited || quiz.raw.split(ENTER).length > entered);
  }

  /** A grade that is painted is in the journal at that moment. */
  async #grade(quiz: Pty): Promise<void> {
    if (!quiz.hasExited) quiz.write(END_OF_PASTE);
    await settled(quiz);
    const before = quiz.screen();
    if (quiz.hasExited || this.#ends.length > 0 || !/^ {2}1 again/m.test(before)) return;
    const grades = this.#grades();
    this.#sent.push('3 (watched)');
    await quiz.press('3', (screen) => screen !== before);
    expect(this.#grades()).toBe(grades + 1);
  }

  #grades(): number {
    return readEvents(this.#home).filter(({ type }) => type === 'grade').length;
  }

  async #look(): Promise<void> {
    const quiz = this.#quiz;
    if (quiz === undefined) return;
    await settled(quiz);
    expect(quiz.transcript()).not.toMatch(/fault of the program|^ {4}at /m);
    if (!quiz.hasExited && this.#ends.every((end) => QUITS.includes(end))) {
      await this.#compare(quiz);
      this.#ends = [];
    } else await this.#checkEnd(quiz);
  }

  /** No ghosts: what was painted piece by piece is what is painted whole. */
  async #compare(quiz: Pty): Promise<void> {
    const shown = (): string => quiz.screen().replace(/ +$/gm, '');
    const before = shown();
    const [columns, rows] = this.#size;
    quiz.resize(columns + 7, rows + 3);
    await settled(quiz);
    quiz.resize(columns, rows);
    await settled(quiz);
    expect(shown()).toBe(before);
  }

  async #checkEnd(quiz: Pty): Promise<void> {
    const { code, signal } = await quiz.exited();
    const isSummary = /Session done|Nothing graded/.test(quiz.transcript());
    const allowed = [
      ...this.#ends.map((end) =>
        end.startsWith('SIG') ? end : end === '\u0003' ? 'code 130' : 'code 0',
      ),
      ...(isSummary ? ['code 0'] : []),
    ];
    expect(allowed).toContain(signal ?? `code ${code}`);
    expect(quiz.isAlternateScreen()).toBe(false);
    expect(quiz.isCursorShown()).toBe(true);
    expect(quiz.raw.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(
      quiz.raw.lastIndexOf('\u001B[?2004h'),
    );
    this.#checkCounts(quiz);
    this.#quiz = undefined;
    this.#ends = [];
  }

  /** What the program says that it saved is what the journal has of this session. */
  #checkCounts(quiz: Pty): void {
    const said = /Stopped: (\d+) graded, all saved/.exec(quiz.transcript().replaceAll('\n', ''));
    if (said === null) return;
    const events = readEvents(this.#home);
    const start = events.find(({ type, pid }) => type === 'start' && pid === quiz.pid);
    const own = events.filter(({ session }) => session === start?.['session']);
    const undone = new Set(
      own.flatMap((event) => (event['type'] === 'undo' ? [event['target']] : [])),
    );
    const kept = own.filter(({ type, id }) => type === 'grade' && !undone.has(id));
    expect(kept).toHaveLength(Number(said[1]));
  }

  async #leave(): Promise<void> {
    const quiz = this.#quiz;
    if (quiz === undefined) return;
    quiz.resize(80, 24);
    this.#ends.push('\u0003');
    this.#sent.push('\u0003 (the end)');
    quiz.write('\u0003');
    await this.#checkEnd(quiz);
  }
}

/** A home with an editor and a browser that do nothing. */
const homeWithTools = (): string => {
  const home = temporaryFolder();
  const bin = path.join(home, 'bin');
  fs.mkdirSync(bin);
  for (const name of ['editor', 'xdg-open']) {
    fs.writeFileSync(path.join(bin, name), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  }
  return home;
};

/** Waits until a program sleeps, with its screen open, and has nothing more to write or to do. */
const settled = async (quiz: Pty): Promise<void> => {
  let last = '';
  let same = 0;
  for (let polls = 0; polls < 2_000 && same < REST; polls++) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (quiz.hasExited) return;
    const threads = threadsOf(quiz.pid);
    const now = `${quiz.raw.length} ${threads.join()}`;
    // The first thread may wait for one that collects garbage, and is not at rest then.
    const sleeps = threads.every((state) => state.startsWith('S'));
    same = now === last && sleeps && quiz.isAlternateScreen() ? same + 1 : 0;
    last = now;
  }
  if (same < REST) throw new Error(`it never came to rest: ${last}\n${quiz.screen()}`);
};

/** States of all threads of a process, and the processor time that each has used (proc(5)). */
const threadsOf = (pid: number): readonly string[] => {
  try {
    const folder = `/proc/${pid}/task`;
    return fs.readdirSync(folder).map((thread) => {
      const stat = fs.readFileSync(`${folder}/${thread}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [fields[0], fields[11], fields[12]].join(' ');
    });
  } catch {
    return ['gone'];
  }
};

it.skipIf(process.platform !== 'linux')(
  `${EVENTS} random keys, resizes and signals crash nothing, lose no grade and leave no ghost`,
  async () => {
    const fuzzer = new Fuzzer();
    try {
      await fuzzer.run();
    } catch (error) {
      if (error instanceof Error) error.message = `${fuzzer.story}\n${error.message}`;
      throw error;
    }
  },
  60_000 + EVENTS * 150,
);
