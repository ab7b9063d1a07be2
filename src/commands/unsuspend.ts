import type { Command } from 'commander';
import { EXIT, QuizError } from '../quiz-error.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import { count } from '../terminal/format.ts';
import { type Context, openDeck, openStore, tellNotices } from './context.ts';
import { explain } from './help.ts';
import { noSuchCard } from './progress-tools.ts';

export const addUnsuspend = (program: Command, context: Context): void => {
  explain(program.command('unsuspend'), {
    summary: 'bring suspended cards back',
    examples: ['llm-quiz unsuspend hnsw-search', 'llm-quiz unsuspend --all'],
  })
    .argument('[ids...]', 'ids or keys of cards, as `llm-quiz list --suspended` shows them')
    .option('--all', 'every suspended card of the deck')
    .option('--deck <path>', 'a Markdown file or a folder of them, instead of the shipped deck')
    .action((ids: readonly string[], flags: { all?: boolean; deck?: string }) =>
      runUnsuspend(context, ids, flags),
    );
};

const runUnsuspend = async (
  context: Context,
  ids: readonly string[],
  flags: { all?: boolean; deck?: string },
): Promise<void> => {
  const { deck } = await openDeck(context, flags.deck);
  const store = openStore(context);
  tellNotices(context, store);
  const suspended = deck.cards.filter(({ key }) => store.ledger.card(key).suspended);
  if (ids.length === 0 && flags.all !== true) {
    throw new QuizError(
      'no card is named',
      'give ids, or --all; `llm-quiz list --suspended` shows them',
      {
        exitCode: EXIT.usage,
      },
    );
  }
  const unknown = ids.find((id) => !deck.cards.some((card) => card.id === id || card.key === id));
  if (unknown !== undefined) {
    throw noSuchCard(
      unknown,
      suspended.length > 0 ? suspended : deck.cards,
      'llm-quiz list --suspended',
    );
  }
  const wanted = suspended.filter(
    ({ id, key }) => flags.all === true || ids.includes(id) || ids.includes(key),
  );
  const at = context.clock.now();
  const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
  store.record(
    wanted.map(({ key }) => ({ type: 'unsuspend', card: key })),
    moment,
  );
  context.stdout.write(`${count(wanted.length, 'card')} back in the queue.\n`);
};
