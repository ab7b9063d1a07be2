import { sectionText, splitSections } from '../../deck/sections.ts';
import type { Card } from '../../deck/types.ts';
import { GAP, say, type Utterance } from './speech.ts';
import { speakAnswer, speakStem } from './spoken-answer.ts';

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
    const body = readBody(card);
    return [
      ...(index === 0 ? [] : [GAP]),
      ...(isNext ? say(`Chapter ${chapter.number}, ${chapter.title}`) : []),
      ...say(`Question: ${question}`),
      ...speakStem(sectionText(splitSections(body), 'given'), columns),
      ...speakAnswer(body, undefined, columns).said,
    ];
  });
