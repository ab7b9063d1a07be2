import type { Card, CardKind, Chapter, Deck, Level, Source, Weight } from '../deck/types.ts';

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

/** The first line of the columns: what there is only once. */
interface Common {
  readonly name: string | null;
  readonly chapters: readonly Chapter[];
  readonly traits: readonly CardTraits[];
  readonly cards: number;
}

/** A column for each thing that cards have, one a line; most are read only if they are asked for. */
const COLUMNS = [
  'key',
  'traits',
  'chapter',
  'question',
  'tags',
  'answerHash',
  'file',
  'line',
  'bodyLine',
  'endLine',
  'bodyEnd',
] as const;

type Column = (typeof COLUMNS)[number];

/** A deck as lines of JSON: what there is once, and then the columns. */
export const encodeIndex = (
  deck: Deck,
  files: readonly string[],
  bodyEnds: readonly number[],
): readonly string[] => {
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
  const columns: Readonly<Record<Column, readonly unknown[]>> = {
    key: cards.map(({ key }) => key),
    traits: cards.map(traitsOf),
    chapter: cards.map(({ chapter }) => (chapter && chapterOf.get(chapter)) ?? -1),
    question: cards.map(({ question }) => question),
    tags: cards.map(({ tags }) => tags),
    answerHash: cards.map(({ answerHash }) => answerHash),
    file: cards.map(({ source }) => fileOf.get(source.file) ?? -1),
    line: cards.map(({ source }) => source.line),
    bodyLine: cards.map(({ source }) => source.bodyLine),
    endLine: cards.map(({ source }) => source.endLine),
    bodyEnd: bodyEnds,
  };
  const common: Common = {
    name: deck.name ?? null,
    chapters,
    traits: [...traits.keys()].map((text) => JSON.parse(text) as CardTraits),
    cards: cards.length,
  };
  return [common, ...COLUMNS.map((name) => columns[name])].map((value) => JSON.stringify(value));
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

/** The lines of an index, each decoded when it is asked for. */
class Columns {
  readonly #bytes: Buffer;
  readonly #starts: readonly number[];
  readonly #read = new Map<Column, readonly unknown[]>();
  readonly #count: number;
  readonly common: Common;

  constructor(bytes: Buffer, from: number) {
    const starts = [from];
    for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
      starts.push(at + 1);
    }
    this.#bytes = bytes;
    this.#starts = starts;
    this.common = JSON.parse(this.#line(0, 'utf8')) as Common;
    this.#count = this.common.cards;
  }

  get<Value>(name: Column): readonly Value[] {
    const known = this.#read.get(name);
    if (known !== undefined) return known as readonly Value[];
    // Keys, hashes and numbers are ASCII, which is read several times faster as such.
    const encoding = name === 'question' || name === 'tags' ? 'utf8' : 'latin1';
    const values: unknown = JSON.parse(this.#line(COLUMNS.indexOf(name) + 1, encoding));
    if (!Array.isArray(values) || values.length !== this.#count) {
      throw new RangeError('the index of the deck has a hole');
    }
    this.#read.set(name, values);
    return values as readonly Value[];
  }

  #line(number: number, encoding: 'utf8' | 'latin1'): string {
    const start = this.#starts[number] ?? this.#bytes.length;
    return this.#bytes.toString(encoding, start, (this.#starts[number + 1] ?? Infinity) - 1);
  }
}

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
    return this.#table.columns.get<string>('question')[this.#place] ?? '';
  }

  get tags(): readonly string[] {
    return this.#table.columns.get<readonly string[]>('tags')[this.#place] ?? [];
  }

  get answerHash(): string {
    return this.#table.columns.get<string>('answerHash')[this.#place] ?? '';
  }

  get source(): Source {
    return this.#table.sourceOf(this.#place);
  }
}

/** What the cards of one index share. */
class Table {
  readonly columns: Columns;
  readonly #files: readonly string[];
  readonly #traits: readonly number[];
  readonly #chapters: readonly number[];
  readonly #common: Common;

  constructor(columns: Columns, files: readonly string[]) {
    this.columns = columns;
    this.#files = files;
    this.#traits = columns.get<number>('traits');
    this.#chapters = columns.get<number>('chapter');
    this.#common = columns.common;
  }

  traitsOf(index: number): CardTraits {
    const traits = this.#common.traits[this.#traits[index] ?? -1];
    if (traits === undefined) throw new RangeError('the index of the deck has a hole');
    return traits;
  }

  chapterOf(index: number): Chapter | undefined {
    const chapter = this.#chapters[index] ?? -1;
    return chapter < 0 ? undefined : this.#common.chapters[chapter];
  }

  sourceOf(index: number): Source {
    const at = (name: Column): number => this.columns.get<number>(name)[index] ?? 0;
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
 * Reads an index. Throws where it is damaged: then the deck's own files are read.
 *
 * @param from where the lines of {@link encodeIndex} begin
 * @param names how the files that its numbers stand for are called
 */
export const decodeIndex = (bytes: Buffer, from: number, names: readonly string[]): IndexedDeck => {
  const columns = new Columns(bytes, from);
  const table = new Table(columns, names);
  const cards = columns
    .get<string>('key')
    .map((key, index): Card => new IndexedCard(key, index, table));
  const { name, chapters } = columns.common;
  return {
    deck: { name: name ?? undefined, chapters, cards },
    bodyOf(card) {
      const place =
        IndexedCard.placeOf(card, table) ?? cards.findIndex(({ key }) => key === card.key);
      const ends = columns.get<number>('bodyEnd');
      const end = ends[place];
      return end === undefined ? undefined : [ends[place - 1] ?? 0, end];
    },
  };
};
