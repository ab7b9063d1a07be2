import type { FoundCard } from '../found-card.ts';
import { normalise } from '../identity.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

/** A label must stand so often in a file to be worth a word. */
const OFTEN = 3;

/** What a user is told was not taken as a question: parts of the document, and labels. */
export const skippedTexts = (
  document: Document,
  finding: Finding | undefined,
): readonly string[] => {
  const taken = new Set(finding?.marks.map(({ line }) => line));
  const counts = new Map<string, number>();
  const others = document.headings.filter(
    ({ line, isInDetails }) => !isInDetails && !taken.has(line),
  );
  for (const { plain } of others) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  const known = new Set(finding?.skipped);
  const more = others.filter(({ plain, isPart }) => isPart || (counts.get(plain) ?? 0) >= OFTEN);
  return [
    ...(finding?.skipped ?? []),
    ...more.map(({ plain }) => plain).filter((plain) => !known.has(plain)),
  ];
};

/** Each text once, those that are repeated with their number. */
export const countTexts = (texts: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([text]) => text !== '')
    .map(([text, count]) => (count === 1 ? text : `${text} ×${count}`));
};

/** Takes the questions out that an author or a user says are none. */
export const withoutSkipped = (
  cards: readonly FoundCard[],
  skip: readonly string[],
): { readonly cards: readonly FoundCard[]; readonly skipped: readonly string[] } => {
  if (skip.length === 0) return { cards, skipped: [] };
  const unwanted = new Set(skip.map(normalise));
  const isKept = (card: FoundCard): boolean => !unwanted.has(normalise(card.question));
  return {
    cards: cards.filter(isKept),
    skipped: cards.filter((card) => !isKept(card)).map(({ question }) => question),
  };
};
