import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AskableShape, OutlineOptions } from '../deck/outline.ts';
import { ASKABLE_SHAPES } from '../deck/shapes/names.ts';
import { type Chapter, LEVELS, type Level } from '../deck/types.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { type CardFilter, chooseChapters } from '../session/filter.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import { didYouMean } from './nearest.ts';

/** Flags that say how a deck's questions are written, where that is not found out rightly. */
export interface OutlineFlags {
  readonly shape?: AskableShape;
  readonly questionLevel?: number;
  readonly skip?: readonly string[];
}

/** Flags that choose cards, as commander gives them. */
export interface SelectionFlags extends OutlineFlags {
  readonly deck?: string;
  readonly chapter: readonly string[];
  readonly tag: readonly string[];
  readonly level: readonly string[];
  readonly limit?: number;
}

/** Reads words that are repeated or separated by commas, for commander. */
export const collectWords = (value: string, previous: readonly string[]): string[] => [
  ...previous,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

/** Reads a whole number from `min` on, for commander. */
export const wholeNumber =
  (min: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < min || number > 1_000_000) {
      throw new InvalidArgumentError(`It takes a whole number from ${min}.`);
    }
    return number;
  };

/** Adds the flags that overrule how a deck is read; most commands leave them out of their help. */
export const addOutlineFlags = (command: Command, { hidden = false } = {}): Command =>
  command
    .addOption(
      new Option('--shape <shape>', `where it is found wrongly: ${ASKABLE_SHAPES.join(', ')}`)
        .choices(ASKABLE_SHAPES)
        .hideHelp(hidden),
    )
    .addOption(
      new Option('--question-level <n>', 'headings of this level are the questions')
        .argParser(headingLevel)
        .hideHelp(hidden),
    )
    .addOption(
      new Option('--skip <text>', 'no question, although it looks like one; repeat for more')
        .argParser((text: string, previous: readonly string[] = []) => [...previous, text])
        .hideHelp(hidden),
    );

const headingLevel = (value: string): number => {
  if (!/^[1-6]$/.test(value)) throw new InvalidArgumentError('It takes a number from 1 to 6.');
  return Number(value);
};

/** What the flags say of how a deck is read. */
export const outlineOptions = ({ shape, questionLevel, skip }: OutlineFlags): OutlineOptions => ({
  ...(shape === undefined ? {} : { shape }),
  ...(questionLevel === undefined ? {} : { questionLevel }),
  ...(skip === undefined ? {} : { skip }),
});

/** What `--deck` takes. */
export const DECK_HELP = 'a Markdown file, a folder, or a name that was added';

/** Adds the flags that choose cards. */
export const addSelection = (command: Command): Command =>
  addOutlineFlags(command.option('--deck <deck>', DECK_HELP), { hidden: true })
    .addOption(
      new Option('-c, --chapter <which>', 'number, range or part of a name; repeat for more')
        .default([], 'all')
        .argParser(collectWords),
    )
    .addOption(
      new Option('--tag <tag>', 'only cards with this tag')
        .default([], 'all')
        .argParser(collectWords),
    )
    .addOption(
      new Option('--level <level>', `only ${LEVELS.join(', ')}`)
        .default([], 'all')
        .argParser(collectWords),
    )
    .addOption(
      new Option('-n, --limit <n>', 'this many different cards at most').argParser(wholeNumber(1)),
    );

/** The filter that the flags ask for. Throws a QuizError with the nearest names. */
export const toFilter = (flags: SelectionFlags, { deck }: DeckSource): CardFilter => ({
  chapters: flags.chapter.length === 0 ? undefined : toChapters(flags.chapter, deck.chapters),
  tags: toTags(flags.tag, new Set(deck.cards.flatMap(({ tags }) => tags))),
  levels: flags.level.map(toLevel),
});

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const toChapters = (words: readonly string[], chapters: readonly Chapter[]): readonly Chapter[] => {
  if (chapters.length === 0) throw usage('this deck has no chapters', 'leave --chapter out');
  const choice = chooseChapters(words, chapters);
  const name = ({ number, title }: Chapter): string => `${number} ${title}`;
  switch (choice.kind) {
    case 'ok':
      return choice.chapters;
    case 'ambiguous':
      throw usage(
        `more than one chapter is called ${JSON.stringify(choice.word)}`,
        `say which: ${choice.matches.map(name).join('; ')}`,
      );
    case 'none':
      throw usage(
        `there is no chapter ${JSON.stringify(choice.word)}`,
        choice.nearest.length > 0
          ? `did you mean ${choice.nearest.map(name).join(', or ')}?`
          : `the chapters are ${chapters.map(name).join('; ')}`,
      );
  }
};

const TAGS_SHOWN = 30;

const toTags = (wanted: readonly string[], known: ReadonlySet<string>): readonly string[] => {
  const unknown = wanted.find((tag) => !known.has(tag));
  if (unknown === undefined) return wanted;
  const all = [...known].toSorted();
  const shown = all.slice(0, TAGS_SHOWN).join(', ');
  throw usage(
    `no card has the tag ${JSON.stringify(unknown)}`,
    didYouMean(unknown, all, shown === '' ? 'this deck has no tags' : `tags are ${shown}`),
  );
};

const toLevel = (word: string): Level => {
  const level = LEVELS.find((known) => known === word);
  if (level !== undefined) return level;
  const levels = `levels are ${LEVELS.join(', ')}`;
  throw usage(`there is no level ${JSON.stringify(word)}`, didYouMean(word, LEVELS, levels));
};
