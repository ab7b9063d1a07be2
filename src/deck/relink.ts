import { groupBy } from './group-by.ts';
import { normalise } from './normalise.ts';
import type { AppearedCard, VanishedCard } from './relink-cards.ts';
import { findInPlace } from './same-place.ts';
import { bestPairs, findPairs, type Pair } from './similar-pairs.ts';
import { sharedText } from './sketch.ts';

/** Why two cards are taken for one. */
export type MatchReason = 'id' | 'question' | 'answer' | 'similar' | 'place';

/** Progress under `from` belongs to the card that is now called `to`. */
export interface Match {
  readonly from: string;
  readonly to: string;
  readonly why: MatchReason;
}

/**
 * Finds the cards that were reworded: pairs of one that vanished and one that appeared, by, in this
 * order: the id that the author gave; the same question; the same answer of at least 40 characters;
 * a similar question, or a similar answer under a question that is not wholly another, best on both
 * sides and with no second that comes near; a likeness between the same neighbours. What is ambiguous is left alone: progress that is lost
 * can be linked by hand, progress on the wrong card is never noticed.
 */
export const matchCards = (
  vanished: readonly VanishedCard[],
  appeared: readonly AppearedCard[],
): readonly Match[] => {
  if (vanished.length === 0) return [];
  const open = { vanished: new Set(vanished), appeared: new Set(appeared) };
  const matches: Match[] = [];
  const take = (from: VanishedCard, to: AppearedCard, why: MatchReason): void => {
    open.vanished.delete(from);
    open.appeared.delete(to);
    matches.push({ from: from.key, to: to.key, why });
  };
  matchUnique(
    open,
    ({ id }) => id,
    (card) => (card.explicitId ? card.id : ''),
    'id',
    take,
  );
  for (const [before, after] of sameQuestion(open)) take(before, after, 'question');
  matchUnique(
    open,
    ({ answerHash }) => answerHash,
    (card) => (card.hasTellingAnswer ? card.answerHash : ''),
    'answer',
    take,
  );
  takeSimilar(open, take);
  const became = new Map(matches.map(({ from, to }) => [from, to]));
  for (const { from, to } of findInPlace([...open.vanished], [...open.appeared], became)) {
    take(from, to, 'place');
  }
  return matches;
};

interface Open {
  readonly vanished: ReadonlySet<VanishedCard>;
  readonly appeared: ReadonlySet<AppearedCard>;
}

type Take = (from: VanishedCard, to: AppearedCard, why: MatchReason) => void;

/** More rounds than these settle a card now and then, and each takes as long as the first. */
const MAX_ROUNDS = 3;

/** Takes the cards that are alike. What is settled is no rival any more, so more may follow. */
const takeSimilar = (open: Open, take: Take, rounds = MAX_ROUNDS): void => {
  for (let round = 0; round < rounds; round++) {
    const before = open.vanished.size;
    let pairs = findPairs([...open.vanished], [...open.appeared]);
    for (let found = bestPairs(pairs); found.length > 0; found = bestPairs(pairs)) {
      for (const { from, to } of found) take(from, to, 'similar');
      pairs = pairs.filter(({ from, to }) => open.vanished.has(from) && open.appeared.has(to));
    }
    if (open.vanished.size === before) return;
  }
};

/** Matches cards by a mark that exactly one card on each side has; an empty mark is none. */
const matchUnique = (
  open: Open,
  markBefore: (card: VanishedCard) => string,
  markAfter: (card: AppearedCard) => string,
  why: MatchReason,
  take: Take,
): void => {
  const before = groupBy([...open.vanished], markBefore);
  for (const [mark, after] of groupBy([...open.appeared], markAfter)) {
    const [from, second] = before.get(mark) ?? [];
    const [to, third] = after;
    if (mark === '' || from === undefined || to === undefined) continue;
    if (second === undefined && third === undefined) take(from, to, why);
  }
};

/** Pairs with the same question; where several have it, their answers must tell them apart. */
const sameQuestion = (open: Open): readonly (readonly [VanishedCard, AppearedCard])[] => {
  const before = groupBy([...open.vanished], ({ question }) => normalise(question));
  const after = groupBy([...open.appeared], ({ question }) => normalise(question));
  return [...before].flatMap(([question, from]) => {
    const to = after.get(question) ?? [];
    return question === '' ? [] : pairNamesakes(from, to);
  });
};

const pairNamesakes = (
  before: readonly VanishedCard[],
  after: readonly AppearedCard[],
): (readonly [VanishedCard, AppearedCard])[] => {
  const pairs: (readonly [VanishedCard, AppearedCard])[] = [];
  const open = { vanished: new Set(before), appeared: new Set(after) };
  const take: Take = (from, to) => {
    open.vanished.delete(from);
    open.appeared.delete(to);
    pairs.push([from, to]);
  };
  const hash = ({ answerHash }: VanishedCard): string => answerHash;
  matchUnique(open, hash, hash, 'answer', take);
  // Their answers are all that parts them.
  if (open.vanished.size + open.appeared.size > 2) {
    takeSimilar(open, take, 1);
  }
  const [from, second] = open.vanished;
  const [to, third] = open.appeared;
  const isLast = second === undefined && third === undefined;
  if (from !== undefined && to !== undefined && isLast && isPlausible(from, to, pairs.length)) {
    take(from, to, 'question');
  }
  return pairs;
};

/** Of namesakes, what is left over is the same card only where its answer does not deny it. */
const isPlausible = (from: VanishedCard, to: AppearedCard, others: number): boolean =>
  others === 0 || (sharedText(from.sketch, to.sketch) ?? 0) > 0;

/** The cards that an orphan may have become, nearest first, for a person to choose from. */
export const nearestCards = (
  orphan: VanishedCard,
  cards: readonly AppearedCard[],
  count: number,
): readonly Pair[] =>
  findPairs([orphan], cards)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count);
