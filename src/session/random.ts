/** A source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** The same numbers for the same seed, everywhere (mulberry32, 32 bits of state). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A seed made from words, such as a card and how often it was asked. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
};

/**
 * 64 bits of a text in hexadecimal digits: a short name, the same wherever the text is the same. No
 * secret hangs on it.
 */
export const markOf = (text: string): string =>
  ['', '#']
    .map((salt) =>
      seedOf(salt + text)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');

/** The items in a random order (Fisher and Yates). */
export const shuffle = <Item>(items: readonly Item[], random: Random): Item[] => {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const item = shuffled[last] as Item;
    shuffled[last] = shuffled[other] as Item;
    shuffled[other] = item;
  }
  return shuffled;
};
