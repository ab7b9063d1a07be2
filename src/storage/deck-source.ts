import type { Card, Deck } from '../deck/types.ts';

/** A deck that can be studied: its cards, and the text under each question when it is wanted. */
export interface DeckSource {
  readonly deck: Deck;
  readBody(card: Card): string;
}
