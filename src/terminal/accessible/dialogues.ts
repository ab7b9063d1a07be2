import type { Card, Chapter } from '../../deck/types.ts';
import { chooseChapters } from '../../session/filter.ts';
import { count } from '../format.ts';
import { type Dialogue, type Heard, say, type Turn, type Utterance } from './speech.ts';
import { sayList } from './words.ts';

/** What was read of a line: a value, or what to say before asking again. */
export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'again'; readonly why: string };

export interface Question<Value> {
  readonly said: readonly Utterance[];
  readonly prompt: string;
  readonly read: (line: string) => Reading<Value>;
}

/** What came of a question: a value, or the way in which the person left. */
export type Answer<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'left' }
  | { readonly kind: 'interrupted' };

/** One question, asked until its answer can be read, or the person leaves. */
export class QuestionDialogue<Value> implements Dialogue {
  readonly #question: Question<Value>;
  #answer: Answer<Value> = { kind: 'left' };

  constructor(question: Question<Value>) {
    this.#question = question;
  }

  get answer(): Answer<Value> {
    return this.#answer;
  }

  open(): Turn {
    return { said: this.#question.said, prompt: this.#question.prompt };
  }

  hear(heard: Heard): Turn {
    if (heard.kind === 'interrupt') {
      this.#answer = { kind: 'interrupted' };
      return { said: say('Stopped.'), prompt: undefined };
    }
    if (heard.kind === 'end') return { said: [], prompt: undefined };
    const reading = this.#question.read(heard.text.trim());
    if (reading.kind === 'again') {
      return { said: say(reading.why), prompt: this.#question.prompt };
    }
    this.#answer = reading;
    return { said: [], prompt: undefined };
  }
}

/** A question that is answered by yes or no; what Enter alone means is said. */
export const yesNoQuestion = (question: string, byDefault: boolean): Question<boolean> => ({
  said: say(question),
  prompt: `Type yes or no. Enter alone means ${byDefault ? 'yes' : 'no'}:`,
  read: (line) => {
    const word = line.toLowerCase();
    if (word === '') return { kind: 'value', value: byDefault };
    if (['y', 'yes'].includes(word)) return { kind: 'value', value: true };
    if (['n', 'no'].includes(word)) return { kind: 'value', value: false };
    return { kind: 'again', why: 'Please type yes or no.' };
  },
});

/** Numbered choices; the answer is an index from 0. */
export const numberQuestion = (
  question: string,
  choices: readonly string[],
  byDefault: number,
): Question<number> => ({
  said: say(question, ...choices.map((choice, index) => `${index + 1}. ${choice}`)),
  prompt: `Type a number from 1 to ${choices.length}. Enter alone means ${byDefault + 1}, ${choices[byDefault] ?? ''}:`,
  read: (line) => {
    const number = line === '' ? byDefault + 1 : Number(line);
    return Number.isInteger(number) && number >= 1 && number <= choices.length
      ? { kind: 'value', value: number - 1 }
      : { kind: 'again', why: `The numbers go from 1 to ${choices.length}.` };
  },
});

/** Which chapters to study, by number, range or name; none where the person quits. */
export const chapterQuestion = (
  chapters: readonly Chapter[],
  cards: readonly Card[],
): Question<readonly Chapter[]> => {
  const size = (chapter: Chapter): number =>
    cards.filter((card) => card.chapter?.number === chapter.number).length;
  const rows = chapters.map(
    (chapter) => `${chapter.number}. ${chapter.title}, ${count(size(chapter), 'card')}.`,
  );
  return {
    said: say('These are the chapters:', ...rows),
    prompt: 'Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit:',
    read: (line) => readChapters(line, chapters),
  };
};

const readChapters = (line: string, chapters: readonly Chapter[]): Reading<readonly Chapter[]> => {
  if (['q', 'quit'].includes(line.toLowerCase())) return { kind: 'value', value: [] };
  const words = /^[\d\s,-]+$/.test(line) ? line.replace(/\s*-\s*/g, '-').split(/[\s,]+/) : [line];
  const choice = chooseChapters(words, chapters);
  const names = (some: readonly Chapter[]): string =>
    sayList(
      some.map(({ number, title }) => `${number}, ${title}`),
      'or',
    );
  switch (choice.kind) {
    case 'ok':
      return choice.chapters.length === 0
        ? { kind: 'again', why: 'Choose at least one chapter.' }
        : { kind: 'value', value: choice.chapters };
    case 'ambiguous':
      return { kind: 'again', why: `More than one fits: ${names(choice.matches)}.` };
    case 'none':
      return {
        kind: 'again',
        why:
          choice.nearest.length === 0
            ? `There is no chapter ${choice.word}.`
            : `There is no chapter ${choice.word}. Did you mean ${names(choice.nearest)}?`,
      };
  }
};
