import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const texts = [
  'Which rope floats?',
  'The knot that holds best is the',
  'What is a bend for?',
  'Why is rope tarred?',
];
const options = 'A. Hemp\nB. Wool\nC. Wire';

const bank = (question: (at: number, text: string) => string, answer: string): string =>
  `# Rope quiz\n\n${texts
    .map((text, at) => `${question(at + 1, text)}\n\n${options}\n\n${answer}\n`)
    .join('\n')}`;

const numbered = (at: number, text: string): string => `**${at}. ${text}**`;

describe('a bold question with lettered options', () => {
  it.each(['**Answer:** B', '**Answer: B**', '**Correct Answer: B. Wool**', '**Antwort:** B'])(
    'is not outnumbered by its bold answers: %s',
    (answer) => {
      const { cards } = outlineText(bank(numbered, answer));
      expect(cards.map(({ question }) => question)).toEqual(texts);
      expect(cards.every(({ kind, body }) => kind === 'choice' && body.includes('[x] Wool'))).toBe(
        true,
      );
    },
  );

  it('may be one of a numbered list', () => {
    const text = bank((at, asked) => `${at}. **${asked}**`, '**Answer:** B');
    expect(questionsOf(outlineText(text))).toEqual(texts);
  });

  it('asks by its options where it has no number and no question mark', () => {
    const text = bank((_, asked) => `**${asked}**`, '**Answer:** B');
    expect(questionsOf(outlineText(text))).toEqual(texts);
  });

  it('is one of those with blocks that hide the answers, by its number', () => {
    const block = '<details><summary>Answer</summary>\n\nB\n\n</details>';
    const { cards } = outlineText(bank(numbered, block));
    expect(cards.map(({ kind }) => kind)).toEqual(Array(4).fill('choice'));
  });

  it('is no option in bold, which stands beside the others', () => {
    const text = bank(numbered, 'It holds.').replaceAll('B. Wool', '**B. Wool**');
    expect(questionsOf(outlineText(text))).toEqual(texts);
  });
});

describe('a bullet above bullets that are options', () => {
  it('is a question, as it reads or not', () => {
    const text = bank((_, asked) => `- ${asked}`, 'Answer: B').replace(/^(?=[ABC]\. )/gm, '- ');
    expect(questionsOf(outlineText(text))).toEqual(texts);
  });
});

describe('a bold question that is wrapped', () => {
  const card = (at: number): string =>
    `**${at}) Which of the ropes on the left pier, with particular\nregard to tar, floats at ${at}?** \\\na. hemp \\\nb. wool\n`;

  it('goes on to the stars that close it', () => {
    const text = `# Rope\n\n${[1, 2, 3].map(card).join('\n')}`;
    expect(questionsOf(outlineText(text))[1]).toBe(
      'Which of the ropes on the left pier, with particular regard to tar, floats at 2?',
    );
  });

  it('is a paragraph where it does not ask and has no number', () => {
    const note = '**The ropes on the left pier are not for the use\nof the guests of the hotel**\n';
    const text = `# Rope\n\n${[1, 2].map(card).join('\n')}\n${note}\n${card(3)}`;
    expect(outlineText(text).cards).toHaveLength(3);
  });
});

describe('a bold line between numbered ones', () => {
  const card = (at: number): string => `**${at}. Why is rope ${at} tarred?**\n\nIt lasts.\n\n`;
  const bank = (odd: string, after: number): string =>
    `# Rope\n\n${Array.from({ length: 11 }, (_, at) => card(at < 6 ? at + 1 : at + after))
      .join('')
      .replace(card(6), card(6) + odd)}`;
  const odd = '**Which of them is dry?**\n\na. the left one\n\n';

  it('is a part of the one above where the numbers leave no gap', () => {
    expect(outlineText(bank(odd, 1)).cards).toHaveLength(11);
    expect(outlineText(bank(odd, 2)).cards).toHaveLength(12);
  });
});

describe('a heading that is a date', () => {
  it('is a chapter, as an exam is', () => {
    const part = (name: string): string =>
      `# ${name}\n\n${[1, 2, 3].map((at) => `**${at}. Why is rope ${at} tarred?**\n\nIt lasts.\n`).join('\n')}\n`;
    const { cards } = outlineText(['2021-01', '2021-02', '2021 - 06'].map(part).join('\n'));
    expect([...new Set(cards.map(({ chapter }) => chapter))]).toEqual([
      '2021-01',
      '2021-02',
      '2021 - 06',
    ]);
  });
});
