import { EXIT, QuizError } from '../quiz-error.ts';
import type { Preferences } from '../storage/preferences.ts';
import { wantsAscii, wantsColor } from '../terminal/color.ts';
import { createTheme, isThemeName, THEME_NAMES, type ThemeName } from '../terminal/create-theme.ts';
import { wantsHyperlinks } from '../terminal/hyperlinks.ts';
import { createKeymap, type Keymap } from '../terminal/keys.ts';
import { MEASURE } from '../terminal/screens/frame.ts';
import type { Theme } from '../terminal/theme.ts';
import type { Context, GlobalOptions, Output } from './context.ts';
import { didYouMean } from './nearest.ts';
import { preferencesOf } from './preferences-of.ts';

/** How things are shown on this device. */
export interface Look {
  readonly theme: Theme;
  readonly keymap: Keymap;
  /** Columns that text may fill, at most. */
  readonly measure: number;
  /** What the person should know of their settings, a sentence each. */
  readonly notices: readonly string[];
}

/** Settles how things are shown: flag, then environment, then settings file, then default. */
export const lookFor = (context: Context, output: Output, options: GlobalOptions): Look => {
  const { preferences, notices } = preferencesOf(context);
  const keymap = createKeymap(preferences.keys);
  return {
    theme: themeOf(context, output, options, preferences),
    keymap,
    measure: widthOf(context, options, preferences),
    notices: [...notices, ...keymap.problems],
  };
};

const themeOf = (
  context: Context,
  output: Output,
  options: GlobalOptions,
  preferences: Preferences,
): Theme => {
  const { env } = context;
  const decided = wantsColor({ flag: options.color, env, isTTY: output.isTTY });
  // A preference speaks where neither a flag nor the environment does; a pipe stays plain.
  const color = decided && (options.color === true || preferences.color !== false);
  const ascii = wantsAscii(options.ascii ?? preferences.ascii, env);
  const { platform } = context;
  const hyperlinks = wantsHyperlinks({
    flag: options.hyperlinks ?? preferences.hyperlinks,
    env,
    isTTY: output.isTTY,
    platform,
  });
  return {
    ...createTheme({ color, ascii, name: themeName(context, options, preferences) }),
    hyperlinks,
  };
};

const themeName = (
  { env }: Context,
  options: GlobalOptions,
  preferences: Preferences,
): ThemeName => {
  const name =
    options.theme ?? (env['LLM_QUIZ_THEME'] || undefined) ?? preferences.theme ?? 'default';
  if (isThemeName(name)) return name;
  throw new QuizError(
    `there is no theme ${JSON.stringify(name)}`,
    didYouMean(name, THEME_NAMES, `themes are ${THEME_NAMES.join(', ')}`),
    { exitCode: EXIT.usage },
  );
};

const widthOf = (context: Context, options: GlobalOptions, preferences: Preferences): number =>
  askedWidth(context, options, preferences) ?? MEASURE;

/** The width that a person asked for, if any: by flag, environment or setting. */
export const askedWidth = (
  { env }: Context,
  options: GlobalOptions,
  preferences: Preferences,
): number | undefined => {
  const fromEnv = env['LLM_QUIZ_WIDTH'];
  const asked =
    options.width ?? (fromEnv === undefined || fromEnv === '' ? undefined : Number(fromEnv));
  const width = asked ?? preferences.width;
  if (width === undefined) return undefined;
  if (Number.isInteger(width) && width >= 40 && width <= 120) return width;
  throw new QuizError(`${String(width)} is no width for text`, 'it takes 40 to 120 columns', {
    exitCode: EXIT.usage,
  });
};
