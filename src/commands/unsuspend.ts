import type { Command } from 'commander';
import { EXIT, QuizError } from '../quiz-error.ts';
import { count } from '../terminal/format.ts';
import type { Context } from './context.ts';
import { openProgress } from './deck-changes.ts';
import type { DeckFlags } from './flag-values.ts';
import { explain } from './help.ts';
import { openAsked } from './open-asked.ts';
import { noSuchCard } from './progress-tools.ts';
import { addDeckFlags } from './selection.ts';

interface UnsuspendFlags extends DeckFlags {
  readonly all?: boolean;
}

export const addUnsuspend = (program: Command, context: Context): void => {
  addDeckFlags(
    explain(program.command('unsuspend'), {
      summary: 'bring suspended cards back',
      examples: ['llm-quiz unsuspend hnsw-search', 'llm-quiz unsuspend --all'],
    })
      .argument('[ids...]', 'ids or keys of cards, as `llm-quiz list --suspended` shows them')
      .option('--all', 'every suspended card of the deck'),
  ).action((ids: readonly string[], flags: UnsuspendFlags) => runUnsuspend(context, ids, flags));
};

const runUnsuspend = async (
  context: Context,
  ids: readonly string[],
  flags: UnsuspendFlags,
): Promise<void> => {
  if (ids.length === 0 && flags.all !== true) {
    throw new QuizError(
      'no card is named',
      'give ids, or --all; `llm-quiz list --suspended` shows them',
      {
        exitCode: EXIT.usage,
      },
    );
  }
  const source = await openAsked(context, flags);
  const { store, moment } = await openProgress(context, source, 'look');
  const { cards } = source.deck;
  const suspended = cards.filter(({ key }) => store.ledger.card(key).suspended);
  const unknown = ids.find((id) => !cards.some((card) => card.id === id || card.key === id));
  if (unknown !== undefined) {
    throw noSuchCard(
      unknown,
      suspended.length > 0 ? suspended : cards,
      'llm-quiz list --suspended',
    );
  }
  const wanted = suspended.filter(
    ({ id, key }) => flags.all === true || ids.includes(id) || ids.includes(key),
  );
  store.record(
    wanted.map(({ key }) => ({ type: 'unsuspend', card: key })),
    moment,
  );
  context.stdout.write(`${count(wanted.length, 'card')} back in the queue.\n`);
};
