import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a heading that does not ask among those that do', () => {
  const asked = ['Why do ropes rot?', 'What is tar?', 'How is hemp grown?', 'Which knots slip?'];
  const bank = (odd: string): string =>
    `# Ropes\n\n${[...asked.slice(0, 2), odd, ...asked.slice(2)].map((text) => `## ${text}\n`).join('')}`;

  it('is a question where it is a sentence, although nothing stands under it', () => {
    const odd = 'Walk along the harbour and name the ropes.';
    expect(questionsOf(outlineText(bank(odd)))).toContain(odd);
    expect(outlineText(bank(odd)).cards.every(({ chapter }) => chapter === undefined)).toBe(true);
  });

  it('is a chapter where it is a name', () => {
    expect(questionsOf(outlineText(bank('Fibres and their care')))).toEqual(asked);
  });
});
