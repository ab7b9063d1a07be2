import { type Command, InvalidArgumentError, Option } from 'commander';
import { ASKABLE_SHAPES } from '../deck/shapes/names.ts';
import { LEVELS } from '../deck/types.ts';
import { collectWords, readWholeNumber } from './flag-values.ts';

/** Reads a whole number from `min` on, for commander. */
export const wholeNumber =
  (min: number) =>
  (value: string): number => {
    const number = readWholeNumber(min, value);
    if (number === undefined) {
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

/** Adds the flags that say which deck, and, unseen in the help, how it is read. */
export const addDeckFlags = (command: Command): Command =>
  addOutlineFlags(command.option('--deck <deck>', DECK_HELP), { hidden: true });

const DECK_HELP = 'a Markdown file, a folder, or a name that was added';

/** Adds the flags that choose cards. */
export const addSelection = (command: Command): Command =>
  addDeckFlags(command)
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
