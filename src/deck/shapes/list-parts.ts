import type { Document } from './document.ts';
import type { ItemCandidate } from './list-items.ts';
import { isMixedPart, isOpeningPart } from './vocabulary.ts';

/**
 * The list items that stand under no part of the document, such as its table of contents. A part
 * like "Introduction" is a chapter where all that it lists asks, with an answer to each.
 */
export const outsideOfParts = <Item extends ItemCandidate>(
  document: Document,
  all: readonly Item[],
): readonly Item[] => {
  const chapters = askedSections(document, all);
  return all.filter(({ section }) => {
    const above = document.headings[section];
    if (above === undefined || chapters.has(section) || isMixedPart(above.plain)) return true;
    return !(above.isPart || above.isAnswer);
  });
};

const askedSections = (document: Document, all: readonly ItemCandidate[]): ReadonlySet<number> => {
  const asked = new Set<number>();
  const other = new Set<number>();
  all.forEach((candidate, index) => {
    const above = document.headings[candidate.section];
    if (above?.isPart !== true || !isOpeningPart(above.plain)) return;
    const isAsked = candidate.weight === 1 && isAnswered(document, candidate, all[index + 1]);
    (isAsked ? asked : other).add(candidate.section);
  });
  return new Set([...asked].filter((section) => !other.has(section)));
};

/** Whether text stands between an item and the next, and no list, as in a table of contents. */
const isAnswered = (
  { lines, scanned }: Document,
  { item, section }: ItemCandidate,
  next: ItemCandidate | undefined,
): boolean => {
  const end = next?.section === section ? next.item.line : lines.length;
  let line = item.line + 1;
  while (line < end && scanned.firsts[line] === 0) line++;
  return line < end && !/^\s*(?:#|[-*+]\s|\d+[.)]\s)/.test(lines[line] ?? '#');
};
