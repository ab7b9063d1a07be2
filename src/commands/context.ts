import path from 'node:path';
import { ID_PATTERN } from '../deck/id-pattern.ts';
import type { OutlineOptions } from '../deck/outline.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { Clock } from '../session/driver.ts';
import { openCachedDeck } from '../storage/deck-cache.ts';
import type { DeckSource, ReadDeck } from '../storage/deck-files.ts';
import { type DeckPlace, realPathOf } from '../storage/deck-place.ts';
import { type RegisteredDeck, readRegistry } from '../storage/deck-registry.ts';
import type { Host } from '../storage/device.ts';
import type { Disk } from '../storage/disk.ts';
import { journalFile, listJournals } from '../storage/journal.ts';
import { type Paths, resolvePaths } from '../storage/paths.ts';
import { ProgressStore } from '../storage/progress-store.ts';
import { openShippedDeck } from '../storage/shipped-deck.ts';
import type { SpeakingTerminal } from '../terminal/accessible/ask.ts';
import type { Utterance } from '../terminal/accessible/speech.ts';
import { wantsAscii, wantsColor } from '../terminal/color.ts';
import { createTheme } from '../terminal/create-theme.ts';
import type { Terminal } from '../terminal/study-screen.ts';
import type { Theme } from '../terminal/theme.ts';
import { showWork, tellReads } from './long-work.ts';
import { didYouMean } from './nearest.ts';

/** A stream that a command writes to. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  /** Says sentences; only where a person listens to what is written here. */
  readonly say?: (said: readonly Utterance[]) => void;
}

/** The world that commands run in; only main.ts takes it from the process. */
export interface Context {
  readonly version: string;
  /** Tells this build of the program from all others: another one may read a deck in another way. */
  readonly build: string;
  /** Where problems are reported; empty where the package names no place. */
  readonly issues: string;
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
  /** Whether to speak in lines instead of painting screens; program.ts settles it. */
  readonly accessible?: boolean;
  /** Tells of Ctrl-C where the terminal sends it as a signal; returns what stops that. */
  readonly onInterrupt?: SpeakingTerminal['onInterrupt'];
  readonly clock: Clock;
  /** A clock that never goes back, in ms. */
  readonly elapsed: () => number;
  readonly randomSeed: () => number;
  /** Hexadecimal digits that nobody else has: two for each byte. */
  readonly randomHex: (bytes: number) => string;
  readonly isAlive: (pid: number) => boolean;
  readonly platform: string;
  /** Runs a program in the terminal until it ends. */
  readonly runForeground: (command: string, args: readonly string[]) => ProgramEnd;
  /** Shows a text in the person's pager; false where there is none. */
  readonly page: (text: string) => boolean;
  /** Starts a program and leaves it alone. */
  readonly startDetached: (command: string, args: readonly string[]) => void;
}

/** How a program that was run ended; `why` tells what keeps one from being started. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly status: number }
  | { readonly kind: 'not started'; readonly why: string };

/** Options that every command has. */
export interface GlobalOptions {
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  readonly theme?: string | undefined;
  readonly width?: number | undefined;
  readonly input?: boolean | undefined;
  readonly hyperlinks?: boolean | undefined;
}

export const pathsOf = ({ home, env }: Context): Paths => resolvePaths({ home, env });

/** Stores of a run that may want to save a snapshot at its end. */
const opened = new WeakMap<Context, ProgressStore[]>();

/** Reads the person's progress; {@link closeStores} lets go of it at the end of the run. */
export const openStore = (context: Context): ProgressStore => {
  const { host, randomHex, clock } = context;
  const paths = pathsOf(context);
  const now = () => clock.now();
  const store = readingProgress(
    context,
    (disk) => new ProgressStore({ disk, host, randomHex, paths, now }),
  );
  opened.set(context, [...(opened.get(context) ?? []), store]);
  return store;
};

/** How much faster the first pass over the journals is than the second. */
const FIRST_PASS = 8;

/** Reads journals, and shows how far that is where it takes long. */
export const readingProgress = <Result>(context: Context, read: (disk: Disk) => Result): Result =>
  showWork(context, 'Reading your progress', 'bytes', (onProgress) => {
    const { disk } = context;
    const { progress } = pathsOf(context);
    return read(
      tellReads(
        disk,
        () => bytesOfJournals(disk, progress),
        (done, bytes) => {
          // Of two passes the first only looks for rare events, and is that much faster.
          const first = Math.min(done, bytes) / FIRST_PASS;
          onProgress(first + Math.max(0, done - bytes), bytes + bytes / FIRST_PASS);
        },
      ),
    );
  });

const bytesOfJournals = (disk: Disk, folder: string): number =>
  listJournals(disk, folder).reduce(
    (sum, device) => sum + disk.statSync(journalFile(folder, device)).size,
    0,
  );

/** At the end of a command: whoever had to fold a long history leaves a snapshot for the next. */
export const closeStores = async (context: Context): Promise<void> => {
  for (const store of opened.get(context) ?? []) await store.close();
};

/** Tells on standard error, once, what the person should know of files that could not be read. */
export const tellNotices = ({ stderr }: Context, store: ProgressStore): void => {
  for (const notice of store.takeNotices()) stderr.write(`${notice}\n`);
};

/** The name of the deck that comes with the program. */
export const SHIPPED_DECK = 'llm-quiz';

/** Where a deck is: that of a name that was added, or that at a path. */
export const placeOf = (context: Context, deck: string, options: OutlineOptions): DeckPlace => {
  const { disk, cwd, build } = context;
  const paths = pathsOf(context);
  const added = ID_PATTERN.test(deck) ? findAdded(context, paths, deck) : undefined;
  const target = added?.path ?? path.resolve(cwd, deck);
  return {
    path: realPathOf(disk, target),
    target,
    from: cwd,
    options: { ...added?.options, ...options },
    cache: path.join(paths.cache, 'decks'),
    build,
  };
};

const findAdded = (context: Context, paths: Paths, name: string): RegisteredDeck | undefined => {
  const { decks, notice } = readRegistry(context.disk, paths);
  if (notice !== undefined) context.stderr.write(`${notice}\n`);
  const added = decks.find((deck) => deck.name === name);
  if (added !== undefined || context.disk.existsSync(path.resolve(context.cwd, name))) return added;
  const names = decks.map((deck) => deck.name);
  throw new QuizError(
    `there is no deck ${JSON.stringify(name)}, and no file or folder of that name`,
    names.length > 0
      ? didYouMean(
          name,
          [...names, SHIPPED_DECK],
          `your decks are ${names.join(', ')}; or give a path`,
        )
      : 'give the path of a Markdown file or a folder, or add it with `llm-quiz deck add PATH --name NAME`',
    { exitCode: EXIT.usage },
  );
};

/** A deck, and where it came from; the one that comes with the program comes from nowhere. */
export interface OpenedDeck extends DeckSource {
  readonly origin?: { readonly place: DeckPlace; readonly fingerprint: string };
}

/** The deck that was asked for: a name, a path, or the one that comes with the program. */
export const openDeck = async (
  context: Context,
  deck: string | undefined,
  options: OutlineOptions = {},
): Promise<OpenedDeck> => {
  if (deck === undefined || deck === SHIPPED_DECK) {
    return openShippedDeck(context.disk, context.root);
  }
  const place = placeOf(context, deck, options);
  const source = openCachedDeck(context.disk, place) ?? (await readPlace(context, place));
  const { fingerprint } = source;
  return {
    deck: source.deck,
    readBody: (card) => source.readBody(card),
    origin: { place, fingerprint },
  };
};

/** The deck at a path or of a name, with all that is wrong in it. */
export const readDeckAt = (
  context: Context,
  deck: string,
  options: OutlineOptions = {},
): Promise<ReadDeck> =>
  deck === SHIPPED_DECK
    ? readShippedSources(context)
    : readPlace(context, placeOf(context, deck, options));

/** Reads a deck's files. What reads Markdown is loaded only when there is some to read. */
export const readPlace = async (context: Context, place: DeckPlace): Promise<ReadDeck> => {
  const { readDeck } = await import('../storage/deck-files.ts');
  const { target, from, options } = place;
  const read = showWork(context, 'Reading the deck', 'files', (onProgress) =>
    readDeck(context.disk, target, from, { options, place, onProgress }),
  );
  // Behind the first paint: the person waits for the question, not for the cache.
  setImmediate(() => read.save());
  return read;
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
  const why = whyNotAsked(context, options);
  if (context.terminal !== undefined && why === undefined) return context.terminal;
  throw new QuizError(
    `llm-quiz ${command} asks questions, and needs a terminal to do it${why === 'CI' ? '; CI is set, which says that nobody is there' : ''}`,
    `run it in a terminal, ${why === 'CI' ? 'with CI= before it' : 'without --no-input'}; \`llm-quiz list\` and \`llm-quiz list --json\` show the cards anywhere`,
    { exitCode: EXIT.usage },
  );
};

/** Why nothing can be asked: no terminal, `--no-input`, or CI in the environment. */
export const whyNotAsked = (
  { terminal, env }: Context,
  { input }: GlobalOptions,
): 'terminal' | 'flag' | 'CI' | undefined => {
  if (terminal === undefined) return 'terminal';
  if (input === false) return 'flag';
  return ['', '0', 'false'].includes((env['CI'] ?? '').toLowerCase()) ? undefined : 'CI';
};

/** A terminal for questions and answers by lines, as wide as what is written elsewhere. */
export const speakingTerminal = (context: Context, terminal: Terminal): SpeakingTerminal => ({
  keyboard: terminal.keyboard,
  get columns() {
    return context.stdout.columns;
  },
  write: (text) => terminal.write(text),
  onInterrupt: context.onInterrupt,
});
