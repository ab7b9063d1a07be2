import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a heading that names the options', () => {
  const question = (number: number, text: string): string =>
    `## Question ${number}\n**${text}**\n\n### Options:\n- A) Wool\n- B) Hemp\n\n### Answer:\n**B) Hemp**\n\n### Explanation:\nIt holds.\n`;

  it('is a part of its question, which is the one above', () => {
    const outline = outlineText(
      [question(1, 'Which rope floats?'), question(2, 'Which rope holds?')].join('\n'),
    );
    expect(questionsOf(outline)).toEqual(['Which rope floats?', 'Which rope holds?']);
    expect(outline.cards.map(({ kind }) => kind)).toEqual(['choice', 'choice']);
  });

  it('makes no questions of the commands of a program', () => {
    const commands = ['tie', 'cut', 'coil', 'splice', 'whip']
      .map((name) => `## ${name}\n\nDoes it.\n\n### Options\n\n- \`-q\` quietly\n`)
      .join('\n');
    expect(outlineText(`# Rope tool\n\n${commands}`).shape).toBe('none');
  });
});
