import { sectionText, splitSections } from './sections.ts';

/** Shorter answers, such as "Yes." or "To be completed.", are no mark of a card. */
const TELLING_ANSWER = 40;

/** Whether the answer in a body is long enough that no other card has the same by chance. */
export const isTellingAnswer = (body: string): boolean =>
  sectionText(splitSections(body), 'answer').replace(/\s+/g, ' ').trim().length >= TELLING_ANSWER;
