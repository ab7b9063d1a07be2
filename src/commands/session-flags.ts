import { type Command, Option } from 'commander';
import { ORDERS, type Order } from '../session/plan.ts';
import type { GlobalOptions } from './context.ts';
import type { SelectionFlags } from './flag-values.ts';
import { addSelection, wholeNumber } from './selection.ts';

/** Flags of a session, as commander gives them. */
export interface SessionFlags extends SelectionFlags, GlobalOptions {
  readonly minutes?: number;
  readonly new?: number;
  readonly due?: boolean;
  readonly order?: Order;
  readonly seed?: number;
  readonly cram?: boolean;
  /** Takes the answer that a question before the first card suggests. */
  readonly yes?: boolean;
  readonly more?: boolean;
}

/** Adds the flags that shape a session. */
export const addSessionFlags = (command: Command): Command =>
  addSelection(command)
    .addOption(
      new Option('--minutes <n>', 'stop after this many minutes').argParser(wholeNumber(1)),
    )
    .addOption(
      new Option(
        '--order <how>',
        'gain: what a second gains most on, as without it; due: what is due for longest; random; deck',
      ).choices(ORDERS),
    )
    .addOption(new Option('--seed <n>', 'makes random the same again').argParser(wholeNumber(0)))
    .option('--cram', 'practice: any card, and nothing is scheduled')
    .option('--yes', 'start at once: go on with a session that ended early');
