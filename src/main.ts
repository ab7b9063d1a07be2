import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isatty } from 'node:tty';
import type { Context, Output, ProgramEnd } from './commands/context.ts';
import { printableLines } from './commands/printable.ts';
import { run } from './commands/run.ts';
import { EXIT, QuizError, reasonOf } from './quiz-error.ts';
import { toTimestamp } from './scheduler/units.ts';
import type { Clock } from './session/driver.ts';
import { resolvePaths } from './storage/paths.ts';
import { ENTER, LEAVE, RESTORE } from './terminal/sequences.ts';
import type { Terminal } from './terminal/study-screen.ts';

declare const __VERSION__: string;
declare const __ISSUES__: string;

/**
 * Runs the program in this process: the one place that knows of it.
 *
 * @param root the folder of the program, with `dist` and `questions` in it
 * @param build tells this build of the program from all others
 */
export const main = async (root: string, build: string): Promise<void> => {
  const argv = process.argv.slice(2);
  try {
    const context = createContext(root, build);
    const isBare = argv.length === 0;
    if (isBare && context.terminal === undefined) {
      await run(['--help'], { ...context, stdout: context.stderr });
      process.exitCode = EXIT.usage;
      return;
    }
    process.exitCode = await run(isBare ? ['study'] : argv, context);
  } catch (error) {
    process.exitCode = report(error);
  }
};

const createContext = (root: string, build: string): Context => {
  const { env } = process;
  return {
    version: __VERSION__,
    build,
    issues: __ISSUES__,
    root,
    cwd: process.cwd(),
    home: os.homedir(),
    env,
    host: { name: os.hostname(), machineId: readMachineId() },
    pid: process.pid,
    disk: fs,
    stdout: outputOf('stdout'),
    stderr: outputOf('stderr'),
    terminal: isatty(0) && isatty(FD.stdout) ? createTerminal() : undefined,
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.removeListener('SIGINT', listener);
    },
    clock: createClock(env['LLM_QUIZ_NOW']),
    elapsed: monotonic,
    randomSeed: () => Math.floor(Math.random() * 2 ** 32),
    randomHex,
    isAlive,
    platform: process.platform,
    runForeground,
    page,
    startDetached,
  };
};

/** Loaded when it is needed: node:crypto costs a fifth of a start. */
const randomHex = (bytes: number): string =>
  process.getBuiltinModule('node:crypto').randomBytes(bytes).toString('hex');

type StreamName = 'stdout' | 'stderr';

const FD = { stdout: 1, stderr: 2 } as const;

const outputOf = (name: StreamName): Output => ({
  isTTY: isatty(FD[name]),
  get columns() {
    return streamOf(name).columns ?? 80;
  },
  write: (text) => {
    streamOf(name).write(text);
  },
});

const guarded = new Set<StreamName>();

/** A stream, made when it is asked for: most sessions write nothing on standard error. */
const streamOf = (name: StreamName): NodeJS.WriteStream => {
  const stream = process[name];
  if (!guarded.has(name)) dieQuietlyWithoutReader(stream);
  guarded.add(name);
  return stream;
};

/** Milliseconds of a clock that never goes back; node:perf_hooks has one that costs its loading. */
const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The clock; LLM_QUIZ_NOW is an instant at which it starts, and runs on from there. */
const createClock = (start: string | undefined): Clock => {
  if (start === undefined || start === '') return { now: () => toTimestamp(Date.now()) };
  const from = Date.parse(start);
  if (Number.isNaN(from)) {
    throw new QuizError(
      `LLM_QUIZ_NOW is ${JSON.stringify(start)}, which is no instant`,
      'write it as 2026-12-01T09:00:00Z, or unset it',
      { exitCode: EXIT.usage },
    );
  }
  const origin = monotonic();
  return { now: () => toTimestamp(from + Math.round(monotonic() - origin)) };
};

const createTerminal = (): Terminal => {
  const { stdin } = process;
  const stdout = streamOf('stdout');
  let isScreenOpen = false;
  const restore = (): void => {
    try {
      if (stdin.isTTY) stdin.setRawMode(false);
      if (isScreenOpen) fs.writeSync(FD.stdout, RESTORE);
    } catch {
      // The terminal is gone.
    }
    isScreenOpen = false;
  };
  restoreOnSignals(restore, () => isScreenOpen);
  return {
    keyboard: stdin,
    get columns() {
      return stdout.columns;
    },
    get rows() {
      return stdout.rows;
    },
    write: (text) => {
      isScreenOpen = text.startsWith(ENTER) || (isScreenOpen && text !== LEAVE);
      stdout.write(text);
    },
    onResize: (listener) => {
      // Not 'resize': it is silent where a window goes there and back before Node looks.
      process.on('SIGWINCH', listener);
      return () => process.removeListener('SIGWINCH', listener);
    },
    suspend: (onContinue) => {
      // Where no shell is there to continue it, the system does not stop a process: the timer
      // then goes on at once. After a real stop it is the second of the two to come.
      let isStopped = true;
      const goOn = (): void => {
        if (isStopped) onContinue();
        isStopped = false;
      };
      process.once('SIGCONT', goOn);
      process.kill(process.pid, 'SIGTSTP');
      setTimeout(goOn, 200);
    },
  };
};

/** Whatever ends the process gives the terminal back first; a signal is then died of. */
const restoreOnSignals = (restore: () => void, isScreenOpen: () => boolean): void => {
  const dieOfInterrupt = (): void => {
    // Ctrl-C is a key on a screen; where it is a signal, someone else may take care of it.
    if (!isScreenOpen() && process.listenerCount('SIGINT') > 1) return;
    restore();
    process.removeListener('SIGINT', dieOfInterrupt);
    process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', dieOfInterrupt);
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
    process.once(signal, () => {
      restore();
      process.kill(process.pid, signal);
    });
  }
  process.once('uncaughtException', (error) => {
    restore();
    process.exit(report(error));
  });
};

/** `llm-quiz list | head` is no error. */
const dieQuietlyWithoutReader = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    if (error.code !== 'EIO') throw error;
  });
};

/** Loaded when it is needed, as node:crypto is. */
const childProcess = () => process.getBuiltinModule('node:child_process');

const runForeground = (command: string, args: readonly string[]): ProgramEnd => {
  const { error, status } = childProcess().spawnSync(command, args, { stdio: 'inherit' });
  return error === undefined
    ? { kind: 'ended', status: status ?? 1 }
    : { kind: 'not started', why: reasonOf(error) };
};

/** LESS as git sets it: leave a short text on the screen, pass colours through. */
const page = (text: string): boolean => {
  const pager = process.env['PAGER'] || 'less';
  const [command = pager, ...args] = pager.split(/\s+/);
  const { error } = childProcess().spawnSync(command, args, {
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS: 'FRX', ...process.env },
  });
  return error === undefined;
};

const startDetached = (command: string, args: readonly string[]): void => {
  const child = childProcess().spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};

const readMachineId = (): string => {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      return fs.readFileSync(file, 'utf8').trim();
    } catch {
      // Not every system has one; the host's name has to do.
    }
  }
  return '';
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Writes down a fault of the program, for a report; where, or undefined where that fails too. */
const writeFault = (error: unknown): string | undefined => {
  try {
    const { cache } = resolvePaths({ home: os.homedir(), env: process.env });
    const file = path.join(cache, 'fault.log');
    fs.mkdirSync(cache, { recursive: true, mode: 0o700 });
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const about = `llm-quiz ${__VERSION__}, Node ${process.versions.node}, ${process.platform}`;
    const text = `${about}\n${process.argv.slice(2).join(' ')}\n${stack}\n`;
    fs.writeFileSync(file, text, { mode: 0o600 });
    return file;
  } catch {
    return undefined;
  }
};

/** Tells a person what went wrong and what to do; a fault of the program without its innards. */
const report = (error: unknown): number => {
  const isDebug = (process.env['DEBUG'] ?? '') !== '' || process.argv.includes('--debug');
  if (error instanceof QuizError) {
    streamOf('stderr').write(printableLines(`llm-quiz: ${error.message}\n  ${error.help}\n`));
    if (isDebug) streamOf('stderr').write(`${error.stack}\n`);
    return error.exitCode;
  }
  const what = error instanceof Error ? error.message : String(error);
  const log = writeFault(error);
  const where = __ISSUES__ === '' ? '' : ` at ${__ISSUES__}`;
  const how = log === undefined ? 'the output of the same command with --debug' : log;
  streamOf('stderr').write(
    `llm-quiz: this is a fault of the program: ${what}\n  your progress is safe; please report it${where}, with ${how}\n`,
  );
  if (isDebug && error instanceof Error) streamOf('stderr').write(`${error.stack}\n`);
  return EXIT.problems;
};
