import { type AnswerKey, answerKeys } from './answer-key.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import { firstAfter } from './first-after.ts';
import type { KeyEntry } from './key-entries.ts';

/** A question with the number that a key would call it by. */
export interface Numbered {
  readonly line: number;
  readonly number: number | undefined;
}

/**
 * What the answer keys of a file say of each question, where that cannot be mistaken: the key of
 * a question is the first one below it, or the only one above all.
 */
export const knownAnswers = (
  document: Document,
  questions: readonly Numbered[],
): readonly (KeyEntry | undefined)[] => {
  const keys = answerKeys(document);
  const known: (KeyEntry | undefined)[] = questions.map(() => undefined);
  if (keys.length === 0) return known;
  const lines = keys.map(({ line }) => line);
  const isAbove = keys.length === 1 && (lines[0] ?? 0) < (questions[0]?.line ?? 0);
  const owned = keys.map((): Placed[] => []);
  questions.forEach((question, index) => {
    owned[isAbove ? 0 : firstAfter(lines, question.line)]?.push({ ...question, index });
  });
  keys.forEach((key, at) => {
    for (const [index, entry] of match(owned[at] ?? [], key)) known[index] = entry;
  });
  return known;
};

interface Placed extends Numbered {
  readonly index: number;
}

/**
 * Numbers that start anew are of another chapter: with a part of the key for each they go together,
 * with one part alone it is that of the last chapter.
 */
const match = (
  questions: readonly Placed[],
  { entries }: AnswerKey,
): readonly (readonly [number, KeyEntry])[] => {
  const counted = countedOf(questions, entries.length);
  const chapters = runsOf(counted);
  const parts = runsOf(entries);
  const first = parts.length === 1 ? chapters.length - 1 : 0;
  if (parts.length !== 1 && parts.length !== chapters.length) return [];
  return parts.flatMap((part, at) => pairs(chapters[first + at] ?? [], part));
};

/** Questions without numbers are counted as they stand, where the key has as many entries. */
const countedOf = (questions: readonly Placed[], count: number): readonly Placed[] =>
  questions.length === count && questions.every(({ number }) => number === undefined)
    ? questions.map((question, at) => ({ ...question, number: at + 1 }))
    : questions.filter(({ number }) => number !== undefined);

/** What stands twice in one run names nothing; a key for few of its questions is another's. */
const pairs = (
  questions: readonly Placed[],
  entries: readonly KeyEntry[],
): readonly (readonly [number, KeyEntry])[] => {
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const twice = new Set([...repeated(entries), ...repeated(questions)]);
  const found = questions.flatMap(({ index, number }) => {
    const entry = number === undefined || twice.has(number) ? undefined : byNumber.get(number);
    return entry === undefined ? [] : [[index, entry] as const];
  });
  return found.length >= entries.length * 0.5 ? found : [];
};

const repeated = (items: readonly { readonly number: number | undefined }[]): readonly number[] => {
  const seen = new Set<number>();
  return items.flatMap(({ number = 0 }) => {
    if (seen.has(number)) return [number];
    seen.add(number);
    return [];
  });
};

/** One run where all numbers differ; else a new one wherever they go back. */
const runsOf = <Item extends { readonly number: number | undefined }>(
  items: readonly Item[],
): readonly (readonly Item[])[] => {
  if (new Set(items.map(({ number }) => number)).size === items.length) return [items];
  const runs: Item[][] = [];
  let last = Number.MAX_SAFE_INTEGER;
  for (const item of items) {
    const number = item.number ?? 0;
    if (number < last) runs.push([item]);
    else runs.at(-1)?.push(item);
    last = number;
  }
  return runs;
};

/** Questions end where the key begins that stands below them. */
export const endedByKeys = (document: Document, marks: readonly Mark[]): readonly Mark[] => {
  const lines = answerKeys(document).map(({ line }) => line);
  if (lines.length === 0) return marks;
  return marks.map((mark) => {
    const key = lines[firstAfter(lines, mark.line)] ?? mark.end;
    return key >= mark.next && key < mark.end ? { ...mark, end: key } : mark;
  });
};
