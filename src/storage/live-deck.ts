import type { Card, Deck } from '../deck/types.ts';
import type { DeckSource } from './deck-files.ts';

/** A source that can be replaced while it is used: after an edit it is read again. */
export class LiveDeck implements DeckSource {
  #source: DeckSource;

  constructor(source: DeckSource) {
    this.#source = source;
  }

  get deck(): Deck {
    return this.#source.deck;
  }

  readBody(card: Card): string {
    return this.#source.readBody(card);
  }

  replace(source: DeckSource): void {
    this.#source = source;
  }
}
