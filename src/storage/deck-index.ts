import type { Card, CardKind, Chapter, Deck, Level, Source, Weight } from '../deck/types.ts';
import { Columns, encodeColumns, type ReadPart } from './deck-columns.ts';

/** What many cards have alike; each combination is kept once. */
interface CardTraits {
  /** What stands before the id in the key: the deck's name and a slash, or nothing. */
  readonly prefix: string;
  readonly explicitId: boolean;
  readonly kind: CardKind;
  readonly level?: Level;
  readonly weight: Weight;
  readonly answered: boolean;
  readonly choices?: number;
}

/** What there is only once, and how to find the rest. */
export interface Common {
  readonly name: string | null;
  readonly chapters: readonly Chapter[];
  readonly traits: readonly CardTraits[];
  readonly cards: number;
  /** Bytes of each column, in their order. */
  readonly sizes: readonly number[];
}

/** A deck as a file keeps it. */
export interface DeckIndex {
  readonly common: Common;
  readonly columns: readonly Buffer[];
}

/** Stands for what a card has not. */
const NONE = 0xffffffff;

/** Takes a deck apart. */
export const encodeIndex = (
  deck: Deck,
  files: readonly string[],
  bodyEnds: readonly number[],
): DeckIndex => {
  const { cards, chapters } = deck;
  const fileOf = new Map(files.map((file, index) => [file, index]));
  const chapterOf = new Map(chapters.map((chapter, index) => [chapter, index]));
  const traits = new Map<string, number>();
  const traitsOf = (card: Card): number => {
    const text = JSON.stringify(traitsIn(card));
    const known = traits.get(text) ?? traits.size;
    traits.set(text, known);
    return known;
  };
  const columns = encodeColumns({
    numbers: {
      traits: cards.map(traitsOf),
      chapter: cards.map(({ chapter }) => (chapter && chapterOf.get(chapter)) ?? NONE),
      file: cards.map(({ source }) => fileOf.get(source.file) ?? NONE),
      line: cards.map(({ source }) => source.line),
      bodyLine: cards.map(({ source }) => source.bodyLine),
      endLine: cards.map(({ source }) => source.endLine),
      bodyEnd: bodyEnds,
    },
    texts: {
      key: cards.map(({ key }) => key),
      question: cards.map(({ question }) => question),
      answerHash: cards.map(({ answerHash }) => answerHash),
      tags: cards.map(({ tags }) => (tags.length === 0 ? '' : JSON.stringify(tags))),
    },
  });
  return {
    common: {
      name: deck.name ?? null,
      chapters,
      traits: [...traits.keys()].map((text) => JSON.parse(text) as CardTraits),
      cards: cards.length,
      sizes: columns.map(({ length }) => length),
    },
    columns,
  };
};

const traitsIn = (card: Card): CardTraits => {
  const { key, id, explicitId, kind, level, weight, answered, choices } = card;
  return {
    prefix: key.slice(0, key.length - id.length),
    explicitId,
    kind,
    ...(level === undefined ? {} : { level }),
    weight,
    answered,
    ...(choices === undefined ? {} : { choices }),
  };
};

/** A card whose longer parts are looked up when they are asked for: a start asks for few. */
class IndexedCard implements Card {
  readonly key: string;
  readonly #place: number;
  readonly #table: Table;

  constructor(key: string, place: number, table: Table) {
    this.key = key;
    this.#place = place;
    this.#table = table;
  }

  /** The place of a card in an index; undefined for one that is not out of it. */
  static placeOf(card: Card, table: Table): number | undefined {
    return #place in card && card.#table === table ? card.#place : undefined;
  }

  get #traits(): CardTraits {
    return this.#table.traitsOf(this.#place);
  }

  get id(): string {
    return this.key.slice(this.#traits.prefix.length);
  }

  get explicitId(): boolean {
    return this.#traits.explicitId;
  }

  get kind(): CardKind {
    return this.#traits.kind;
  }

  get level(): Level | undefined {
    return this.#traits.level;
  }

  get weight(): Weight {
    return this.#traits.weight;
  }

  get answered(): boolean {
    return this.#traits.answered;
  }

  get choices(): number | undefined {
    return this.#traits.choices;
  }

  get chapter(): Chapter | undefined {
    return this.#table.chapterOf(this.#place);
  }

  get question(): string {
    return this.#table.columns.text('question', this.#place);
  }

  get tags(): readonly string[] {
    const tags = this.#table.columns.text('tags', this.#place);
    return tags === '' ? [] : (JSON.parse(tags) as readonly string[]);
  }

  get answerHash(): string {
    return this.#table.columns.text('answerHash', this.#place);
  }

  get source(): Source {
    return this.#table.sourceOf(this.#place);
  }
}

/** What the cards of one index share. */
class Table {
  readonly columns: Columns;
  readonly #files: readonly string[];
  readonly #traits: Uint32Array;
  readonly #chapters: Uint32Array;
  readonly #common: Common;

  constructor(common: Common, columns: Columns, files: readonly string[]) {
    this.columns = columns;
    this.#files = files;
    this.#traits = columns.numbers('traits');
    this.#chapters = columns.numbers('chapter');
    this.#common = common;
  }

  traitsOf(index: number): CardTraits {
    const traits = this.#common.traits[this.#traits[index] ?? NONE];
    if (traits === undefined) throw new RangeError('the index of the deck has a hole');
    return traits;
  }

  chapterOf(index: number): Chapter | undefined {
    return this.#common.chapters[this.#chapters[index] ?? NONE];
  }

  sourceOf(index: number): Source {
    const at = (name: 'file' | 'line' | 'bodyLine' | 'endLine'): number =>
      this.columns.numbers(name)[index] ?? 0;
    return {
      file: this.#files[at('file')] ?? '',
      line: at('line'),
      bodyLine: at('bodyLine'),
      endLine: at('endLine'),
    };
  }
}

/** A deck out of its index, and where each of its bodies ends. */
export interface IndexedDeck {
  readonly deck: Deck;
  /** Where the body of a card begins and ends, in bytes; undefined for a card that is not in it. */
  bodyOf(card: Card): readonly [start: number, end: number] | undefined;
}

/**
 * Puts a deck together again, as far as it is asked for. Throws where its columns are damaged: then
 * the deck's own files are read.
 *
 * @param from where the first column begins
 * @param names how the files that its numbers stand for are called
 */
export const decodeIndex = (
  common: Common,
  from: number,
  read: ReadPart,
  names: readonly string[],
): IndexedDeck => {
  const columns = new Columns(common.cards, from, common.sizes, read);
  const table = new Table(common, columns, names);
  const cards = columns
    .asciiTexts('key')
    .map((key, index): Card => new IndexedCard(key, index, table));
  return {
    deck: { name: common.name ?? undefined, chapters: common.chapters, cards },
    bodyOf(card) {
      const place =
        IndexedCard.placeOf(card, table) ?? cards.findIndex(({ key }) => key === card.key);
      const ends = columns.numbers('bodyEnd');
      const end = ends[place];
      return end === undefined ? undefined : [ends[place - 1] ?? 0, end];
    },
  };
};
