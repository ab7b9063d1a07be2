import type { Card, Chapter } from '../../deck/types.ts';
import type { Keyboard } from '../input.ts';
import type { PastDayQuestion } from '../stages/past-day-stage.ts';
import type { Outside, StudyResult } from '../stages/stage.ts';
import type { Helpers } from './card-talk.ts';
import {
  type Answer,
  chapterQuestion,
  numberQuestion,
  type Question,
  QuestionDialogue,
  yesNoQuestion,
} from './dialogues.ts';
import { holdDialogue, type LineStreams, lineTerminalOf } from './line-terminal.ts';
import { PastDayDialogue } from './past-day-dialogue.ts';
import { SpokenSession, type SpokenSessionOptions } from './spoken-session.ts';

/** What this needs of the terminal that a command has. */
export interface SpeakingTerminal {
  readonly keyboard: Keyboard;
  readonly columns: number;
  write(text: string): void;
  readonly onInterrupt?: LineStreams['onInterrupt'];
}

const streamsOf = (terminal: SpeakingTerminal): LineStreams => ({
  // The keyboard is the process's own input, which readline reads as the stream that it is.
  input: terminal.keyboard as unknown as NodeJS.ReadableStream,
  get columns() {
    return terminal.columns;
  },
  write: (text) => terminal.write(text),
  onInterrupt: terminal.onInterrupt,
});

const ask = async <Value>(
  question: Question<Value>,
  terminal: SpeakingTerminal,
): Promise<Answer<Value>> => {
  const dialogue = new QuestionDialogue(question);
  await holdDialogue(dialogue, lineTerminalOf(streamsOf(terminal)));
  return dialogue.answer;
};

/** Asks for yes or no by a line. */
export const askYesNo = (
  terminal: SpeakingTerminal,
  question: string,
  byDefault = false,
): Promise<Answer<boolean>> => ask(yesNoQuestion(question, byDefault), terminal);

/** Asks for one of several choices by its number; the answer is an index from 0. */
export const askNumber = (
  terminal: SpeakingTerminal,
  question: string,
  choices: readonly string[],
  byDefault = 0,
): Promise<Answer<number>> => ask(numberQuestion(question, choices, byDefault), terminal);

/** Asks which chapters to study by a line. */
export const askChaptersByLine = async (
  terminal: SpeakingTerminal,
  chapters: readonly Chapter[],
  cards: readonly Card[],
): Promise<Answer<readonly Chapter[]>> => {
  const answer = await ask(chapterQuestion(chapters, cards), terminal);
  return answer.kind === 'value' && answer.value.length === 0 ? { kind: 'left' } : answer;
};

/** Runs a study session by lines, and says how it was left. */
export const runSpokenSession = async (
  terminal: SpeakingTerminal,
  options: Omit<SpokenSessionOptions, 'columns'>,
): Promise<StudyResult> => {
  const session = new SpokenSession({ ...options, columns: () => terminal.columns });
  await holdDialogue(session, lineTerminalOf(streamsOf(terminal)), async () => {
    const { speakAnswer, speakStem } = await import('./spoken-answer.ts');
    session.setSpeaker({ answer: speakAnswer, stem: speakStem });
  });
  return session.result ?? 'left';
};

/** Asks what follows the day of the interview, and says how that was left. */
export const askPastDay = async (
  terminal: SpeakingTerminal,
  question: PastDayQuestion,
): Promise<StudyResult> => {
  const dialogue = new PastDayDialogue(question);
  await holdDialogue(dialogue, lineTerminalOf(streamsOf(terminal)));
  return dialogue.result;
};

/** What the keys of a card's screen do outside, for a session by lines. */
export const helpersOf = (outside: Outside): Helpers => ({
  openLink: (url) => new Promise((done) => outside.openLink(url, done)),
  edit: (card, driver) =>
    new Promise((done) => {
      // The terminal is in its own mode, as the editor wants it, and nothing is painted over.
      outside.edit(card, driver, { foreground: (run) => run(), repaint: () => {} }, done);
    }),
});
