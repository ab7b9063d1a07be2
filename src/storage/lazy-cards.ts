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
  /** Empty, or numbers of 32 bits in base64: how many cards, and of each its hash and its place. */
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
    .map((card) => ({ hash: hashOf(String(card[0])), row: toAscii(JSON.stringify(card)) }))
    .toSorted((a, b) => a.hash - b.hash || (a.row < b.row ? -1 : 1));
  const rows = `${BEFORE}${hashed.map(({ row }) => row).join(BETWEEN)}${AFTER}`;
  const index = [hashed.length];
  let place = BEFORE.length;
  for (const { hash, row } of hashed) {
    index.push(hash, place);
    place += row.length + BETWEEN.length;
  }
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

/** A hash of the key, of 32 bits (FNV-1a). */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
};

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

  protected decodeAll(): Cards {
    return new Map([...this.#decks.values()].flatMap((deck) => deck.all().map(decodeCard)));
  }
}

class DeckCards {
  readonly #deck: StoredDeck;
  #index: Uint32Array | undefined;
  #rows: Buffer | undefined;
  #byKey: ReadonlyMap<string, Row> | undefined;

  constructor(deck: StoredDeck) {
    this.#deck = deck;
  }

  find(key: string): Row | undefined {
    return this.#deck.isIndexed ? this.#findHash(key, hashOf(key)) : this.#parsed().get(key);
  }

  all(): readonly Row[] {
    this.#rows ??= this.#deck.rows();
    const rows = JSON.parse(this.#rows.toString('latin1')) as readonly Row[];
    if (rows.length !== this.#deck.cards) throw new TypeError('not all of the cards');
    return rows;
  }

  #parsed(): ReadonlyMap<string, Row> {
    this.#byKey ??= new Map(this.all().map((row) => [String(row[0]), row]));
    return this.#byKey;
  }

  /** Among those of one hash, of which there is nearly always one or none. */
  #findHash(key: string, hash: number): Row | undefined {
    this.#index ??= readIndex(this.#deck);
    const index = this.#index;
    for (let at = firstOf(index, hash); index[1 + 2 * at] === hash; at++) {
      const row = this.#rowAt(index, at);
      if (row[0] === key) return row;
    }
    return undefined;
  }

  #rowAt(index: Uint32Array, at: number): Row {
    this.#rows ??= this.#deck.rows();
    const start = index[2 + 2 * at];
    const next = index[4 + 2 * at];
    const end = next === undefined ? this.#rows.length - AFTER.length : next - BETWEEN.length;
    return JSON.parse(this.#rows.toString('latin1', start, end)) as Row;
  }
}

const readIndex = (deck: StoredDeck): Uint32Array => {
  const index = decodeNumbers(Buffer.from(deck.index(), 'base64'));
  const isWhole = index[0] === deck.cards && index.length === 1 + 2 * deck.cards;
  if (!isWhole) throw new TypeError('not an index of cards');
  return index;
};

/** The first place whose hash is not smaller. */
const firstOf = (index: Uint32Array, hash: number): number => {
  let [low, high] = [0, index[0] ?? 0];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index[1 + 2 * middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
};
