import type { FoundCard } from '../found-card.ts';
import { plainText } from '../plain-text.ts';
import type { Level } from '../types.ts';
import { startsAnswer } from './answer-label.ts';
import { readBody } from './card-body.ts';
import { clozeCards } from './cloze-cards.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import type { KeyEntry } from './key-entries.ts';
import { endedByKeys, knownAnswers } from './known-answers.ts';
import { opensWithOptions, optionStarts } from './option-starts.ts';
import type { Quiz } from './options.ts';
import { type QuestionText, readQuestion } from './question-text.ts';

/** The cards of a file whose questions are marked; most marks are one card, a cloze is several. */
export const foundCards = (
  document: Document,
  marks: readonly Mark[],
  chapters: readonly (string | undefined)[],
  isOfTasks: boolean,
): readonly FoundCard[] => {
  const quiz = quizOf(document, marks, isOfTasks);
  const cards: FoundCard[] = [];
  const asked = endedByKeys(document, withDots(marks)).map((mark) => askedAt(document, mark));
  const known = knownAnswers(document, asked.map(numberOf));
  asked.forEach((one, index) => {
    const chapter = chapters[index];
    if (one.mark.isCloze) {
      for (const card of clozeCards(document, one.mark, chapter)) cards.push(card);
    } else cards.push(cardOf(document, one, { chapter, known: known[index], quiz }));
  });
  return cards;
};

/**
 * Where the questions are counted by headings such as "⬛ 7" and nothing else, each number is that
 * of the question under it, with or without a dot.
 */
const withDots = (marks: readonly Mark[]): readonly Mark[] => {
  const isCounted = marks.every(({ text }, at) => readQuestion(text).text === String(at + 1));
  return isCounted && marks.length >= 3
    ? marks.map((mark, at) => ({ ...mark, text: `${at + 1}.` }))
    : marks;
};

interface Surroundings {
  readonly chapter: string | undefined;
  /** What an answer key says of it. */
  readonly known: KeyEntry | undefined;
  readonly quiz: Quiz | undefined;
}

/** A file where lettered options come below most questions is a quiz, whoever keeps its answers. */
const quizOf = (
  document: Document,
  marks: readonly Mark[],
  isOfTasks: boolean,
): Quiz | undefined => {
  if (isOfTasks) return 'tasks';
  if (marks.length < 3 || optionStarts(document).length < marks.length * 0.6) return undefined;
  const lettered = marks.filter(({ next, end }) => opensWithOptions(document, next, end));
  return lettered.length >= marks.length * 0.6 ? 'letters' : undefined;
};

const cardOf = (
  document: Document,
  { mark: asked, question, raw }: Asked,
  { chapter, known, quiz }: Surroundings,
): FoundCard => {
  const body = readBody(document, asked, known, quiz);
  const tags = question.tags.length === 0 ? body.tags : [...question.tags, ...body.tags];
  const card: FoundCard = {
    question: question.text === '' ? plainText(raw.text) : question.text,
    line: asked.line,
    column: asked.column,
    comment: commentOf(question.level ?? body.level, tags),
    commentLine: undefined,
    bodyLine: Math.min(asked.end, body.origins[0]?.line ?? asked.next),
    endLine: asked.end,
    body: body.text,
    chapter,
    isAnswered: body.isAnswered,
    origins: body.origins,
  };
  return body.hasChoices ? { ...card, kind: 'choice' } : card;
};

const commentOf = (level: Level | undefined, tags: readonly string[]): FoundCard['comment'] => {
  const comment = level === undefined ? {} : { level };
  return tags.length === 0 ? comment : { ...comment, tags };
};

interface Asked {
  readonly mark: Mark;
  /** The mark as it was found, with the label alone where the question stands below. */
  readonly raw: Mark;
  readonly question: QuestionText;
}

const numberOf = ({ question, raw }: Asked) => ({
  line: raw.line,
  number: question.number ?? raw.number,
});

/** Where the question stands: behind its label, or in the paragraph under a bare "Question 7". */
const askedAt = (document: Document, mark: Mark): Asked => {
  const raw = mark;
  if (mark.isCloze) return { mark, raw, question: readQuestion('') };
  const question = readQuestion(mark.text);
  if (question.text !== '') return { mark, raw, question };
  const line = skipFacts(document, mark);
  const first = document.lines[line] ?? '';
  const isText = line < mark.end && !document.scanned.isInert(line) && !startsAnswer(first);
  if (!isText || /^\s*(?:[-*+]\s|<|\|)/.test(first)) return { mark, raw, question };
  let end = line + 1;
  while (end < mark.end && end < line + 12 && !endsParagraph(document, end)) end++;
  const text = document.lines.slice(line, end).join(' ').trim();
  const column = first.search(/\S/) + 1;
  const own = readQuestion(text);
  return {
    raw,
    mark: { ...mark, line, column, text, next: end },
    question: { ...own, number: question.number ?? own.number, level: question.level ?? own.level },
  };
};

/** What is told of a question before it is asked: `**Type:** single choice`, `Points: 2`. */
const FACT =
  /^\s*[*_]{0,2}(?:question )?(?:types?|topics?|domain|category|difficulty|level|points?|marks?|score|section|subject|skills?|objectives?|tags?|time|weight|area|module)\s*[*_]{0,2}[:：][*_]{0,2}\s*[^\s?？][^?？]{0,80}$/i;

/** The first line under a mark that has text, and none of those facts where more text comes. */
const skipFacts = (document: Document, mark: Mark): number => {
  const textAt = (from: number): number => {
    let at = from;
    while (at < mark.end && (document.lines[at] ?? '').trim() === '') at++;
    return at;
  };
  const first = textAt(mark.next);
  let line = first;
  while (line < mark.end && FACT.test(document.lines[line] ?? '')) line = textAt(line + 1);
  return line < mark.end && !endsParagraph(document, line) ? line : first;
};

const endsParagraph = (document: Document, line: number): boolean => {
  const text = document.lines[line] ?? '';
  if (text.trim() === '' || document.scanned.isInert(line)) return true;
  return /^\s*(?:[-*+#<|]|\d{1,3}[.)]\s|\(?[A-Ha-h][.):]\s?|\*\*|```)/.test(text);
};
