import {
  findAnswerHeadings,
  findAnswerLines,
  findDetailsAnswers,
  findTaskLists,
} from './answer-first.ts';
import { boldLines } from './bold-lines.ts';
import { findBold } from './bold-shape.ts';
import { findCalledList } from './called-list.ts';
import { findDetailsQuestions } from './details-shape.ts';
import type { Document } from './document.ts';
import type { Finder, Finding } from './finding.ts';
import { viewLevel } from './heading-levels.ts';
import { findHeadings } from './headings-shape.ts';
import { isBehindText, isInsideAnswers } from './inside-answers.ts';
import { hasAskingLinks } from './linked-items.ts';
import { isMostlyLinks, isNothingButLinks } from './links.ts';
import { topItems } from './list-items.ts';
import { findList, findListHeadings } from './list-shape.ts';
import { findOptionBlocks } from './option-blocks.ts';
import { findQAndA } from './q-and-a-shape.ts';
import { findSingleQuestion } from './single-question.ts';

/** Syntaxes that mean one thing only come first, and answers before questions. */
const SURE: readonly Finder[] = [
  findListHeadings,
  findTaskLists,
  findDetailsAnswers,
  findAnswerHeadings,
];

/** Finds out how a file's questions are written; undefined where it has none. */
export const detect = (document: Document): Finding | undefined => {
  const single = findSingleQuestion(document);
  if (single !== undefined) return single;
  const general = findGeneral(document);
  const labelled = findQAndA(document);
  const isLabels = labelled !== undefined && isAsMany(document, labelled, general);
  if (isLabels && !isOfNumbers(labelled, general)) return labelled;
  const sure = findSure(document, general);
  const details = findDetailsQuestions(document);
  if (sure !== undefined && !isOfChapters(sure, details)) return sure;
  if (
    details !== undefined &&
    details.marks.length >= 2 &&
    details.score >= (general?.score ?? 0) * 0.8
  ) {
    return details;
  }
  if (general !== undefined) return general;
  return (
    labelled ??
    findAnswerLines(document) ??
    details ??
    findOptionBlocks(document) ??
    findCalledList(document)
  );
};

/** Labels under headings that are called questions, behind other text, are what an answer quotes. */
const isAsMany = (document: Document, labelled: Finding, general: Finding | undefined): boolean => {
  if (labelled.score < (general?.score ?? 0) * 0.8) return false;
  const isQuoted =
    general?.shape === 'headings' &&
    labelled.marks.length <= general.marks.length * 1.2 &&
    isLabelled(document, general) &&
    isBehindText(document, labelled, general);
  return !isQuoted;
};

/** In a numbered list in which most are called questions, the few others are some as well. */
const isOfNumbers = (labelled: Finding, list: Finding | undefined): boolean => {
  if (list === undefined || list.marks.length <= labelled.marks.length) return false;
  if (list.marks.some(({ number }) => number === undefined)) return false;
  const lines = new Set(list.marks.map(({ line }) => line));
  return labelled.marks.every(({ line }) => lines.has(line));
};

const findSure = (document: Document, general: Finding | undefined): Finding | undefined => {
  const least = Math.max(1, (general?.marks.length ?? 0) * 0.5);
  for (const find of SURE) {
    const finding = find(document);
    if (finding === undefined) continue;
    const holds = general !== undefined && isInsideAnswers(document, general, finding);
    if (finding.marks.length >= least || holds) return finding;
  }
  return undefined;
};

/** List items that hold headings are chapters where the blocks in them are many more, and ask. */
const isOfChapters = ({ marks, score, questionLevel }: Finding, details: Finding | undefined) =>
  questionLevel !== undefined &&
  marks.every(({ level }) => level === undefined) &&
  details !== undefined &&
  details.score >= details.marks.length * 0.5 &&
  details.marks.length >= marks.length * 2 &&
  details.score >= score * 2;

/** Headings that are called questions are, whatever else their answers hold. */
const findGeneral = (document: Document): Finding | undefined => {
  const headings = readHeadings(document);
  const isCalled = headings !== undefined && isLabelled(document, headings);
  return isCalled ? headings : mostAsking(document, headings);
};

/**
 * Headings, bold lines and list items are compared by how many of them read as questions. Who
 * cannot win is not looked at: it has no more marks than lines.
 */
const mostAsking = (document: Document, headings: Finding | undefined): Finding | undefined => {
  const second = boldOr(document, headings);
  const score = second?.score ?? 0;
  const isHeadings = second === headings;
  const least = score * (isHeadings ? weightOver(headings, 2.5) : 1);
  if (topItems(document).length <= least || isListOfLinks(document)) return second;
  const list = findList(document);
  if (list === undefined) return second;
  if (second !== undefined && isTextOf(second, list)) return list;
  return list.score > (isHeadings ? least : score * 1.2) ? list : second;
};

const boldOr = (document: Document, headings: Finding | undefined): Finding | undefined => {
  const least = (headings?.score ?? 0) * weightOver(headings, 6);
  const bold = boldLines(document).length > least ? findBold(document) : undefined;
  return bold !== undefined && bold.score > least ? bold : headings;
};

/** An answer has more bold lines and items than questions have headings, so these count less. */
const weightOver = (headings: Finding | undefined, most: number): number =>
  isStrong(headings) ? most : 1.2;

const isListOfLinks = (document: Document): boolean =>
  isMostlyLinks(document) && !document.isPromising && !hasAskingLinks(document);

/** Bold lines that are all items of a list which has a few more: those whose stars are broken. */
const isTextOf = (bold: Finding, { marks, score }: Finding): boolean => {
  const more = marks.length - bold.marks.length;
  if (bold.shape !== 'bold' || score < bold.score || more <= 0) return false;
  const items = new Set(marks.map(({ line }) => line));
  return more <= bold.marks.length * 0.1 && bold.marks.every(({ line }) => items.has(line));
};

/** A file of nothing but links may have headings that sort them. */
const readHeadings = (document: Document): Finding | undefined => {
  const headings = findHeadings(document);
  return isNothingButLinks(document) && !isStrong(headings) ? undefined : headings;
};

const isLabelled = (document: Document, { questionLevel, marks }: Finding): boolean => {
  const { candidates } = viewLevel(document, questionLevel ?? 2);
  const labelled = candidates.filter(({ question }) => question.isLabelled && question.isNumbered);
  return labelled.length >= 3 && labelled.length >= marks.length * 0.7;
};

const isStrong = (finding: Finding | undefined): boolean =>
  finding !== undefined && finding.marks.length >= 3 && finding.score >= finding.marks.length * 0.7;
