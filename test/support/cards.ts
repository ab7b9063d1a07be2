import type { Card, Chapter } from '../../src/deck/types.ts';
import type { Memory, StudiedMemory } from '../../src/scheduler/memory.ts';
import { toDays, toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';

/** A chapter; its short name is the title unless another one is given. */
export const chapter = (number: number, title = `Chapter ${number}`, short = title): Chapter => ({
  number,
  title,
  short,
});

/** A card whose key is `test/ID`; all else can be said. */
export const card = (id: string, parts: Partial<Card> = {}): Card => ({
  key: `test/${id}`,
  id,
  explicitId: true,
  chapter: undefined,
  question: `What is ${id}?`,
  kind: 'recall',
  level: undefined,
  weight: 2,
  tags: [],
  answered: true,
  choices: undefined,
  answerHash: `hash-of-${id}`,
  source: { file: 'deck.md', line: 1, bodyLine: 2, endLine: 3 },
  ...parts,
});

/** Cards `1-1`, `1-2`, ... `2-1`, ...: so many chapters with so many cards each. */
export const cardsOf = (chapters: number, each: number): readonly Card[] =>
  Array.from({ length: chapters }, (_, c) => chapter(c + 1)).flatMap((own) =>
    Array.from({ length: each }, (_, n) => card(`${own.number}-${n + 1}`, { chapter: own })),
  );

export const idsOf = (cards: readonly Card[]): readonly string[] => cards.map(({ id }) => id);

/** A card in review, last seen on study day 0 and due on day 10 unless said otherwise. */
export const reviewMemory = (parts: Partial<StudiedMemory> = {}): StudiedMemory => ({
  stage: 'review',
  stability: toDays(10),
  difficulty: 5,
  step: 0,
  due: { kind: 'on', day: toStudyDay(10) },
  interval: toDays(10),
  reps: 3,
  lapses: 0,
  lastRating: 'good',
  lastAt: toTimestamp(0),
  lastDay: toStudyDay(0),
  ...parts,
});

/** What a test wants to see of a memory at one glance. */
export const placeOf = (memory: Memory): string => {
  if (memory.stage === 'new') return 'new';
  const { due, stage, interval, lastAt } = memory;
  return due.kind === 'at' ? `${stage} ${(due.at - lastAt) / 60_000}m` : `${stage} ${interval}d`;
};
