import type { Command } from 'commander';
import { byPlace, type Problem } from '../deck/problem.ts';
import { EXIT } from '../quiz-error.ts';
import type { ReadDeck } from '../storage/deck-files.ts';
import { count } from '../terminal/format.ts';
import { problemLines } from '../terminal/screens/problem-text.ts';
import {
  type Context,
  type GlobalOptions,
  readDeckAt,
  readShippedSources,
  themeFor,
} from './context.ts';

interface CheckFlags extends GlobalOptions {
  readonly json?: boolean;
}

export const addCheck = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  program
    .command('check')
    .description('report every problem of a deck, with its place and a way out')
    .argument('[path]', 'a Markdown file or a folder of them; the shipped deck if left out')
    .option('--json', 'as JSON, schema llm-quiz/check/1')
    .addHelpText(
      'after',
      '\nExit code: 1 if there is an error.\n\nExamples:\n  llm-quiz check\n  llm-quiz check notes/ --json',
    )
    .action(async (path: string | undefined, _: unknown, command: Command) => {
      const flags: CheckFlags = command.optsWithGlobals();
      setExitCode(await runCheck(context, path, flags));
    });
};

const runCheck = async (
  context: Context,
  path: string | undefined,
  flags: CheckFlags,
): Promise<number> => {
  const deck = await (path === undefined ? readShippedSources(context) : readDeckAt(context, path));
  const { checkCard } = await import('../deck/check-card.ts');
  const problems = [...deck.problems, ...deck.assembled.cards.flatMap(checkCard)].toSorted(byPlace);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (flags.json === true) writeJson(context, deck, problems);
  else writeReport(context, deck, problems, flags);
  const isEmpty = deck.deck.cards.length === 0;
  return errors > 0 || isEmpty ? EXIT.problems : EXIT.ok;
};

const writeJson = (context: Context, deck: ReadDeck, problems: readonly Problem[]): void => {
  const { cards, chapters, name } = deck.deck;
  const report = {
    schema: 'llm-quiz/check/1',
    deck: name ?? null,
    files: deck.files.map((file) => file.name),
    chapters: chapters.map(({ number, title }) => ({ number, title })),
    cards: cards.length,
    answered: cards.filter(({ answered }) => answered).length,
    choices: cards.filter(({ choices }) => choices !== undefined).length,
    skipped: deck.skipped.filter(({ headings }) => headings.length > 0),
    problems: problems.map(({ related, ...problem }) => ({ ...problem, related: related ?? null })),
  };
  context.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
};

const writeReport = (
  context: Context,
  deck: ReadDeck,
  problems: readonly Problem[],
  flags: CheckFlags,
): void => {
  const theme = themeFor(context, context.stderr, flags);
  const texts = new Map(deck.files.map(({ name, text }) => [name, text]));
  for (const problem of problems) {
    context.stderr.write(`${problemLines(problem, texts, theme).join('\n')}\n\n`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const found = [count(deck.files.length, 'file'), count(deck.deck.cards.length, 'card')].join(
    ', ',
  );
  for (const { file, headings } of deck.skipped) {
    if (headings.length > 0)
      context.stdout.write(`${file}: not a question: ${headings.join('; ')}\n`);
  }
  context.stdout.write(`${found}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.\n`);
  if (deck.deck.cards.length === 0) {
    context.stderr.write(
      'No question was found: a question is a heading of the second level (`## ...`).\n',
    );
  }
};
