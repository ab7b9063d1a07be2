import { RATINGS, type Rating } from '../../scheduler/memory.ts';
import type { Command as KeyCommand, Keymap } from '../keys.ts';

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
  | 'why'
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
  { word: 'why', letter: 'w', about: 'why this card comes now' },
  { word: 'help', letter: '?', about: 'say these commands' },
  { word: 'quit', letter: 'q', about: 'save and quit, as does Control D' },
];

/** What a person can type, with the keys of their settings in place of the letters that come. */
export interface Vocabulary {
  /** All words with their letters, which are empty where they have none. */
  readonly words: typeof WORDS;
  /** Letters of the person's own for what is a number or Enter alone else. */
  readonly others: readonly { readonly letter: string; readonly about: string }[];
  /** What is said of how to ask for something: its letter, or the word where it has none. */
  readonly nameOf: (word: Word) => string;
  /** Reads a line: letter or word, grade, or numbers apart by commas or spaces. */
  readonly parse: (line: string) => Command;
}

/** Words that are commands of the keyboard, by their names there. */
const NAMES_OF_KEYS: Readonly<Partial<Record<KeyCommand, Word>>> = {
  hint: 'hint',
  undo: 'undo',
  skip: 'skip',
  bury: 'bury',
  suspend: 'suspend',
  mark: 'mark',
  note: 'note',
  open: 'open',
  edit: 'edit',
  why: 'why',
  keys: 'help',
  quit: 'quit',
};

/** A key that can be typed as a line; digits are numbers of choices, whatever the settings say. */
const isLetter = (key: string): boolean => /^[^\s\d\p{Cc}]$/u.test(key);

/** The vocabulary with a person's keys: each that is a letter works as one. */
export const createVocabulary = ({ bindings }: Pick<Keymap, 'bindings'>): Vocabulary => {
  const commands = new Map<string, Command>();
  const letters = new Map<Word, string>();
  for (const { command, keys } of bindings) {
    const meaning = meaningOf(command);
    if (meaning === undefined) continue;
    for (const key of keys.filter(isLetter)) {
      commands.set(key, meaning);
      if (meaning.kind === 'word' && !letters.has(meaning.word)) letters.set(meaning.word, key);
    }
  }
  // Letters that no key stands behind, such as that of `repeat`, give way to a person's own.
  for (const { word, letter } of WORDS) {
    const isKey = Object.values(NAMES_OF_KEYS).includes(word);
    if (isKey || commands.has(letter)) continue;
    commands.set(letter, { kind: 'word', word, rest: '' });
    letters.set(word, letter);
  }
  return {
    words: WORDS.map((entry) => ({ ...entry, letter: letters.get(entry.word) ?? '' })),
    others: [...commands].flatMap(([letter, command]) =>
      command.kind === 'rating'
        ? [{ letter, about: `the grade ${command.rating}` }]
        : command.kind === 'enter'
          ? [{ letter, about: 'the same as Enter alone' }]
          : [],
    ),
    nameOf: (word) => letters.get(word) ?? word,
    parse: (line) => parseLine(line, (name) => commands.get(name)),
  };
};

const meaningOf = (command: KeyCommand): Command | undefined => {
  const rating = RATINGS.find((name) => name === command);
  if (rating !== undefined) return { kind: 'rating', rating };
  if (command === 'forward') return { kind: 'enter' };
  const word = NAMES_OF_KEYS[command];
  return word === undefined ? undefined : { kind: 'word', word, rest: '' };
};

const parseLine = (line: string, ofLetter: (name: string) => Command | undefined): Command => {
  const text = line.trim();
  if (text === '') return { kind: 'enter' };
  if (/^\d{1,3}(?:[\s,]+\d{1,3})*$/.test(text)) {
    return { kind: 'numbers', numbers: text.split(/[\s,]+/).map(Number) };
  }
  const rating = RATINGS.find((name) => name === text.toLowerCase());
  if (rating !== undefined) return { kind: 'rating', rating };
  const [, name = '', digits = '', words = ''] = WORD.exec(text) ?? [];
  const whole = WORDS.find(({ word }) => word === name.toLowerCase())?.word;
  const command: Command | undefined =
    whole === undefined
      ? (ofLetter(name) ?? ofLetter(name.toLowerCase()))
      : { kind: 'word', word: whole, rest: '' };
  const rest = digits + words.trim();
  if (command?.kind === 'word' && (rest === '' || ['open', 'note'].includes(command.word))) {
    return { ...command, rest };
  }
  return command === undefined || rest !== '' ? { kind: 'unknown', text } : command;
};

/** A word, or one character, and what stands behind it. */
const WORD = /^(\p{L}+|\S)(?:(\d{1,3})|\s+(.*))?$/u;
