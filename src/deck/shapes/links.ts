import { startTable } from '../line-start.ts';
import type { Document } from './document.ts';
import { remember } from './remember.ts';

const ITEM = /^\s{0,12}(?:[-*+]|\d{1,4}[.)])\s/;
const MAY_BE_ITEM = startTable('-*+0123456789');
const OUTSIDE_LINK = /\]\((?!#)[^)]|https?:\/\//;
const FEWEST = 8;

/**
 * Whether a file is a list of links: most of its list items lead out of it. Links to its own
 * headings are a table of contents, which a bank may well have.
 */
export const isMostlyLinks = (document: Document): boolean => {
  const { items, links } = countLinks(document);
  return items >= FEWEST && links >= items * 0.6;
};

/** Whether a good part of what a file lists leads out of it: a guide to other pages. */
export const hasManyLinks = (document: Document): boolean => {
  const { items, links } = countLinks(document);
  return items >= FEWEST && links >= items * 0.3;
};

/** Whether most of all text of a file is links out of it, and not only most of its lists. */
export const isNothingButLinks = (document: Document): boolean => {
  const { items, links, texts } = countLinks(document);
  return items >= FEWEST && links >= items * 0.6 && links >= texts * 0.5;
};

interface LinkCount {
  readonly items: number;
  readonly links: number;
  readonly texts: number;
}

/** A list item that is not nothing but a link into the file. */
const isItem = (line: string): boolean =>
  line.length <= 4_000 &&
  ITEM.test(line) &&
  !(line.includes('](#') && /^\s*\S+\s*\[[^\]]*\]\(#[^)]*\)\s*$/.test(line));

const countLinks = remember((document: Document): LinkCount => {
  let items = 0;
  let links = 0;
  let texts = 0;
  const { firsts } = document.scanned;
  for (let index = 0; index < firsts.length; index++) {
    const first = firsts[index] ?? 0;
    const line = document.lines[index] ?? '';
    if (first === 0 || line.startsWith('#')) continue;
    texts++;
    if (MAY_BE_ITEM[first] !== 1 || document.scanned.isInert(index) || !isItem(line)) continue;
    items++;
    if (OUTSIDE_LINK.test(line)) links++;
  }
  return { items, links, texts };
});
