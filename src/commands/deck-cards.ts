import { isTellingAnswer } from '../deck/answer-text.ts';
import type { AppearedCard } from '../deck/relink-cards.ts';
import { type Sketch, sketchOf } from '../deck/sketch.ts';
import type { DeckSource } from '../storage/deck-files.ts';

/** The cards of a deck as they are compared with older ones; a body is read where one is needed. */
export const comparableCards = ({
  deck,
  readBody,
}: Pick<DeckSource, 'deck' | 'readBody'>): readonly AppearedCard[] => {
  const withAnswer = new Map<string, number>();
  for (const { answerHash } of deck.cards) {
    withAnswer.set(answerHash, (withAnswer.get(answerHash) ?? 0) + 1);
  }
  return deck.cards.map((card): AppearedCard => {
    const { key, id, explicitId, question, answerHash, answered } = card;
    let sketch: Sketch | undefined;
    return {
      key,
      id,
      explicitId,
      question,
      answerHash,
      answered,
      get hasTellingAnswer() {
        return answered && withAnswer.get(answerHash) === 1 && isTellingAnswer(readBody(card));
      },
      get sketch() {
        sketch ??= sketchOf(readBody(card));
        return sketch;
      },
    };
  });
};
