import { findDetailsAnswers, findTaskLists } from './answer-first.ts';
import { boldLines } from './bold-lines.ts';
import { boldMarks, findBold } from './bold-shape.ts';
import { findDetailsQuestions, markOf, sortDetails } from './details-shape.ts';
import { detect } from './detect.ts';
import type { Document } from './document.ts';
import type { AskableShape, Finder, Finding, Mark } from './finding.ts';
import { viewLevels } from './heading-levels.ts';
import { findHeadings, findHeadingsAt } from './headings-shape.ts';
import { type ItemCandidate, topItems } from './list-items.ts';
import { outsideOfParts } from './list-parts.ts';
import { findList, findListHeadings, itemCandidates, itemMarks } from './list-shape.ts';
import { findQAndA } from './q-and-a-shape.ts';

/**
 * Reads a file in the shape that its author, or the user, says it has; undefined lets the file say.
 * Who says it is believed: where nothing reads as a question, all that has the shape is one.
 *
 * @param level level of the headings that are questions, 1 to 6; it says the shape as well
 */
export const findAs = (
  document: Document,
  shape: AskableShape | undefined,
  level: number | undefined,
): Finding | undefined => {
  if (level !== undefined) return findHeadingsAt(document, level);
  if (shape === undefined) return detect(document);
  for (const find of FINDERS[shape]) {
    const finding = find(document);
    if (finding !== undefined && finding.marks.length > 0) return finding;
  }
  return undefined;
};

/** The level with most headings that have text of their own, or with most where none has. */
const fullestLevel = (document: Document): number | undefined => {
  const views = viewLevels(document).filter(({ candidates }) => candidates.length > 0);
  const size = ({ candidates, ownTextShare }: (typeof views)[number]): number =>
    candidates.length * (ownTextShare + 0.001);
  return views.toSorted((one, other) => size(other) - size(one))[0]?.level;
};

/** All headings of that level; undefined where a file has none. */
export const allHeadings = (document: Document): Finding | undefined => {
  const level = fullestLevel(document);
  return level === undefined ? undefined : findHeadingsAt(document, level);
};

/** The items that are text, or all, where most are links; not those of a table of contents. */
export const allItems = (document: Document): readonly ItemCandidate[] => {
  const texts = outsideOfParts(document, itemCandidates(document));
  if (texts.length * 2 >= topItems(document).length) return texts;
  const all = topItems(document).map((item) => {
    const section = document.headingAbove(item.line);
    return { item, weight: 0, isLabelled: false, isGraded: false, section };
  });
  return outsideOfParts(document, all);
};

const allListed = (document: Document): Finding => {
  const items = allItems(document).map(({ item }) => item);
  return allOf('list-questions', itemMarks(document, items));
};

const allBold = (document: Document): Finding =>
  allOf('bold', boldMarks(document, boldLines(document)));

const allSummaries = (document: Document): Finding =>
  allOf(
    'details',
    sortDetails(document).named.map((block) => markOf(document, block)),
  );

const allOf = (shape: Finding['shape'], marks: readonly Mark[]): Finding => ({
  shape,
  marks,
  score: marks.length,
  skipped: [],
});

const HEADINGS: readonly Finder[] = [findHeadings, allHeadings];
const LISTS: readonly Finder[] = [findListHeadings, findList, allListed];
/** For each shape who finds it, and who takes what is left where nothing was found. */
const FINDERS: Readonly<Record<AskableShape, readonly Finder[]>> = {
  native: HEADINGS,
  headings: HEADINGS,
  chaptered: HEADINGS,
  details: [findDetailsQuestions, allSummaries],
  'details-answer': [findDetailsAnswers],
  list: LISTS,
  'list-questions': LISTS,
  'task-list': [findTaskLists],
  'q-and-a': [findQAndA],
  bold: [findBold, allBold],
};
