import { createTheme } from '../create-theme.ts';
import type { Theme } from '../theme.ts';

/** Text to be heard: no escape codes, and no marks for emphasis, which would be read out. */
export const SPOKEN_THEME: Theme = {
  ...createTheme({ color: false, ascii: true }),
  emphasis: (text) => text,
};
