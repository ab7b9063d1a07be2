/** What decides over accessible mode, once and in one place. */
export interface AccessibleEnvironment {
  /** `--accessible`; undefined where it was not given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's setting; asked only where nothing else decides. */
  readonly setting?: () => boolean | undefined;
}

/**
 * Whether the program speaks in lines instead of painting screens: asked for by flag, by
 * ACCESSIBLE (`0` and `false` are no) or by a setting, or on a terminal that can do nothing else.
 */
export const wantsAccessible = ({ flag, env, setting }: AccessibleEnvironment): boolean => {
  if (flag === true || env['TERM'] === 'dumb') return true;
  const asked = (env['ACCESSIBLE'] ?? '').trim().toLowerCase();
  return asked === '' ? setting?.() === true : !['0', 'false'].includes(asked);
};
