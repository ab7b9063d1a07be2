import { QuizError } from '../quiz-error.ts';
import { shellWord } from '../terminal/command-line.ts';

/** What is said where a command needs cards and a deck has none. */
export const noQuestions = (deck: string): QuizError =>
  new QuizError(
    `no question was found in ${deck}`,
    `\`llm-quiz check ${shellWord(deck)}\` says what was found instead, and how to help it`,
  );
