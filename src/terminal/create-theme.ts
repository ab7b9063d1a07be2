import { Chalk, type ChalkInstance } from 'chalk';
import type { Style, Symbols, Theme } from './theme.ts';

const UNICODE: Symbols = {
  bullet: '-',
  quote: '│',
  rule: '─',
  ellipsis: '…',
  clipped: '›',
  tick: '+',
  cross: 'x',
  bar: '█',
};

const ASCII: Symbols = {
  bullet: '-',
  quote: '|',
  rule: '-',
  ellipsis: '...',
  clipped: '>',
  tick: '+',
  cross: 'x',
  bar: '#',
};

/** The themes that there are; light and dark are for a terminal with 24-bit colour. */
export const THEME_NAMES = ['default', 'light', 'dark', 'high-contrast'] as const;

export type ThemeName = (typeof THEME_NAMES)[number];

export const isThemeName = (name: string): name is ThemeName =>
  THEME_NAMES.some((known) => known === name);

export interface ThemeOptions {
  readonly color: boolean;
  readonly ascii: boolean;
  readonly name?: ThemeName;
}

type Styles = Omit<Theme, 'symbols'>;

const plain: Style = (text) => text;

const PLAIN: Styles = {
  strong: plain,
  emphasis: (text) => `_${text}_`,
  code: plain,
  heading: plain,
  link: plain,
  quiet: plain,
  accent: plain,
  alarm: plain,
};

/**
 * A theme of this terminal. The default uses bold, underline, cyan, red and dim alone: of the
 * sixteen colours, red and cyan are the ones that can be read on all common schemes.
 */
export const createTheme = ({ color, ascii, name = 'default' }: ThemeOptions): Theme => {
  const symbols = ascii ? ASCII : UNICODE;
  if (!color) return { ...PLAIN, symbols };
  return { ...stylesOf(name), symbols };
};

const stylesOf = (name: ThemeName): Styles => {
  switch (name) {
    case 'default':
      return basic(new Chalk({ level: 1 }));
    case 'high-contrast':
      return highContrast(new Chalk({ level: 1 }));
    case 'light':
    case 'dark':
      return rich(new Chalk({ level: 3 }), COLORS[name]);
  }
};

const basic = (chalk: ChalkInstance): Styles => ({
  strong: chalk.bold,
  emphasis: chalk.underline,
  code: chalk.cyan,
  heading: chalk.bold,
  link: chalk.underline,
  quiet: chalk.dim,
  accent: chalk.cyan,
  alarm: chalk.red,
});

/** No hue and no dim: weight, line and inversion alone, on whatever colours the terminal has. */
const highContrast = (chalk: ChalkInstance): Styles => ({
  strong: chalk.bold,
  emphasis: chalk.underline,
  code: chalk.bold,
  heading: chalk.bold.underline,
  link: chalk.underline,
  quiet: plain,
  accent: chalk.bold,
  alarm: chalk.bold.inverse,
});

interface Colors {
  readonly code: string;
  readonly link: string;
  readonly quiet: string;
  readonly accent: string;
  readonly alarm: string;
}

/** Colours of a theme, each at least 4.5:1 on the background that it is made for (a test). */
export const COLORS: Readonly<Record<'light' | 'dark', Colors>> = {
  light: {
    code: '#00607a',
    link: '#0b5394',
    quiet: '#5f6368',
    accent: '#00607a',
    alarm: '#b00020',
  },
  dark: {
    code: '#7fd1e0',
    link: '#8ab4f8',
    quiet: '#9aa0a6',
    accent: '#7fd1e0',
    alarm: '#ff8a80',
  },
};

const rich = (chalk: ChalkInstance, colors: Colors): Styles => ({
  strong: chalk.bold,
  emphasis: chalk.underline,
  code: chalk.hex(colors.code),
  heading: chalk.bold,
  link: chalk.hex(colors.link).underline,
  quiet: chalk.hex(colors.quiet),
  accent: chalk.hex(colors.accent).bold,
  alarm: chalk.hex(colors.alarm).bold,
});
