import type { FoundCard } from '../found-card.ts';
import { plainText } from '../plain-text.ts';
import type { Level } from '../types.ts';
import { answerKeys, knownKeys } from './answer-key.ts';
import { startsAnswer } from './answer-label.ts';
import { readBody } from './card-body.ts';
import { clozeCards } from './cloze-cards.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import { type QuestionText, readQuestion } from './question-text.ts';

/** The cards of a file whose questions are marked; most marks are one card, a cloze is several. */
export const foundCards = (
  document: Document,
  marks: readonly Mark[],
  chapters: readonly (string | undefined)[],
  isQuiz: boolean,
): readonly FoundCard[] => {
  const keys = answerKeys(document);
  return marks.flatMap((mark, index) => {
    const chapter = chapters[index];
    if (mark.isCloze) return clozeCards(document, mark, chapter);
    const asked = askedAt(document, mark);
    const number = asked.question.number ?? mark.number;
    const body = readBody(document, asked.mark, knownKeys(keys, mark.line, number), isQuiz);
    const tags = [...asked.question.tags, ...body.tags];
    const level = asked.question.level ?? body.level;
    return [
      {
        question: asked.question.text === '' ? plainText(mark.text) : asked.question.text,
        line: asked.mark.line,
        column: asked.mark.column,
        comment: commentOf(level, tags),
        commentLine: undefined,
        bodyLine: Math.min(asked.mark.end, body.origins[0]?.line ?? asked.mark.next),
        endLine: asked.mark.end,
        body: body.text,
        chapter,
        isAnswered: body.isAnswered,
        ...(body.hasChoices ? { kind: 'choice' as const } : {}),
        origins: body.origins,
      },
    ];
  });
};

const commentOf = (level: Level | undefined, tags: readonly string[]): FoundCard['comment'] => ({
  ...(level === undefined ? {} : { level }),
  ...(tags.length === 0 ? {} : { tags }),
});

interface Asked {
  readonly mark: Mark;
  readonly question: QuestionText;
}

/** Where the question stands: behind its label, or in the paragraph under a bare "Question 7". */
const askedAt = (document: Document, mark: Mark): Asked => {
  const question = readQuestion(mark.text);
  if (question.text !== '') return { mark, question };
  let line = mark.next;
  while (line < mark.end && (document.lines[line] ?? '').trim() === '') line++;
  const first = document.lines[line] ?? '';
  const isText = line < mark.end && !document.scanned.isInert(line) && !startsAnswer(first);
  if (!isText || /^\s*(?:[-*+]\s|<|\|)/.test(first)) return { mark, question };
  let end = line + 1;
  while (end < mark.end && end < line + 12 && !endsParagraph(document, end)) end++;
  const text = document.lines.slice(line, end).join(' ').trim();
  const column = first.search(/\S/) + 1;
  const own = readQuestion(text);
  return {
    mark: { ...mark, line, column, text, next: end },
    question: { ...own, number: question.number ?? own.number, level: question.level ?? own.level },
  };
};

const endsParagraph = (document: Document, line: number): boolean => {
  const text = document.lines[line] ?? '';
  if (text.trim() === '' || document.scanned.isInert(line)) return true;
  return /^\s*(?:[-*+#<|]|\d{1,3}[.)]\s|\(?[A-Ha-h][.):]\s?|\*\*|```)/.test(text);
};
