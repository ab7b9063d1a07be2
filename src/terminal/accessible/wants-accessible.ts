/** What decides over accessible mode, once and in one place. */
export interface AccessibleEnvironment {
  /** `--accessible`; undefined where it was not given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether the program speaks in lines instead of painting screens: asked for by flag or by
 * ACCESSIBLE (`0` and `false` are no), or on a terminal that can do nothing else.
 */
export const wantsAccessible = ({ flag, env }: AccessibleEnvironment): boolean => {
  if (flag === true || env['TERM'] === 'dumb') return true;
  return !['', '0', 'false'].includes((env['ACCESSIBLE'] ?? '').trim().toLowerCase());
};
