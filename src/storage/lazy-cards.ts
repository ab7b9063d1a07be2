import { groupBy } from '../deck/group-by.ts';
import { lowerBound, textHash } from '../deck/text-hash.ts';
import type { CardBases, Glance, LedgerBase } from '../progress/base.ts';
import { prefixOf } from '../progress/deck-prefix.ts';
import { LazyMap, type Mend } from '../progress/lazy-map.ts';
import { daysOfRow, decodeCard } from '../progress/snapshot.ts';
import type { StudyDay } from '../scheduler/units.ts';
import { decodeNumbers, encodeNumbers } from './numbers.ts';

type Cards = LedgerBase['cards'];
type CardBase = Cards extends ReadonlyMap<string, infer Value> ? Value : never;

type Row = readonly unknown[];

/** The cards of one deck as text: a row a line, by the hashes of their keys, and an index of those. */
export interface DeckRows {
  readonly prefix: string;
  readonly cards: number;
  /** The latest study day on which one of them was reviewed. */
  readonly latest: number;
  /** The hashes of all cards; this and the next two are numbers of 32 bits in base64. */
  readonly hashes: string;
  /** Where each of them ends in the rows. */
  readonly ends: string;
  /** The study day before which nobody need look at it, or 0. */
  readonly backs: string;
  /** A list in JSON. */
  readonly rows: string;
}

/** Rows of cards, each with its key first, by their decks, as {@link LazyCards} reads them. */
export const formatDecks = (cards: readonly Row[]): readonly DeckRows[] =>
  [...groupBy(cards, (card) => prefixOf(String(card[0])))].map(([prefix, rows]) =>
    formatDeck(prefix, rows),
  );

const formatDeck = (prefix: string, cards: readonly Row[]): DeckRows => {
  const hashed = cards
    .map((card) => ({
      hash: textHash(String(card[0])),
      row: toAscii(JSON.stringify(card)),
      ...daysOfRow(card),
    }))
    .toSorted((a, b) => a.hash - b.hash || (a.row < b.row ? -1 : 1));
  let place = BEFORE.length;
  const ends = hashed.map(({ row }) => {
    place += row.length + BETWEEN.length;
    return place;
  });
  const numbers = (list: readonly number[]): string => encodeNumbers(list).toString('base64');
  return {
    prefix,
    cards: cards.length,
    latest: hashed.reduce((latest, { reviewed }) => Math.max(latest, reviewed), 0),
    hashes: numbers(hashed.map(({ hash }) => hash)),
    ends: numbers(ends),
    backs: numbers(hashed.map(({ back }) => back)),
    rows: `${BEFORE}${hashed.map(({ row }) => row).join(BETWEEN)}${AFTER}`,
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
  readonly latest: number;
  hashes(): string;
  ends(): string;
  backs(): string;
  rows(): Buffer;
}

/**
 * The cards of a snapshot, read deck by deck, and each found and decoded when it is asked for: a
 * start asks for those of one deck, and there may be ten thousand.
 */
export class LazyCards extends LazyMap<string, CardBase> implements CardBases {
  readonly #decks: ReadonlyMap<string, DeckCards>;
  #last: { readonly prefix: string; readonly deck: DeckCards | undefined };

  constructor(decks: readonly StoredDeck[], mend: Mend<Cards>) {
    super(mend);
    this.#decks = new Map(decks.map((deck) => [deck.prefix, new DeckCards(deck)]));
    this.#last = { prefix: '', deck: this.#decks.get('') };
  }

  glance(key: string, day: StudyDay, hash = textHash(key)): Glance {
    // Asked for each card of a deck, so without a function for each.
    const all = this.whole;
    if (all !== undefined) return all.has(key) ? 'known' : 'unknown';
    try {
      return this.#deckOf(key)?.glance(key, day, hash) ?? 'unknown';
    } catch (error) {
      return this.mended(error).has(key) ? 'known' : 'unknown';
    }
  }

  protected find(key: string): CardBase | undefined {
    const row = this.#deckOf(key)?.find(key);
    return row === undefined ? undefined : decodeCard(row)[1];
  }

  /** Nearly always the one that was asked before. */
  #deckOf(key: string): DeckCards | undefined {
    const { deck, prefix } = this.#last;
    const length = key.lastIndexOf('/');
    if (length === prefix.length && key.startsWith(prefix)) return deck;
    const own = prefixOf(key);
    this.#last = { prefix: own, deck: this.#decks.get(own) };
    return this.#last.deck;
  }

  protected override count(): number {
    return [...this.#decks.values()].reduce((sum, { size }) => sum + size, 0);
  }

  protected override findKeys(): MapIterator<string> {
    const rows = [...this.#decks.values()].flatMap((deck) => deck.all());
    return new Map(rows.map((row) => [String(row[0]), row])).keys();
  }

  protected decodeAll(): Cards {
    return new Map([...this.#decks.values()].flatMap((deck) => deck.all().map(decodeCard)));
  }
}

class DeckCards {
  readonly #deck: StoredDeck;
  #hashes: Uint32Array | undefined;
  #ends: Uint32Array | undefined;
  #backs: Uint32Array | undefined;
  #rows: Buffer | undefined;
  /** The card that was glanced at last, and its place. */
  #key: string | undefined;
  #at: number | undefined;

  constructor(deck: StoredDeck) {
    this.#deck = deck;
  }

  get size(): number {
    return this.#deck.cards;
  }

  glance(key: string, day: StudyDay, hash: number): Glance {
    const at = this.#placeOf(key, hash);
    this.#key = key;
    this.#at = at;
    if (at === undefined) return 'unknown';
    this.#backs ??= this.#numbers(this.#deck.backs());
    return this.#deck.latest <= day && day < (this.#backs[at] ?? 0) ? 'later' : 'known';
  }

  find(key: string): Row | undefined {
    // What was glanced at is what is read.
    const at = key === this.#key ? this.#at : this.#placeOf(key, textHash(key));
    return at === undefined ? undefined : (JSON.parse(this.#rowAt(at)) as Row);
  }

  all(): readonly Row[] {
    this.#rows ??= this.#deck.rows();
    const rows = JSON.parse(this.#rows.toString('latin1')) as readonly Row[];
    if (rows.length !== this.#deck.cards) throw new TypeError('not all of the cards');
    return rows;
  }

  /** Of one hash there is nearly always one card or none. */
  #placeOf(key: string, hash: number): number | undefined {
    this.#hashes ??= this.#numbers(this.#deck.hashes());
    const hashes = this.#hashes;
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) {
      // Nearly all keys stand in JSON as they are.
      const row = this.#rowAt(at);
      if (row.startsWith(`["${key}",`)) return at;
      if (!PLAIN.test(key) && (JSON.parse(row) as Row)[0] === key) return at;
    }
    return undefined;
  }

  #rowAt(at: number): string {
    this.#rows ??= this.#deck.rows();
    this.#ends ??= this.#numbers(this.#deck.ends());
    const end = (this.#ends[at] ?? 0) - BETWEEN.length;
    return this.#rows.toString('latin1', this.#ends[at - 1] ?? BEFORE.length, end);
  }

  #numbers(text: string): Uint32Array {
    const numbers = decodeNumbers(Buffer.from(text, 'base64'));
    if (numbers.length !== this.#deck.cards) throw new TypeError('not an index of cards');
    return numbers;
  }
}

const PLAIN = /^[\w/.-]*$/;
