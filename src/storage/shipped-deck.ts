import path from 'node:path';
import type { Card, Chapter, Deck } from '../deck/types.ts';
import { QuizError } from '../quiz-error.ts';
import type { DeckSource } from './deck-files.ts';
import type { Disk } from './disk.ts';

/** The shipped deck as the build compiles it: all that a start needs, without the answers. */
export interface CompiledDeck {
  readonly name: string;
  readonly chapters: readonly Chapter[];
  readonly cards: readonly (Omit<Card, 'chapter'> & { readonly chapter: number })[];
}

/** The folder that the build writes the deck to, below the program's own. */
const compiledFolder = (root: string): string => path.join(root, 'dist', 'deck');

const bodiesName = (chapter: number): string => `bodies-${chapter}.json`;

const INDEX = 'index.json';

/** The files of a compiled deck, by name: an index, and the answers of each chapter by id. */
export const compileDeck = (source: DeckSource): ReadonlyMap<string, string> => {
  const { deck } = source;
  const index: CompiledDeck = {
    name: deck.name ?? '',
    chapters: deck.chapters,
    cards: deck.cards.map((card) => ({ ...card, chapter: card.chapter?.number ?? 0 })),
  };
  const bodies = deck.chapters.map(({ number }): [string, string] => {
    const own = deck.cards.filter((card) => card.chapter?.number === number);
    return [
      bodiesName(number),
      JSON.stringify(Object.fromEntries(own.map((card) => [card.id, source.readBody(card)]))),
    ];
  });
  return new Map([[INDEX, JSON.stringify(index)], ...bodies]);
};

/** Opens the compiled deck; the answers of a chapter are read when the first of them is shown. */
export const openShippedDeck = (disk: Disk, root: string): DeckSource => {
  const { name, chapters, cards } = readJson<CompiledDeck>(
    disk,
    path.join(compiledFolder(root), INDEX),
  );
  const byNumber = new Map(chapters.map((chapter) => [chapter.number, chapter]));
  const deck: Deck = {
    name: name === '' ? undefined : name,
    chapters,
    cards: cards.map((card) => ({ ...card, chapter: byNumber.get(card.chapter) })),
  };
  const read = new Map<number, Readonly<Record<string, string>>>();
  return {
    deck,
    readBody(card) {
      const number = card.chapter?.number ?? 0;
      const bodies =
        read.get(number) ??
        readJson<Readonly<Record<string, string>>>(
          disk,
          path.join(compiledFolder(root), bodiesName(number)),
        );
      read.set(number, bodies);
      return bodies[card.id] ?? '';
    },
  };
};

const readJson = <Value>(disk: Disk, file: string): Value => {
  try {
    return JSON.parse(disk.readFileSync(file, 'utf8')) as Value;
  } catch (error) {
    throw new QuizError(
      `the deck that comes with llm-quiz cannot be read (${file})`,
      'install llm-quiz again; in a clone, run `npm run build`',
      { cause: error },
    );
  }
};
