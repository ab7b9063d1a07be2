import { wantsAccessible } from '../terminal/accessible/wants-accessible.ts';
import type { Context } from './context.ts';
import { preferencesOf } from './preferences-of.ts';

/** Whether this run speaks in sentences: by the command line, the environment or a setting. */
export const isSpoken = (argv: readonly string[], context: Context): boolean =>
  wantsAccessible({
    flag: argv.includes('--accessible'),
    env: context.env,
    setting: () => preferencesOf(context).preferences.accessible,
  });
