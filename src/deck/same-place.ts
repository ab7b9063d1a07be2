import type { AppearedCard, VanishedCard } from './relink-cards.ts';
import { findPairs, type Pair } from './similar-pairs.ts';

/** An answer like this, under a question like this, between the same neighbours, is an edit. */
const ANSWER = 0.2;
const QUESTION = 0.4;
/** Where the answers are too short to tell, the question must say it. */
const QUESTION_ALONE = 0.8;

/**
 * Pairs that cannot be told by their text alone, as of two cards that ask the same, but stand
 * between the same neighbours as before. A card in the place of another one must still be like it.
 *
 * @param became what cards of before are called now, as far as it is known
 */
export const findInPlace = (
  vanished: readonly VanishedCard[],
  appeared: readonly AppearedCard[],
  became: ReadonlyMap<string, string>,
): readonly Pair[] => {
  const pairs = findPairs(vanished, appeared).flatMap((pair) => {
    const shared = sharedNeighbours(pair, became);
    return isLike(pair) && shared >= (pair.question === 1 ? 1 : 2) ? [{ pair, shared }] : [];
  });
  const isBest = (one: (typeof pairs)[number]): boolean =>
    pairs.every(
      (other) =>
        other === one ||
        (other.pair.from !== one.pair.from && other.pair.to !== one.pair.to) ||
        other.shared < one.shared,
    );
  return pairs.filter(isBest).map(({ pair }) => pair);
};

const isLike = ({ question, answer }: Pair): boolean =>
  answer === undefined ? question >= QUESTION_ALONE : answer >= ANSWER && question >= QUESTION;

const sharedNeighbours = ({ from, to }: Pair, became: ReadonlyMap<string, string>): number => {
  if (from.neighbours === undefined || to.neighbours === undefined) return 0;
  const [previous, next] = from.neighbours;
  const now = (key: string): string => became.get(key) ?? key;
  return (now(previous) === to.neighbours[0] ? 1 : 0) + (now(next) === to.neighbours[1] ? 1 : 0);
};
