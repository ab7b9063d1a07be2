import { lowerBound, textHash } from '../deck/text-hash.ts';
import type {
  Card,
  CardKind,
  CardPool,
  Chapter,
  Deck,
  Level,
  Source,
  Weight,
} from '../deck/types.ts';
import { Columns, type ReadPart } from './deck-columns.ts';

/** What many cards have alike; each combination is kept once. */
export interface CardTraits {
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
  /** Where each of the lanes of {@link CardPool} ends in their column. */
  readonly laneEnds: readonly number[];
  /** Bytes of each column, in their order. */
  readonly sizes: readonly number[];
}

/** Stands for what a card has not. */
export const NONE = 0xffffffff;

/** A card whose longer parts are looked up when they are asked for: a start asks for few. */
class IndexedCard implements Card {
  #key: string | undefined;
  readonly #place: number;
  readonly #table: Table;

  constructor(place: number, table: Table, key?: string) {
    this.#key = key;
    this.#place = place;
    this.#table = table;
  }

  get key(): string {
    this.#key ??= this.#table.columns.text('key', this.#place);
    return this.#key;
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
  readonly #fileName: (file: number) => string;
  readonly #traits: Uint32Array;
  readonly #chapters: Uint32Array;
  readonly #common: Common;

  constructor(common: Common, columns: Columns, fileName: (file: number) => string) {
    this.columns = columns;
    this.#fileName = fileName;
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
      file: this.#fileName(at('file')),
      line: at('line'),
      bodyLine: at('bodyLine'),
      endLine: at('endLine'),
    };
  }
}

/** The cards of an index, each made once, when it is asked for. */
class IndexedPool implements CardPool {
  readonly size: number;
  readonly #table: Table;
  readonly #laneEnds: readonly number[];
  readonly #made: Card[] = [];
  #cards: readonly Card[] | undefined;

  constructor({ cards, laneEnds }: Common, table: Table) {
    this.size = cards;
    this.#table = table;
    this.#laneEnds = laneEnds;
  }

  get cards(): readonly Card[] {
    this.#cards ??= this.keys.map(
      (key, place) => this.#made[place] ?? new IndexedCard(place, this.#table, key),
    );
    return this.#cards;
  }

  get lanes(): readonly Uint32Array[] {
    const lanes = this.#table.columns.numbers('lane');
    return this.#laneEnds.map((end, lane) => lanes.subarray(this.#laneEnds[lane - 1] ?? 0, end));
  }

  readonly cardAt = (place: number): Card => {
    if (this.#cards !== undefined) return this.#cards[place] as Card;
    this.#made[place] ??= new IndexedCard(place, this.#table);
    return this.#made[place];
  };

  get keys(): readonly string[] {
    return this.#table.columns.asciiTexts('key');
  }

  get hashes(): Uint32Array {
    return this.#table.columns.numbers('hash');
  }

  placeOf(key: string): number | undefined {
    const sorted = this.#table.columns.numbers('sorted');
    const places = this.#table.columns.numbers('byHash');
    const hash = textHash(key);
    for (let at = lowerBound(sorted, hash); sorted[at] === hash; at++) {
      const place = places[at] ?? NONE;
      if (this.#table.columns.text('key', place) === key) return place;
    }
    return undefined;
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
 * @param fileName how a file that a number stands for is called
 */
export const decodeIndex = (
  common: Common,
  from: number,
  read: ReadPart,
  fileName: (file: number) => string,
): IndexedDeck => {
  const columns = new Columns(common.cards, from, common.sizes, read);
  const table = new Table(common, columns, fileName);
  const pool = new IndexedPool(common, table);
  return {
    deck: {
      name: common.name ?? undefined,
      chapters: common.chapters,
      pool,
      get cards() {
        return pool.cards;
      },
    },
    bodyOf(card) {
      const place = IndexedCard.placeOf(card, table) ?? pool.placeOf(card.key);
      if (place === undefined) return undefined;
      const ends = columns.numbers('bodyEnd');
      const end = ends[place];
      return end === undefined ? undefined : [ends[place - 1] ?? 0, end];
    },
  };
};
