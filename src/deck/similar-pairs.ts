import type { AppearedCard, VanishedCard } from './relink-cards.ts';
import { similarity, type Words, wordsOf } from './similarity.ts';
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
}

const SIMILAR_QUESTION = 0.8;
/** A question that is so near is believed even where the answer is a new one. */
const NEARLY_SAME_QUESTION = 0.9;
const SIMILAR_ANSWER = 0.45;
/** Below this two answers have nothing in common. */
const OTHER_ANSWER = 0.05;
const RELATED_QUESTION = 0.3;
const MARGIN = 0.1;

/** Pairs that are each other's best, by a margin to the second on both sides. */
export const findSimilar = (
  vanished: readonly VanishedCard[],
  appeared: readonly AppearedCard[],
): readonly Pair[] => {
  const pairs = findPairs(vanished, appeared);
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
    if (known === undefined) best.set(keyOf(pair), { first: pair, second: 0 });
    else if (pair.score > known.first.score) {
      best.set(keyOf(pair), { first: pair, second: known.first.score });
    } else if (pair.score > known.second) {
      best.set(keyOf(pair), { first: known.first, second: pair.score });
    }
  }
  return best;
};

const isClear = (best: Best | undefined, pair: Pair): boolean =>
  best?.first === pair && best.second <= pair.score - MARGIN;

/** Words that more cards than these share tell no card from another. */
const MAX_POSTINGS = 200;
/** Looked up even where they are common, so that a deck of one template finds its own. */
const RAREST_WORDS = 3;
const MAX_CANDIDATES = 60;

/** All pairs that have something in common, with their likeness. */
export const findPairs = (
  vanished: readonly VanishedCard[],
  appeared: readonly AppearedCard[],
): readonly Pair[] => {
  const after = appeared.map((card) => ({ card, words: wordsOf(card.question) }));
  const byWord = indexOf(after, ({ words }) => new Set([...words.words, words.joined]));
  const byPlace = indexOf(after, ({ card }) => placesOf(card.sketch ?? ''));
  return vanished.flatMap((from) => {
    const words = wordsOf(from.question);
    const counts = new Map<number, number>();
    countPostings(counts, rareFirst(byWord, new Set([...words.words, words.joined])), 1);
    countPostings(counts, rareFirst(byPlace, placesOf(from.sketch ?? '')), 0.5);
    return [...counts]
      .toSorted(([indexA, a], [indexB, b]) => b - a || indexA - indexB)
      .slice(0, MAX_CANDIDATES)
      .flatMap(([index]) => after[index] ?? [])
      .map((to) => createPair(from, words, to.card, to.words));
  });
};

const createPair = (from: VanishedCard, words: Words, to: AppearedCard, others: Words): Pair => {
  const question = similarity(words, others);
  const answer = sharedText(from.sketch, to.sketch);
  return { from, to, question, answer, score: question + (answer ?? 0) / 2 };
};

type Postings = ReadonlyMap<string, readonly number[]>;

const indexOf = <Item>(
  items: readonly Item[],
  marksOf: (item: Item) => Iterable<string>,
): Postings => {
  const postings = new Map<string, number[]>();
  items.forEach((item, index) => {
    for (const mark of marksOf(item)) {
      const known = postings.get(mark);
      if (known === undefined) postings.set(mark, [index]);
      else known.push(index);
    }
  });
  return postings;
};

const rareFirst = (postings: Postings, marks: Iterable<string>): readonly (readonly number[])[] =>
  [...marks]
    .flatMap((mark) => {
      const own = postings.get(mark);
      return own === undefined ? [] : [own];
    })
    .toSorted((a, b) => a.length - b.length)
    .filter((own, index) => own.length <= MAX_POSTINGS || index < RAREST_WORDS);

const countPostings = (
  counts: Map<number, number>,
  postings: readonly (readonly number[])[],
  worth: number,
): void => {
  for (const own of postings) {
    // A rare word says more than a common one.
    const weight = worth / Math.log2(own.length + 1);
    for (const index of own) counts.set(index, (counts.get(index) ?? 0) + weight);
  }
};
