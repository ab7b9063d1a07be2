import type { LedgerBase } from '../progress/base.ts';
import { decodeCard } from '../progress/snapshot.ts';
import { isEscaped } from './lines.ts';

type Cards = LedgerBase['cards'];
type CardBase = Cards extends ReadonlyMap<string, infer Value> ? Value : never;

/** A search a card is cheaper than an index of all of them up to about so many. */
const SEARCHED = 1000;

/** Rows of cards as {@link LazyCards} reads them: one a line, in the order of their keys. */
export const formatRows = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((row) => toAscii(JSON.stringify(row)))
    .toSorted((a, b) => (keyIn(a, 0) < keyIn(b, 0) ? -1 : 1))
    .join(',\n');

/** JSON without a letter beyond ASCII, which is the quickest text there is to read. */
export const toAscii = (json: string): string =>
  json.replace(
    /[\u007F-\uFFFF]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The cards of a snapshot, each found and decoded when it is asked for: a start asks for those of
 * one deck, and there may be ten thousand. The text has one card a line, `["KEY",...]`.
 */
export class LazyCards implements ReadonlyMap<string, CardBase> {
  readonly #text: string;
  #places: Map<string, number> | undefined;
  #searches = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get size(): number {
    return this.#index().size;
  }

  has(key: string): boolean {
    return this.#index().has(key);
  }

  get(key: string): CardBase | undefined {
    const at =
      this.#places === undefined && this.#searches++ < SEARCHED
        ? this.#search(key)
        : this.#index().get(key);
    if (at === undefined) return undefined;
    const end = this.#text.indexOf('\n', at);
    const line = this.#text.slice(at, end < 0 ? this.#text.length : end).replace(/,$/, '');
    return decodeCard(JSON.parse(line))[1];
  }

  keys(): MapIterator<string> {
    return this.#index().keys();
  }

  values(): MapIterator<CardBase> {
    return this.#decoded().values();
  }

  entries(): MapIterator<[string, CardBase]> {
    return this.#decoded().entries();
  }

  [Symbol.iterator](): MapIterator<[string, CardBase]> {
    return this.entries();
  }

  forEach(visit: (value: CardBase, key: string, map: Cards) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  /** Where a card's line begins, found by halving: the lines are in order. */
  #search(key: string): number | undefined {
    const text = this.#text;
    const wanted = toAscii(JSON.stringify(key)).slice(1, -1);
    let [low, high] = [0, text.length];
    while (low < high) {
      const at = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const start = Math.max(low, at);
      const found = keyIn(text, start);
      if (found === wanted) return start;
      if (found > wanted) high = start;
      else low = text.indexOf('\n', start) + 1 || text.length;
    }
    return undefined;
  }

  #index(): Map<string, number> {
    if (this.#places !== undefined) return this.#places;
    const text = this.#text;
    const places = new Map<string, number>();
    for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
      places.set(String(JSON.parse(`"${keyIn(text, at)}"`)), at);
    }
    this.#places = places;
    return places;
  }

  #decoded(): Map<string, CardBase> {
    return new Map(
      [...this.#index().keys()].flatMap((key) => {
        const card = this.get(key);
        return card === undefined ? [] : [[key, card] as const];
      }),
    );
  }
}

/** The key at the beginning of a card's line, as JSON has it. A quote in it would be escaped. */
const keyIn = (text: string, at: number): string => {
  let end = text.indexOf('"', at + 2);
  while (text[end - 1] === '\\' && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return text.slice(at + 2, end);
};
