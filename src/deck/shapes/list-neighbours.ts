import type { Document } from './document.ts';
import type { ItemCandidate } from './list-items.ts';

const FEWEST = 3;

type Items = readonly ItemCandidate[];

/**
 * Numbered lists that stand beside one of questions in each of many chapters: the tasks of a bank,
 * which do not ask. One such list alone may be anything.
 */
export const neighbourLists = (
  document: Document,
  sections: readonly Items[],
  taken: readonly Items[],
): ReadonlySet<Items> => {
  const parents = parentsOf(document);
  const parentOf = (items: Items): number => parents[items[0]?.section ?? -1] ?? -1;
  const chapters = new Set(
    sections.filter((_, at) => (taken[at]?.length ?? 0) > 0).map((items) => parentOf(items)),
  );
  const beside = sections.filter(
    (items, at) =>
      taken[at]?.length === 0 &&
      parentOf(items) >= 0 &&
      chapters.has(parentOf(items)) &&
      isSequence(items),
  );
  const isRegular = beside.length >= FEWEST && beside.length >= chapters.size * 0.5;
  return new Set(isRegular ? beside : []);
};

const isSequence = (items: Items): boolean =>
  items.length >= FEWEST && items.every(({ item }, at) => item.number === at + 1);

/** For each heading the index of the one that its section stands in, -1 for none. */
const parentsOf = ({ headings }: Document): readonly number[] => {
  const open: number[] = [];
  return headings.map(({ level }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
};
