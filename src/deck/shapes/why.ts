import type { Document } from './document.ts';
import { isMostlyLinks } from './links.ts';
import { allHeadings, allItems } from './said-shape.ts';

/** Why a file has no card, in one clause. */
export const whyNoCards = (document: Document): string => {
  if (document.lines.every((line) => line.trim() === '')) return 'the file is empty';
  if (isMostlyLinks(document)) return 'it is a list of links';
  const hasHeadings = document.headings.some(({ isInDetails }) => !isInDetails);
  return hasHeadings
    ? 'none of its headings, bold lines and list items reads as a question'
    : 'nothing in it reads as a question';
};

/** What a user may say the questions of a file are, and how many there would be. */
export type WayIn =
  | { readonly kind: 'headings'; readonly level: number; readonly count: number }
  | { readonly kind: 'list'; readonly count: number };

/** Fewer of a kind are no bank. */
const FEWEST = 5;

/** What could be the questions of a file in which nothing reads as one. */
export const waysIn = (document: Document): readonly WayIn[] => {
  const { questionLevel: level = 0, marks = [] } = allHeadings(document) ?? {};
  const ways: readonly WayIn[] = [
    { kind: 'headings', level, count: marks.length },
    { kind: 'list', count: allItems(document).length },
  ];
  return ways.filter(({ count }) => count >= FEWEST);
};
