import { startCode, startTable } from '../line-start.ts';
import { likenessOf } from './asks.ts';
import type { Document } from './document.ts';
import { type ListItem, topItems } from './list-items.ts';
import { readQuestion } from './question-text.ts';
import { remember } from './remember.ts';
import { MARK_IN_FRONT } from './ticks.ts';
import { isAnswerPart } from './vocabulary.ts';

/** A box to be ticked in front of a list item's text. */
export const TASK = /^\[[ xX]\](?:\s|$)/;
const OPTION = new RegExp(
  `^${MARK_IN_FRONT}(?:\\*\\*|__|\`)?\\(?[A-Ha-h1-9][.):：](?:\\*\\*|__|\`)?(?:\\s|$)`,
);
/** A part of the question of that number: `7. (b) Why …`. */
const LETTERED = /^\([A-Ha-h]\)\s+\S.{24}/;
/** A number of its own in the text of a bullet. */
export const NUMBERED = /^\d{1,3}[.):：]\s/;
const FEWEST_NUMBERED = 3;
const ONLY_LINKS =
  /^(?:[[(][^\])]{0,30}[\])]\s*)?(?:\*\*|_|~~)*(?:\[(?:[^[\]]|\[[^[\]]*\])*\]\([^)]*\)|<?https?:\/\/\S+>?)(?:\*\*|_|~~)*[\s.,;:|/?？。]*(?:\[[^\]]*\]\([^)]*\)[\s.,;:|/]*)*(?:\s*[-–—(].{0,160})?$/;

const LINK_INSIDE = /^\[(?:[^[\]]|\[[^[\]]{0,40}\]){2,400}\]\(#[^()\s]{0,400}\)\s*$/;

const MAY_BE_LINK = startTable('[(*_~<h');
const MAY_BE_OPTION = startTable('*_`(ABCDEFGHabcdefgh123456789');

/** Whether an item may be a question: not a task, an option or nothing but links. */
export const isText = (document: Document, item: ListItem, text: string): boolean => {
  const first = startCode(text, 0);
  if (text.trim() === '' || TASK.test(text)) return false;
  if (MAY_BE_LINK[first] === 1 && ONLY_LINKS.test(text) && !isAnchored(document, item, text)) {
    return false;
  }
  if (item.headingLevel !== undefined || MAY_BE_OPTION[first] !== 1) return true;
  if (item.isOrdered && LETTERED.test(text) && likenessOf(text) === 1) return true;
  return !OPTION.test(text) || (NUMBERED.test(text) && hasCountedBullets(document));
};

/** Whether an item is a bullet with the letter of an option. */
export const isLettered = ({ isOrdered, text }: ListItem): boolean =>
  !isOrdered && OPTION.test(text) && !NUMBERED.test(text);

/** Whether bullets carry numbers and most of them ask: they are questions, and no options. */
const hasCountedBullets = remember((document: Document): boolean => {
  const counted = topItems(document).filter(
    ({ isOrdered, text }) => !isOrdered && NUMBERED.test(text),
  );
  const asking = counted.filter(({ text }) => likenessOf(readQuestion(text).text) === 1);
  return counted.length >= FEWEST_NUMBERED && asking.length >= counted.length * 0.6;
});

/** A link into the file that has text of its own under it is where a table of contents leads to. */
const isAnchored = ({ lines }: Document, { line, indent, headingLevel }: ListItem, text: string) =>
  LINK_INSIDE.test(text) &&
  (headingLevel !== undefined ||
    ((lines[line + 1] ?? '').search(/\S/) >= Math.min(2, indent) &&
      !/^\s*(?:[-*+]|\d+[.)])\s/.test(lines[line + 1] ?? '')));

/** Whether an item names a part of an answer, with or without a text behind a colon. */
export const isPartOfAnswer = (text: string): boolean =>
  isAnswerPart(text) || (text.includes(':') && isAnswerPart(text.replace(/:.*$/, '')));
