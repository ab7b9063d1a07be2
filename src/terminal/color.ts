/** What decides over colour, once and in one place: chalk and Node disagree on NO_COLOR. */
export interface ColorEnvironment {
  /** `--color` true, `--no-color` false, neither undefined. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/**
 * Whether text is coloured: flag, then NO_COLOR (where not empty), FORCE_COLOR, CLICOLOR_FORCE,
 * CLICOLOR, TERM=dumb, and last whether the stream is a terminal.
 *
 * @see https://no-color.org
 */
export const wantsColor = ({ flag, env, isTTY }: ColorEnvironment): boolean => {
  if (flag !== undefined) return flag;
  if (isSet(env['NO_COLOR'])) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return !['0', 'false'].includes(force);
  const cliForce = env['CLICOLOR_FORCE'];
  if (isSet(cliForce) && cliForce !== '0') return true;
  if (env['CLICOLOR'] === '0' || env['TERM'] === 'dumb') return false;
  return isTTY;
};

/** Whether marks are drawn in ASCII alone: asked for, or a console that has no others. */
export const wantsAscii = (
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean => flag ?? ['linux', 'dumb'].includes(env['TERM'] ?? '');

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
