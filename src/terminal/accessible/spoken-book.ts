import type { Card } from '../../deck/types.ts';
import { GAP, say, type Utterance } from './speech.ts';
import { speakAnswer } from './spoken-answer.ts';

/**
 * Cards to be heard one after the other, with the beginnings of their chapters.
 *
 * @param columns of the terminal
 */
export const speakBook = (
  cards: readonly Card[],
  readBody: (card: Card) => string,
  columns: number,
): readonly Utterance[] =>
  cards.flatMap((card, index) => {
    const { chapter, question } = card;
    const isNext = chapter !== undefined && chapter.number !== cards[index - 1]?.chapter?.number;
    return [
      ...(index === 0 ? [] : [GAP]),
      ...(isNext ? say(`Chapter ${chapter.number}, ${chapter.title}`) : []),
      ...say(`Question: ${question}`),
      ...speakAnswer(readBody(card), undefined, columns).said,
    ];
  });
