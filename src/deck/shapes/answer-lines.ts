import { startsAnswer } from './answer-label.ts';
import { type Document, linesWhere } from './document.ts';
import { remember } from './remember.ts';

/** Indices of all lines that begin with a name for an answer. */
export const answerLines = remember((document: Document): readonly number[] =>
  linesWhere(document, undefined, startsAnswer),
);
