import type { QuizError } from '../../quiz-error.ts';
import type { Deed } from '../../session/machine.ts';
import { count } from '../format.ts';
import type { ResumeView, WelcomeView } from '../screens/text-screens.ts';
import type { Vocabulary, Word } from './commands.ts';
import { say, type Turn, type Utterance } from './speech.ts';
import { capital, sayUnits } from './words.ts';

/** What someone hears who was never here. */
export const welcomeTurn = (view: WelcomeView, quit: string): Turn => {
  const chapters = view.chapters > 0 ? ` in ${view.chapters} chapters` : '';
  const choose = view.canChoose ? 'c to choose chapters, ' : '';
  return {
    said: say(
      `Welcome to llm-quiz: ${view.cards} ${view.deckName}${chapters}, each asked again when you are about to forget it.`,
      '1. Read the question, and say the answer out loud.',
      '2. Press Enter for the answer, and compare.',
      '3. Grade yourself from 1, again, to 4, easy. With each grade you hear when the card comes back.',
      `Your progress is saved after every card, in the folder ${view.folder}.`,
      'Nothing leaves this computer.',
    ),
    prompt: `Press Enter to start with ${count(view.session, 'card')}, or type ${choose}${quit} to quit:`,
  };
};

/** What someone hears whose last session did not end by itself. */
export const resumeTurn = (view: ResumeView, quit: string): Turn => {
  const saved = view.grades === 1 ? 'The 1 grade was' : `All ${view.grades} grades were`;
  const left = view.left === 1 ? '1 card of that session is' : `${view.left} cards of it are`;
  return {
    said: say(
      `Your last session ended early, ${sayUnits(view.ago)} ago: ${view.why}.`,
      `${saved} saved. ${capital(left)} left.`,
    ),
    prompt: `Press Enter to go on with card ${view.position} of ${view.total}, or type n for a new session, ${quit} to quit:`,
  };
};

/** What went wrong, and what to do; the card is as it was. */
export const failureTurn = (error: QuizError, quit: string): Turn => ({
  said: say(
    `Not saved: ${error.message}`,
    capital(error.help),
    'The card is as it was. What was graded before is safe.',
  ),
  prompt: `Press Enter to go back to the card and try again, or type ${quit} to quit:`,
});

/** All that can be typed on a card. */
export const speakHelp = (
  { words, others }: Vocabulary,
  available: (word: Word) => boolean,
): readonly Utterance[] =>
  say(
    'On a card you can type these, each followed by Enter:',
    'Enter alone: the answer, and after it the grade that the question names.',
    '1 to 4: the grade, again, hard, good or easy. Before the answer: an option, where there are any.',
    ...others.map(({ letter, about }) => `${letter}: ${about}.`),
    ...words
      .filter(({ word }) => available(word))
      .map(
        ({ letter, word, about }) => `${letter === '' ? '' : `${letter} or `}${word}: ${about}.`,
      ),
  );

const UNDONE: Readonly<Record<Deed['what']['kind'], string>> = {
  grade: 'the grade',
  skip: 'skipping',
  bury: 'burying',
  suspend: 'suspending',
};

/** What an undo took back. */
export const speakUndone = ({ what, card }: Deed): readonly Utterance[] => {
  const deed = what.kind === 'grade' ? `the grade ${capital(what.rating)}` : UNDONE[what.kind];
  return say(`Undone: ${deed}, of the card: ${card.question}`);
};
