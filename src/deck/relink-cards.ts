import type { Sketch } from './sketch.ts';

/** A card that is no longer in the deck, as it was when it was last there. */
export interface VanishedCard {
  readonly key: string;
  readonly id: string;
  readonly question: string;
  readonly answerHash: string;
  /** Of its body, where one was kept. */
  readonly sketch?: Sketch | undefined;
  /** Keys of the cards before and behind it; empty at the ends of the deck. */
  readonly neighbours?: readonly [previous: string, next: string] | undefined;
}

/** A card of the deck that was not there before. */
export interface AppearedCard extends VanishedCard {
  readonly explicitId: boolean;
  readonly answered: boolean;
  /**
   * Whether its answer is a mark of it: written, of 40 characters at least, and that of no other
   * card of the deck.
   */
  readonly hasTellingAnswer: boolean;
}
