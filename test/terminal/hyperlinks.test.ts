import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type HyperlinkEnvironment, wantsHyperlinks } from '../../src/terminal/hyperlinks.ts';

type Env = Readonly<Record<string, string>>;

const decide = (env: Env, more: Partial<HyperlinkEnvironment> = {}): boolean =>
  wantsHyperlinks({
    flag: undefined,
    env: { TERM: 'xterm-256color', ...env },
    isTTY: true,
    platform: 'linux',
    ...more,
  });

const GHOSTTY = { TERM_PROGRAM: 'ghostty' };

describe('hyperlinks are decided by', () => {
  it('the flag before all else', () => {
    expect(decide({ FORCE_HYPERLINK: '0', TERM: 'dumb' }, { flag: true, isTTY: false })).toBe(true);
    expect(decide({ FORCE_HYPERLINK: '1', ...GHOSTTY }, { flag: false })).toBe(false);
  });
  it('FORCE_HYPERLINK where it is not empty', () => {
    expect(decide({ FORCE_HYPERLINK: '1' }, { isTTY: false })).toBe(true);
    expect(decide({ FORCE_HYPERLINK: '0', ...GHOSTTY })).toBe(false);
    expect(decide({ FORCE_HYPERLINK: 'false', ...GHOSTTY })).toBe(false);
    expect(decide({ FORCE_HYPERLINK: '' })).toBe(false);
  });
  it('a terminal that shows no codes, or no terminal', () => {
    expect(decide({ ...GHOSTTY, TERM: 'dumb' })).toBe(false);
    expect(decide(GHOSTTY, { isTTY: false })).toBe(false);
  });
  it('the terminal that it is, on Windows too', () => {
    expect(decide(GHOSTTY)).toBe(true);
    expect(decide({ WT_SESSION: '' }, { platform: 'win32' })).toBe(true);
    expect(decide({}, { platform: 'win32' })).toBe(false);
  });
  it('no colour: a link is none', () => expect(decide({ ...GHOSTTY, NO_COLOR: '1' })).toBe(true));
  it('GNU screen, which would show the code', () =>
    expect(decide({ ...GHOSTTY, STY: '1.tty' })).toBe(false));
  it.each(['foot', 'contour', 'wezterm', 'xterm-ghostty'])('%s by its TERM', (TERM) =>
    expect(decide({ TERM })).toBe(true),
  );
});

describe('supports-hyperlinks decides the same for', () => {
  afterEach(() => vi.unstubAllEnvs());
  const program = (name: string, version?: string): Env => ({
    TERM_PROGRAM: name,
    ...(version === undefined ? {} : { TERM_PROGRAM_VERSION: version }),
  });
  const environments: readonly Env[] = [
    {},
    { WT_SESSION: 'x' },
    { CI: '1', ...GHOSTTY },
    { TEAMCITY_VERSION: '2024.1', ...GHOSTTY },
    ...['3.0.9', '3.1.0', '3.5.2', '2.9', '4.0', ''].map((v) => program('iTerm.app', v)),
    ...['20200608-110940-3fb3a61', '20240203-110809-5046fc22', '0-unstable-2020-06-19'].map((v) =>
      program('WezTerm', v),
    ),
    program('WezTerm', '0-unstable-2024-01-01'),
    ...['1.71.9', '1.72.0', '1.100.2', '2.0.0', '0.45.0'].map((v) => program('vscode', v)),
    { ...program('vscode', '0.45.0'), CURSOR_TRACE_ID: 'x' },
    ...['ghostty', 'zed', 'WarpTerminal', 'Orca', 'Apple_Terminal', 'tmux'].map((n) => program(n)),
    ...['0.50.0', '0.50.1', '0.49.9', '1.0.0', '7203', '5001', '4999', '5202'].map((v) => ({
      VTE_VERSION: v,
    })),
    { TERM: 'alacritty', COLORTERM: 'truecolor' },
    { TERM: 'xterm-kitty' },
    { TERM: 'dumb', VTE_VERSION: '7203' },
    { ...program('Apple_Terminal', '455'), VTE_VERSION: '7203' },
    { FORCE_HYPERLINK: '1', TERM: 'dumb' },
    { FORCE_HYPERLINK: '0', TERM: 'xterm-kitty' },
  ];
  const names = [
    ...['WT_SESSION', 'CI', 'TEAMCITY_VERSION', 'TERM_PROGRAM', 'TERM_PROGRAM_VERSION', 'TERM'],
    ...['CURSOR_TRACE_ID', 'VTE_VERSION', 'FORCE_HYPERLINK', 'NETLIFY', 'GITHUB_ACTIONS', 'STY'],
    ...['NO_COLOR', 'FORCE_COLOR', 'COLORTERM', 'TF_BUILD'],
  ];
  it.runIf(process.platform !== 'win32').each(environments)('%j', (env) => {
    for (const name of names) vi.stubEnv(name, undefined);
    const full = { TERM: 'xterm-256color', ...env };
    for (const [name, value] of Object.entries(full)) vi.stubEnv(name, value);
    const theirs = createSupportsHyperlinks({ isTTY: true } as NodeJS.WriteStream);
    expect(decide(full)).toBe(theirs);
  });
});
