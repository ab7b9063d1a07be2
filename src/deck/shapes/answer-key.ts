import type { Document, DocumentHeading } from './document.ts';
import { keysIn } from './right-answers.ts';

/** A section such as "Answers" at the end of a chapter or of a file. */
export interface AnswerKey {
  readonly line: number;
  readonly byNumber: ReadonlyMap<number, readonly string[]>;
}

const ENTRY =
  /^\s*(?:[-*+]\s+|\|\s*)?(?:\*\*|__)?(?:q(?:uestion)?\s*#?\s*)?(\d{1,4})(?:\*\*|__)?\s*(?:[.):|–—-]+|\\\.)\s*(.{1,400})$/i;

/** The answer sections of a file: under a heading that says so, one numbered entry a line. */
export const answerKeys = (document: Document): readonly AnswerKey[] =>
  document.headings.filter(isKeyHeading).flatMap((heading) => {
    const end = document.endOfSection(heading.line, heading.level);
    const entries = document.lines.slice(heading.line + 1, end).flatMap(readEntry);
    return entries.length < 2 ? [] : [{ line: heading.line, byNumber: new Map(entries) }];
  });

const KEY_HEADING =
  /^(?:answer keys?|answers? key|key answers|claves? de (?:respuestas|corrección)|gabarito|corrigé|lösungsschlüssel|ключ(?:и)?(?: ответов)?)$/;

const isKeyHeading = ({ key, isAnswer }: DocumentHeading): boolean =>
  isAnswer || KEY_HEADING.test(key);

const readEntry = (line: string): readonly (readonly [number, readonly string[]])[] => {
  const match = ENTRY.exec(line.slice(0, 500));
  const keys = match === null ? undefined : keysIn(match[2] ?? '');
  return keys === undefined ? [] : [[Number(match?.[1]), keys]];
};

/** What the first answer section after a question says of its number. */
export const knownKeys = (
  keys: readonly AnswerKey[],
  line: number,
  number: number | undefined,
): readonly string[] | undefined => {
  if (number === undefined || keys.length === 0) return undefined;
  return keys[firstAfter(keys, line)]?.byNumber.get(number);
};

/** Index of the first section after a line, or of the last; found by halves, as there may be many. */
const firstAfter = (keys: readonly AnswerKey[], line: number): number => {
  let low = 0;
  let high = keys.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.line ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
};
