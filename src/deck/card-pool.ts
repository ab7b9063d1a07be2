import { groupBy } from './group-by.ts';
import type { Card, CardPool, Deck } from './types.ts';

/** The pool of cards that are there already. */
export const poolOf = (cards: readonly Card[]): CardPool => {
  let places: ReadonlyMap<string, number> | undefined;
  return {
    size: cards.length,
    cards,
    get lanes() {
      return weightedLanesOf(cards);
    },
    cardAt: (place) => cards[place] as Card,
    get keys() {
      return cards.map(({ key }) => key);
    },
    placeOf(key) {
      places ??= new Map(cards.map((card, place) => [card.key, place]));
      return places.get(key);
    },
  };
};

/** The pool of a deck's cards. Where it has one, its list of cards is not made by this. */
export const poolOfDeck = (deck: Deck): CardPool => deck.pool ?? poolOf(deck.cards);

/** Places of cards by their chapters, in the order of the chapters' numbers. */
export const lanesOf = (
  cards: readonly Card[],
  places: Iterable<number> = cards.keys(),
): readonly (readonly number[])[] => {
  const lanes = groupBy([...places], (place) => cards[place]?.chapter?.number ?? 0);
  return [...lanes].toSorted(([a], [b]) => a - b).map(([, lane]) => lane);
};

/** The same, in each chapter the weightier first. */
export const weightedLanesOf = (cards: readonly Card[]): readonly (readonly number[])[] => {
  const weightOf = (place: number): number => cards[place]?.weight ?? 0;
  return lanesOf(
    cards,
    [...cards.keys()].sort((a, b) => weightOf(b) - weightOf(a) || a - b),
  );
};
