import { normalise } from '../identity.ts';
import { plainText } from '../plain-text.ts';
import { likenessOf } from './asks.ts';
import type { Details } from './details-blocks.ts';
import type { Document } from './document.ts';
import type { Finding, Mark } from './finding.ts';
import { readQuestion } from './question-text.ts';
import { remember } from './remember.ts';
import { isAnswerLabel, isAnswerPart, isDocumentPart } from './vocabulary.ts';

/** The details of a file by what their summaries are. */
export interface SortedDetails {
  /** Blocks that hide an answer under a label that is always the same. */
  readonly answers: readonly Details[];
  /** Blocks whose summary is a text of its own. */
  readonly named: readonly Details[];
}

/** A summary on more than this share of all blocks is a label, whatever its language. */
const LABEL_SHARE = 0.6;

/** Tells labels such as "Show answer" from summaries that are questions. */
export const sortDetails = remember((document: Document): SortedDetails => {
  const counts = new Map<string, number>();
  const keys = document.details.map(({ summary }) => normalise(plainText(summary)));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const answers: Details[] = [];
  const named: Details[] = [];
  document.details.forEach((block, index) => {
    const key = keys[index] ?? '';
    const copies = counts.get(key) ?? 0;
    const isLabel =
      namesAnswer(key) ||
      (copies >= 3 && copies > document.details.length * LABEL_SHARE && key.length <= 60);
    if (isLabel) answers.push(block);
    else if (!isDocumentPart(key) && !/^(?:view|show|see) contents?$/.test(key)) named.push(block);
  });
  return { answers, named };
});

const CLICK = /^(?:click|tap) (?:here )?(?:to|for) (?:see|view|show|reveal)? ?(?:the )?/;

const namesAnswer = (key: string): boolean =>
  isAnswerLabel(key) || (CLICK.test(key) && isAnswerLabel(key.replace(CLICK, '')));

/** Family C1: the summary is the question, the rest of the block its answer. */
export const findDetailsQuestions = (document: Document): Finding | undefined => {
  const { named } = sortDetails(document);
  const kept = named.filter(({ summary }) => {
    const { text, isLabelled } = readQuestion(summary);
    return isLabelled || (text !== '' && !isAnswerPart(text));
  });
  const score = kept.reduce((sum, { summary }) => sum + weightOf(summary), 0);
  if (kept.length === 0 || score < kept.length * 0.3) return undefined;
  const contents = kept.filter((block) => isContents(document, block));
  if (contents.length >= kept.length * 0.7) return undefined;
  const taken = new Set(kept);
  return {
    shape: 'details',
    marks: kept.map((block) => markOf(document, block)),
    score,
    skipped: document.details
      .filter((block) => !taken.has(block))
      .map(({ summary }) => plainText(summary)),
  };
};

/** A part of a table of contents that opens and closes. */
const isContents = (document: Document, { bodyLine, end }: Details): boolean => {
  const texts = document.lines
    .slice(bodyLine + 1, Math.min(end, bodyLine + 60))
    .filter((line) => /[\p{L}\p{N}]/u.test(line.replace(/<[^<>]{1,200}>/g, '')));
  const links = texts.filter((line) => line.length < 1_000 && hasLinkIntoFile(line));
  return texts.length >= 2 && links.length >= texts.length * 0.8;
};

/** Whether a line leads into the file, and says next to nothing besides. */
const hasLinkIntoFile = (line: string): boolean =>
  /\]\(#|href="#/.test(line) &&
  line
    .replace(/\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\s]*\)|<a\b[^<>]*>[^<>]*<\/a>|<[^<>]*>|&\w+;/g, '')
    .replace(/[^\p{L}]/gu, '').length <= 10;

const weightOf = (summary: string): number => {
  const { text, isLabelled, isNumbered } = readQuestion(summary);
  if (isLabelled) return 1;
  return Math.max(likenessOf(text), isNumbered ? 0.5 : 0);
};

/** The mark of a block whose summary is the question. */
export const markOf = (document: Document, block: Details): Mark => {
  const rest = (document.lines[block.bodyLine] ?? '').slice(block.bodyColumn - 1);
  return {
    line: block.summaryLine,
    column: block.summaryColumn,
    text: block.summary,
    next: Math.min(block.bodyLine + 1, block.end),
    end: block.end,
    indent: 0,
    lead: { line: block.bodyLine, column: block.bodyColumn, text: rest },
  };
};
