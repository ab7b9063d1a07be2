import { groupBy } from './group-by.ts';
import type { AppearedCard, VanishedCard } from './relink-cards.ts';
import { createPair, type Pair } from './similar-pairs.ts';

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
  const now = (key: string): string => became.get(key) ?? key;
  const byPrevious = groupBy(appeared, ({ neighbours }) => neighbours?.[0]);
  const byNext = groupBy(appeared, ({ neighbours }) => neighbours?.[1]);
  const pairs = vanished.flatMap((from): readonly Placed[] => {
    if (from.neighbours === undefined) return [];
    const [previous, next] = from.neighbours;
    const before = new Set(byPrevious.get(now(previous)));
    const behind = new Set(byNext.get(now(next)));
    return [...new Set([...before, ...behind])].flatMap((to) => {
      const pair = createPair(from, to);
      const shared = (before.has(to) ? 1 : 0) + (behind.has(to) ? 1 : 0);
      return isLike(pair) && shared >= (pair.question === 1 ? 1 : 2) ? [{ pair, shared }] : [];
    });
  });
  const best = [mostShared(pairs, ({ from }) => from), mostShared(pairs, ({ to }) => to)] as const;
  const isBest = ({ pair, shared }: Placed): boolean =>
    best[0].get(pair.from) === shared && best[1].get(pair.to) === shared;
  return pairs.filter(isBest).map(({ pair }) => pair);
};

interface Placed {
  readonly pair: Pair;
  /** Number of neighbours that both have. */
  readonly shared: number;
}

/** For each card the most neighbours that a pair of it shares, if only one pair has so many. */
const mostShared = <Card>(
  pairs: readonly Placed[],
  cardOf: (pair: Pair) => Card,
): ReadonlyMap<Card, number> => {
  const most = new Map<Card, number>();
  for (const { pair, shared } of pairs) {
    const known = most.get(cardOf(pair)) ?? 0;
    // Half a neighbour more than two pairs have is what neither of them can have.
    if (shared > known) most.set(cardOf(pair), shared);
    else if (shared === Math.floor(known)) most.set(cardOf(pair), shared + 0.5);
  }
  return most;
};

const isLike = ({ question, answer }: Pair): boolean =>
  answer === undefined ? question >= QUESTION_ALONE : answer >= ANSWER && question >= QUESTION;
