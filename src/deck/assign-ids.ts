import { deriveIds } from './identity.ts';
import type { PlacedCard } from './place-cards.ts';
import { createProblem, type Problem } from './problem.ts';

/** An id for each card: the author's where there is one, else one made from the question. */
export const assignIds = (
  placed: readonly PlacedCard[],
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } => {
  const firstOf = new Map<string, PlacedCard>();
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
  const derived = deriveGroups(without, new Set(firstOf.keys()));
  let next = 0;
  return { ids: explicit.map((id) => id ?? derived[next++] ?? ''), problems };
};

/** The deletions of one sentence share its id, and add their number to it. */
const deriveGroups = (
  cards: readonly PlacedCard[],
  taken: ReadonlySet<string>,
): readonly string[] => {
  const isNext = (card: PlacedCard, before: PlacedCard | undefined): boolean =>
    card.found.cloze !== undefined &&
    before?.found.cloze !== undefined &&
    before.outline === card.outline &&
    before.found.line === card.found.line;
  const groups = cards.filter((card, index) => !isNext(card, cards[index - 1]));
  const ids = deriveIds(
    groups.map(({ found }) => ({
      question: found.cloze?.sentence ?? found.question,
      body: found.cloze === undefined ? found.body : '',
    })),
    taken,
  );
  let group = -1;
  return cards.map((card, index) => {
    if (!isNext(card, cards[index - 1])) group++;
    const id = ids[group] ?? '';
    return card.found.cloze === undefined ? id : `${id}-c${card.found.cloze.number}`;
  });
};

const positionOfId = ({ outline, found }: PlacedCard): Problem['at'] => ({
  file: outline.file,
  line: (found.commentLine ?? found.line) + 1,
  column: 1,
});

const sameId = (id: string, place: PlacedCard, first: PlacedCard): Problem =>
  createProblem(
    'E003',
    positionOfId(place),
    `two cards have the same id "${id}"`,
    'give the second card a new id; until then it has one made from its question',
    { length: id.length, related: { at: positionOfId(first), note: 'first used here' } },
  );
