import inquirer from 'inquirer';
import type { Card, Chapter } from '../deck/types.ts';
import { count } from './format.ts';
import { checkboxTheme } from './prompt-theme.ts';
import type { Theme } from './theme.ts';

/** Asks which chapters to study; undefined where the person left. */
export const askChapters = async (
  chapters: readonly Chapter[],
  cards: readonly Card[],
  theme: Theme,
): Promise<readonly Chapter[] | undefined> => {
  const size = (chapter: Chapter): number =>
    cards.filter((card) => card.chapter?.number === chapter.number).length;
  try {
    const { chosen } = await inquirer.prompt<{ chosen: readonly Chapter[] }>([
      {
        type: 'checkbox',
        name: 'chosen',
        message: 'Which chapters?',
        pageSize: 12,
        required: true,
        theme: checkboxTheme(theme),
        choices: chapters.map((chapter) => ({
          name: `${chapter.number} ${chapter.title} (${count(size(chapter), 'card')})`,
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
