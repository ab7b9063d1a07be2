import type { Command, CommanderError, Help } from 'commander';
import type { QuizError } from '../quiz-error.ts';
import type { Context } from './context.ts';
import { TOPICS } from './help-topics.ts';
import { didYouMean } from './nearest.ts';
import { usage } from './progress-tools.ts';

/** What the help of a command says besides its arguments and options. */
export interface Explanation {
  /** One line, which stands in the list of commands too. */
  readonly summary: string;
  readonly examples: readonly string[];
  /** What else is worth knowing, in lines of at most 80 columns. */
  readonly notes?: readonly string[];
}

/** Gives a command its help: what it does, then examples, and notes at the end. */
export const explain = (command: Command, explanation: Explanation): Command => {
  const { summary, examples, notes = [] } = explanation;
  const shown = ['', 'Examples:', ...examples.map((line) => `  ${line}`)];
  command.summary(summary).description([summary, ...shown].join('\n'));
  return notes.length === 0 ? command : command.addHelpText('after', `\n${notes.join('\n')}`);
};

/** The form of all help texts: usage, words and examples first, then what can be given. */
export const HELP_FORM: Partial<Help> = {
  optionDescription: (option) => option.description,
  subcommandTerm: (command) => {
    const args = command.registeredArguments.map((argument) =>
      argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
    );
    return [command.name(), ...args].join(' ');
  },
  visibleOptions: (command) => {
    const help = command.parent === null ? [command.createOption('-h, --help', 'show help')] : [];
    return [...command.options.filter(({ hidden }) => !hidden), ...help];
  },
  formatHelp: (command, helper) => {
    const width = helper.padWidth(command, helper);
    const row = (term: string, text: string): string =>
      helper.formatItem(term, width, text, helper);
    const block = (title: string, rows: readonly string[]): readonly string[] =>
      rows.length === 0 ? [] : [title, ...rows, ''];
    const options = helper
      .visibleOptions(command)
      .map((option) => row(helper.optionTerm(option), helper.optionDescription(option)));
    const args = helper
      .visibleArguments(command)
      .map((argument) => row(argument.name(), helper.argumentDescription(argument)));
    const lines = [
      `Usage: ${helper.commandUsage(command)}`,
      '',
      helper.commandDescription(command),
      '',
      ...commandGroups(command, helper, row).flatMap(([title, rows]) => block(title, rows)),
      ...block('Arguments:', args),
      ...block('Options:', options),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
  },
};

const commandGroups = (
  command: Command,
  helper: Help,
  row: (term: string, text: string) => string,
): readonly (readonly [title: string, rows: readonly string[]])[] => {
  const groups = new Map<string, string[]>();
  for (const sub of helper.visibleCommands(command)) {
    const title = sub.helpGroup() || 'Commands:';
    const line = row(helper.subcommandTerm(sub), helper.subcommandDescription(sub));
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  return [...groups];
};

/** Adds `help`, which also knows topics, and `version` as a word. */
export const addHelp = (program: Command, context: Context): void => {
  const command = program
    .helpCommand(false)
    .command('help')
    .argument('[command...]', 'a command, one of `deck`, or a topic');
  explain(command, {
    summary: 'show the help of a command, or of a topic',
    examples: ['llm-quiz help study', 'llm-quiz help deck add', 'llm-quiz help exit-codes'],
    notes: ['Topics:', ...[...TOPICS].map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)],
  }).action(([word, inner]: readonly string[]) => {
    if (word === undefined) return program.outputHelp();
    const topic = TOPICS.get(word);
    if (topic !== undefined && inner === undefined) return context.stdout.write(topic.text);
    const found = childOf(program, word, [...TOPICS.keys()]);
    return (inner === undefined ? found : childOf(found, inner, [])).outputHelp();
  });
  program
    .command('version', { hidden: true })
    .description('print the version')
    .action(() => context.stdout.write(`${context.version}\n`));
};

const childOf = (parent: Command, word: string, topics: readonly string[]): Command => {
  const found = parent.commands.find((command) => command.name() === word);
  if (found !== undefined) return found;
  throw noSuchCommand(word, parent, topics);
};

/** What is said where a command has no such command, with what may have been meant. */
export const noSuchCommand = (
  word: string,
  parent: Command,
  topics: readonly string[] = [],
): QuizError => {
  const names = parent.commands.map((command) => command.name());
  const name = parent.parent === null ? '' : `${parent.name()} `;
  const help = `\`llm-quiz ${name}--help\` lists the commands`;
  return usage(
    `there is no command${topics.length === 0 ? '' : ' or topic'} \`${name}${word}\``,
    didYouMean(word, [...names, ...topics], help),
  );
};

/** The end of every help text: where the rest stands. */
export const footOf = (command: Command, issues: string): string => {
  const isRoot = command.parent === null;
  const readsDecks = command.options.some(({ long, hidden }) => long === '--shape' && hidden);
  return [
    '',
    isRoot
      ? 'More: llm-quiz help COMMAND, or one of exit-codes and environment'
      : 'Flags of every command: llm-quiz --help',
    ...(readsDecks ? ['How a deck is read (--shape, --skip): llm-quiz check --help'] : []),
    ...(issues === '' ? [] : [`Report a problem: ${issues}`]),
  ].join('\n');
};

/** What commander found wrong with the command line, as all errors are said. */
export const usageError = (error: CommanderError, argv: readonly string[]): QuizError => {
  const [first = '', second = ''] = error.message.replace(/^error: /, '').split('\n');
  const command = argv.find((word) => /^[a-z]/.test(word)) ?? '';
  const isUnknown = error.code === 'commander.unknownCommand';
  const page = isUnknown || command === '' ? 'llm-quiz --help' : `llm-quiz ${command} --help`;
  const guess = second.replace(/^\((.*)\)$/, '$1');
  return usage(first.replace(/\.$/, ''), `${guess === '' ? 'see' : `${guess} See`} \`${page}\``);
};
