import { readPreferences } from '../storage/preferences.ts';
import { wantsAccessible } from '../terminal/accessible/wants-accessible.ts';
import { type Context, pathsOf } from './context.ts';

/** Whether this run speaks in sentences: by the command line, the environment or a setting. */
export const isSpoken = (argv: readonly string[], context: Context): boolean =>
  wantsAccessible({
    flag: argv.includes('--accessible'),
    env: context.env,
    setting: () => readPreferences(context.disk, pathsOf(context).settings).preferences.accessible,
  });
