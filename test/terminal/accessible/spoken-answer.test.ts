import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/terminal/accessible/speech.ts';
import { speakAnswer } from '../../../src/terminal/accessible/spoken-answer.ts';

const spoken = (body: string, columns = 80): string =>
  linesOf(speakAnswer(body, undefined, columns).said, columns).join('\n');

describe('an answer by lines', () => {
  it('begins and ends code, and leaves it whole', () => {
    const long = `print("${'x'.repeat(100)}")`;
    expect(spoken(`Run:\n\n\`\`\`python\n${long}\n\`\`\``)).toBe(
      `Answer:\nRun:\n\nCode, python:\n    ${long}\nEnd of code.`,
    );
    expect(spoken('```\nx = 1\n```')).toBe('Answer:\nCode:\n    x = 1\nEnd of code.');
    expect(spoken('```text\nA -> B\n```')).toBe(
      'Answer:\nText block:\n    A -> B\nEnd of text block.',
    );
  });

  it('makes records of tables', () => {
    const table = '| Unit | Tokens |\n|--|--|\n| Sentence | 10 |\n| Page | |\n| | |';
    expect(spoken(table)).toMatchInlineSnapshot(`
      "Answer:
      Table, 3 rows:
      1. Unit: Sentence,
         Tokens: 10.
      2. Unit: Page.
      3. Empty.
      End of table."
    `);
    expect(spoken('| Only | headers |\n|--|--|')).toBe('Answer:\nOnly, headers.');
  });

  it('makes records of HTML tables too', () => {
    const table =
      '<table><tr><th>Unit</th><th>Tokens</th></tr><tr><td>Page</td><td>150</td></tr></table>';
    expect(spoken(table)).toBe('Answer:\nUnit: Page\nTokens: 150');
  });

  it('says what lists, quotes, rules and headings show', () => {
    const text = `## How it works

1. First *step*
   - inner point
2. \`second\`

- [x] read
- [ ] written

***

> Attention is
> all you need`;
    expect(spoken(text)).toMatchInlineSnapshot(`
      "Answer:
      How it works:

      1. First step:
         - inner point.
      2. \`second\`.

      - Done: read.
      - Not done: written.

      Quote:
      Attention is all you need.
      End of quote."
    `);
  });

  it('has words for images, notes and struck text, and no marks for emphasis', () => {
    const text =
      'A ~~wrong~~ _right_ **bold** word[^1] ![a graph](https://x.example/p.png)\n\n[^1]: Since 2017';
    expect(spoken(text)).toMatchInlineSnapshot(`
      "Answer:
      A (struck out: wrong) right bold word (note 1) (image: a graph) (link 1).

      Note 1:
      Since 2017.
      Link 1: (image: a graph), https://x.example/p.png"
    `);
  });

  it('numbers links in words, those of the text first, and never breaks a URL', () => {
    const url = `https://example.org/${'long/'.repeat(20)}`;
    const text = `See [one](https://a.example/) and <https://b.example/>.

### References
- [One again](https://a.example/)
- [The long one](${url})`;
    expect(spoken(text)).toBe(`Answer:
See one (link 1) and https://b.example/ (link 2).
Link 1: One again, https://a.example/
Link 2: https://b.example/
Link 3: The long one,
${url}`);
  });

  it('names its parts', () => {
    const text = 'Yes\n\n### Key points\n- One\n\n### Trap\nNo\n\n### Follow-ups\n- Why? (so)';
    expect(spoken(text)).toBe(
      'Answer:\nYes.\n\nKey points:\n- One.\n\nTrap:\nNo.\n\nFollow-ups:\n- Why? (so).',
    );
  });

  it('says that there is none', () => {
    expect(spoken('')).toBe('This card has no answer yet.');
  });

  it('reads formulas as they were written', () => {
    expect(spoken('It is $O(n^2)$, and \\(x\\) is `$HOME`')).toBe(
      'Answer:\nIt is O(n²), and x is `$HOME`.',
    );
  });
});
