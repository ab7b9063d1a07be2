import { plainText } from '../plain-text.ts';
import type { Document } from './document.ts';

/** The file's own title: its first heading of the first level. */
export const titleOf = (document: Document): string | undefined => {
  const first = document.headings.find(({ level, isInDetails }) => level === 1 && !isInDetails);
  const title = first === undefined ? '' : plainText(first.text);
  return title === '' ? undefined : title;
};
