import type { Theme } from './theme.ts';

/** Inquirer's own prompts in the colours and marks of the rest: they are blue and green otherwise. */
export const promptTheme = ({ strong, quiet, accent, alarm, symbols }: Theme) => ({
  prefix: { idle: accent('?'), done: accent(symbols.tick) },
  style: {
    answer: accent,
    message: (text: string) => strong(text),
    error: (text: string) => alarm(`> ${text}`),
    defaultAnswer: (text: string) => quiet(`(${text})`),
    help: quiet,
    highlight: accent,
    key: (text: string) => accent(`<${text}>`),
  },
});

/** The same for the list that several are chosen of. */
export const checkboxTheme = (theme: Theme) => {
  const { strong, quiet, accent, symbols } = theme;
  const common = promptTheme(theme);
  return {
    ...common,
    keybindings: ['vim', 'emacs'] as const,
    icon: { checked: accent('[x]'), unchecked: '[ ]', cursor: symbols.clipped },
    style: {
      ...common.style,
      disabled: quiet,
      description: accent,
      keysHelpTip: (keys: [key: string, action: string][]): string =>
        keys.map(([key, action]) => `${strong(asciiKey(key))} ${action}`).join('   '),
    },
  };
};

/** Inquirer shows arrows and a return mark, which not every terminal has. */
const asciiKey = (key: string): string =>
  key === '\u2191\u2193' ? 'up/down' : key === '\u23CE' ? 'enter' : key;
