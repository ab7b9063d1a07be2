import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const names = ['Salt', 'Foam', 'Sand', 'Mud'];

describe('lists of questions inside of answers', () => {
  const items = ['Why so?', 'Since when?', 'Where else?'].map((item) => `- ${item}`).join('\n');

  it('are parts of them where each answer says that it is one', () => {
    const card = (name: string): string =>
      `## ${name} and water\n\n- Level: Junior\n\n### Answer\n\nText.\n\n### More to ask\n\n${items}\n`;
    const text = `# Shores interview\n\n${names.map(card).join('\n')}`;
    expect(questionsOf(outlineText(text))).toEqual(names.map((name) => `${name} and water`));
  });

  it('are the questions where the answers come after them', () => {
    const part = (name: string): string => `## ${name}\n\n${items}\n\n### Answers\n\nText.\n`;
    const text = `# Shores interview\n\n${names.map(part).join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(12);
  });
});

describe('list items that hold headings', () => {
  const block = (summary: string): string =>
    `   <details>\n   <summary>${summary}</summary>\n\n   Text.\n\n   </details>\n`;

  it('are chapters where the blocks in them ask, and are many more', () => {
    const parts = names.map((name) => {
      const asked = [1, 2, 3].map((at) => block(`${at}. Why is ${name} ${at} there?`));
      return `1. ### ${name}\n\n${asked.join('\n')}`;
    });
    const { shape, cards } = outlineText(`# Interview\n\n## Junior\n\n${parts.join('\n')}`);
    expect([shape, cards.length]).toEqual(['details', 12]);
  });

  it('are questions where their blocks say how and what', () => {
    const parts = names.map(
      (name) => `1. ### Why ${name}?\n\n${['The short of it', 'A drawing'].map(block).join('\n')}`,
    );
    expect(questionsOf(outlineText(`# Interview\n\n${parts.join('\n')}`))).toHaveLength(4);
  });
});

describe('a heading among questions with deeper ones under it', () => {
  const deeper = ['Why so?', 'Since when?', 'Where else?', 'What for?'];
  const bank = (name: string): string =>
    `# Shores\n\n## Basics\n\n${names.map((one) => `### Why ${one}?\n\nText.\n`).join('\n')}\n## Rest\n\n### ${name}\n\n${deeper.map((one) => `#### ${one}\n\nText.\n`).join('\n')}`;

  it('is a chapter where it promises questions, and the deeper ones ask', () => {
    const asked = names.map((one) => `Why ${one}?`);
    expect(questionsOf(outlineText(bank('General questions:')))).toEqual([...asked, ...deeper]);
  });

  it('is a topic otherwise, and the deeper ones are its parts', () => {
    expect(questionsOf(outlineText(bank('Driftwood'))).at(-1)).toBe('Driftwood');
  });
});

describe('a chapter of what is left', () => {
  it('is one as the others are', () => {
    const parts = ['Sea', 'Lake', 'Others'].map(
      (name) => `# ${name}\n\n- Why is it wet?\n- What lives in it?\n- How deep is it?\n`,
    );
    const { cards } = outlineText(`# Interview\n\n${parts.join('\n')}`);
    expect(new Set(cards.map(({ chapter }) => chapter))).toEqual(
      new Set(['Sea', 'Lake', 'Others']),
    );
  });
});
