import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../src/deck/types.ts';
import { type CardFilter, chooseChapters, EVERY_CARD, matches } from '../../src/session/filter.ts';
import { card, chapter } from '../support/cards.ts';

const CHAPTERS: readonly Chapter[] = [
  chapter(1, 'LLM Basics', 'Basics'),
  chapter(2, 'Retrieval-Augmented Generation', 'RAG'),
  chapter(3, 'Vector Databases', 'Vector DBs'),
  chapter(4, 'Internal Workings of Vector Databases', 'Vector internals'),
  chapter(5, 'Agents'),
  chapter(10, 'Evaluation'),
];

/** Numbers of the chapters that the words choose; else what was wrong, in words. */
const choose = (...words: readonly string[]): readonly number[] | string => {
  const choice = chooseChapters(words, CHAPTERS);
  const numbers = (found: readonly Chapter[]) => found.map(({ number }) => number);
  if (choice.kind === 'ok') return numbers(choice.chapters);
  return choice.kind === 'none'
    ? `none ${choice.word}, near ${numbers(choice.nearest)}`
    : `ambiguous ${choice.word}: ${numbers(choice.matches)}`;
};

describe('chapters are chosen', () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ['by number', ['3'], [3]],
    ['by range', ['2-4'], [2, 3, 4]],
    ['by a range the other way round', ['4-2'], [2, 3, 4]],
    ['by a range with blanks', ['2 - 3'], [2, 3]],
    ['by a range that goes over the end', ['4-99'], [4, 5, 10]],
    ['by number, not by place', ['10'], [10]],
    ['by name', ['Agents'], [5]],
    ['by short name', ['rag'], [2]],
    ['without regard to case and punctuation', ['retrieval augmented GENERATION'], [2]],
    ['by a part that one chapter has', ['internal'], [4]],
    ['by the start of a word before a part inside of one', ['eval'], [10]],
    ['by the whole name, though it is a part of another', ['Vector Databases'], [3]],
    ['by a part inside of a word', ['gent'], [5]],
    ['by several words', ['1', '5'], [1, 5]],
    ['by a list with commas', ['3,1-2', 'agents'], [1, 2, 3, 5]],
    ['in the order of the deck, each once', ['5,1,5,1-2'], [1, 2, 5]],
    ['with empty places in a list', ['1,,2,'], [1, 2]],
  ])('%s', (_, words, numbers) => {
    expect(choose(...words)).toEqual(numbers);
  });
});

describe('a word that chooses no chapter', () => {
  it('is ambiguous where it is a part of several, and they are named', () => {
    expect(choose('vector')).toBe('ambiguous vector: 3,4');
  });

  it('is told with the nearest names', () => {
    expect(choose('agnets')).toMatch(/^none agnets, near 5/);
    expect(choose('raggs')).toMatch(/^none raggs, near 2/);
  });

  it('is told without names where none is near', () => {
    expect(choose('xylophone')).toBe('none xylophone, near ');
  });

  it('is a number that no chapter has', () => {
    expect(choose('7')).toMatch(/^none 7/);
    expect(choose('20-30')).toMatch(/^none 20-30/);
  });

  it('is told though the others are right', () => {
    expect(choose('1,nonsense,2')).toMatch(/^none nonsense/);
  });

  it.each(['', ' ', ',', '!?'])('is %j: nothing is no chapter', (word) => {
    expect(choose(word)).toMatch(/^none/);
  });
});

describe('a filter', () => {
  const [basics, rag] = CHAPTERS;
  const junior = card('j', { chapter: basics, level: 'junior', tags: ['math', 'llm'] });
  const senior = card('s', { chapter: rag, level: 'senior', tags: ['llm'] });
  const plain = card('p');
  const passing = (filter: Partial<CardFilter>): readonly string[] =>
    [junior, senior, plain]
      .filter((one) => matches(one, { ...EVERY_CARD, ...filter }))
      .map(({ id }) => id);

  it('without a word lets every card through', () => {
    expect(passing({})).toEqual(['j', 's', 'p']);
  });

  it('takes the values of one flag as alternatives', () => {
    expect(passing({ levels: ['junior', 'senior'] })).toEqual(['j', 's']);
    expect(passing({ tags: ['math', 'other'] })).toEqual(['j']);
    expect(passing({ chapters: CHAPTERS })).toEqual(['j', 's']);
  });

  it('wants all flags to hold', () => {
    expect(passing({ tags: ['llm'], levels: ['senior'] })).toEqual(['s']);
    expect(passing({ tags: ['math'], levels: ['senior'] })).toEqual([]);
    expect(passing({ tags: ['llm'], chapters: CHAPTERS.slice(0, 1) })).toEqual(['j']);
  });

  it('lets no card without a level or chapter through where one is asked for', () => {
    expect(passing({ levels: ['mid'] })).toEqual([]);
    expect(passing({ chapters: [chapter(0)] })).toEqual([]);
  });
});
