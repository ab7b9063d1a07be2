/**
 * A sketch of a text: {@link BINS} places of two characters each, by which one can tell how much
 * of one text stands in another without keeping either (one-permutation minhash over pairs of
 * words). Texts of which a tenth of the words differ share about two thirds of it, unrelated ones
 * next to nothing.
 *
 * @see https://arxiv.org/abs/1208.1259
 */
export type Sketch = string;

const BINS = 24;
const EMPTY = '..';
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** What comes later in a text tells little more, and costs as much. */
const MAX_LENGTH = 4_000;

/** The sketch of a text; empty for a text without words. */
export const sketchOf = (text: string): Sketch => {
  const least = new Int32Array(BINS).fill(-1);
  const words = text.slice(0, MAX_LENGTH).toLowerCase();
  let before = 0;
  let hash = 0;
  let count = 0;
  for (let at = 0; at <= words.length; at++) {
    const code = words.charCodeAt(at);
    if (isLetter(code)) hash = Math.imul(hash ^ code, 0x01000193) + 1;
    // A character of a script without spaces is a word of its own.
    if (hash !== 0 && (!isLetter(code) || code >= 0x2e80)) {
      add(least, before, hash);
      before = hash;
      hash = 0;
      count++;
    }
  }
  return count === 0 ? '' : [...least].map(digitsOf).join('');
};

/** Letters, digits and all that is not ASCII; NaN behind the end is none. */
const isLetter = (code: number): boolean =>
  code >= 0x80 || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

const add = (least: Int32Array, before: number, word: number): void => {
  let mixed = Math.imul(before ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  mixed = (mixed ^ (mixed >>> 13)) >>> 0;
  const bin = mixed % BINS;
  const value = (mixed >>> 8) & 0xfff;
  const known = least[bin] ?? -1;
  if (known < 0 || value < known) least[bin] = value;
};

const digitsOf = (value: number): string =>
  value < 0 ? EMPTY : `${DIGITS[value >> 6] ?? ''}${DIGITS[value & 63] ?? ''}`;

/** The places of a sketch that have something, each with its number: equal ones are shared. */
export const placesOf = (sketch: Sketch): readonly string[] => {
  const places: string[] = [];
  for (let at = 0; at < sketch.length; at += 2) {
    const place = sketch.slice(at, at + 2);
    if (place !== EMPTY) places.push(`${at}${place}`);
  }
  return places;
};

/** How much two texts share, 0 to 1 (Jaccard, estimated); undefined where one is too short. */
export const sharedText = (a: Sketch | undefined, b: Sketch | undefined): number | undefined => {
  if (a === undefined || b === undefined) return undefined;
  const filled = { a: 0, b: 0, any: 0 };
  let equal = 0;
  for (let at = 0; at < Math.max(a.length, b.length); at += 2) {
    const isInA = hasPlace(a, at);
    const isInB = hasPlace(b, at);
    if (isInA) filled.a++;
    if (isInB) filled.b++;
    // A place that only one text has counts as one that differs.
    if (isInA || isInB) filled.any++;
    if (isInA && isInB && isEqualAt(a, b, at)) equal++;
  }
  return Math.min(filled.a, filled.b) < MIN_PLACES ? undefined : equal / filled.any;
};

const hasPlace = (sketch: Sketch, at: number): boolean =>
  at < sketch.length && sketch.charAt(at) !== EMPTY.charAt(0);

const isEqualAt = (a: Sketch, b: Sketch, at: number): boolean =>
  a.charCodeAt(at) === b.charCodeAt(at) && a.charCodeAt(at + 1) === b.charCodeAt(at + 1);

/** Texts of some ten words or less say too little of themselves. */
const MIN_PLACES = 8;
