import { assignIds } from './assign-ids.ts';
import { countOptions } from './choices.ts';
import { hashOfAnswer, keyOf } from './identity.ts';
import type { FileOutline } from './outline.ts';
import { type PlacedCard, placeCards } from './place-cards.ts';
import { createProblem, type Problem } from './problem.ts';
import { sectionText, splitSections } from './sections.ts';
import { isSaid } from './shapes/said.ts';
import type { Card, CardKind, CardWithBody, Deck } from './types.ts';

export interface AssembledDeck {
  readonly deck: Deck;
  /** The cards in deck order, each with its Markdown. */
  readonly cards: readonly CardWithBody[];
  readonly problems: readonly Problem[];
}

/** Puts the outlines of a deck's files together: chapters, ids, keys, and problems between cards. */
export const assembleDeck = (outlines: readonly FileOutline[]): AssembledDeck => {
  const { placed, chapters } = placeCards(outlines);
  const name = placed.find(({ outline }) => outline.front.deck !== undefined)?.outline.front.deck;
  const { ids, problems } = assignIds(placed);
  const cards = placed.map((place, index) =>
    createCard(place, ids[index] ?? '', place.outline.front.deck ?? name),
  );
  return {
    deck: { name, chapters, cards: cards.map(({ card }) => card) },
    cards,
    problems: [
      ...outlines.flatMap((outline) => outline.problems),
      ...problems,
      ...placed.flatMap((place, index) => problemsOf(place, cards[index]?.card)),
    ],
  };
};

const createCard = (
  { outline, found, chapter }: PlacedCard,
  id: string,
  deck: string | undefined,
): CardWithBody => {
  const { answer, options, hasRight } = contentOf(found.body);
  const answered = found.isAnswered ?? (isAnswer(answer) || hasRight);
  const { comment } = found;
  const card: Card = {
    key: keyOf(deck, id),
    id,
    explicitId: comment.id === id,
    chapter,
    question: found.question,
    kind: comment.kind ?? found.kind ?? kindOf(answer, options),
    level: comment.level,
    weight: comment.weight ?? 2,
    tags: [...new Set([...outline.front.tags, ...(comment.tags ?? [])])],
    answered,
    choices: options > 0 ? options : undefined,
    answerHash: hashOfAnswer(answer),
    source: {
      file: outline.file,
      line: found.line + 1,
      bodyLine: found.bodyLine + 1,
      endLine: found.endLine + 1,
    },
  };
  return { card, body: found.body, origins: found.origins };
};

interface Content {
  readonly answer: string;
  /** Number of options. */
  readonly options: number;
  readonly hasRight: boolean;
}

const contentOf = (body: string): Content => {
  const sections = splitSections(body);
  const { options, right } = countOptions(sectionText(sections, 'choices'));
  return { answer: sectionText(sections, 'answer'), options, hasRight: right > 0 };
};

/** How a card is asked whose author does not say it. */
export const kindOfBody = (body: string): CardKind => {
  const { answer, options } = contentOf(body);
  return kindOf(answer, options);
};

const isAnswer = (answer: string): boolean => isSaid(answer.split('\n'));

const kindOf = (answer: string, options: number): CardKind =>
  options > 0 && !isAnswer(answer) ? 'choice' : 'recall';

const problemsOf = ({ outline, found }: PlacedCard, card: Card | undefined): readonly Problem[] => {
  const at = { file: outline.file, line: found.line + 1, column: found.column };
  const length = found.question.length;
  const problems: Problem[] = [];
  if (card !== undefined && !card.answered) {
    problems.push(
      createProblem('W010', at, 'the card has no answer', 'add the answer below this line', {
        length,
      }),
    );
  }
  if (found.question === '') {
    problems.push(createProblem('W012', at, 'the question is empty', 'write it behind the #', {}));
  }
  return problems;
};
