import { describe, expect, it } from 'vitest';
import { createProblem } from '../../../src/deck/problem.ts';
import { speakBook } from '../../../src/terminal/accessible/spoken-book.ts';
import { speakComparison, speakPlan } from '../../../src/terminal/accessible/spoken-plan.ts';
import { speakProblem } from '../../../src/terminal/accessible/spoken-problem.ts';
import { card, chapter } from '../../support/cards.ts';
import { PLAN_VIEW } from '../../support/plan-view.ts';

const texts = (said: readonly { readonly text: string }[]): readonly string[] =>
  said.map(({ text }) => text);

describe('a plan', () => {
  it('is said with days that are alike in one sentence', () => {
    expect(texts(speakPlan(PLAN_VIEW))).toMatchInlineSnapshot(`
      [
        "The interview is on 5 December, in 4 days: 20 minutes a day, 40 cards.",
        "From today to 3 December, each day: 10 new cards, 3 reviews, 20 minutes.",
        "4 December: 1 new card, 3 reviews, 20 minutes.",
        "Expected on 5 December: 70 percent, between 60 and 80 percent of all cards recalled.",
        "Chapter 3, RAG, 25 cards: 55 percent, between 50 and 60 percent.",
        "2 cards do not fit before the day and are left out, the least asked:",
        "1. What is A.",
        "2. Why B?",
      ]
    `);
  });

  it('is compared with another a number at a time', () => {
    const other = { ...PLAN_VIEW, minutes: 40, leftOut: [] };
    expect(texts(speakComparison(PLAN_VIEW, other))).toMatchInlineSnapshot(`
      [
        "Minutes a day, by the plan: 20; what if: 40.",
        "Cards that fit, by the plan: 38; what if: 40.",
        "Cards left out, by the plan: 2; what if: 0.",
        "Recalled on the day, by the plan: 70 percent, between 60 and 80 percent; what if: 70 percent, between 60 and 80 percent.",
      ]
    `);
  });
});

describe('a problem of a deck', () => {
  it('is said with its places in words, and without the line and its marks', () => {
    const at = { file: 'deck.md', line: 41, column: 5 };
    const related = { at: { file: 'other.md', line: 17, column: 1 }, note: 'first used here' };
    const problem = createProblem(
      'E003',
      at,
      'two cards have the same id "a"',
      'give one a new `id`',
      { related },
    );
    expect(texts(speakProblem(problem))).toEqual([
      'Error E003: two cards have the same id "a".',
      'In deck.md, line 41, column 5.',
      'First used here in other.md, line 17.',
      'To mend it: give one a new id.',
    ]);
  });
});

describe('a book', () => {
  it('is said with the beginning of each chapter, and each card with its question', () => {
    const [one, two] = [chapter(1, 'Road Map'), chapter(2, 'Vectors')];
    const cards = [
      card('a', { chapter: one, question: 'What is A' }),
      card('b', { chapter: one, question: 'Why B?' }),
      card('c', { chapter: two, question: 'How C?' }),
    ];
    expect(texts(speakBook(cards, ({ id }) => `Because of ${id}`, 80))).toEqual([
      'Chapter 1, Road Map.',
      'Question: What is A.',
      'Answer:',
      'Because of a.',
      '',
      'Question: Why B?',
      'Answer:',
      'Because of b.',
      '',
      'Chapter 2, Vectors.',
      'Question: How C?',
      'Answer:',
      'Because of c.',
    ]);
  });
});
