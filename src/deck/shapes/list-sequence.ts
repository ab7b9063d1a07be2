import type { ItemCandidate } from './list-items.ts';

/**
 * The questions of an ordered list whose answers may hold ordered lists of their own: those that
 * ask, and between two of them the items that fill the gap in their numbers.
 */
export const pickSequence = (ordered: readonly ItemCandidate[]): readonly ItemCandidate[] => {
  const ones = ordered.filter(({ item }) => item.number === 1).length;
  // Some authors number every item 1 and leave counting to Markdown.
  if (ones > ordered.length * 0.6 || isPlainSequence(ordered)) return ordered;
  const asking = ordered.filter(({ weight }) => weight === 1);
  if (asking.length < ordered.length * 0.2) return ordered;
  return fillGaps(ordered, asking);
};

const isPlainSequence = (ordered: readonly ItemCandidate[]): boolean =>
  ordered.every(
    ({ item }, index) => index === 0 || item.number === (ordered[index - 1]?.item.number ?? 0) + 1,
  );

const fillGaps = (
  ordered: readonly ItemCandidate[],
  asking: readonly ItemCandidate[],
): readonly ItemCandidate[] => {
  const isAsking = new Set(asking);
  const taken: ItemCandidate[] = [];
  let last = 0;
  ordered.forEach((candidate, index) => {
    const number = candidate.item.number ?? 0;
    const next = nextAsking(ordered, isAsking, index);
    // A list that starts anew ends the one before.
    const fills = number === last + 1 && (next === undefined || next > number || next === 1);
    // A number left out is no end of the list, where what follows goes on from there.
    const follows = ordered[index + 1];
    const leaps =
      last > 0 &&
      number === last + 2 &&
      follows?.item.number === number + 1 &&
      isAsking.has(follows);
    if (!isAsking.has(candidate) && !fills && !leaps) return;
    taken.push(candidate);
    last = number;
  });
  return taken;
};

/** Number of the next item that asks; an answer's list is short, so few items are looked at. */
const nextAsking = (
  ordered: readonly ItemCandidate[],
  isAsking: ReadonlySet<ItemCandidate>,
  from: number,
): number | undefined => {
  for (let index = from + 1; index < Math.min(ordered.length, from + 40); index++) {
    const candidate = ordered[index];
    if (candidate !== undefined && isAsking.has(candidate)) return candidate.item.number;
  }
  return undefined;
};
