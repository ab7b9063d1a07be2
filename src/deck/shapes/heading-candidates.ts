import { startTable } from '../line-start.ts';
import { startsAnswer } from './answer-label.ts';
import { type Likeness, likenessOf } from './asks.ts';
import type { Document, DocumentHeading } from './document.ts';
import { type QuestionText, readQuestion } from './question-text.ts';

/** A heading that may be a question, with what speaks for it. */
export interface Candidate {
  readonly heading: DocumentHeading;
  readonly question: QuestionText;
  readonly asks: Likeness;
  readonly isNumbered: boolean;
  /** The first text under it starts with a name for an answer. */
  readonly isAnswered: boolean;
  /** Text stands under it before the next heading of any level. */
  readonly hasOwnText: boolean;
  readonly weight: number;
}

/** Judges one heading on its own. */
export const judge = (document: Document, heading: DocumentHeading): Candidate => {
  const question = readQuestion(heading.text);
  const first = firstTextUnder(document, heading);
  const asks = likenessOf(question.text);
  const isNumbered = question.isLabelled || question.isNumbered;
  const isAnswered = first !== undefined && startsAnswer(first);
  const weight = question.isLabelled || isAnswered ? 1 : Math.max(asks, isNumbered ? 0.5 : 0);
  const hasOwnText = first !== undefined;
  return { heading, question, asks, isNumbered, isAnswered, hasOwnText, weight };
};

const MAY_BE_RULE = startTable('-*_<');

/** The first line of text under a heading, before any other heading. */
const firstTextUnder = (document: Document, heading: DocumentHeading): string | undefined => {
  const { firsts } = document.scanned;
  const end = document.endOfSection(heading.line, 6);
  for (let index = heading.line + heading.height; index < end; index++) {
    const first = firsts[index] ?? 0;
    if (first === 0) continue;
    const line = document.lines[index] ?? '';
    if (MAY_BE_RULE[first] !== 1 || !/^\s*(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>)\s*$/.test(line))
      return line;
  }
  return undefined;
};
