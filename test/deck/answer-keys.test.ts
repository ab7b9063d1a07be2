import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/deck/shapes/question-text.ts';
import { outlineText, questionsOf } from './bank-files.ts';

const question = (number: number): string =>
  `### Q${number}. Which rope number ${number} holds?\n\nA) wool\nB) hemp\nC) silk\n\n`;

const bank = (key: string): string => `# Ropes\n\n${[1, 2, 3].map(question).join('')}${key}`;

/** The letters of the options that are marked as right, question by question. */
const rightOnes = (text: string): readonly string[] =>
  outlineText(text).cards.map(({ body, kind }) =>
    kind === 'choice'
      ? [...body.matchAll(/- \[(.)\]/g)]
          .flatMap(([, sign], at) => (sign === 'x' ? 'ABC'[at] : []))
          .join('')
      : '',
  );

describe('a key of answers at the end', () => {
  it.each([
    ['a heading alone', '## Answers\n\n1. B\n2. A\n3. C\n'],
    ['a heading with words behind', '## Answers (look here last)\n\n1. B\n2. A\n3. C\n'],
    ['a heading with a name in front', '## Rope quiz answers\n\n1) b\n2) a\n3) c\n'],
    [
      'entries that repeat the word',
      '## Answer key\n\n**1. Answer:** B - hemp\n\n**2. Answer:** A - wool\n\n**3. Answer:** C - silk\n',
    ],
    ['a block', '<details>\n<summary>Show answers</summary>\n\n1. B\n2. A\n3. C\n\n</details>\n'],
    ['one line', '## Answers\n\n1-B, 2-A, 3-C\n'],
    ['a table', '## Answer key\n\n| No | Answer |\n|---|---|\n| 1 | B |\n| 2 | A |\n| 3 | C |\n'],
  ])('is read under %s', (_, key) => {
    expect(rightOnes(bank(key))).toEqual(['B', 'A', 'C']);
  });

  it('says nothing of a number that it has twice, with other answers', () => {
    expect(rightOnes(bank('## Answers\n\n1. B\n2. A\n3. C\n\n1. C\n2. A\n'))).toEqual([
      '',
      'A',
      'C',
    ]);
  });

  it('is no list of answers in words', () => {
    expect(rightOnes(bank('## Answers in short\n\n1. Both hold\n2. A rope\n3. Cables\n'))).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('what stands between "Question 1" and the question', () => {
  it('is told of it, and not asked', () => {
    const asked = (number: number): string =>
      `### Question ${number}\n**Type:** single choice  \n**Topic:** Ropes\n\nWhich rope number ${number} holds?\n\nA) wool\nB) hemp\n\n**Answer:** B\n\n`;
    const outline = outlineText(`# Exam\n\n${[1, 2, 3].map(asked).join('')}`);
    expect(questionsOf(outline)).toEqual([1, 2, 3].map((at) => `Which rope number ${at} holds?`));
  });

  it('is the question where no other text comes', () => {
    const asked = (number: number): string =>
      `### Question ${number}\n\nTopic: knots of sort ${number}\n\n- bowline\n- hitch\n\n`;
    expect(questionsOf(outlineText(`# Exam\n\n${[1, 2, 3].map(asked).join('')}`))).toEqual(
      [1, 2, 3].map((at) => `Topic: knots of sort ${at}`),
    );
  });
});

describe('a number of two parts', () => {
  it.each(['Question', 'Q'])('is taken off whole: "%s 2.1"', (word) => {
    const asked = (chapter: number): string =>
      `## Part ${chapter}\n\n${[1, 2].map((at) => `### ${word} ${chapter}.${at}\n\nWhich rope holds ${chapter} times ${at}?\n\nHemp.\n\n`).join('')}`;
    expect(questionsOf(outlineText(`# Exam questions\n\n${asked(1)}${asked(2)}`))).toEqual([
      'Which rope holds 1 times 1?',
      'Which rope holds 1 times 2?',
      'Which rope holds 2 times 1?',
      'Which rope holds 2 times 2?',
    ]);
  });

  it('leaves nothing of a heading that only counts scenarios', () => {
    expect(readQuestion('Scenario 3')).toMatchObject({ text: '', number: 3 });
    expect(readQuestion('Scenario planning')).toMatchObject({ text: 'Scenario planning' });
  });
});
