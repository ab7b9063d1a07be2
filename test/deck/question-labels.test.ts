import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/deck/shapes/question-text.ts';
import { outlineText, questionsOf } from './bank-files.ts';

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

describe('numbers in keys', () => {
  it('are the numbers of questions, the sign for ten as well', () => {
    expect(readQuestion('1️⃣1️⃣ Why salt?')).toMatchObject({ number: 11, text: 'Why salt?' });
    expect(readQuestion('🔟 Why salt?')).toMatchObject({ number: 10, text: 'Why salt?' });
  });
});

describe('a bank with a part that is called as those of the native format', () => {
  const question = (at: number, more = ''): string =>
    `## Q.${at}: Why is rope ${at} long?\n\nIt must be.\n${more}\n`;

  it('is read as the bank that it is, without labels and without what is still to be written', () => {
    const bank = `${[1, 2, 3].map((at) => question(at)).join('')}${question(4, '\n### Key points\n\nLength.\n')}## Q.5:\n\n## Q.6:\n`;
    const outline = outlineText(bank);
    expect(outline.shape).toBe('headings');
    expect(questionsOf(outline)).toEqual([1, 2, 3, 4].map((at) => `Why is rope ${at} long?`));
    expect(outline.cards[3]?.body).toContain('### Key points');
  });

  it('is in the native format where most questions have some', () => {
    const own = '\n### Trap\n\nIt shrinks.\n';
    expect(outlineText(`${question(1, own)}${question(2, own)}${question(3)}`).shape).toBe(
      'native',
    );
  });
});
