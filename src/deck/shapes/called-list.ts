import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { itemCandidates, itemMarks } from './list-shape.ts';

const FEWEST = 5;
/** What is not of the list is this share of it at most: a title, a line of welcome, a link. */
const MOST_BESIDE = 0.2;

/** Words that say what follows; "interview" says only what it is for. */
const QUESTIONS =
  /\bquestions\b|preguntas|perguntas|\bfragen\b|вопрос|питан|面试题|問題|質問|질문|أسئلة|প্রশ্ন|प्रश्न|soruları|pytania|câu hỏi/i;

/**
 * One numbered list that is all of a file, under a title or a line that calls it questions: then
 * they are, although none asks.
 */
export const findCalledList = (document: Document): Finding | undefined => {
  const items = itemCandidates(document).map(({ item }) => item);
  const isRun = items.every(({ number }, at) => number === at + 1);
  if (items.length < FEWEST || !isRun) return undefined;
  const marks = itemMarks(document, items);
  const first = marks[0]?.line ?? 0;
  const { firsts, isInert } = document.scanned;
  const own = marks.reduce((sum, { line, next }) => sum + next - line, 0);
  const all = firsts.filter((sign, line) => sign !== 0 && !isInert(line)).length;
  if (all - own > Math.max(2, items.length * MOST_BESIDE)) return undefined;
  const isCalled = document.lines.slice(0, first).some((line) => QUESTIONS.test(line));
  return isCalled
    ? { shape: 'list-questions', marks, score: items.length, skipped: [] }
    : undefined;
};
