import { Command, CommanderError, type Help, Option } from 'commander';
import { EXIT } from '../quiz-error.ts';
import { type Context, closeStores } from './context.ts';
import { explain, footOf, HELP_FORM, usageError } from './help.ts';
import { isSpoken } from './is-spoken.ts';
import { wholeNumber } from './selection.ts';
import type { Speaking } from './speaking.ts';
import { addStudy } from './study.ts';

const HELP = {
  summary: 'Flashcards in the terminal for LLM interviews, from plain Markdown.',
  examples: [
    'llm-quiz                        go on with what is due today',
    'llm-quiz study -c 3,5-7 -c rag  only these chapters',
    'llm-quiz review                 the cards that you missed',
    'llm-quiz study --deck notes/    your own Markdown',
  ],
};

/** Runs the command line; returns the exit code. Throws QuizErrors. */
export const runProgram = async (argv: readonly string[], context: Context): Promise<number> => {
  if (!isSpoken(argv, context)) return runCommands(argv, context);
  const { speakingContext, SPOKEN_HELP, tellError } = await import('./speaking.ts');
  const speaking = speakingContext(context);
  const words = argv.length === 1 && argv[0] === '--accessible' ? [...argv, 'study'] : argv;
  const helpForm = speaking.context.stdout.say === undefined ? {} : SPOKEN_HELP;
  try {
    return await runCommands(words, speaking.context, { ...speaking, helpForm });
  } catch (error) {
    return tellError(error, speaking.context, argv.includes('--debug'));
  }
};

/** How the program speaks, where it does. */
interface Manners extends Pick<Speaking, 'prepare'> {
  readonly helpForm: Partial<Help>;
}

const runCommands = async (
  argv: readonly string[],
  context: Context,
  manners?: Manners,
): Promise<number> => {
  let exitCode: number = EXIT.ok;
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  const program = explain(new Command('llm-quiz'), HELP)
    .usage('[command] [options]')
    .configureHelp({ ...HELP_FORM, ...manners?.helpForm })
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
  if (manners !== undefined) program.hook('preAction', manners.prepare);
  // A session starts without the other commands: to load them takes longer than to read the deck.
  if (argv[0] === 'study') addStudy(program, context, setExitCode);
  else {
    const { addCommands } = await import('./all-commands.ts');
    addCommands(program, context, setExitCode, argv[0]);
  }
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
