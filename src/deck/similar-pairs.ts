import { Counter, MarkIndex } from './candidates.ts';
import type { AppearedCard, VanishedCard } from './relink-cards.ts';
import { similarity, type Words, weigh, wordsOf } from './similarity.ts';
import { placesOf, sharedText } from './sketch.ts';

/** A card before and one after, and how near they are to being the same. */
export interface Pair {
  readonly from: VanishedCard;
  readonly to: AppearedCard;
  /** Likeness of the questions, 0 to 1. */
  readonly question: number;
  /** What their answers share, 0 to 1; undefined where they are too short to tell. */
  readonly answer: number | undefined;
  /** Both in one number. */
  readonly score: number;
  /** What another card may score with `from` that was not looked at. */
  readonly unseen: number;
}

const SIMILAR_QUESTION = 0.8;
/** A question that is so near is believed even where the answer is a new one. */
const NEARLY_SAME_QUESTION = 0.9;
const SIMILAR_ANSWER = 0.45;
/** Below this two answers have nothing in common. */
const OTHER_ANSWER = 0.05;
const RELATED_QUESTION = 0.3;
const MARGIN = 0.1;

/** Of pairs, those that are each other's best, by a margin to the second on both sides. */
export const bestPairs = (pairs: readonly Pair[]): readonly Pair[] => {
  const bestFrom = bestBy(pairs, ({ from }) => from);
  const bestTo = bestBy(pairs, ({ to }) => to);
  return pairs.filter((pair) => {
    if (!isSame(pair)) return false;
    return isClear(bestFrom.get(pair.from), pair) && isClear(bestTo.get(pair.to), pair);
  });
};

const isSame = ({ question, answer }: Pair): boolean => {
  if (answer !== undefined && answer >= SIMILAR_ANSWER && question >= RELATED_QUESTION) return true;
  if (question < SIMILAR_QUESTION) return false;
  return question >= NEARLY_SAME_QUESTION || answer === undefined || answer >= OTHER_ANSWER;
};

interface Best {
  readonly first: Pair;
  readonly second: number;
}

const bestBy = <Key>(pairs: readonly Pair[], keyOf: (pair: Pair) => Key): Map<Key, Best> => {
  const best = new Map<Key, Best>();
  for (const pair of pairs) {
    const known = best.get(keyOf(pair));
    if (known === undefined) best.set(keyOf(pair), { first: pair, second: pair.unseen });
    else if (pair.score > known.first.score) {
      best.set(keyOf(pair), { first: pair, second: Math.max(known.first.score, known.second) });
    } else if (pair.score > known.second) {
      best.set(keyOf(pair), { first: known.first, second: pair.score });
    }
  }
  return best;
};

const isClear = (best: Best | undefined, pair: Pair): boolean =>
  best?.first === pair && best.second <= pair.score - MARGIN;

const MAX_CANDIDATES = 60;
const FEWEST_CANDIDATES = 12;
/** So many pairs are compared at most, however many cards there are on both sides. */
const MAX_PAIRS = 60_000;
/** So many cards are looked at for common marks, for all that vanished together. */
const MAX_COMMON = 24_000_000;
/** Six marks of a card at most are followed although they are common. */
const COMMON_MARKS = 6;

/**
 * The pairs that have most in common, with their likeness. Where thousands of cards vanished, fewer
 * are looked at for each, and common words are no longer followed: the time grows with the number
 * of cards and not with its square.
 */
export const findPairs = (
  vanished: readonly VanishedCard[],
  appeared: readonly AppearedCard[],
): readonly Pair[] => {
  const after = appeared.map((card) => ({ card, words: wordsOf(card.question) }));
  const byWord = new MarkIndex();
  const byPlace = new MarkIndex();
  after.forEach(({ card, words }, index) => {
    byWord.add(index, new Set([...words.words, words.joined]));
    byPlace.add(index, placesOf(card.sketch ?? ''));
  });
  const count = Math.max(1, vanished.length);
  const counter = new Counter(after.length, Math.floor(MAX_COMMON / COMMON_MARKS / count));
  const limit = Math.max(
    FEWEST_CANDIDATES,
    Math.min(MAX_CANDIDATES, Math.floor(MAX_PAIRS / count)),
  );
  return vanished.flatMap((from) => {
    const words = wordsOf(from.question);
    const places = placesOf(from.sketch ?? '');
    counter.begin();
    const leftWords = counter.add(byWord.rareFirst(new Set([...words.words, words.joined])), 1);
    const leftPlaces = counter.add(byPlace.rareFirst(places), 0.5);
    const unseen =
      mostOfOthers(words, leftWords) + leftPlaces.length / Math.max(1, places.length) / 2;
    return counter
      .most(limit)
      .flatMap((index) => after[index] ?? [])
      .map((to) => pairOf(from, words, to.card, to.words, unseen));
  });
};

/** How like a question may be that has nothing but these words of another one. */
const mostOfOthers = (words: Words, left: readonly string[]): number => {
  if (left.length === 0) return 0;
  const common = new Set(left);
  const shared = weigh(words.words.filter((word) => common.has(word)));
  return (2 * shared) / (words.weight + shared);
};

/** Two cards as a pair. */
export const createPair = (from: VanishedCard, to: AppearedCard): Pair =>
  pairOf(from, wordsOf(from.question), to, wordsOf(to.question), 0);

const pairOf = (
  from: VanishedCard,
  words: Words,
  to: AppearedCard,
  others: Words,
  unseen: number,
): Pair => {
  const question = similarity(words, others);
  const answer = sharedText(from.sketch, to.sketch);
  return { from, to, question, answer, score: question + (answer ?? 0) / 2, unseen };
};
