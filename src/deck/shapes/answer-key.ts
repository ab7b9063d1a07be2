import { plainText } from '../plain-text.ts';
import { labelLength } from './answer-label.ts';
import type { Document, DocumentHeading } from './document.ts';
import { keysIn } from './right-answers.ts';

/** A section such as "Answers" at the end of a chapter or of a file. */
export interface AnswerKey {
  readonly line: number;
  /** The keys of right options; none where the section says two things of one number. */
  readonly byNumber: ReadonlyMap<number, readonly string[] | undefined>;
}

const ENTRY =
  /^\s*(?:[-*+]\s+|\|\s*)?(?:\*\*|__)?(?:q(?:uestion)?\s*#?\s*)?(\d{1,4})(?:\*\*|__)?\s*(?:[.):|–—-]+|\\\.)\s*(.{1,400})$/i;

/** Several entries on a line: `1. B, 2. C`, `1-B 2-C`. */
const PAIRS = /^\s*(?:[-*+]\s+)?(?:\d{1,4}\s*[.):=–—-]\s*[A-Ja-j]\b[\s,;|]*){2,200}$/;
const PAIR = /(\d{1,4})\s*[.):=–—-]\s*([A-Ja-j])\b/g;

type Entry = readonly [number: number, keys: readonly string[]];

/** The answer sections of a file: under a heading or in a block that says so, numbered entries. */
export const answerKeys = (document: Document): readonly AnswerKey[] =>
  [...headedKeys(document), ...hiddenKeys(document)].toSorted(
    (one, other) => one.line - other.line,
  );

const headedKeys = (document: Document): readonly AnswerKey[] =>
  document.headings.filter(isKeyHeading).flatMap((heading) => {
    const end = document.endOfSection(heading.line, heading.level);
    return keyOf(document, heading.line, end, 2);
  });

/** One entry alone is the answer to the question that the block stands under. */
const hiddenKeys = (document: Document): readonly AnswerKey[] =>
  document.details
    .filter(({ summary }) => NAMED.test(plainText(summary).toLowerCase().trim()))
    .flatMap(({ line, bodyLine, end }) => keyOf(document, line, end, 3, bodyLine));

const keyOf = (
  document: Document,
  line: number,
  end: number,
  fewest: number,
  from = line + 1,
): readonly AnswerKey[] => {
  const entries = document.lines.slice(from, end).flatMap(readEntries);
  return entries.length < fewest ? [] : [{ line, byNumber: byNumberOf(entries) }];
};

/** A number with two answers is that of two questions: which answer is whose, nobody knows. */
const byNumberOf = (entries: readonly Entry[]): AnswerKey['byNumber'] => {
  const found = new Map<number, readonly string[] | undefined>();
  for (const [number, keys] of entries) {
    const isNew = !found.has(number) || found.get(number)?.join() === keys.join();
    found.set(number, isNew ? keys : undefined);
  }
  return found;
};

const KEY_HEADING =
  /^(?:(?:[\p{L}\p{N}&]+ ){0,4}answers?(?: keys?)?(?: .{0,60})?|key answers|claves? de (?:respuestas|corrección)|gabarito|corrigé|lösungsschlüssel|ключ(?:и)?(?: ответов)?)$/u;
const NAMED =
  /^\P{L}*(?:(?:show|view|see|reveal|click for|check) (?:the |all )?)?(?:[\p{L}]+ ){0,2}(?:answers(?: keys?)?|answer key|solutions)\P{L}*$/u;

const isKeyHeading = ({ key, isAnswer }: DocumentHeading): boolean =>
  isAnswer || KEY_HEADING.test(key);

const readEntries = (line: string): readonly Entry[] => {
  if (line.length < 4_000 && PAIRS.test(line)) {
    return [...line.matchAll(PAIR)].map(([, number, key]) => [
      Number(number),
      [(key ?? '').toUpperCase()],
    ]);
  }
  const match = ENTRY.exec(line.slice(0, 500));
  const text = match?.[2] ?? '';
  const keys = match === null ? undefined : keysIn(text.slice(labelLength(text)));
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
