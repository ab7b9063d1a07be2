import { Command, CommanderError, Option } from 'commander';
import { EXIT } from '../quiz-error.ts';
import { wantsAccessible } from '../terminal/accessible/wants-accessible.ts';
import { addCheck } from './check.ts';
import { type Context, closeStores } from './context.ts';
import { addConvert } from './convert-command.ts';
import { addDeck } from './deck.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addHelp, explain, footOf, HELP_FORM, usageError } from './help.ts';
import { addImport } from './import.ts';
import { addList } from './list.ts';
import { addPaths } from './paths.ts';
import { addPlan } from './plan.ts';
import { addRead } from './read.ts';
import { addRelink } from './relink-command.ts';
import { addReset } from './reset.ts';
import { addReview } from './review.ts';
import { wholeNumber } from './selection.ts';
import { addSettings } from './settings.ts';
import { addStudy } from './study.ts';
import { addSync } from './sync.ts';
import { addUndo } from './undo.ts';
import { addUnsuspend } from './unsuspend.ts';

const HELP = {
  summary: 'Flashcards in the terminal for LLM interviews, from plain Markdown.',
  examples: [
    'llm-quiz                        go on with what is due today',
    'llm-quiz study -c 3,5-7 -c rag  only these chapters',
    'llm-quiz review                 the cards that you missed',
    'llm-quiz study --deck notes/    your own Markdown',
  ],
};

type Add = (program: Command, context: Context, setExitCode: (code: number) => void) => void;

/** All commands, in the order of the help. */
const COMMANDS: readonly { readonly name: string; readonly group: string; readonly add: Add }[] = [
  { name: 'study', group: 'Study:', add: addStudy },
  { name: 'review', group: 'Study:', add: addReview },
  { name: 'plan', group: 'Study:', add: addPlan },
  { name: 'list', group: 'Look:', add: addList },
  { name: 'read', group: 'Look:', add: addRead },
  { name: 'check', group: 'Look:', add: addCheck },
  { name: 'deck', group: 'Decks:', add: addDeck },
  { name: 'relink', group: 'Decks:', add: addRelink },
  { name: 'convert', group: 'Decks:', add: addConvert },
  { name: 'undo', group: 'Progress:', add: addUndo },
  { name: 'reset', group: 'Progress:', add: addReset },
  { name: 'sync', group: 'Progress:', add: addSync },
  { name: 'export', group: 'Progress:', add: addExport },
  { name: 'import', group: 'Progress:', add: addImport },
  { name: 'doctor', group: 'Progress:', add: addDoctor },
  { name: 'unsuspend', group: 'Set up:', add: addUnsuspend },
  { name: 'settings', group: 'Set up:', add: addSettings },
  { name: 'paths', group: 'Set up:', add: addPaths },
];

/** Runs the command line; returns the exit code. Throws QuizErrors. */
export const runProgram = async (argv: readonly string[], context: Context): Promise<number> => {
  const accessible = wantsAccessible({ flag: argv.includes('--accessible'), env: context.env });
  if (!accessible) return runCommands(argv, context);
  const { speakRows } = await import('../terminal/accessible/spoken-rows.ts');
  const { stdout } = context;
  const words = argv.length === 1 && argv[0] === '--accessible' ? [...argv, 'study'] : argv;
  return runCommands(words, {
    ...context,
    accessible,
    stdout: stdout.isTTY ? speakRows(stdout, argv) : stdout,
  });
};

const runCommands = async (argv: readonly string[], context: Context): Promise<number> => {
  let exitCode: number = EXIT.ok;
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  const program = explain(new Command('llm-quiz'), HELP)
    .usage('[command] [options]')
    .configureHelp(HELP_FORM)
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--color', 'colour, also where output is no terminal')
    .option('--no-color', 'no colour')
    .option('--ascii', 'no marks beyond ASCII')
    .option('--accessible', 'by lines and in sentences, for screen readers')
    .option('--theme <name>', 'default, light, dark or high-contrast')
    .addOption(
      new Option('--width <n>', 'columns that text may fill, 40 to 120').argParser(wholeNumber(40)),
    )
    .option('--hyperlinks', 'links that can be clicked (OSC 8)')
    .option('--no-hyperlinks', 'no such links')
    .option('--no-input', 'never ask anything')
    .option('--debug', 'stack traces with errors')
    .addHelpText('afterAll', ({ command }) => footOf(command, context.issues))
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // What commander says of an error is said as all errors are.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(80, context.stdout.columns),
      getErrHelpWidth: () => Math.min(80, context.stderr.columns),
    });
  // Neither --color nor --no-color: the environment decides.
  program.setOptionValue('color', undefined).setOptionValue('hyperlinks', undefined);
  if (context.accessible === true) {
    program.hook('preAction', () => {
      program.setOptionValue('color', false).setOptionValue('ascii', true);
      program.setOptionValue('hyperlinks', false);
    });
  }
  // A command that is named stands alone: making the others ready would cost each start more
  // than reading the deck.
  const named = COMMANDS.filter(({ name }) => name === argv[0]);
  for (const { group, add } of named.length > 0 ? named : COMMANDS) {
    program.commandsGroup(group);
    add(program, context, setExitCode);
  }
  if (named.length === 0) addHelp(program, context);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    await closeStores(context);
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    throw usageError(error, argv);
  }
};
