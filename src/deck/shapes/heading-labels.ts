import { likenessOf } from './asks.ts';
import type { Document, DocumentHeading } from './document.ts';

/** A text on more than this share of its level is a label, unless it asks or is numbered. */
const LABEL_SHARE = 0.3;

/** A text that is much of its level, or that stands once under each of many headings. */
export type LabelKind = 'much' | 'under-each';

/**
 * Texts that are labels of a part of an answer: they stand on much of their level and do not ask,
 * or they stand once under each of many headings, as "What is it?" may do. Where questions are
 * called so, with their numbers, a repeated text is a label even if it asks.
 */
export const findLabels = (
  document: Document,
  headings: readonly DocumentHeading[],
  isCalled: boolean,
): ReadonlyMap<string, LabelKind> => {
  const labels = new Map<string, LabelKind>();
  for (const [key, { count, parents }] of countTexts(document, headings)) {
    if (count <= 2) continue;
    const isMuch = count > headings.length * LABEL_SHARE && (isCalled || likenessOf(key) < 1);
    if (count > 4 && parents === count) labels.set(key, 'under-each');
    else if (isMuch) labels.set(key, 'much');
  }
  return labels;
};

interface TextCount {
  count: number;
  /** Under how many different headings it stands. */
  parents: number;
  last: number;
}

const countTexts = (
  document: Document,
  headings: readonly DocumentHeading[],
): ReadonlyMap<string, TextCount> => {
  const texts = new Map<string, TextCount>();
  let parent = -1;
  let at = 0;
  for (const heading of headings) {
    for (; (document.headings[at]?.line ?? heading.line) < heading.line; at++) {
      const other = document.headings[at];
      if (other !== undefined && other.level < heading.level && !other.isInDetails) parent = at;
    }
    const known = texts.get(heading.key);
    if (known === undefined) texts.set(heading.key, { count: 1, parents: 1, last: parent });
    else countOnce(known, parent);
  }
  return texts;
};

/** Parents come in order, so one that is not the last is new. */
const countOnce = (text: TextCount, parent: number): void => {
  text.count++;
  if (text.last !== parent) text.parents++;
  text.last = parent;
};
