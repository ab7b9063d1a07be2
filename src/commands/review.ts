import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Scope } from '../session/plan.ts';
import type { Context } from './context.ts';
import { explain } from './help.ts';
import { addSessionFlags, type SessionFlags } from './session-flags.ts';
import { runSession } from './study.ts';

interface ReviewFlags extends SessionFlags {
  readonly session?: boolean;
  readonly since?: number;
  readonly leeches?: boolean;
  readonly weak?: boolean;
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
    explain(program.command('review'), {
      summary: 'go over the cards that you missed',
      examples: ['llm-quiz review --session', 'llm-quiz review --since 7d -c rag'],
      notes: [
        'Missed: graded again, and not yet passed on a later day.',
        'A review counts for the schedule, unless it is with --cram.',
      ],
    }),
  )
    .option('--session', 'only what was missed in the last session')
    .addOption(
      new Option('--since <days>', 'only what was missed in the last days: 7d').argParser(
        parseDays,
      ),
    )
    .option('--weak', 'cards that you would hardly know on the day of your plan')
    .option('--leeches', 'cards that are missed again and again')
    .action(async (_: unknown, command: Command) => {
      const flags: ReviewFlags = command.optsWithGlobals();
      setExitCode(await runSession(context, flags, scopeOf(flags), 'review'));
    });
};

const scopeOf = (flags: ReviewFlags): Scope | 'last-session' => {
  if (flags.leeches === true) return { kind: 'leeches' };
  if (flags.weak === true) return { kind: 'weak' };
  return flags.session === true ? 'last-session' : { kind: 'missed', days: flags.since };
};
