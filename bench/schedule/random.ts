/**
 * Chance as a function of what it is for: the k-th answer to a card of a seed is the same under
 * every policy (common random numbers), in whatever order the policy asks.
 */
export const uniform = (seed: number, card: number, event: number, stream: number): number => {
  let h = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(card + 1, 0x85ebca77);
  h = mix(h ^ Math.imul(event + 1, 0xc2b2ae3d));
  h = mix(h ^ Math.imul(stream + 1, 0x27d4eb2f));
  return ((h >>> 0) + 0.5) / 4_294_967_296;
};

/** The finaliser of MurmurHash3. */
const mix = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** A standard normal number, by Box and Muller. */
export const normal = (seed: number, card: number, event: number, stream: number): number => {
  const u = uniform(seed, card, event, stream);
  const v = uniform(seed, card, event, stream + 1_000);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
};
