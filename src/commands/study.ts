import { type Command, Option } from 'commander';
import type { Scope } from '../session/plan.ts';
import type { Context } from './context.ts';
import { explain } from './help.ts';
import { wholeNumber } from './selection.ts';
import { addSessionFlags, type SessionFlags } from './session-flags.ts';

export const addStudy = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  addSessionFlags(
    explain(program.command('study'), {
      summary: 'study what is due, and some new cards',
      examples: [
        'llm-quiz study -c rag,5-7 --level senior',
        'llm-quiz study --new 20 --minutes 30',
        'llm-quiz study --deck notes/questions.md',
      ],
      notes: ['llm-quiz alone does the same, with no flags.'],
    }),
  )
    .addOption(
      new Option('--new <n>', "this many new cards, whatever the day's limit").argParser(
        wholeNumber(0),
      ),
    )
    .option('--due', 'no new cards')
    .option('--more', 'what gains most in the next two weeks, due or not')
    .action(async (_: unknown, command: Command) => {
      setExitCode(await runSession(context, command.optsWithGlobals(), { kind: 'study' }, 'study'));
    });
};

/** Loads what a session needs only when there is one. */
export const runSession = async (
  context: Context,
  flags: SessionFlags,
  scope: Scope | 'last-session',
  command: string,
): Promise<number> => {
  const { runStudySession } = await import('./study-session.ts');
  return runStudySession(context, flags, scope, command);
};
