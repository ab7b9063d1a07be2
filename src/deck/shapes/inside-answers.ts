import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

const FEWEST = 3;

/**
 * Whether what one finding has stands inside of the answers of another, which have a heading each:
 * lists of what else may be asked, as "Follow-ups" are. Many headings that are nothing but the word
 * for an answer say where the questions are, however few these are beside what the answers hold.
 */
export const isInsideAnswers = (document: Document, inner: Finding, outer: Finding): boolean => {
  if (outer.shape !== 'headings' || outer.marks.length < FEWEST) return false;
  const answers = document.headings.filter(({ isAnswer, isInDetails }) => isAnswer && !isInDetails);
  let question = -1;
  let answer = -1;
  const inside = inner.marks.filter(({ line }) => {
    while ((outer.marks[question + 1]?.line ?? line) < line) question++;
    while ((answers[answer + 1]?.line ?? line) < line) answer++;
    return (answers[answer]?.line ?? -1) > (outer.marks[question]?.line ?? line);
  });
  return inside.length >= inner.marks.length * 0.9;
};

/** Whether most of what one finding has stands in the answers of another, behind text of these. */
export const isBehindText = (
  { scanned }: Document,
  inner: Finding,
  { marks }: Finding,
): boolean => {
  let at = -1;
  const behind = inner.marks.filter(({ line }) => {
    while ((marks[at + 1]?.line ?? line) < line) at++;
    const from = marks[at]?.next ?? line;
    return scanned.firsts.subarray(from, line).some((first) => first !== 0);
  });
  return behind.length >= inner.marks.length * 0.7;
};
