import { wrapAnsi } from 'fast-wrap-ansi';
import { cleanLine } from '../markdown/clean.ts';

/** Something to say: a sentence of the program, or a line of a card as it stands. */
export interface Utterance {
  readonly kind: 'sentence' | 'content';
  readonly text: string;
}

/** What is said, and what is asked after it; without a question the dialogue is over. */
export interface Turn {
  readonly said: readonly Utterance[];
  readonly prompt: string | undefined;
}

/** What came back: a line, the end of the input (Ctrl-D), or Ctrl-C. */
export type Heard =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'interrupt' };

/** A talk by lines, without a terminal: what is heard leads to what is said next. */
export interface Dialogue {
  open(): Turn;
  /** What follows; a promise where something outside has to be waited for. */
  hear(heard: Heard): Turn | Promise<Turn>;
}

/** A text that a screen reader pauses after ends in one of these, closing marks aside. */
const PAUSE = /[.,:;?!…。！？：；،؛؟۔]["'”’»)\]`*_]*$/u;

export const endsInPause = (text: string): boolean => PAUSE.test(text);

/** A text as a sentence: without control characters, and with a full stop where it has no end. */
export const ended = (text: string): string => {
  const clean = cleanLine(text);
  return endsInPause(clean) ? clean : `${clean}.`;
};

/** Sentences of the program, each with a full stop where it has no end yet. */
export const say = (...texts: readonly string[]): readonly Utterance[] =>
  texts.map((text) => ({ kind: 'sentence', text: ended(text) }));

/** Lines that stand as they are, and are not wrapped again. */
export const content = (lines: readonly string[]): readonly Utterance[] =>
  lines.map((text) => ({ kind: 'content', text }));

/** A landmark between two cards. */
export const GAP: Utterance = { kind: 'content', text: '' };

const DEFAULT_COLUMNS = 80;
const LEAST_COLUMNS = 20;

/**
 * The columns that lines may fill: one less than the terminal has, since some go to the next
 * line after the last column. A terminal that does not know its width has 80.
 */
export const roomOf = (columns: number): number =>
  (columns > 0 ? Math.max(LEAST_COLUMNS, columns) : DEFAULT_COLUMNS) - 1;

/** A sentence in lines; a path or an address stays whole, and can be copied. */
const wrapWords = (text: string, width: number): readonly string[] =>
  text === '' ? [] : wrapAnsi(text, width, { trim: true }).split('\n');

/** The lines of what is said, sentences wrapped at words. */
export const linesOf = (said: readonly Utterance[], columns: number): readonly string[] =>
  said.flatMap(({ kind, text }) =>
    kind === 'content' ? [text] : wrapWords(text, roomOf(columns)),
  );

/** The text of a question, wrapped; the answer is typed behind it. */
export const promptText = (prompt: string, columns: number): string =>
  `${wrapWords(prompt, roomOf(columns) - 1).join('\n')} `;
