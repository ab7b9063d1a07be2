import { Chalk } from 'chalk';
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

const plain: Style = (text) => text;

/**
 * The theme of this terminal. Only bold, underline, cyan, red and dim are used: of the sixteen
 * colours, red and cyan alone can be read on all common light and dark schemes.
 */
export const createTheme = (options: {
  readonly color: boolean;
  readonly ascii: boolean;
}): Theme => {
  const symbols = options.ascii ? ASCII : UNICODE;
  if (!options.color) {
    return {
      strong: plain,
      emphasis: (text) => `_${text}_`,
      code: plain,
      heading: plain,
      link: plain,
      quiet: plain,
      accent: plain,
      alarm: plain,
      symbols,
    };
  }
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    emphasis: chalk.underline,
    code: chalk.cyan,
    heading: chalk.bold,
    link: chalk.underline,
    quiet: chalk.dim,
    accent: chalk.cyan,
    alarm: chalk.red,
    symbols,
  };
};
