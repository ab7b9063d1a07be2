import { type Context, closeStores } from './context.ts';
import { isSpoken } from './is-spoken.ts';
import { readPlainStudy } from './plain-study.ts';
import { runStudySession } from './study-session.ts';

/**
 * Runs what the command line asks for; returns the exit code. Throws QuizErrors. A plain `study`
 * goes without commander, by a shorter way to the same.
 */
export const run = async (argv: readonly string[], context: Context): Promise<number> => {
  const flags = isSpoken(argv, context) ? undefined : readPlainStudy(argv);
  if (flags === undefined) {
    const { runProgram } = await import('./program.ts');
    return runProgram(argv, context);
  }
  const exitCode = await runStudySession(context, flags, { kind: 'study' }, 'study');
  await closeStores(context);
  return exitCode;
};
