import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a list of links', () => {
  const asked = [
    'What is a reef?',
    'Why salt?',
    'Which rope floats?',
    'How deep is the bay?',
    'Knots and splices',
    'When is low tide?',
    'Who keeps the light?',
    'Kinds of oars',
    'Where does the bank end?',
    'What does `row([1])` do?',
  ];
  const list = (texts: readonly string[], addressOf: (at: number) => string): string =>
    `# Sea\n\n${texts.map((text, at) => `- [${text}](${addressOf(at)})`).join('\n')}\n`;
  const ofOnePlace = (at: number): string => `https://github.com/sea/bank/issues/${at}`;
  const ofMany = (at: number): string => `https://sea${at}.org/a`;

  it('is a bank where most of the texts ask, and all lead to one place', () => {
    const outline = outlineText(list(asked, ofOnePlace));
    expect(outline.shape).toBe('list-questions');
    expect(questionsOf(outline)).toEqual(asked.map((text) => text.replaceAll('`', '')));
  });

  it('is a bank where nearly all of them ask, wherever they lead', () => {
    const asking = asked.map((text) => (text.endsWith('?') ? text : `What are ${text}?`));
    expect(outlineText(list(asking, ofMany)).cards).toHaveLength(10);
  });

  it('is one of things to read where they lead to many places, or few of them ask', () => {
    expect(outlineText(list(asked, ofMany)).shape).toBe('none');
    const titles = asked.map((text, at) => (at < 3 ? text : `Notes on ${text.replace('?', '')}`));
    expect(outlineText(list(titles, ofOnePlace)).shape).toBe('none');
  });

  it('is an index where they lead to the files beside it, which have the questions', () => {
    expect(outlineText(list(asked, (at) => `answers/${at}.md#why`)).shape).toBe('none');
  });

  it('is a table of contents where they lead into the file', () => {
    expect(outlineText(list(asked, (at) => `#part-${at}`)).shape).toBe('none');
  });
});
