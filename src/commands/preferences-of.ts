import { type ReadPreferences, readPreferences } from '../storage/preferences.ts';
import { type Context, pathsOf } from './context.ts';

const known = new WeakMap<Context, ReadPreferences>();

/** The person's preferences, read once a run. */
export const preferencesOf = (context: Context): ReadPreferences => {
  const read = known.get(context) ?? readPreferences(context.disk, pathsOf(context).settings);
  known.set(context, read);
  return read;
};
