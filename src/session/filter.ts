import { distance } from 'fastest-levenshtein';
import { normalise } from '../deck/normalise.ts';
import type { Card, Chapter, Level } from '../deck/types.ts';

/** Which cards a session is about. Values of one list are alternatives; lists all have to hold. */
export interface CardFilter {
  readonly chapters: readonly Chapter[] | undefined;
  readonly tags: readonly string[];
  readonly levels: readonly Level[];
}

export const EVERY_CARD: CardFilter = { chapters: undefined, tags: [], levels: [] };

export const isOfEveryCard = ({ chapters, tags, levels }: CardFilter): boolean =>
  chapters === undefined && tags.length === 0 && levels.length === 0;

/** Chapters that were asked for, or what was wrong with one of the words. */
export type ChapterChoice =
  | { readonly kind: 'ok'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'none'; readonly word: string; readonly nearest: readonly Chapter[] }
  | { readonly kind: 'ambiguous'; readonly word: string; readonly matches: readonly Chapter[] };

export const matches = (card: Card, filter: CardFilter): boolean => {
  const { chapters, tags, levels } = filter;
  if (chapters !== undefined && !chapters.some(({ number }) => number === card.chapter?.number)) {
    return false;
  }
  if (tags.length > 0 && !tags.some((tag) => card.tags.includes(tag))) return false;
  return levels.length === 0 || (card.level !== undefined && levels.includes(card.level));
};

/**
 * Chapters by number (`3`), range (`5-7`), name, or part of a name that fits one chapter alone.
 *
 * @param words values of the flag, each may hold several separated by commas
 */
export const chooseChapters = (
  words: readonly string[],
  chapters: readonly Chapter[],
): ChapterChoice => {
  const chosen = new Set<Chapter>();
  for (const word of words.flatMap((value) => value.split(',')).map((part) => part.trim())) {
    if (word === '') continue;
    const found = findChapters(word, chapters);
    if (found.kind !== 'ok') return found;
    for (const chapter of found.chapters) chosen.add(chapter);
  }
  if (chosen.size === 0) return { kind: 'none', word: words.join(','), nearest: [] };
  return { kind: 'ok', chapters: chapters.filter((chapter) => chosen.has(chapter)) };
};

const findChapters = (word: string, chapters: readonly Chapter[]): ChapterChoice => {
  const range = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(word);
  const found = range === null ? undefined : inRange(range, chapters);
  if (found !== undefined && found.length > 0) return { kind: 'ok', chapters: found };
  return byName(word, chapters);
};

const inRange = (range: RegExpExecArray, chapters: readonly Chapter[]): readonly Chapter[] => {
  const ends = [Number(range[1]), Number(range[2] ?? range[1])];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return chapters.filter(({ number }) => number >= from && number <= to);
};

const byName = (word: string, chapters: readonly Chapter[]): ChapterChoice => {
  const wanted = normalise(word);
  const names = ({ title, short }: Chapter): string[] => [normalise(short), normalise(title)];
  const tests: ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => ` ${name}`.includes(` ${wanted}`),
    (name) => name.includes(wanted),
  ];
  for (const test of wanted === '' ? [] : tests) {
    const found = chapters.filter((chapter) => names(chapter).some(test));
    if (found.length === 1) return { kind: 'ok', chapters: found };
    if (found.length > 1) return { kind: 'ambiguous', word, matches: found };
  }
  return { kind: 'none', word, nearest: nearest(wanted, chapters) };
};

const NEAREST_SHOWN = 3;

const nearest = (wanted: string, chapters: readonly Chapter[]): readonly Chapter[] => {
  const far = (chapter: Chapter): number =>
    Math.min(
      ...[chapter.short, chapter.title]
        .flatMap((name) => [normalise(name), ...normalise(name).split(' ')])
        .map((name) => edits(name, wanted) / Math.max(name.length, wanted.length, 1)),
    );
  return chapters
    .map((chapter) => ({ chapter, far: far(chapter) }))
    .filter((candidate) => candidate.far < 0.6)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, NEAREST_SHOWN)
    .map(({ chapter }) => chapter);
};

/** Edits between two words; letters in the wrong order are one slip, not two. */
export const edits = (a: string, b: string): number => {
  const letters = (word: string): string => [...word].toSorted().join('');
  return a !== b && letters(a) === letters(b) ? 1 : distance(a, b);
};
