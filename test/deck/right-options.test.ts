import { describe, expect, it } from 'vitest';
import { outlineText } from './bank-files.ts';

/** The options of the second of some questions, the right ones with a plus. */
const optionsOf = (options: string, answer = ''): readonly string[] => {
  const text = [1, 2, 3]
    .map((at) => `${at}. Which rope floats at ${at}?\n\n${options}\n\n${answer}\n`)
    .join('\n');
  const { cards } = outlineText(`# Rope quiz\n\n${text}`);
  const { body = '' } = cards[1] ?? {};
  const choices = body.slice(body.indexOf('### Choices'));
  return cards.length !== 3
    ? []
    : [...choices.matchAll(/^- \[([ x])\] (.*)$/gm)].map(
        ([, tick, text]) => `${tick === 'x' ? '+' : ''}${text}`,
      );
};

const FOUND = ['hemp', '+wool', 'wire'];

describe('the right option', () => {
  it.each([
    'A. hemp\nB. wool ✅\nC. wire',
    'A. hemp\n✅ B. wool\nC. wire',
    '❌ A. hemp\n✅ B. wool\n❌ C. wire',
    'A. hemp ❌\nB. wool ✔️\nC. wire ❌',
    'a) hemp\nb) wool (correct)\nc) wire',
    'a) hemp (incorrect)\nb) wool **(Correct)**\nc) wire (incorrect)',
    'A) hemp\nB) wool (✓)\nC) wire',
    'A) hemp\nB) wool [correct]\nC) wire',
    'A) hemp\nB) wool ← correct answer\nC) wire',
    'A) hemp\nB) wool - Correct\nC) wire',
    'A) hemp\nB) wool (richtig)\nC) wire',
    'A. hemp\n**B. wool**\nC. wire',
    '- A. hemp\n- **B. wool** ✅\n- C. wire',
    'A. hemp\nB. ==wool==\nC. wire',
    '   - hemp\n   - wool (correct)\n   - wire',
    'A. hemp\nB. wool *CORRECT*\nC. wire',
    '   - hemp\n   - wool :white_check_mark:\n   - wire',
  ])('is marked where it stands, and the mark goes: %j', (options) => {
    expect(optionsOf(options)).toEqual(FOUND);
  });

  it.each([
    'Correct: B',
    '✔️ Correct: B',
    '**Correcta:** b',
    '- Answer: B',
    '- **Answer:** B) wool',
    '(Answer: B)',
    '[Answer: B]',
    '👉 **Answer:** B',
    '💡 Answer: B',
    '→ Answer: B',
    '**Answer:** `B`',
    'Answer: **B**, since it is light and does not take on water.',
    '✅ **B**',
    '<details><summary>Show answer</summary>\n\n**B. wool**\n\n</details>',
  ])('is named below: %j', (answer) => {
    expect(optionsOf('A. hemp\nB. wool\nC. wire', answer)).toEqual(FOUND);
  });

  it('may be all of those that have a tick below', () => {
    const both = ['hemp', '+wool', '+wire'];
    expect(optionsOf('A. hemp\nB. wool\nC. wire', '✅ **B**\n✅ **C**')).toEqual(both);
    expect(optionsOf('A. hemp\n✅ B. wool\n✅ C. wire')).toEqual(both);
  });

  it('may have a letter with nothing behind its dot, or a line that breaks', () => {
    expect(optionsOf('A.hemp\nB.wool\nC.wire', 'Answer: B')).toEqual(FOUND);
    expect(optionsOf('A. hemp \\\nB. wool \\\nC. wire', 'Answer: B')).toEqual(FOUND);
  });

  it('is not known where nothing marks it', () => {
    const none = ['hemp', 'wool', 'wire'];
    expect(optionsOf('A. hemp\nB. wool\nC. wire')).toEqual(none);
    expect(optionsOf('A. hemp\nB. wool\nC. wire', 'Correct: the light one')).toEqual(none);
    expect(optionsOf('**A.** hemp\n**B.** wool\n**C.** wire')).toEqual(none);
    expect(optionsOf('A. **hemp**\nB. **wool**\nC. wire')).toEqual([
      '**hemp**',
      '**wool**',
      'wire',
    ]);
  });

  it('is not known where a list of bullets is an answer with ticks', () => {
    expect(optionsOf('It is a list:\n- hemp\n- wool ✅\n- wire')).toEqual([]);
    expect(optionsOf('- hemp ✅\n- wool ✅\n- wire')).toEqual([]);
    expect(optionsOf('- hemp\n- wool ✅')).toEqual([]);
  });
});

describe('the last option', () => {
  it('ends where an answer is indented as it is', () => {
    expect(
      optionsOf('   - A) hemp\n   - B) wool\n   - C) wire\n     - Answer: B').slice(0, 3),
    ).toEqual(FOUND);
  });
});

describe('options that stand side by side', () => {
  it.each([
    'A. hemp  B. wool  C. wire',
    '(a) hemp (b) wool (c) wire',
    'A) hemp\tB) wool\nC) wire',
    'A.hemp B.wool C.wire',
    'A、hemp B、wool C、wire',
  ])('are those of one question each: %j', (options) => {
    expect(optionsOf(options, 'Answer: B')).toEqual(FOUND);
  });

  it('are text where nothing says which is right, or the letters do not go on', () => {
    expect(optionsOf('A. hemp  B. wool  C. wire')).toEqual([]);
    expect(optionsOf('A. hemp  D. wool  F. wire', 'Answer: B')).toEqual([]);
    expect(optionsOf('It is A. hemp or B. wool.', 'Answer: B')).toEqual([]);
  });
});

describe('a task of an exam', () => {
  it('asks whether something is true or false', () => {
    const card = (at: number): string =>
      `- True or False: rope ${at} of the pier is dry.\n\nCorrect answer: False\n\n`;
    const asked = '- Which rope floats?\n  - A) hemp\n  - B) wool\n\nCorrect answer: B) wool\n\n';
    const text = `# Rope\n\n## Choices\n\n${asked.repeat(4)}## True/False Questions\n\n${card(1)}${card(2)}`;
    const { cards } = outlineText(text);
    expect(cards).toHaveLength(6);
    expect(cards.at(-1)?.chapter).toBe('True/False Questions');
  });

  it('asks with empty brackets in the east', () => {
    const card = (at: number): string =>
      `${at}. 第${at}根绳子的材料是（ ）。\n\nA.麻绳\nB.羊毛\n\n答案：B\n\n`;
    const { cards } = outlineText(`# 练习\n\n${card(1)}${card(2)}${card(3)}`);
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
  });
});

describe('numbers with a tick and a cross in front', () => {
  const bank = (between: string): string =>
    [1, 2, 3]
      .map(
        (at) =>
          `## Which way is right on bay ${at}?\n\n✅ **1. By the buoy**\n${between}❌ **2. By the reef**\n\n`,
      )
      .join('');

  it('are options', () => {
    const { cards } = outlineText(bank('\n'));
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
  });

  it('are parts of an answer where each is told of under a heading or above a rule', () => {
    for (const between of ['\nIt is safe.\n\n---\n\n', '\n### Why?\n\nIt is safe.\n\n']) {
      const { cards } = outlineText(bank(between));
      expect(cards.map(({ kind }) => kind)).toEqual([undefined, undefined, undefined]);
      expect(cards[0]?.body).toContain('By the buoy');
    }
  });
});
