import type { Command } from 'commander';
import { byPlace, type Problem } from '../deck/problem.ts';
import { EXIT } from '../quiz-error.ts';
import type { ReadDeck, ReadFile } from '../storage/deck-files.ts';
import type { DeckPlace } from '../storage/deck-place.ts';
import { openChecks, saveChecks } from '../storage/outline-cache.ts';
import type { CheckFlags } from './check-report.ts';
import { type Context, placeOf, readPlace, readShippedSources, SHIPPED_DECK } from './context.ts';
import { outlineOptions } from './flag-values.ts';
import { explain } from './help.ts';
import { showWork } from './long-work.ts';
import { addOutlineFlags } from './selection.ts';

export const addCheck = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  const command = explain(program.command('check'), {
    summary: 'say what is in a deck, and what is wrong with it',
    examples: [
      'llm-quiz check',
      'llm-quiz check notes/ --json',
      'llm-quiz check README.md --question-level 3 --skip "Want more?"',
    ],
    notes: [
      'A file can say so itself, in its front matter: shape, question-level, skip.',
      'Exit code: 1 if there is an error, or no card.',
    ],
  })
    .argument('[deck]', 'a Markdown file, a folder of them, or a name; else the shipped deck')
    .option('--all', 'show every warning, however many are alike')
    .option('--json', 'as JSON, schema llm-quiz/check/1');
  addOutlineFlags(command).action(async (deck: string | undefined, _: unknown, own: Command) => {
    setExitCode(await runCheck(context, deck, own.optsWithGlobals()));
  });
};

const runCheck = async (
  context: Context,
  name: string | undefined,
  flags: CheckFlags,
): Promise<number> => {
  const isShipped = name === undefined || name === SHIPPED_DECK;
  const place = isShipped ? undefined : placeOf(context, name, outlineOptions(flags));
  const deck = await (place === undefined
    ? readShippedSources(context)
    : readPlace(context, place));
  const found = await checkBodies(context, deck, place);
  const problems = [...deck.problems, ...found].toSorted(byPlace);
  const { followChecked, writeJson, writeReport } = await import('./check-report.ts');
  const following = followChecked(context, deck, place);
  if (flags.json === true) writeJson(context, deck, problems, following);
  else writeReport(context, deck, problems, following, flags);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return hasErrors || deck.deck.cards.length === 0 ? EXIT.problems : EXIT.ok;
};

/** What is wrong in the answers; a file that was checked before is not checked again. */
const checkBodies = async (
  context: Context,
  deck: ReadDeck,
  place: DeckPlace | undefined,
): Promise<readonly Problem[]> => {
  const { disk } = context;
  const known = place === undefined ? () => undefined : openChecks(disk, place);
  const byFile = new Map(deck.files.map((file) => [file, known(file.hash, file.name)]));
  const unknown = deck.files.filter((file) => byFile.get(file) === undefined);
  if (unknown.length > 0) {
    for (const [file, problems] of await checkFiles(context, deck, unknown))
      byFile.set(file, problems);
    if (place !== undefined) {
      const checks = [...byFile].map(([file, problems]) => [file.hash, problems ?? []] as const);
      saveChecks(disk, place, new Map(checks));
    }
  }
  return [...byFile.values()].flatMap((problems) => problems ?? []);
};

const checkFiles = async (
  context: Context,
  { assembled }: ReadDeck,
  files: readonly ReadFile[],
): Promise<ReadonlyMap<ReadFile, readonly Problem[]>> => {
  const { checkCard } = await import('../deck/check-card.ts');
  const found = new Map(files.map((file) => [file.name, { file, problems: [] as Problem[] }]));
  const cards = assembled.cards.filter(({ card }) => found.has(card.source.file));
  showWork(context, 'Checking the cards', 'cards', (onProgress) => {
    for (const [index, card] of cards.entries()) {
      found.get(card.card.source.file)?.problems.push(...checkCard(card));
      onProgress(index + 1, cards.length);
    }
  });
  return new Map([...found.values()].map(({ file, problems }) => [file, problems]));
};
