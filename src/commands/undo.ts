import type { Command } from 'commander';
import { undosOf } from '../progress/deeds.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { PastDeed } from '../storage/past-deeds.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import {
  type Context,
  type GlobalOptions,
  openDeck,
  openStore,
  pathsOf,
  tellNotices,
} from './context.ts';
import { explain } from './help.ts';
import {
  describeDeed,
  formatInstant,
  momentOf,
  nameOf,
  quotesFor,
  usage,
} from './progress-tools.ts';

interface UndoFlags extends GlobalOptions {
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Deeds that `--list` shows. */
const LISTED = 10;

export const addUndo = (program: Command, context: Context): void => {
  explain(program.command('undo'), {
    summary: 'take back the last thing you did on this computer',
    examples: ['llm-quiz undo --list', 'llm-quiz undo --dry-run'],
  })
    .argument('[id]', 'an event, as `llm-quiz undo --list` shows it')
    .option('--list', `show the last ${LISTED} things that can be taken back`)
    .option('--dry-run', 'only say what would be taken back')
    .option('--json', 'with --list, as JSON, schema llm-quiz/undo/1')
    .action((id: string | undefined, _: unknown, command: Command) =>
      runUndo(context, id, command.optsWithGlobals()),
    );
};

const runUndo = async (
  context: Context,
  id: string | undefined,
  flags: UndoFlags,
): Promise<void> => {
  const store = openStore(context);
  tellNotices(context, store);
  const questions = await questionsOf(context);
  const describe = (deed: PastDeed): string =>
    describeDeed(deed.main, deed.events, (key) =>
      nameOf(store, key, questions, quotesFor(context, flags)),
    );
  if (flags.list === true) return list(context, store, flags, describe);
  const deed = await chooseDeed(context, store, id);
  const what = `${describe(deed)} (${formatInstant(deed.main.t)})`;
  if (flags.dryRun === true) {
    context.stdout.write(`Would take back: ${what}. Nothing was changed.\n`);
    return;
  }
  const [undo] = store.record(undosOf(deed), momentOf(context, store));
  context.stdout.write(`Took back: ${what}.\nTo have it again: llm-quiz undo ${undo ?? ''}\n`);
};

const chooseDeed = async (
  context: Context,
  store: ProgressStore,
  id: string | undefined,
): Promise<PastDeed> => {
  const { findDeed, lastDeeds } = await import('../storage/past-deeds.ts');
  const { progress } = pathsOf(context);
  if (id === undefined) {
    const [last] = lastDeeds(context.disk, progress, store.device, ({ isUndone }) => !isUndone, 1);
    if (last !== undefined) return last;
    throw new QuizError(
      'there is nothing to take back on this computer',
      '`llm-quiz undo --list` shows what was done here',
    );
  }
  const deed = findDeed(context.disk, progress, id);
  if (deed === undefined) {
    throw usage(
      `there is no event ${JSON.stringify(id)} that can be taken back`,
      '`llm-quiz undo --list` shows the ids',
    );
  }
  if (deed.isUndone) {
    throw new QuizError(
      `${id} was taken back already`,
      '`llm-quiz undo --list` shows what can be taken back',
      { exitCode: EXIT.problems },
    );
  }
  return deed;
};

const list = async (
  context: Context,
  store: ProgressStore,
  { json }: UndoFlags,
  describe: (deed: PastDeed) => string,
): Promise<void> => {
  const { lastDeeds } = await import('../storage/past-deeds.ts');
  const { disk, stdout, stderr } = context;
  const { progress } = pathsOf(context);
  const deeds = lastDeeds(disk, progress, store.device, ({ isUndone }) => !isUndone, LISTED);
  if (json === true) {
    const rows = deeds.map((deed) => ({
      id: deed.main.id,
      at: new Date(deed.main.t).toISOString(),
      type: deed.main.type,
      cards: deed.events.flatMap((event) =>
        'card' in event && event.type === deed.main.type ? [event.card] : [],
      ),
      what: describe(deed),
    }));
    stdout.write(`${JSON.stringify({ schema: 'llm-quiz/undo/1', deeds: rows }, undefined, 2)}\n`);
    return;
  }
  if (deeds.length === 0) stderr.write('There is nothing to take back on this computer.\n');
  for (const deed of deeds) {
    const { id, t } = deed.main;
    stdout.write(
      stdout.isTTY
        ? `${id}  ${formatInstant(t)}  ${describe(deed)}\n`
        : `${[id, new Date(t).toISOString(), describe(deed)].join('\t')}\n`,
    );
  }
};

/** Questions of the shipped deck; what is known of other decks is in the events. */
const questionsOf = async (context: Context): Promise<ReadonlyMap<string, string>> => {
  const { deck } = await openDeck(context, undefined);
  return new Map(deck.cards.map(({ key, question }) => [key, question]));
};
