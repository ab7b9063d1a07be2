import { startTable } from '../line-start.ts';
import type { Document } from './document.ts';
import { remember } from './remember.ts';

/** A list item that no other item holds. Lines count from 0, columns from 1. */
export interface ListItem {
  readonly line: number;
  readonly isOrdered: boolean;
  readonly number: number | undefined;
  /** Width of its marker with the indent in front of it. */
  readonly indent: number;
  readonly text: string;
  /** Level of the heading that the item's text is, if it is one. */
  readonly headingLevel: number | undefined;
}

/** An item that may be a question. */
export interface ItemCandidate {
  readonly item: ListItem;
  readonly weight: number;
  /** Called a question, with its number: `Problem 3:`. */
  readonly isLabelled: boolean;
  /** Carries a mark of how hard it is. */
  readonly isGraded: boolean;
  /** Index of the heading above it, -1 for none: a list is judged by its section. */
  readonly section: number;
}

const ITEM =
  /^( {0,3})(?:([-*+•])|(\d{1,5})(?:[.)]|\\\.|[、．](?=\S)|[、．]))([ \t]{1,8}|(?<=[、．])|$)(.*)$/;
/** Some authors leave no space behind the number; Markdown then sees no list. */
const TIGHT = /^( {0,3})(\d{1,4})[.)](?=[\p{L}¿«"`*(])(.*)$/u;
const MAY_BE_ITEM = startTable('-*+0123456789');
const MAY_BE_BULLET = startTable('-*+');
const MAY_BE_NUMBER = startTable('0123456789');
/** Fewer of them are words such as "3.js". */
const FEWEST_TIGHT = 5;
const HEADING_IN_ITEM = /^(#{1,6})[ \t]+(?=\S)/;

/**
 * The outermost list items of a file outside of fences, quotes and details. An item that is
 * indented by two more than the open one, or a bullet by one, is nested in it, whatever the exact
 * rule says: authors do not count.
 */
export const topItems = remember((document: Document): readonly ListItem[] => {
  const items: ListItem[] = [];
  let open: number | undefined;
  let wasBlank = false;
  const { firsts } = document.scanned;
  const isTight = hasTightItems(document);
  let last: number | undefined;
  const least = leastIndent(document);
  for (let index = 0; index < firsts.length; index++) {
    if (document.scanned.isInert(index)) continue;
    const isBlank = firsts[index] === 0;
    const line = document.lines[index] ?? '';
    const item = itemAt(document, index, isTight ? 'any' : last);
    last = item?.number ?? last;
    if (item === undefined) {
      if (endsList(line, isBlank, wasBlank)) open = undefined;
    } else if (!isNested(line, open, item, least)) {
      items.push(item);
      open = indentOf(line);
    }
    wasBlank = isBlank;
  }
  return items.filter(({ line }) => document.detailsAt(line) < 0);
});

const itemAt = (
  { lines, scanned }: Document,
  index: number,
  last: number | 'any' | undefined,
): ListItem | undefined => {
  if (MAY_BE_ITEM[scanned.firsts[index] ?? 0] !== 1) return undefined;
  const line = lines[index] ?? '';
  const item = readItem(line, index);
  if (item !== undefined || last === undefined) return item;
  // A number without a space is an item, too, where it is the next one.
  const tight = tightItem(line, index);
  return last === 'any' || tight?.number === last + 1 ? tight : undefined;
};

/**
 * Whether a file has numbers without a space behind them, and hardly any other, or others that go
 * on where these leave off.
 */
const hasTightItems = ({ lines, scanned }: Document): boolean => {
  const tight: number[] = [];
  const others: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (MAY_BE_NUMBER[scanned.firsts[index] ?? 0] !== 1 || scanned.isInert(index)) continue;
    const line = lines[index] ?? '';
    const own = tightItem(line, index)?.number;
    const other = own === undefined ? readItem(line, index)?.number : undefined;
    if (own !== undefined) tight.push(own);
    if (other !== undefined) others.push(other);
  }
  return tight.length >= FEWEST_TIGHT && (tight.length > others.length * 2 || isRun(tight, others));
};

/** Whether numbers of two kinds are together those of one list, with few gaps and few copies. */
const isRun = (one: readonly number[], other: readonly number[]): boolean => {
  const all = new Set([...one, ...other]);
  const highest = Math.max(...all);
  return all.size >= (one.length + other.length) * 0.8 && highest <= all.size * 1.3;
};

const tightItem = (line: string, index: number): ListItem | undefined => {
  const [, margin = '', digits = '', text = ''] = TIGHT.exec(line) ?? [];
  return digits === ''
    ? undefined
    : {
        line: index,
        isOrdered: true,
        number: Number(digits),
        indent: margin.length + digits.length + 1,
        text,
        headingLevel: undefined,
      };
};

const isNested = (
  line: string,
  open: number | undefined,
  { isOrdered }: ListItem,
  leastOfBullets: number,
): boolean => open !== undefined && indentOf(line) >= open + (isOrdered ? 2 : leastOfBullets);

/** Bullets that are indented by one are nested where most are not indented at all. */
const leastIndent = ({ lines, scanned }: Document): 1 | 2 => {
  let flush = 0;
  let indented = 0;
  for (let index = 0; index < lines.length; index++) {
    if (MAY_BE_BULLET[scanned.firsts[index] ?? 0] !== 1 || scanned.isInert(index)) continue;
    const line = lines[index] ?? '';
    if (/^[-*+] /.test(line)) flush++;
    else if (/^ [-*+] /.test(line)) indented++;
  }
  return indented > 0 && flush > indented ? 1 : 2;
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A heading ends a list, and so does text at the margin after a blank line. */
const endsList = (line: string, isBlank: boolean, wasBlank: boolean): boolean =>
  line.startsWith('#') || (wasBlank && !isBlank && !line.startsWith(' ') && !line.startsWith('\t'));

/** Reads one line as a list item that is indented by three spaces at most. */
export const readItem = (line: string, index: number): ListItem | undefined => {
  const match = ITEM.exec(line);
  if (match === null) return undefined;
  const [, margin = '', bullet, digits, gap = '', rest = ''] = match;
  const marker = line.length - rest.length;
  const heading = rest.startsWith('#') ? HEADING_IN_ITEM.exec(rest) : null;
  const skip = heading?.[0].length ?? 0;
  return {
    line: index,
    isOrdered: bullet === undefined,
    number: digits === undefined ? undefined : Number(digits),
    indent: Math.min(marker, margin.length + (digits?.length ?? 0) + 1 + Math.min(4, gap.length)),
    text: rest.includes('#') ? rest.slice(skip).replace(/[ \t]+#+[ \t]*$/, '') : rest,
    headingLevel: heading?.[1]?.length,
  };
};
