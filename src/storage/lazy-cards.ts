import type { LedgerBase } from '../progress/base.ts';
import { LazyMap } from '../progress/lazy-map.ts';
import { decodeCard } from '../progress/snapshot.ts';

type Cards = LedgerBase['cards'];
type CardBase = Cards extends ReadonlyMap<string, infer Value> ? Value : never;

type Row = readonly unknown[];

/** Bytes of rows up to which all are parsed quicker than those of one deck, each by itself. */
const FEW = 300_000;

/** Keys that JSON writes as they are: nearly all. */
const PLAIN = /^[\w/.-]*$/;

/** Hexadecimal digits of a place: files of a quarter of a gigabyte. */
const DIGITS = 7;

/** Cards as text: a row a line, in groups by a hash of their keys, and where each group begins. */
export interface CardRows {
  readonly index: string;
  readonly rows: string;
}

/** Rows of cards, each with its key first, as {@link LazyCards} reads them. */
export const formatRows = (cards: readonly (readonly unknown[])[]): CardRows => {
  const groups = Array.from({ length: groupsFor(cards.length) }, (): string[] => []);
  for (const card of cards) {
    groups[groupOf(String(card[0]), groups.length)]?.push(toAscii(JSON.stringify(card)));
  }
  let at = 0;
  const places = groups.map((group) => {
    const place = at.toString(16).padStart(DIGITS, '0');
    at += group.reduce((sum, row) => sum + row.length + ',\n'.length, 0);
    return place;
  });
  return { index: places.join(''), rows: groups.flatMap((rows) => rows.toSorted()).join(',\n') };
};

/** Two cards in a group on average; a power of two, as a hash is cut to it. */
const groupsFor = (cards: number): number =>
  cards === 0 ? 0 : 2 ** Math.ceil(Math.log2(Math.max(1, cards / 2)));

/** A hash of the key (FNV-1a), cut to the number of groups. */
const groupOf = (key: string, groups: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash & (groups - 1);
};

/** JSON without a letter beyond ASCII, which is the quickest text there is to read. */
export const toAscii = (json: string): string =>
  json.replace(
    /[\u007F-\uFFFF]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The cards of a snapshot, each found and decoded when it is asked for: a start asks for those of
 * one deck, and there may be ten thousand. The bytes have one card a line, `["KEY",...]`.
 */
export class LazyCards extends LazyMap<string, CardBase> {
  readonly #rows: Buffer;
  readonly #index: string;
  readonly #groups: number;
  #parsed: ReadonlyMap<string, Row> | undefined;

  readonly #few: number;

  /**
   * Throws on what {@link formatRows} did not give.
   *
   * @param few bytes of rows up to which all are parsed at once
   */
  constructor(rows: Buffer, index: string, few = FEW) {
    super();
    this.#few = few;
    this.#rows = rows;
    this.#index = index;
    this.#groups = index.length / DIGITS;
    const isPower = Number.isInteger(Math.log2(Math.max(1, this.#groups)));
    if (!isPower || (this.#groups === 0) !== (rows.length === 0)) {
      throw new TypeError('not an index of cards');
    }
  }

  protected find(key: string): CardBase | undefined {
    const row = this.#rows.length <= this.#few ? this.#byKey().get(key) : this.#parse(key);
    return row === undefined ? undefined : decodeCard(row)[1];
  }

  protected decodeAll(): Cards {
    return new Map(this.#allRows().map(decodeCard));
  }

  #textOf(key: string): string | undefined {
    if (this.#groups === 0) return undefined;
    const group = groupOf(key, this.#groups);
    const rows = this.#rows.toString('latin1', this.#placeOf(group), this.#placeOf(group + 1));
    const name = PLAIN.test(key) ? `["${key}",` : `[${toAscii(JSON.stringify(key))},`;
    const isFirst = rows.startsWith(name);
    const at = isFirst ? 0 : rows.indexOf(`\n${name}`) + 1;
    if (at === 0 && !isFirst) return undefined;
    const end = rows.indexOf('\n', at);
    return end < 0 ? rows.slice(at) : rows.slice(at, end);
  }

  #parse(key: string): Row | undefined {
    const row = this.#textOf(key);
    return row === undefined ? undefined : parseRow(row);
  }

  #byKey(): ReadonlyMap<string, Row> {
    this.#parsed ??= new Map(this.#allRows().map((row) => [String(row[0]), row]));
    return this.#parsed;
  }

  #allRows(): readonly Row[] {
    return JSON.parse(`[${this.#rows.toString('latin1')}]`) as readonly Row[];
  }

  /** Where a group begins, and so where the one before it ends. */
  #placeOf(group: number): number {
    if (group === this.#groups) return this.#rows.length;
    return Number.parseInt(this.#index.slice(group * DIGITS, (group + 1) * DIGITS), 16);
  }
}

const parseRow = (row: string): Row =>
  JSON.parse(row.endsWith(',') ? row.slice(0, -1) : row) as Row;
