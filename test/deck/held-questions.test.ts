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
