import { startTable } from '../line-start.ts';
import { plainText } from '../plain-text.ts';
import { keyLines } from './answer-key.ts';
import { answerLines } from './answer-lines.ts';
import { likenessOf } from './asks.ts';
import { boldLines } from './bold-lines.ts';
import { askingLines, boldMarks } from './bold-shape.ts';
import { sortDetails } from './details-shape.ts';
import { type Document, type DocumentHeading, linesWhere } from './document.ts';
import type { Finding, Mark, Shape } from './finding.ts';
import { commonLevel, headingsBefore, namesAnswer } from './heading-anchors.ts';
import { withAnswers } from './list-neighbours.ts';
import { pickSequence } from './list-sequence.ts';
import { itemCandidates, itemMarks } from './list-shape.ts';
import { labelledLines, marksOfLabelled } from './q-and-a-shape.ts';
import { readQuestion } from './question-text.ts';
import { isAnswerLabel, isPlainAnswerLabel, isPlan } from './vocabulary.ts';

/*
 * Files whose answers are easier to find than their questions: hidden in details under a label,
 * given as a task list, or under a heading "Answer". The question is then what stands before each.
 */

/** What a question could be written as; found for each answer, and the best one counts. */
type AnchorKind = 'heading' | 'labelled' | 'ordered' | 'bold' | 'bullet';

interface Anchors {
  readonly kind: AnchorKind;
  readonly marks: readonly Mark[];
  /** How many answers have a mark of this kind before them, and after the answer before. */
  readonly pairs: number;
}

const KINDS: readonly AnchorKind[] = ['heading', 'labelled', 'ordered', 'bold', 'bullet'];

/** Family C2: details whose summary is always the same. */
export const findDetailsAnswers = (document: Document): Finding | undefined => {
  const { answers } = sortDetails(document);
  const isPlain = answers.every(({ summary }) => isPlainAnswerLabel(plainText(summary)));
  if (answers.length < (isPlain ? 1 : 2)) return undefined;
  const shape = (kind: AnchorKind): Shape =>
    kind === 'heading' ? 'details-answer' : shapeOf(kind);
  const lines = answers.map(({ line }) => line);
  const finding = findBefore(document, lines, shape, isPlain);
  // "Details", or "Dockerfile", may hide anything; what stands above must ask, or be numbered.
  const isVague = answers.every(({ summary }) => isVagueLabel(plainText(summary)));
  return finding === undefined || !isVague || document.isPromising || isAsking(finding)
    ? finding
    : undefined;
};

const isVagueLabel = (plain: string): boolean => VAGUE.test(plain) || !isAnswerLabel(plain);

const VAGUE = /^\P{L}*(?:details|expand|click to expand|click (?:me|here))\P{L}*$/iu;

const isAsking = ({ marks }: Finding): boolean => {
  const asked = marks.filter(({ text, number }) => {
    const question = readQuestion(text);
    return number !== undefined || question.isNumbered || likenessOf(question.text) > 0;
  });
  return asked.length >= marks.length * 0.3;
};

const TASK = /^\s{0,12}[-*+] \[[ xX]\](?:\s|$)/;

const MAY_BE_TASK = startTable('-*+');

/** Family E: task lists of which some option is right. */
export const findTaskLists = (document: Document): Finding | undefined => {
  const tasks = linesWhere(document, MAY_BE_TASK, (line) => TASK.test(line)).filter(
    (line) => !isPlan(document.headings[document.headingAbove(line)]?.plain ?? ''),
  );
  if (tasks.length < 2) return undefined;
  const right = tasks.filter((index) => /\[[xX]\]/.test(document.lines[index] ?? ''));
  const finding = findBefore(document, tasks, () => 'task-list');
  if (finding === undefined) return undefined;
  // To-do lists are task lists too: under one heading, and mostly done or mostly not.
  const isQuiz = finding.marks.length >= 2 && right.length >= finding.marks.length * 0.5;
  return isQuiz || (right.length > 0 && finding.score >= 1 && finding.score >= finding.marks.length)
    ? finding
    : undefined;
};

/** Headings that are called "Answer"; the question is the nearest heading before, not deeper. */
export const findAnswerHeadings = (document: Document): Finding | undefined => {
  const keyed = keyLines(document);
  const answers = document.headings.filter(
    ({ plain, isAnswer, isInDetails, line }) =>
      !isInDetails && !keyed.has(line) && (isAnswer || namesAnswer(plain)),
  );
  const isPlain = answers.every(({ plain }) => isPlainAnswerLabel(plain));
  const lines = answers.map(({ line }) => line);
  const finding = answers.length < 1 ? undefined : findBefore(document, lines, shapeOf, isPlain);
  return finding === undefined || isStray(document, finding)
    ? undefined
    : { ...finding, marks: untilNext(document, finding.marks, answers) };
};

/** A word such as "Solution" once or twice in a long text makes no questions of what is above it. */
const isStray = (document: Document, { marks }: Finding): boolean => {
  if (marks.length >= 3 || document.headings.length < 20) return false;
  const isAsked = marks.some(({ text }) => likenessOf(readQuestion(text).text) === 1);
  const lines = marks.reduce((sum, { line, end }) => sum + end - line, 0);
  return !isAsked || lines < document.lines.length * 0.25;
};

/** An answer on the level of its question would end it: then it goes on to the next one. */
const untilNext = (
  document: Document,
  marks: readonly Mark[],
  answers: readonly DocumentHeading[],
): readonly Mark[] => {
  const level = Math.min(...answers.map((answer) => answer.level));
  if (!marks.every((mark) => mark.level === level)) return marks;
  return marks.map((mark, index) => ({
    ...mark,
    end: Math.min(
      marks[index + 1]?.line ?? Number.MAX_SAFE_INTEGER,
      document.endOfSection(mark.line, level - 1),
    ),
  }));
};

/** Lines that start with "Answer:", for questions that are written in no way of their own. */
export const findAnswerLines = (document: Document): Finding | undefined => {
  const answers = answerLines(document).filter((index) => document.detailsAt(index) < 0);
  const finding = answers.length < 3 ? undefined : findBefore(document, answers, shapeOf);
  return finding !== undefined && finding.score >= 3 ? finding : undefined;
};

const shapeOf = (kind: AnchorKind): Shape => {
  switch (kind) {
    case 'heading':
      return 'headings';
    case 'labelled':
      return 'q-and-a';
    case 'bold':
      return 'bold';
    case 'ordered':
    case 'bullet':
      return 'list';
  }
};

const findBefore = (
  document: Document,
  answers: readonly number[],
  shape: (kind: AnchorKind) => Shape,
  isPlain = false,
): Finding | undefined => {
  const all = KINDS.map((kind): Anchors => {
    const marks = marksOfKind(document, kind, answers);
    return { kind, marks, pairs: countPairs(marks, answers) };
  });
  const groups = countGroups(all, answers);
  const best = all.reduce((top, anchors) => (anchors.pairs > top.pairs * 1.1 ? anchors : top));
  if (best.pairs < Math.max(1, groups * 0.5)) return undefined;
  // One heading before some answers may be any heading, unless it asks.
  if (
    !isPlain &&
    best.marks.length === 1 &&
    likenessOf(readQuestion(best.marks[0]?.text ?? '').text) < 1
  ) {
    return undefined;
  }
  const level = best.marks[0]?.level;
  return {
    shape: shape(best.kind),
    marks: best.marks,
    ...(best.kind === 'heading' && level !== undefined
      ? { questionLevel: commonLevel(best.marks) }
      : {}),
    score: best.pairs,
    skipped: [],
  };
};

const marksOfKind = (
  document: Document,
  kind: AnchorKind,
  answers: readonly number[],
): readonly Mark[] => {
  switch (kind) {
    case 'heading':
      return headingsBefore(document, answers);
    case 'labelled':
      return marksOfLabelled(document, labelledLines(document));
    case 'bold':
      return boldMarks(document, askingLines(boldLines(document)));
    case 'ordered': {
      const all = itemCandidates(document).filter(({ item }) => item.isOrdered);
      const ordered = withAnswers(document, all, answers);
      return itemMarks(
        document,
        pickSequence(ordered).map(({ item }) => item),
      );
    }
    case 'bullet': {
      const bullets = itemCandidates(document).filter(
        ({ item, weight }) => !item.isOrdered && weight > 0,
      );
      return itemMarks(
        document,
        bullets.map(({ item }) => item),
      );
    }
  }
};

const countPairs = (marks: readonly Mark[], answers: readonly number[]): number => {
  let at = 0;
  let pairs = 0;
  let last = -1;
  for (const line of answers) {
    while (at < marks.length && (marks[at]?.line ?? 0) < line) at++;
    const mark = at - 1;
    if (mark > last) {
      pairs++;
      last = mark;
    }
  }
  return pairs;
};

/** Answers that follow each other without any question between them are parts of one. */
const countGroups = (all: readonly Anchors[], answers: readonly number[]): number =>
  Math.min(answers.length, Math.max(...all.map(({ pairs }) => pairs)));
