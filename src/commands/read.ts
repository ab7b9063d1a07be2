import type { Command } from 'commander';
import type { Card } from '../deck/types.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { matches } from '../session/filter.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import { wrapText } from '../terminal/text.ts';
import { type Context, type GlobalOptions, whyNotAsked } from './context.ts';
import type { SelectionFlags } from './flag-values.ts';
import { explain } from './help.ts';
import type { Look } from './look.ts';
import { openAsked } from './open-asked.ts';
import { addSelection } from './selection.ts';
import { toFilter } from './to-filter.ts';

interface ReadFlags extends SelectionFlags, GlobalOptions {
  readonly json?: boolean;
  readonly pager?: boolean;
}

export const addRead = (program: Command, context: Context): void => {
  addSelection(
    explain(program.command('read'), {
      summary: 'read chapters as a book',
      examples: ['llm-quiz read -c 3', 'llm-quiz read -c agents --level senior | less'],
    }),
  )
    .option('--no-pager', 'print everything at once')
    .option('--json', 'as JSON, schema llm-quiz/read/1')
    .action((_: unknown, command: Command) => runRead(context, command.optsWithGlobals()));
};

const runRead = async (context: Context, flags: ReadFlags): Promise<void> => {
  const source = await openAsked(context, flags);
  const filter = toFilter(flags, source);
  if (flags.json === true) return writeJson(context, source, filter, flags);
  const cards = cardsOf(source, filter, flags);
  if (cards.length === 0) {
    throw new QuizError('no card is in all of these filters', '`llm-quiz list` shows the cards', {
      exitCode: EXIT.problems,
    });
  }
  const { stdout } = context;
  if (stdout.say !== undefined) {
    const { speakBook } = await import('../terminal/accessible/spoken-book.ts');
    return stdout.say(speakBook(cards, (card) => source.readBody(card), stdout.columns));
  }
  const { lookFor } = await import('./look.ts');
  const look = lookFor(context, stdout, flags);
  const lines = await bookLines(context, source, cards, look);
  const text = `${lines.join('\n')}\n`;
  const isPaged =
    stdout.isTTY && flags.pager !== false && whyNotAsked(context, flags) === undefined;
  if (!isPaged || !context.page(text)) stdout.write(text);
};

/** The cards with their Markdown as it stands in the deck. */
const writeJson = (
  context: Context,
  source: DeckSource,
  filter: ReturnType<typeof toFilter>,
  flags: ReadFlags,
): void => {
  const cards = cardsOf(source, filter, flags).map((card) => ({
    key: card.key,
    chapter:
      card.chapter === undefined
        ? null
        : { number: card.chapter.number, title: card.chapter.title },
    question: card.question,
    body: source.readBody(card),
  }));
  const text = JSON.stringify({ schema: 'llm-quiz/read/1', cards }, undefined, 2);
  context.stdout.write(`${text}\n`);
};

const cardsOf = (
  { deck }: DeckSource,
  filter: ReturnType<typeof toFilter>,
  { limit }: ReadFlags,
): readonly Card[] => deck.cards.filter((card) => matches(card, filter)).slice(0, limit);

const bookLines = async (
  context: Context,
  source: DeckSource,
  cards: readonly Card[],
  { theme, measure }: Look,
): Promise<readonly string[]> => {
  const { renderToRead } = await import('../terminal/answer.ts');
  const width = Math.min(measure, Math.max(20, context.stdout.columns - 2));
  let chapter: number | undefined;
  return cards.flatMap((card) => {
    const isNext = card.chapter !== undefined && card.chapter.number !== chapter;
    chapter = card.chapter?.number ?? chapter;
    const title =
      isNext && card.chapter !== undefined ? `${card.chapter.number}  ${card.chapter.title}` : '';
    const { lines } = renderToRead(source.readBody(card), width - 2, theme);
    return [
      ...(title === ''
        ? []
        : ['', theme.heading(title), theme.quiet(theme.symbols.rule.repeat(width))]),
      '',
      ...wrapText(card.question, width).map((line) => theme.strong(line)),
      '',
      ...lines.map((line) => (line === '' ? '' : `  ${line}`)),
    ];
  });
};
