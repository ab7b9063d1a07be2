import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { convertDeck } from '../../src/deck/convert.ts';
import { outlineText } from './bank-files.ts';

const hidden = (text: string, label = 'Answer'): string =>
  `<details><summary>${label}</summary>\n\n${text}\n\n</details>\n\n`;
const CODE = '```js\nsail(2)\n```\n';
const bodies = (text: string): readonly string[] => outlineText(text).cards.map(({ body }) => body);

describe('what stands between a question and the block that hides its answer', () => {
  const bank = [
    `## What does this print?\n\n${CODE}\n${hidden('Twice.')}`,
    `## What is a reef?\n\n${hidden('Rock.')}`,
    `## Which wind is it?\n\nIt blows from the sea.\n\n${hidden('A breeze.')}`,
  ].join('');

  it('is given with the question, and no part of the answer', () => {
    expect(bodies(bank)).toEqual([
      `Twice.\n\n### Given\n\n${CODE.trimEnd()}`,
      'Rock.',
      'A breeze.\n\n### Given\n\nIt blows from the sea.',
    ]);
  });

  it('is no answer where the block is empty', () => {
    const { cards } = outlineText(`${bank}## What is left?\n\n${CODE}\n${hidden('')}`);
    expect(cards.map(({ isAnswered }) => isAnswered)).toEqual([true, true, true, false]);
  });

  it('may be of more lines than a call takes', () => {
    const lines = 'sail(2)\n'.repeat(200_000);
    const [body = ''] = bodies(`## What does it print?\n\n${lines}\n${hidden('Much.')}${bank}`);
    expect(body.startsWith('Much.\n\n### Given\n\nsail(2)\n')).toBe(true);
  });

  it('stays when the bank is converted', () => {
    const [file] = convertDeck(assembleDeck([outlineText(bank)])).files;
    expect(bodies(file?.text ?? '')).toEqual(bodies(bank));
  });

  it('is the answer where the block hides what comes behind one', () => {
    for (const label of ['Hint', 'Explanation', 'click me']) {
      const some = ['reef', 'tide', 'wind'].map(
        (word) => `## What is a ${word}?\n\nSalt and rock.\n\n${hidden('More.', label)}`,
      );
      for (const body of bodies(some.join(''))) expect(body).not.toContain('### Given');
    }
  });

  it('is not told apart where it is but a picture', () => {
    const pictured = `## How deep is it?\n\n![easy](easy%20(2).svg)\n\n${hidden('Deep.')}`;
    expect(bodies(`${bank}${pictured}`)[3]).not.toContain('### Given');
  });
});
