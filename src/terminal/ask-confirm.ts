import inquirer from 'inquirer';
import { promptTheme } from './prompt-theme.ts';
import type { Theme } from './theme.ts';

/** Asks a question that is answered by yes or no; undefined where the person left. */
export const askConfirm = async (message: string, theme: Theme): Promise<boolean | undefined> => {
  try {
    const { isSure } = await inquirer.prompt<{ isSure: boolean }>([
      { type: 'confirm', name: 'isSure', message, default: false, theme: promptTheme(theme) },
    ]);
    return isSure;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
};
