import type { Command, Help } from 'commander';
import { QuizError } from '../quiz-error.ts';
import { readPreferences } from '../storage/preferences.ts';
import { say } from '../terminal/accessible/speech.ts';
import { type Manner, spokenOutput } from '../terminal/accessible/spoken-output.ts';
import { capital } from '../terminal/accessible/words.ts';
import { type Context, type GlobalOptions, pathsOf } from './context.ts';
import { askedWidth } from './look.ts';

/** The program for someone who listens. */
export interface Speaking {
  readonly context: Context;
  /** Takes what the command line asks for, before the command runs. */
  readonly prepare: (program: Command, command: Command) => void;
}

/** A context whose terminal is spoken on; what goes into a pipe or a file stays as it is. */
export const speakingContext = (context: Context): Speaking => {
  let manner: Manner = { command: '', isData: false, columns: undefined };
  const { stdout, stderr } = context;
  return {
    context: {
      ...context,
      accessible: true,
      stdout: stdout.isTTY ? spokenOutput(stdout, () => manner, false) : stdout,
      stderr: stderr.isTTY ? spokenOutput(stderr, () => manner, true) : stderr,
    },
    prepare: (program, command) => {
      for (const off of ['color', 'hyperlinks']) program.setOptionValue(off, false);
      program.setOptionValue('ascii', true);
      const { preferences } = readPreferences(context.disk, pathsOf(context).settings);
      const { json, ...flags }: GlobalOptions & { json?: boolean } = command.optsWithGlobals();
      manner = {
        command: (command.parent === program ? command : (command.parent ?? command)).name(),
        isData: json === true || (command.name() === 'export' && command.args.length === 0),
        columns: askedWidth(context, flags, preferences),
      };
    },
  };
};

/** Help without columns: a reader hears "term: what it is", and not how far they are apart. */
export const SPOKEN_HELP: Partial<Help> = {
  formatItem: (term, _width, text) => (text === '' ? term : `${term}: ${text}`),
};

/**
 * Says what went wrong in sentences, where a person listens; returns the exit code. Throws what
 * is no mistake of theirs, and everything where they debug.
 */
export const tellError = (error: unknown, { stderr, env }: Context, isDebug: boolean): number => {
  const { say: tell } = stderr;
  if (!(error instanceof QuizError) || tell === undefined || isDebug || env['DEBUG']) throw error;
  const texts = [`llm-quiz: ${error.message}`, capital(error.help)];
  tell(say(...texts.map((text) => text.replaceAll('`', ''))));
  return error.exitCode;
};
