import type { Card, Chapter } from '../deck/types.ts';
import { ChapterChoice } from './chapter-choice.ts';
import type { Keymap } from './keys.ts';
import { runStudyScreen, type Terminal } from './study-screen.ts';
import type { Theme } from './theme.ts';

/** What came of the question for chapters. */
export type ChosenChapters =
  | { readonly kind: 'value'; readonly value: readonly Chapter[] }
  | { readonly kind: 'left' }
  | { readonly kind: 'interrupted' };

/**
 * Asks which chapters to study, on a screen of its own as cards have one: Inquirer's list is
 * neither drawn anew when the window changes nor kept within it.
 */
export const askChapters = async (
  chapters: readonly Chapter[],
  cards: readonly Card[],
  look: { readonly theme: Theme; readonly keymap: Keymap },
  terminal: Terminal,
): Promise<ChosenChapters> => {
  const choice = new ChapterChoice(chapters, cards, look.theme, look.keymap);
  const result = await runStudyScreen(choice, terminal);
  if (result === 'interrupted') return { kind: 'interrupted' };
  return result === 'ended' ? { kind: 'value', value: choice.chosen } : { kind: 'left' };
};
