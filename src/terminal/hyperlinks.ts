/** What decides over hyperlinks, once and in one place. */
export interface HyperlinkEnvironment {
  /** `--hyperlinks` true, `--no-hyperlinks` false, neither undefined. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly platform: string;
}

/**
 * Whether links are written as OSC 8: flag, then FORCE_HYPERLINK (where not empty), TERM=dumb,
 * whether the stream is a terminal, and last whether it is one that is known to have them.
 *
 * The rules are those of supports-hyperlinks 4.6, which cannot be asked: it reads the process when
 * it is loaded. NO_COLOR does not matter, as it does not there: a link is no colour.
 *
 * @see https://github.com/chalk/supports-hyperlinks
 */
export const wantsHyperlinks = ({ flag, env, isTTY, platform }: HyperlinkEnvironment): boolean => {
  if (flag !== undefined) return flag;
  const force = env['FORCE_HYPERLINK'];
  if (isSet(force)) return Number.parseInt(force, 10) !== 0 && force !== 'false';
  if (env['TERM'] === 'dumb' || !isTTY) return false;
  if (env['WT_SESSION'] !== undefined) return true;
  // GNU screen shows the URL of a link that its window never asked for.
  if (platform === 'win32' || ['CI', 'TEAMCITY_VERSION', 'STY'].some((name) => isSet(env[name]))) {
    return false;
  }
  return isKnownProgram(env) || isKnownVte(env['VTE_VERSION']) || TERMS.has(env['TERM'] ?? '');
};

/** Values of TERM that one terminal alone has. */
const TERMS: ReadonlySet<string> = new Set([
  'alacritty',
  'contour',
  'foot',
  'foot-extra',
  'wezterm',
  'xterm-ghostty',
  'xterm-kitty',
]);

/** The first version with hyperlinks, by TERM_PROGRAM. */
const PROGRAMS: ReadonlyMap<string, Version> = new Map<string, Version>([
  ['iTerm.app', [3, 1]],
  // Its version is a date, as 20240203-110809-5046fc22.
  ['WezTerm', [20_200_620, 0]],
  ['vscode', [1, 72]],
  ['ghostty', [0, 0]],
  ['zed', [0, 0]],
  ['WarpTerminal', [0, 0]],
  ['Orca', [0, 0]],
]);

type Version = readonly [major: number, minor: number];

const isKnownProgram = (env: HyperlinkEnvironment['env']): boolean => {
  const { TERM_PROGRAM: program = '', TERM_PROGRAM_VERSION: version = '' } = env;
  const first = PROGRAMS.get(program);
  if (first === undefined) return false;
  // Cursor is Visual Studio Code with versions of its own; so is a WezTerm that Nix built.
  if (program === 'vscode' && isSet(env['CURSOR_TRACE_ID'])) return true;
  const nightly = /^0-unstable-(\d{4}-\d{2}-\d{2})$/.exec(version)?.[1];
  if (program === 'WezTerm' && nightly !== undefined) return nightly >= '2020-06-20';
  return isAtLeast(parseVersion(version), first);
};

/** VTE draws GNOME's terminal and many others; its version is written as 7203 for 0.72.3. */
const isKnownVte = (text: string | undefined): boolean => {
  if (!isSet(text) || text === '0.50.0') return false;
  const digits = /^(\d{1,2})(\d{2})$/.exec(text);
  const version = digits === null ? parseVersion(text) : ([0, Number(digits[1])] as const);
  return isAtLeast(version, [0, 50]);
};

const parseVersion = (text: string): Version => {
  const [major = 0, minor = 0] = text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor];
};

const isAtLeast = ([major, minor]: Version, [least, leastMinor]: Version): boolean =>
  major > least || (major === least && minor >= leastMinor);

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';
