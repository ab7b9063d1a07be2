import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Scope } from '../session/plan.ts';
import type { Context } from './context.ts';
import { addSessionFlags, type SessionFlags } from './session-flags.ts';
import { runSession } from './study.ts';

interface ReviewFlags extends SessionFlags {
  readonly session?: boolean;
  readonly since?: number;
  readonly leeches?: boolean;
}

/** `7d` or `7`: a number of study days, today included. */
const parseDays = (value: string): number => {
  const days = /^(\d{1,4})\s*d?$/i.exec(value)?.[1];
  if (days === undefined || Number(days) < 1) {
    throw new InvalidArgumentError('It takes a number of days, such as 7d.');
  }
  return Number(days);
};

export const addReview = (
  program: Command,
  context: Context,
  setExitCode: (code: number) => void,
): void => {
  addSessionFlags(
    program
      .command('review')
      .description(
        'go over the cards that you missed: graded again, and not yet passed on a later day',
      ),
  )
    .option('--session', 'only what was missed in the last session')
    .addOption(
      new Option('--since <days>', 'only what was missed in the last days, such as 7d').argParser(
        parseDays,
      ),
    )
    .option('--leeches', 'cards that are missed again and again')
    .addHelpText(
      'after',
      '\nA review is a real review and counts for the schedule; with --cram it does not.\n\nExamples:\n  llm-quiz review --session\n  llm-quiz review --since 7d -c rag',
    )
    .action(async (_: unknown, command: Command) => {
      const flags: ReviewFlags = command.optsWithGlobals();
      setExitCode(await runSession(context, flags, scopeOf(flags), 'review'));
    });
};

const scopeOf = (flags: ReviewFlags): Scope | 'last-session' => {
  if (flags.leeches === true) return { kind: 'leeches' };
  return flags.session === true ? 'last-session' : { kind: 'missed', days: flags.since };
};
