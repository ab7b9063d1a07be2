import { RATINGS, type Rating } from '../../scheduler/memory.ts';

/** What a line can ask for on a card, beyond numbers. */
export type Word =
  | 'undo'
  | 'skip'
  | 'bury'
  | 'suspend'
  | 'hint'
  | 'repeat'
  | 'mark'
  | 'note'
  | 'open'
  | 'edit'
  | 'help'
  | 'quit';

/** A line that was typed, understood as far as it can be without knowing where. */
export type Command =
  | { readonly kind: 'enter' }
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] }
  | { readonly kind: 'rating'; readonly rating: Rating }
  /** `rest` is what stands behind the word, as in `o 2`. */
  | { readonly kind: 'word'; readonly word: Word; readonly rest: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** The words and their letters; what the help says is what works. */
export const WORDS: readonly {
  readonly word: Word;
  readonly letter: string;
  readonly about: string;
}[] = [
  { word: 'hint', letter: 'h', about: 'a hint, one key point at a time' },
  { word: 'repeat', letter: 'r', about: 'say this card again' },
  { word: 'undo', letter: 'u', about: 'undo the last thing that was done, as often as you like' },
  { word: 'skip', letter: 's', about: 'skip the card for now' },
  { word: 'bury', letter: 'b', about: 'bury the card until tomorrow' },
  {
    word: 'suspend',
    letter: 'x',
    about: 'suspend the card, until llm-quiz unsuspend brings it back',
  },
  { word: 'mark', letter: 'm', about: 'mark the card, or take its mark off' },
  { word: 'note', letter: 'n', about: 'keep a note of your own with the card' },
  { word: 'open', letter: 'o', about: 'open a link, with its number, such as o 1' },
  { word: 'edit', letter: 'e', about: 'edit the card in your editor' },
  { word: 'help', letter: '?', about: 'say these commands' },
  { word: 'quit', letter: 'q', about: 'save and quit, as does Control D' },
];

/** Reads a line: letter or word, grade, or numbers apart by commas or spaces. */
export const parseCommand = (line: string): Command => {
  const text = line.trim().toLowerCase();
  if (text === '') return { kind: 'enter' };
  if (/^\d{1,3}(?:[\s,]+\d{1,3})*$/.test(text)) {
    return { kind: 'numbers', numbers: text.split(/[\s,]+/).map(Number) };
  }
  const rating = RATINGS.find((name) => name === text);
  if (rating !== undefined) return { kind: 'rating', rating };
  const [, name = '', digits = '', words = ''] = WORD.exec(line.trim()) ?? [];
  const word = WORDS.find((entry) => [entry.letter, entry.word].includes(name.toLowerCase()))?.word;
  const rest = digits + words.trim();
  if (word === undefined || (rest !== '' && !['open', 'note'].includes(word))) {
    return { kind: 'unknown', text: line.trim() };
  }
  return { kind: 'word', word, rest };
};

const WORD = /^(\?|[a-z]+)(?:(\d{1,3})|\s+(.*))?$/i;
