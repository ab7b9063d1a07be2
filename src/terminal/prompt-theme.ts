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
