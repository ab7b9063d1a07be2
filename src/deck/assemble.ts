import { countOptions } from './choices.ts';
import { deriveIds, hashOfAnswer, keyOf } from './identity.ts';
import type { FileOutline, FoundCard } from './outline.ts';
import { createProblem, type Problem } from './problem.ts';
import { sectionText, splitSections } from './sections.ts';
import type { Card, CardKind, CardWithBody, Chapter, Deck } from './types.ts';

export interface AssembledDeck {
  readonly deck: Deck;
  /** The cards in deck order, each with its Markdown. */
  readonly cards: readonly CardWithBody[];
  readonly problems: readonly Problem[];
}

interface Placed {
  readonly outline: FileOutline;
  readonly found: FoundCard;
  readonly chapter: Chapter | undefined;
}

/** An answer that says only that it is still to be written. */
const PLACEHOLDER =
  /^[\s>*_`.…-]*(?:to be (?:completed|done|added|written)|answer here|tbd|todo|coming soon)[\s>*_`.…!-]*$/i;

/** Puts the outlines of a deck's files together: chapters, ids, keys, and problems between cards. */
export const assembleDeck = (outlines: readonly FileOutline[]): AssembledDeck => {
  const ordered = orderFiles(outlines.filter((outline) => outline.cards.length > 0));
  const chapters = ordered.map((outline, index) => chapterOf(outline, index, ordered.length));
  const placed = ordered.flatMap((outline, index) =>
    outline.cards.map((found): Placed => ({ outline, found, chapter: chapters[index] })),
  );
  const name = ordered.find((outline) => outline.front.deck !== undefined)?.front.deck;
  const { ids, problems } = assignIds(placed);
  const cards = placed.map((place, index) =>
    createCard(place, ids[index] ?? '', place.outline.front.deck ?? name),
  );
  return {
    deck: {
      name,
      chapters: chapters.filter((chapter) => chapter !== undefined),
      cards: cards.map(({ card }) => card),
    },
    cards,
    problems: [
      ...outlines.flatMap((outline) => outline.problems),
      ...problems,
      ...placed.flatMap((place, index) => problemsOf(place, cards[index]?.card)),
    ],
  };
};

/** Files that say their chapter number come in its order, the others in the order given. */
const orderFiles = (outlines: readonly FileOutline[]): readonly FileOutline[] =>
  outlines.every((outline) => outline.front.chapter !== undefined)
    ? outlines.toSorted((a, b) => (a.front.chapter ?? 0) - (b.front.chapter ?? 0))
    : outlines;

const chapterOf = (outline: FileOutline, index: number, files: number): Chapter | undefined => {
  const { chapter, title, short } = outline.front;
  if (files === 1 && chapter === undefined && title === undefined) return undefined;
  const name = title ?? outline.title ?? titleOfFile(outline.file);
  return { number: chapter ?? index + 1, title: name, short: short ?? name };
};

const titleOfFile = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file)
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_]+/g, ' ');

const assignIds = (placed: readonly Placed[]): { ids: string[]; problems: Problem[] } => {
  const firstOf = new Map<string, Placed>();
  const problems: Problem[] = [];
  const explicit = placed.map((place) => {
    const id = place.found.comment.id;
    if (id === undefined) return undefined;
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, place);
    else problems.push(sameId(id, place, first));
    return first === undefined ? id : undefined;
  });
  const without = placed.filter((_, index) => explicit[index] === undefined);
  const derived = deriveIds(
    without.map(({ found }) => found),
    new Set(firstOf.keys()),
  );
  let next = 0;
  return { ids: explicit.map((id) => id ?? derived[next++] ?? ''), problems };
};

const positionOfId = ({ outline, found }: Placed): Problem['at'] => ({
  file: outline.file,
  line: (found.commentLine ?? found.line) + 1,
  column: 1,
});

const sameId = (id: string, place: Placed, first: Placed): Problem =>
  createProblem(
    'E003',
    positionOfId(place),
    `two cards have the same id "${id}"`,
    'give the second card a new id; until then it has one made from its question',
    { length: id.length, related: { at: positionOfId(first), note: 'first used here' } },
  );

const createCard = (
  { outline, found, chapter }: Placed,
  id: string,
  deck: string | undefined,
): CardWithBody => {
  const sections = splitSections(found.body);
  const answer = sectionText(sections, 'answer');
  const options = countOptions(sectionText(sections, 'choices'));
  const answered = isAnswer(answer) || options > 0;
  const { comment } = found;
  const card: Card = {
    key: keyOf(deck, id),
    id,
    explicitId: comment.id === id,
    chapter,
    question: found.question,
    kind: kindOf(answer, options),
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
  return { card, body: found.body };
};

const isAnswer = (answer: string): boolean => answer.trim() !== '' && !PLACEHOLDER.test(answer);

const kindOf = (answer: string, options: number): CardKind =>
  options > 0 && !isAnswer(answer) ? 'choice' : 'recall';

const problemsOf = ({ outline, found }: Placed, card: Card | undefined): readonly Problem[] => {
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
