import path from 'node:path';
import type { Command } from 'commander';
import { ID_PATTERN } from '../deck/id-pattern.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { realPathOf } from '../storage/deck-place.ts';
import { type RegisteredDeck, readRegistry, saveRegistry } from '../storage/deck-registry.ts';
import { count } from '../terminal/format.ts';
import { type Context, pathsOf, readDeckAt, SHIPPED_DECK } from './context.ts';
import { type OutlineFlags, outlineOptions } from './flag-values.ts';
import { explain, noSuchCommand } from './help.ts';
import { didYouMean } from './nearest.ts';
import { noQuestions } from './no-questions.ts';
import { addOutlineFlags } from './selection.ts';

interface AddFlags extends OutlineFlags {
  readonly name?: string;
}

export const addDeck = (program: Command, context: Context): void => {
  const deck = explain(program.command('deck'), {
    summary: 'give your decks names, for `--deck NAME`',
    examples: [
      'llm-quiz deck add ~/notes/interview.md --name notes',
      'llm-quiz study --deck notes',
      'llm-quiz deck list --json',
    ],
  }).helpCommand(false);
  addOutlineFlags(
    explain(deck.command('add'), {
      summary: 'add a Markdown file or a folder of them',
      examples: ['llm-quiz deck add notes/', 'llm-quiz deck add README.md --name linux'],
    })
      .argument('<path>', 'the file or folder; it is read anew at each start')
      .option('--name <name>', 'what to call it: a-z, 0-9 and -'),
  ).action((target: string, flags: AddFlags) => runAdd(context, target, flags));
  explain(deck.command('list', { isDefault: true }), {
    summary: 'list the decks with their cards',
    examples: ['llm-quiz deck list', 'llm-quiz deck list --json'],
  })
    .allowExcessArguments()
    .option('--json', 'as JSON, schema llm-quiz/deck-list/1')
    .action(async ({ json }: { json?: boolean }, { args: [word] }: Command) => {
      if (word !== undefined) throw noSuchCommand(word, deck);
      const { runDeckList } = await import('./deck-list.ts');
      await runDeckList(context, json === true);
    });
  explain(deck.command('remove'), {
    summary: 'forget the name of a deck',
    examples: ['llm-quiz deck remove notes'],
    notes: ['Its files and your progress stay.'],
  })
    .argument('<name>', 'its name')
    .action((name: string) => runRemove(context, name));
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const runAdd = async (context: Context, target: string, flags: AddFlags): Promise<void> => {
  const { disk } = context;
  const place = path.resolve(context.cwd, target);
  const options = outlineOptions(flags);
  // A path always, also where it looks like the name of a deck.
  const read = await readDeckAt(context, place, options);
  if (read.deck.cards.length === 0) throw noQuestions(target);
  const others = decksOf(context).filter(
    (deck) => realPathOf(disk, deck.path) !== realPathOf(disk, place),
  );
  const name = flags.name ?? freeName(read.deck.name ?? nameFrom(place), others);
  checkName(name, others);
  const deck = { name, path: place, ...(Object.keys(options).length > 0 ? { options } : {}) };
  const decks = [...others, deck].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  saveRegistry(disk, pathsOf(context), decks, context.randomHex(4));
  const { cards, chapters } = read.deck;
  const size = `${count(cards.length, 'card')}${chapters.length > 0 ? ` in ${count(chapters.length, 'chapter')}` : ''}`;
  context.stdout.write(`${name}: ${size}. Study it with: llm-quiz study --deck ${name}\n`);
};

const decksOf = (context: Context): readonly RegisteredDeck[] => {
  const { decks, notice } = readRegistry(context.disk, pathsOf(context));
  if (notice !== undefined) context.stderr.write(`${notice}\n`);
  return decks;
};

const nameFrom = (file: string): string => {
  const base = path.basename(file).replace(/\.(?:md|markdown)$/i, '');
  const isBook = /^(?:readme|index)$/i.test(base);
  const name = (isBook ? path.basename(path.dirname(file)) : base)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return ID_PATTERN.test(name) ? name : 'deck';
};

const freeName = (name: string, decks: readonly RegisteredDeck[]): string => {
  const taken = new Set([SHIPPED_DECK, ...decks.map((deck) => deck.name)]);
  let free = name;
  for (let copy = 2; taken.has(free); copy++) free = `${name}-${copy}`;
  return free;
};

const checkName = (name: string, others: readonly RegisteredDeck[]): void => {
  if (!ID_PATTERN.test(name)) {
    throw usage(
      `${JSON.stringify(name)} is no name for a deck`,
      'a name has 1 to 64 characters of a-z, 0-9 and -, and does not start with -',
    );
  }
  const other = others.find((deck) => deck.name === name);
  if (name !== SHIPPED_DECK && other === undefined) return;
  throw usage(
    `there is a deck ${JSON.stringify(name)} already${other === undefined ? '' : `: ${other.path}`}`,
    'give another one with --name',
  );
};

const runRemove = (context: Context, name: string): void => {
  const decks = decksOf(context);
  const kept = decks.filter((deck) => deck.name !== name);
  if (kept.length === decks.length) {
    const names = decks.map((deck) => deck.name).join(', ');
    throw usage(
      name === SHIPPED_DECK
        ? 'the deck that comes with llm-quiz stays'
        : `there is no deck ${JSON.stringify(name)}`,
      names === ''
        ? 'no deck was added'
        : didYouMean(
            name,
            decks.map((deck) => deck.name),
            `your decks are ${names}`,
          ),
    );
  }
  saveRegistry(context.disk, pathsOf(context), kept, context.randomHex(4));
  context.stdout.write(
    `${name} is no longer a name. Its files and your progress are where they were.\n`,
  );
};
