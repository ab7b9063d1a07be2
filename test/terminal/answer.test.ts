import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/terminal/answer.ts';
import { colourTheme, plainTheme } from './markdown/rendering.ts';

const BODY = `See [the paper](https://x.y/paper) and <https://z.y>.

### Key points
- One.

### References
- [Paper, again](https://x.y/paper)
- [A guide](https://g.y)`;

describe('an answer', () => {
  const { lines, links } = renderAnswer(BODY, undefined, 40, plainTheme);
  it('ends with its links by number, each address once', () =>
    expect(lines).toEqual([
      'See the paper [1] and https://z.y [2].',
      '',
      'Key points',
      '',
      '- One.',
      '',
      '[1] Paper, again       https://x.y/paper',
      '[2] https://z.y',
      '[3] A guide                  https://g.y',
    ]));
  it('gives the links that its numbers stand for', () =>
    expect(links).toEqual([
      { number: 1, text: 'Paper, again', url: 'https://x.y/paper' },
      { number: 2, text: 'https://z.y', url: 'https://z.y' },
      { number: 3, text: 'A guide', url: 'https://g.y' },
    ]));
  it('has the same links at every width', () => {
    for (const width of [20, 60, 100]) {
      expect(renderAnswer(BODY, undefined, width, plainTheme).links).toEqual(links);
    }
  });
  it('writes no hyperlink where the theme has none', () =>
    expect(renderAnswer(BODY, undefined, 40, colourTheme).lines.join()).not.toContain(']8;'));
  it('links each line of an address that is broken, under one id', () => {
    const theme = { ...plainTheme, hyperlinks: true };
    const long = `- [](https://x.y/${'a'.repeat(30)})`;
    const rendered = renderAnswer(`### References\n${long}`, undefined, 30, theme);
    const open = `\u001B]8;id=llm-quiz-1;https://x.y/${'a'.repeat(30)}\u001B\\`;
    expect(rendered.lines.slice(1)).toEqual([
      `[1] ${open}https://x.y/${'a'.repeat(14)}\u001B]8;;\u001B\\`,
      `    ${open}${'a'.repeat(16)}\u001B]8;;\u001B\\`,
    ]);
  });
  it('that is empty has no lines', () =>
    expect(renderAnswer('', undefined, 40, plainTheme)).toEqual({ lines: [], links: [] }));
});
