import type { Document } from './document.ts';
import { isMostlyLinks } from './links.ts';

/** Why a file has no card, in one clause that a user can do something about. */
export const whyNoCards = (document: Document): string => {
  if (document.lines.every((line) => line.trim() === '')) return 'the file is empty';
  if (isMostlyLinks(document)) return 'it is a list of links';
  const hasHeadings = document.headings.some(({ isInDetails }) => !isInDetails);
  return hasHeadings
    ? 'none of its headings, bold lines and list items reads as a question'
    : 'nothing in it reads as a question';
};
