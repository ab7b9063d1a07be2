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

  it('asks in German with a verb in front of its subject, a letter before it or not', () => {
    for (const odd of ['a) Vergleichen Sie Hanf und Sisal', 'Vergleichen Sie Hanf und Sisal'])
      expect(questionsOf(outlineText(bank(odd)))).toContain(odd);
  });
});

describe('a label in another language', () => {
  it.each(['Questão', 'Fråga', 'Otázka', 'Pitanje', 'Kérdés', 'Spørgsmål'])(
    'is taken off: %s',
    (word) => {
      const text = [1, 2, 3].map((at) => `## ${word} ${at}: Tau ${at}\n\nText.\n`).join('\n');
      expect(questionsOf(outlineText(text))).toEqual(['Tau 1', 'Tau 2', 'Tau 3']);
    },
  );
});

describe('a bold question', () => {
  it('may have a line break in HTML behind it', () => {
    const text = [1, 2, 3]
      .map((at) => `**${at}. Explain rope ${at}.**<br>\nIt holds.\n`)
      .join('\n');
    expect(questionsOf(outlineText(`# Ropes\n\n${text}`))).toHaveLength(3);
  });
});
