import { groupBy } from '../group-by.ts';
import type { Document } from './document.ts';
import type { ItemCandidate } from './list-items.ts';
import { isContents, isMixedPart, isOpeningPart } from './vocabulary.ts';

/**
 * The list items that stand under no part of the document, such as its table of contents. A part
 * like "Introduction" is a chapter where all that it lists asks, with an answer to each.
 */
export const outsideOfParts = <Item extends ItemCandidate>(
  document: Document,
  all: readonly Item[],
): readonly Item[] => {
  const chapters = new Set([...askedSections(document, all), ...laterSections(document, all)]);
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

/**
 * No table of contents stands behind the questions: a part that is called as one is a chapter
 * there, where most of a long list in it asks.
 */
const laterSections = (document: Document, all: readonly ItemCandidate[]): readonly number[] => {
  const first = all.find(({ section, weight }) => {
    const above = document.headings[section];
    return weight === 1 && above !== undefined && !above.isPart && !above.isAnswer;
  });
  if (first === undefined) return [];
  const later = groupBy(
    all.filter(({ section }) => section > first.section && isContentsPart(document, section)),
    ({ section }) => section,
  );
  return [...later].flatMap(([section, own]) => {
    const asking = own.filter(({ weight }) => weight === 1);
    return own.length >= FEWEST_LATER && asking.length >= own.length * 0.7 ? [section] : [];
  });
};

const FEWEST_LATER = 5;

const isContentsPart = ({ headings }: Document, section: number): boolean => {
  const above = headings[section];
  return above?.isPart === true && isContents(above.plain);
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
