import { startCode, startTable } from '../line-start.ts';
import { likenessOf } from './asks.ts';
import type { Document } from './document.ts';
import { type ItemCandidate, topItems } from './list-items.ts';
import { outsideOfParts } from './list-parts.ts';
import { readQuestion } from './question-text.ts';
import { remember } from './remember.ts';

/*
 * Questions that are links to their answers, as those of a discussion or a film are. A list of links
 * to read has titles instead, of which few ask, and leads to many places.
 */

const MAY_BE_LINK = startTable('[*_');
/** A link and nothing else, which does not lead into its own file. */
const LINK =
  /^[*_]{0,3}\[((?:[^[\]]|\[[^[\]]{0,100}\]){4,400})\]\((?!#)([^()\s]{1,1000})\)[\s*_.,;]*$/;

const FEWEST = 8;

interface LinkedItem extends ItemCandidate {
  readonly hasMark: boolean;
  /**
   * Where it leads to: the host, and the project where that has many; empty for a file beside this
   * one, as in an index of the files that hold the questions with their answers.
   */
  readonly place: string;
}

const linkedItems = remember((document: Document): readonly LinkedItem[] =>
  topItems(document).flatMap((item) => {
    if (MAY_BE_LINK[startCode(item.text, 0)] !== 1 || item.text.length > 2_000) return [];
    const [, text = '', target = ''] = LINK.exec(item.text) ?? [];
    const question = readQuestion(text);
    if (question.text === '' || text.startsWith('!')) return [];
    const weight = likenessOf(question.text);
    const section = document.headingAbove(item.line);
    const hasMark = /[?？]\s*$/.test(text);
    const place = placeOf(target);
    return [{ item, weight, isLabelled: false, isGraded: false, section, hasMark, place }];
  }),
);

const placeOf = (target: string): string =>
  /^https?:\/\/(?:(?:github|gitee|gitlab)\.com\/[^/]*\/[^/]*|[^/]*)/.exec(target)?.[0] ?? '';

/** Whether what a file lists are links whose texts ask: nearly all, or most of one place. */
export const hasAskingLinks = remember((document: Document): boolean => {
  const links = linksElsewhere(document);
  if (links.length < FEWEST || links.length < topItems(document).length * 0.5) return false;
  const asking = links.filter(({ weight }) => weight === 1).length;
  return asking >= links.length * (isOfOnePlace(links) ? 0.5 : 0.9);
});

const linksElsewhere = (document: Document): readonly LinkedItem[] =>
  outsideOfParts(
    document,
    linkedItems(document).filter(({ place }) => place !== ''),
  );

const isOfOnePlace = (links: readonly LinkedItem[]): boolean => {
  const counts = new Map<string, number>();
  for (const { place } of links) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts.values()].some((count) => count >= links.length * 0.9);
};

/**
 * The items that are links, with the others: all of them where they are what the file lists, or
 * else those with a question mark, among more of their section that ask and are no links.
 */
export const withLinks = (
  document: Document,
  texts: readonly ItemCandidate[],
): readonly ItemCandidate[] => {
  const added = hasAskingLinks(document)
    ? linksElsewhere(document)
    : amongOthers(linkedItems(document), texts);
  if (added.length === 0) return texts;
  const known = new Set(texts.map(({ item }) => item));
  return [...texts, ...added.filter(({ item }) => !known.has(item))].toSorted(
    (one, other) => one.item.line - other.item.line,
  );
};

const amongOthers = (
  all: readonly LinkedItem[],
  texts: readonly ItemCandidate[],
): readonly ItemCandidate[] => {
  const links = all.filter(({ hasMark }) => hasMark);
  const asking = countBySection(texts.filter(({ weight }) => weight === 1));
  const linked = countBySection(links);
  return links
    .filter(
      ({ section }) => (asking.get(section) ?? 0) >= Math.max(3, (linked.get(section) ?? 0) * 2),
    )
    .map((link) => ({ ...link, weight: 1 }));
};

const countBySection = (all: readonly ItemCandidate[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { section } of all) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
};
