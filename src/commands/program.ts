import { Command, CommanderError } from 'commander';
import { EXIT } from '../quiz-error.ts';
import { addCheck } from './check.ts';
import type { Context } from './context.ts';
import { addList } from './list.ts';
import { addPaths } from './paths.ts';
import { addReview } from './review.ts';
import { addSettings } from './settings.ts';
import { addStudy } from './study.ts';
import { addUnsuspend } from './unsuspend.ts';

const HELP = `
Examples:
  llm-quiz                        go on with what is due today
  llm-quiz study -c 3,5-7 -c rag  only these chapters
  llm-quiz review                 the cards that you missed
  llm-quiz study --deck notes/    your own Markdown

Exit codes: 0 fine, 1 found problems, 2 wrong usage, 130 Ctrl-C.`;

/** Runs the command line; returns the exit code. Throws QuizErrors. */
export const runProgram = async (argv: readonly string[], context: Context): Promise<number> => {
  let exitCode: number = EXIT.ok;
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('llm-quiz')
    .description('Flashcards in the terminal for LLM interviews, from plain Markdown.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .option('--color', 'colour, also where output is no terminal')
    .option('--no-color', 'no colour')
    .option('--ascii', 'no marks beyond ASCII')
    .option('--no-input', 'never ask anything')
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHelpWidth: () => Math.min(80, context.stdout.columns),
      getErrHelpWidth: () => Math.min(80, context.stderr.columns),
    });
  // Neither --color nor --no-color: the environment decides.
  program.setOptionValue('color', undefined);
  program.commandsGroup('Study:');
  addStudy(program, context, setExitCode);
  addReview(program, context, setExitCode);
  program.commandsGroup('Look:');
  addList(program, context);
  addCheck(program, context, setExitCode);
  program.commandsGroup('Set up:');
  addUnsuspend(program, context);
  addSettings(program, context);
  addPaths(program, context);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw error;
  }
};
