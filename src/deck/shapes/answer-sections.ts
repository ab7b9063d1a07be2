import type { Document, DocumentHeading } from './document.ts';
import type { Mark } from './finding.ts';
import { firstAfter } from './first-after.ts';
import { readQuestion } from './question-text.ts';
import { leadsTo } from './section-borders.ts';

/**
 * Headings that stand in an answer although they are above the level of the questions: text comes
 * between them and the next question. So they do where the first question has no chapter, or where
 * questions are called so and most headings of the level have none.
 */
export const sectionsOfAnswers = (
  document: Document,
  headings: readonly DocumentHeading[],
  marks: readonly Mark[],
): ReadonlySet<DocumentHeading> => {
  const first = marks[0]?.line ?? 0;
  if (marks.some(({ level }) => level === undefined)) return new Set();
  const questions = marks.map(({ line }) => line);
  const isFirstAlone = headings.every(
    ({ line, isPart }) => line > first || (isPart && !leadsTo(document, line, questions)),
  );
  if (!isFirstAlone && !marks.every(isCalled)) return new Set();
  const empty = isFirstAlone ? undefined : emptyLevels(document, headings, questions);
  return new Set(
    headings.filter(
      ({ line, level }) =>
        line > first && empty?.has(level) !== false && !leadsTo(document, line, questions),
    ),
  );
};

const isCalled = ({ text }: Mark): boolean => {
  const question = readQuestion(text);
  return question.isLabelled && question.number !== undefined;
};

/** Levels of which most headings are followed by another one, and no question between. */
const emptyLevels = (
  document: Document,
  headings: readonly DocumentHeading[],
  questions: readonly number[],
): ReadonlySet<number> =>
  new Set(
    [1, 2, 3, 4, 5].filter((level) => {
      const own = headings.filter((heading) => heading.level === level);
      const empty = own.filter(({ line }) => {
        const next = questions[firstAfter(questions, line)];
        return next === undefined || next >= document.endOfSection(line, level);
      });
      return empty.length > own.length * 0.5;
    }),
  );
