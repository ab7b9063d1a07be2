import { mayStartAnswer, startsAnswer } from './answer-label.ts';
import type { Document, DocumentHeading } from './document.ts';
import type { Mark } from './finding.ts';
import { judge } from './heading-candidates.ts';
import { viewLevel } from './heading-levels.ts';
import { marksOf } from './headings-shape.ts';
import { type QuestionText, readQuestion } from './question-text.ts';
import { isAnswerPart, promisesQuestions } from './vocabulary.ts';

/** The nearest heading before each answer, and those of the same level that ask without one. */
export const headingsBefore = (document: Document, answers: readonly number[]): readonly Mark[] => {
  const isHeading = document.headings[document.headingAbove(answers[0] ?? 0)]?.line === answers[0];
  const nearest = nearestAnchors(document, !isHeading);
  const near = new Set<number>();
  for (const line of answers) {
    const above = document.headingAbove(line - 1);
    const at = isDirectlyUnder(document, above, line) ? above : (nearest[above] ?? -1);
    if (at >= 0) near.add(at);
  }
  const found = [...near].flatMap((at) => document.headings[at] ?? []);
  const level = commonLevel(found.map((heading) => ({ level: heading.level })) as Mark[]);
  const { candidates: all, askShare, numberedShare } = viewLevel(document, level);
  // Where nearly all are numbered and most ask, one in parts that does not ask is one of them.
  const isList = numberedShare >= 0.9 && askShare >= 0.6;
  // Where all are called questions, what stands deeper is a part of one, with its own answer.
  const isCalled = all.length >= 3 && all.every(({ question }) => isCounted(question));
  const anchors = isCalled
    ? found.filter((heading) => heading.level <= level || readQuestion(heading.text).isLabelled)
    : found;
  const lines = new Set(anchors.map(({ line }) => line));
  const others = all.filter(
    ({ heading, question, asks, weight, isNumbered, hasOwnText }) =>
      !lines.has(heading.line) &&
      (asks === 1 ||
        (question.isLabelled && isNumbered) ||
        (isList && isNumbered && hasParts(document, heading)) ||
        (hasOwnText && (weight === 1 || isNumbered))),
  );
  const candidates = [...anchors.map((heading) => judge(document, heading)), ...others];
  return marksOf(
    document,
    candidates.toSorted((a, b) => a.heading.line - b.heading.line),
  );
};

const isCounted = ({ isLabelled, number }: QuestionText): boolean =>
  isLabelled && number !== undefined;

const hasParts = (document: Document, { line, level }: DocumentHeading): boolean =>
  document.endOfSection(line, 6) < document.endOfSection(line, level);

/** An answer right under a heading makes a question of it, whatever it is called. */
const isDirectlyUnder = (document: Document, above: number, line: number): boolean => {
  const heading = document.headings[above];
  if (heading === undefined || heading.isAnswer) return false;
  return document.lines
    .slice(heading.line + heading.height, line)
    .every((text) => text.trim() === '');
};

/** For each heading the index of the last one, up to itself, that may be a question. */
const nearestAnchors = (document: Document, mayBeParts: boolean): Int32Array => {
  const nearest = new Int32Array(document.headings.length).fill(-1);
  let last = -1;
  for (let at = 0; at < nearest.length; at++) {
    if (isAnchor(document, at) && (mayBeParts || !isPart(document, at))) last = at;
    nearest[at] = last;
  }
  return nearest;
};

/** "Resources" above the heading "Answers" is no question, as it may be above a quiz. */
const isPart = ({ headings }: Document, at: number): boolean => {
  const heading = headings[at];
  return heading?.isPart === true && !promisesQuestions(heading.plain);
};

const isAnchor = (document: Document, at: number): boolean => {
  const heading = document.headings[at];
  if (heading === undefined || heading.isInDetails) return false;
  return !isAnswerPart(heading.plain) && !namesAnswer(heading.plain);
};

/** The level that most of some marks are on. */
export const commonLevel = (marks: readonly Mark[]): number => {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { level = 0 } of marks) counts[level] = (counts[level] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
};

/** Whether a heading starts with a name for an answer: "Solution 2". */
export const namesAnswer = (plain: string): boolean =>
  mayStartAnswer(plain) && startsAnswer(`${plain}:`);
