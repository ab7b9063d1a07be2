import type { Command } from 'commander';
import type { Card } from '../deck/types.ts';
import { type CardState, NEW_CARD } from '../progress/card-state.ts';
import { EXIT } from '../quiz-error.ts';
import { matches } from '../session/filter.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { count } from '../terminal/format.ts';
import {
  type Context,
  type GlobalOptions,
  pathsOf,
  speakingTerminal,
  themeFor,
  whyNotAsked,
} from './context.ts';
import { openProgress } from './deck-changes.ts';
import { collectWords, type DeckFlags } from './flag-values.ts';
import { explain } from './help.ts';
import { openAsked } from './open-asked.ts';
import { nameOf, noSuchCard, quotesFor, usage } from './progress-tools.ts';
import { addDeckFlags } from './selection.ts';
import { toFilter } from './to-filter.ts';

interface ResetFlags extends GlobalOptions, DeckFlags {
  readonly chapter: readonly string[];
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Cards that are named one by one before and after a reset. */
const NAMED = 10;

export const addReset = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  addDeckFlags(
    explain(program.command('reset'), {
      summary: 'make cards new again: one, a chapter, the deck',
      examples: [
        'llm-quiz reset hnsw-search',
        'llm-quiz reset -c rag --dry-run',
        'llm-quiz reset --all --yes',
      ],
      notes: ['Your progress is copied before; llm-quiz undo takes a reset back.'],
    })
      .argument('[ids...]', 'ids or keys of cards, as `llm-quiz list` shows them')
      .option('-c, --chapter <which>', 'number, range or (part of a) name', collectWords, [])
      .option('--all', 'every card of the deck'),
  )
    .option('--yes', 'do not ask')
    .option('--dry-run', 'only say which cards would be new again')
    .action(async (ids: readonly string[], _: unknown, command: Command) => {
      setExitCode(await runReset(context, ids, command.optsWithGlobals()));
    });
};

const runReset = async (
  context: Context,
  ids: readonly string[],
  flags: ResetFlags,
): Promise<number> => {
  if (ids.length === 0 && flags.chapter.length === 0 && flags.all !== true) {
    throw usage('no card is named', 'give ids, --chapter, or --all; `llm-quiz list` shows them');
  }
  const source = await openAsked(context, flags);
  const chosen = chosenBy(source, flags);
  const { store, moment } = await openProgress(context, source, 'look');
  const keys = [...new Set([...chosen, ...ids.map((id) => keyOf(id, source, store))])];
  const started = keys.filter((key) => hasProgress(store.ledger.card(key)));
  if (started.length === 0) {
    context.stdout.write('None of these cards was ever studied. Nothing was changed.\n');
    return EXIT.ok;
  }
  const nameCard = namerOf(context, flags, store, source.deck.cards);
  const names = namesOf(started, nameCard);
  if (flags.dryRun === true) {
    context.stdout.write(
      `${names}${count(started.length, 'card')} would be new again. Nothing was changed.\n`,
    );
    return EXIT.ok;
  }
  if (flags.yes !== true) {
    const isSure = await ask(context, flags, names, started.length);
    if (isSure !== true) {
      context.stderr.write('Nothing was changed.\n');
      return isSure === undefined ? EXIT.interrupted : EXIT.ok;
    }
  }
  const { makeBackup } = await import('../storage/backup.ts');
  const backup = makeBackup(context.disk, pathsOf(context), 'reset', context.clock.now());
  store.record(
    started.map((card) => ({ type: 'reset', card })),
    moment,
  );
  context.stdout.write(
    `${count(started.length, 'card')} new again. To take it back: llm-quiz undo\n`,
  );
  if (backup !== undefined) {
    context.stdout.write(`Your progress from before is kept in ${backup}.\n`);
  }
  return EXIT.ok;
};

const chosenBy = (source: DeckSource, flags: ResetFlags): readonly string[] => {
  if (flags.all === true) return source.deck.cards.map(({ key }) => key);
  if (flags.chapter.length === 0) return [];
  const filter = toFilter({ chapter: flags.chapter, tag: [], level: [] }, source);
  return source.deck.cards.filter((card) => matches(card, filter)).map(({ key }) => key);
};

/** The key of a card of the deck, or of one that only progress knows. */
const keyOf = (id: string, { deck }: DeckSource, { ledger }: ProgressStore): string => {
  const card = deck.cards.find((known) => known.id === id || known.key === id);
  if (card !== undefined) return card.key;
  if (hasProgress(ledger.card(id))) return id;
  throw noSuchCard(id, deck.cards, 'llm-quiz list');
};

/** Whether a reset would change anything. */
const hasProgress = ({ memory, suspended, buriedUntil, missed, spaced }: CardState): boolean =>
  memory.stage !== NEW_CARD.memory.stage ||
  suspended ||
  buriedUntil !== undefined ||
  missed !== undefined ||
  spaced.length > 0;

const namerOf = (
  context: Context,
  flags: ResetFlags,
  store: ProgressStore,
  cards: readonly Card[],
): ((key: string) => string) => {
  const questions = new Map(cards.map(({ key, question }) => [key, question]));
  return (key) => nameOf(store, key, questions, quotesFor(context, flags));
};

const namesOf = (keys: readonly string[], nameCard: (key: string) => string): string => {
  const lines = keys.slice(0, NAMED).map((key) => `  ${nameCard(key)}`);
  const more = keys.length > NAMED ? [`  and ${keys.length - NAMED} more`] : [];
  return `${[...lines, ...more].join('\n')}\n`;
};

const ask = async (
  context: Context,
  flags: ResetFlags,
  names: string,
  cards: number,
): Promise<boolean | undefined> => {
  if (whyNotAsked(context, flags) !== undefined) {
    throw usage(
      'llm-quiz reset asks before it changes anything, and needs a terminal to do it',
      'give --yes to do it without asking, or --dry-run to see what it would do',
    );
  }
  context.stdout.write(names);
  const question = `Make ${count(cards, 'card')} new again?`;
  if (context.accessible === true && context.terminal !== undefined) {
    const { askYesNo } = await import('../terminal/accessible/ask.ts');
    const answer = await askYesNo(speakingTerminal(context, context.terminal), question);
    return answer.kind === 'interrupted' ? undefined : answer.kind === 'value' && answer.value;
  }
  const { askConfirm } = await import('../terminal/ask-confirm.ts');
  return askConfirm(question, themeFor(context, context.stdout, flags));
};
