import path from 'node:path';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { Clock } from '../session/driver.ts';
import type { DeckSource, ReadDeck } from '../storage/deck-files.ts';
import type { Host } from '../storage/device.ts';
import type { Disk } from '../storage/disk.ts';
import { type Paths, resolvePaths } from '../storage/paths.ts';
import { ProgressStore } from '../storage/progress-store.ts';
import { openShippedDeck } from '../storage/shipped-deck.ts';
import { wantsAscii, wantsColor } from '../terminal/color.ts';
import { createTheme } from '../terminal/create-theme.ts';
import type { Terminal } from '../terminal/study-screen.ts';
import type { Theme } from '../terminal/theme.ts';

/** A stream that a command writes to. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

/** The world that commands run in; only main.ts takes it from the process. */
export interface Context {
  readonly version: string;
  /** The folder of the program: the one with `dist` and `questions`. */
  readonly root: string;
  readonly cwd: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly host: Host;
  readonly pid: number;
  readonly disk: Disk;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The terminal, where standard input and output both are one. */
  readonly terminal: Terminal | undefined;
  readonly clock: Clock;
  /** A clock that never goes back, in ms. */
  readonly elapsed: () => number;
  readonly randomSeed: () => number;
  /** Hexadecimal digits that nobody else has: two for each byte. */
  readonly randomHex: (bytes: number) => string;
  readonly isAlive: (pid: number) => boolean;
}

/** Options that every command has. */
export interface GlobalOptions {
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly input?: boolean | undefined;
}

export const pathsOf = ({ home, env }: Context): Paths => resolvePaths({ home, env });

export const openStore = (context: Context): ProgressStore => {
  const { disk, host, randomHex } = context;
  return new ProgressStore({ disk, host, randomHex, paths: pathsOf(context) });
};

/** Tells on standard error, once, what the person should know of files that could not be read. */
export const tellNotices = ({ stderr }: Context, store: ProgressStore): void => {
  for (const notice of store.takeNotices()) stderr.write(`${notice}\n`);
};

/** The deck that was asked for: a path, or the one that comes with the program. */
export const openDeck = async (context: Context, deck: string | undefined): Promise<DeckSource> =>
  deck === undefined ? openShippedDeck(context.disk, context.root) : readDeckAt(context, deck);

/** The deck at a path. What reads Markdown is loaded only when there is some to read. */
export const readDeckAt = async (context: Context, deck: string): Promise<ReadDeck> => {
  const { readDeck } = await import('../storage/deck-files.ts');
  return readDeck(context.disk, path.resolve(context.cwd, deck), context.cwd);
};

/** The sources of the deck that comes with the program. */
export const readShippedSources = async (context: Context): Promise<ReadDeck> => {
  const { readDeck } = await import('../storage/deck-files.ts');
  return readDeck(context.disk, path.join(context.root, 'questions'), context.root);
};

export const themeFor = (context: Context, output: Output, options: GlobalOptions): Theme =>
  createTheme({
    color: wantsColor({ flag: options.color, env: context.env, isTTY: output.isTTY }),
    ascii: wantsAscii(options.ascii, context.env),
  });

/** The terminal to ask in; throws a QuizError that names another way where there is none. */
export const terminalFor = (
  context: Context,
  options: GlobalOptions,
  command: string,
): Terminal => {
  if (context.terminal !== undefined && options.input !== false) return context.terminal;
  throw new QuizError(
    `llm-quiz ${command} asks questions, and needs a terminal to do it`,
    'run it in a terminal, without --no-input; `llm-quiz list` and `llm-quiz list --json` show the cards anywhere',
    { exitCode: EXIT.usage },
  );
};
