import inquirer from 'inquirer';
import type { Card, Chapter } from '../deck/types.ts';
import { count } from './format.ts';
import { checkboxTheme } from './prompt-theme.ts';
import type { Size } from './screens/frame.ts';
import { clip } from './text.ts';
import type { Theme } from './theme.ts';

/** Columns before a name: the cursor, the box and a blank, and one that stays free. */
const MARKS = 6;
/** Lines around the list. */
const FRAME = 5;

/** Asks which chapters to study; undefined where the person left. */
export const askChapters = async (
  chapters: readonly Chapter[],
  cards: readonly Card[],
  theme: Theme,
  window: Size,
): Promise<readonly Chapter[] | undefined> => {
  const size = (chapter: Chapter): number =>
    cards.filter((card) => card.chapter?.number === chapter.number).length;
  // Inquirer breaks what is too wide in the middle of a word.
  const room = Math.max(1, window.columns - MARKS);
  try {
    const { chosen } = await inquirer.prompt<{ chosen: readonly Chapter[] }>([
      {
        type: 'checkbox',
        name: 'chosen',
        message: 'Which chapters?',
        pageSize: Math.max(3, Math.min(12, window.rows - FRAME)),
        required: true,
        theme: checkboxTheme(theme),
        choices: chapters.map((chapter) => ({
          name: clip(
            `${chapter.number} ${chapter.title} (${count(size(chapter), 'card')})`,
            room,
            theme.symbols.ellipsis,
          ),
          short: chapter.short,
          value: chapter,
        })),
      },
    ]);
    return chosen;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
};
