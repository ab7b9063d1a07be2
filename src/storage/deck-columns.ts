import { decodeNumbers, encodeNumbers } from './numbers.ts';

/**
 * Columns of numbers, 32 bits each: parts of the cards; hashes of their keys; their places by
 * chapters, as a pool has them; and the hashes in order, each with the place of its card.
 */
const NUMBERS = [
  'traits',
  'chapter',
  'file',
  'line',
  'bodyLine',
  'endLine',
  'bodyEnd',
  'hash',
  'lane',
  'sorted',
  'byHash',
] as const;

/** Columns of texts, one after the other; before each stands a column of where each of them ends. */
const TEXTS = ['key', 'question', 'answerHash', 'tags'] as const;

type Numbers = (typeof NUMBERS)[number];
type Texts = (typeof TEXTS)[number];

/** The parts of cards: those of a kind stand together, so that a start reads few of them. */
export interface CardColumns {
  readonly numbers: Readonly<Record<Numbers, readonly number[]>>;
  readonly texts: Readonly<Record<Texts, readonly string[]>>;
}

/** All columns as bytes, in the order in which {@link Columns} expects them. */
export const encodeColumns = ({ numbers, texts }: CardColumns): readonly Buffer[] => [
  ...NUMBERS.map((name) => encodeNumbers(numbers[name])),
  ...TEXTS.flatMap((name) => {
    const parts = texts[name].map((text) => Buffer.from(text));
    return [encodeNumbers(endsOf(parts)), Buffer.concat(parts)];
  }),
];

/** Where each of some parts ends, when they are written one after the other. */
export const endsOf = (parts: readonly { readonly length: number }[]): readonly number[] => {
  let end = 0;
  return parts.map(({ length }) => {
    end += length;
    return end;
  });
};

/** Reads a part of what has the columns in it. */
export type ReadPart = (start: number, end: number) => Buffer;

/** Texts that are read one by one before all of their column are: a start shows one, a list all. */
const FEW = 64;

/** The columns of a deck, each read when it is asked for. Whatever is damaged throws then. */
export class Columns {
  readonly #cards: number;
  readonly #read: ReadPart;
  readonly #starts: readonly number[];
  readonly #numbers = new Map<Numbers | Texts, Uint32Array>();
  readonly #texts = new Map<Texts, Buffer>();
  #few = 0;

  /**
   * @param cards how many there are
   * @param from where the first column begins
   * @param sizes bytes of each column
   */
  constructor(cards: number, from: number, sizes: readonly number[], read: ReadPart) {
    this.#cards = cards;
    this.#read = read;
    let at = from;
    this.#starts = [0, ...sizes].map((size) => (at += size));
  }

  numbers(name: Numbers): Uint32Array {
    return this.#numbersAt(name, NUMBERS.indexOf(name));
  }

  text(name: Texts, card: number): string {
    const ends = this.#endsOf(name);
    const [start, end] = [card === 0 ? 0 : ends[card - 1], ends[card]];
    if (start === undefined || end === undefined) throw hole();
    if (this.#texts.has(name) || this.#few++ >= FEW) {
      return this.#column(name).toString('utf8', start, end);
    }
    const from = this.#starts[placeOf(name) + 1] ?? Number.NaN;
    return this.#read(from + start, from + end).toString();
  }

  /** All texts of a column that has only ASCII. */
  asciiTexts(name: Texts): readonly string[] {
    const all = this.#column(name).toString('latin1');
    const texts: string[] = [];
    let start = 0;
    for (const end of this.#endsOf(name)) {
      texts.push(all.slice(start, end));
      start = end;
    }
    return texts;
  }

  #endsOf(name: Texts): Uint32Array {
    return this.#numbersAt(name, placeOf(name));
  }

  #column(name: Texts): Buffer {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const bytes = this.#bytesAt(placeOf(name) + 1);
    if (bytes.length !== (this.#endsOf(name).at(-1) ?? 0)) throw hole();
    this.#texts.set(name, bytes);
    return bytes;
  }

  #numbersAt(name: Numbers | Texts, place: number): Uint32Array {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const numbers = decodeNumbers(this.#bytesAt(place));
    if (numbers.length !== this.#cards) throw hole();
    this.#numbers.set(name, numbers);
    return numbers;
  }

  #bytesAt(place: number): Buffer {
    return this.#read(this.#starts[place] ?? Number.NaN, this.#starts[place + 1] ?? Number.NaN);
  }
}

/** Where the column of the ends of some texts stands; the texts are in the one behind it. */
const placeOf = (name: Texts): number => NUMBERS.length + 2 * TEXTS.indexOf(name);

const hole = (): RangeError => new RangeError('the index of the deck has a hole');
