import type { Document, DocumentHeading } from './document.ts';
import type { Finding } from './finding.ts';
import { readQuestion } from './question-text.ts';

/**
 * A file of one question: its first heading is called "Question" and nothing else, and no other is.
 * All that follows is the answer, whatever headings it has.
 */
export const findSingleQuestion = (document: Document): Finding | undefined => {
  const headings = document.headings.filter(({ isInDetails }) => !isInDetails);
  const [first] = headings;
  if (first === undefined || !isBareLabel(first) || headings.filter(isBareLabel).length > 1) {
    return undefined;
  }
  const answers = headings.filter(({ isAnswer, level }) => isAnswer && level <= first.level + 1);
  // In some languages the word for a question is the one for several.
  const isSure = answers.length === 1 || /^question$/i.test(first.key);
  if (!isSure || answers.length > 1) return undefined;
  const { line, column, text, level, height } = first;
  const mark = { line, column, text, next: line + height, end: document.lines.length, indent: 0 };
  return { shape: 'headings', marks: [mark], questionLevel: level, score: 1, skipped: [] };
};

const isBareLabel = ({ text }: DocumentHeading): boolean => {
  const question = readQuestion(text);
  return question.isLabelled && !question.isNumbered && question.text === '';
};
