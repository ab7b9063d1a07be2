import { plainText } from '../plain-text.ts';
import type { BodyLine } from './body-line.ts';
import type { Details } from './details-blocks.ts';
import { sortDetails } from './details-shape.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import { remember } from './remember.ts';
import { isAnswerLabel } from './vocabulary.ts';

/** What is shown with a question, such as the code that it is about, and the answer below it. */
export interface GivenBody {
  readonly given: readonly BodyLine[];
  readonly answer: readonly BodyLine[];
}

/**
 * Text that stands above a block which hides the answer is a part of the question: nobody can
 * answer "What does this print?" without it. An explanation, or "click me", may hide what comes
 * behind the answer, so above these nothing is told apart.
 */
export const splitGiven = (
  document: Document,
  mark: Mark,
  lines: readonly BodyLine[],
): GivenBody => {
  const hidden = firstHidden(document, mark);
  const at = lines.findIndex(({ line }) => line >= hidden);
  const given = at < 0 ? lines : lines.slice(0, at);
  return hidden < mark.end && given.some(isTold)
    ? { given, answer: at < 0 ? [] : lines.slice(at) }
    : { given: [], answer: lines };
};

/** The first line of a block under a mark that hides an answer, or the end of the mark's text. */
const firstHidden = (document: Document, { next, end }: Mark): number => {
  const blocks = answerBlocks(document);
  for (let line = next; line < end && blocks.size > 0; line++) {
    const block = document.details[document.detailsAt(line)];
    if (block !== undefined && blocks.has(block)) return line;
  }
  return end;
};

/** A picture alone may be a sign of how hard the question is. */
const isTold = ({ text, isInert }: BodyLine): boolean =>
  isInert || plainText(text.slice(0, 2_000).replace(PICTURE, '')) !== '';

const PICTURE =
  /!\[[^\]]{0,200}\]\([^()]{0,400}(?:\([^()]{0,200}\)[^()]{0,400}){0,4}\)|<img\b[^<>]{0,400}>/g;

const answerBlocks = remember(
  (document: Document): ReadonlySet<Details> =>
    new Set(
      sortDetails(document).answers.filter(({ summary }) => {
        const label = plainText(summary);
        return isAnswerLabel(label) && !VAGUE.test(label);
      }),
    ),
);

/** Names that may hide anything. */
const VAGUE =
  /^\P{L}*(?:hints?|spoiler|details|expand|show|reveal|a|click (?:here|me|to (?:expand|reveal))|explanations?|explicación|пояснення|пояснение|解析|解説|해설|展开)\P{L}*$/iu;
