import { lowerBound, textHash } from '../deck/text-hash.ts';
import type { LedgerBase } from '../progress/base.ts';
import { prefixOf } from '../progress/deck-prefix.ts';
import { LazyMap, type Mend } from '../progress/lazy-map.ts';
import { decodeCard } from '../progress/snapshot.ts';
import { decodeNumbers, encodeNumbers } from './numbers.ts';

type Cards = LedgerBase['cards'];
type CardBase = Cards extends ReadonlyMap<string, infer Value> ? Value : never;

type Row = readonly unknown[];

/** Bytes of rows up to which all are parsed quicker than an index is read. */
const FEW = 300_000;

/**
 * The cards of one deck as text: a row a line, by the hashes of their keys, and where there are
 * many an index of those.
 */
export interface DeckRows {
  readonly prefix: string;
  readonly cards: number;
  /** Empty, or numbers of 32 bits in base64: the hashes of all cards, then where each of them ends. */
  readonly index: string;
  /** A list in JSON. */
  readonly rows: string;
}

/** Rows of cards, each with its key first, by their decks, as {@link LazyCards} reads them. */
export const formatDecks = (cards: readonly Row[], few = FEW): readonly DeckRows[] => {
  const decks = new Map<string, Row[]>();
  for (const card of cards) {
    const prefix = prefixOf(String(card[0]));
    const deck = decks.get(prefix);
    if (deck === undefined) decks.set(prefix, [card]);
    else deck.push(card);
  }
  return [...decks].map(([prefix, rows]) => formatDeck(prefix, rows, few));
};

const formatDeck = (prefix: string, cards: readonly Row[], few: number): DeckRows => {
  const hashed = cards
    .map((card) => ({ hash: textHash(String(card[0])), row: toAscii(JSON.stringify(card)) }))
    .toSorted((a, b) => a.hash - b.hash || (a.row < b.row ? -1 : 1));
  const rows = `${BEFORE}${hashed.map(({ row }) => row).join(BETWEEN)}${AFTER}`;
  let place = BEFORE.length;
  const places = hashed.map(({ row }) => {
    place += row.length + BETWEEN.length;
    return place;
  });
  const index = [...hashed.map(({ hash }) => hash), ...places];
  return {
    prefix,
    cards: cards.length,
    index: rows.length <= few ? '' : encodeNumbers(index).toString('base64'),
    rows,
  };
};

const BEFORE = '[\n';
const BETWEEN = ',\n';
const AFTER = '\n]';

/** JSON without a letter beyond ASCII, which is the quickest text there is to read. */
export const toAscii = (json: string): string =>
  json.replace(
    /[\u007F-\uFFFF]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The same, each text read when it is asked for. */
export interface StoredDeck {
  readonly prefix: string;
  readonly cards: number;
  /** Whether there is an index. */
  readonly isIndexed: boolean;
  index(): string;
  rows(): Buffer;
}

/**
 * The cards of a snapshot, read deck by deck, and each found and decoded when it is asked for: a
 * start asks for those of one deck, and there may be ten thousand.
 */
export class LazyCards extends LazyMap<string, CardBase> {
  readonly #decks: ReadonlyMap<string, DeckCards>;

  constructor(decks: readonly StoredDeck[], mend: Mend<Cards>) {
    super(mend);
    this.#decks = new Map(decks.map((deck) => [deck.prefix, new DeckCards(deck)]));
  }

  protected find(key: string): CardBase | undefined {
    const row = this.#decks.get(prefixOf(key))?.find(key);
    return row === undefined ? undefined : decodeCard(row)[1];
  }

  protected override count(): number {
    return [...this.#decks.values()].reduce((sum, { size }) => sum + size, 0);
  }

  protected override findKeys(): MapIterator<string> {
    return new Map([...this.#decks.values()].flatMap((deck) => [...deck.byKey()])).keys();
  }

  protected decodeAll(): Cards {
    return new Map([...this.#decks.values()].flatMap((deck) => deck.all().map(decodeCard)));
  }
}

class DeckCards {
  readonly #deck: StoredDeck;
  #index: Index | undefined;
  #rows: Buffer | undefined;
  #parsed: ReadonlyMap<string, Row> | undefined;

  constructor(deck: StoredDeck) {
    this.#deck = deck;
  }

  get size(): number {
    return this.#deck.cards;
  }

  find(key: string): Row | undefined {
    return this.#deck.isIndexed ? this.#findHash(key, textHash(key)) : this.byKey().get(key);
  }

  all(): readonly Row[] {
    this.#rows ??= this.#deck.rows();
    const rows = JSON.parse(this.#rows.toString('latin1')) as readonly Row[];
    if (rows.length !== this.#deck.cards) throw new TypeError('not all of the cards');
    return rows;
  }

  byKey(): ReadonlyMap<string, Row> {
    this.#parsed ??= new Map(this.all().map((row) => [String(row[0]), row]));
    return this.#parsed;
  }

  /** Among those of one hash, of which there is nearly always one or none. */
  #findHash(key: string, hash: number): Row | undefined {
    this.#index ??= readIndex(this.#deck);
    const { hashes, ends } = this.#index;
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) {
      this.#rows ??= this.#deck.rows();
      const start = ends[at - 1] ?? BEFORE.length;
      const end = (ends[at] ?? 0) - BETWEEN.length;
      const row = JSON.parse(this.#rows.toString('latin1', start, end)) as Row;
      if (row[0] === key) return row;
    }
    return undefined;
  }
}

interface Index {
  readonly hashes: Uint32Array;
  readonly ends: Uint32Array;
}

const readIndex = ({ cards, index }: StoredDeck): Index => {
  const numbers = decodeNumbers(Buffer.from(index(), 'base64'));
  if (numbers.length !== 2 * cards) throw new TypeError('not an index of cards');
  return { hashes: numbers.subarray(0, cards), ends: numbers.subarray(cards) };
};
