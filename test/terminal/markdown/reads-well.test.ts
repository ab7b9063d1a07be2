import { describe, expect, it } from 'vitest';
import { inked, render, shown } from './rendering.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

/** Each item of the first bullet of issue 7, in its order. */
describe('Markdown that reads well has', () => {
  it.each([
    ['headings without marks', '## A heading\ntext', 'A heading\n\ntext'],
    ['emphasis that is seen without colour', 'an *emphasis*', 'an _emphasis_'],
    ['strong text without marks', 'a **strong** word', 'a strong word'],
    ['inline code in backticks', 'run `npm ci`', 'run `npm ci`'],
    ['fenced code', '```js\nlet a;\n\nlet b;\n```', 'js\n    let a;\n\n    let b;'],
    ['nested lists', '1. a\n   - b\n     - c\n2. d', '1. a\n   - b\n     - c\n2. d'],
    ['task lists', '- [ ] a\n- [x] b\n  - [ ] c', '- [ ] a\n- [x] b\n      - [ ] c'],
    ['quotes', '> a\n> > b', '| a\n|\n| | b'],
    ['tables', '|a|b|\n|-|-|\n|1|2|', 'a  b\n-  -\n1  2'],
    ['rules', 'a\n\n---\n\nb', `a\n\n${'-'.repeat(76)}\n\nb`],
    ['images as words', '![A diagram](a.png) ![](b.png)', '[image: A diagram] [image: b.png]'],
    ['footnotes', 'a[^1].\n\n[^1]: Note.', 'a[^1].\n\n[^1] Note.'],
    ['struck out text with its marks', 'a ~~b~~ <del>c</del>', 'a ~~b~~ ~~c~~'],
    ['formulas as Unicode where that is exact', '$x^2 \\le \\alpha_i$', 'x² ≤ αᵢ'],
    ['formulas as source where it is not', '$\\sqrt[3]{x_{q}}$', '`\\sqrt[3]{x_{q}}`'],
    ['right-to-left text as it is', 'a שלום b', 'a שלום b'],
  ])('%s', (_, markdown, expected) => expect(shown(markdown)).toBe(expected));

  it('tables as records where they do not fit', () =>
    expect(shown('|Name|Meaning|\n|-|-|\n|abcdefghijkl|mnopqrstuvwx|', 20)).toBe(
      lines('Name: abcdefghijkl', 'Meaning:', '  mnopqrstuvwx'),
    ));
  it('a measure of 76 columns', () =>
    expect(shown('x '.repeat(60), 120).split('\n')[0]).toHaveLength(75));
  it('lines that are filled by display width', () =>
    expect(shown('漢字 漢字 漢字 漢字 e\u0301e\u0301 abc', 20)).toBe(
      lines('漢字 漢字 漢字 漢字', 'e\u0301e\u0301 abc'),
    ));
  it('links with a number, and with OSC 8 only where that is wanted', () => {
    expect(inked('[a](https://x.y)', { hyperlinks: true })).toContain(';https://x.y^[\\');
    expect(inked('[a](https://x.y)')).toBe('^[[4ma^[[24m [1]');
    expect(render('[a](https://x.y)').links).toEqual([
      { number: 1, text: 'a', url: 'https://x.y' },
    ]);
  });
});

describe('of HTML', () => {
  it.each([
    ['a line break', 'a<br>b', 'a\nb'],
    ['code', '<code>x = 1</code>', '`x = 1`'],
    ['lowered and raised text', 'x<sub>1</sub><sup>2</sup>', 'x₁²'],
    ['a key', '<kbd>Esc</kbd>', '[Esc]'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr></table>', 'a  b'],
    ['a definition list', '<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>', 'a\n: b\n: c'],
    ['a tag that only dresses', '<font color="red">a</font>', 'a'],
  ])('%s is shown as what it means', (_, html, expected) => expect(shown(html)).toBe(expected));
  it('bold text is bold', () => expect(inked('<b>a</b>')).toBe('^[[1ma^[[22m'));
  it.each([
    'connect to <host> at <port>',
    'a <container-id|container-name> b',
    'cd <path/to/repo>',
    'begins with <s> and ends with </s>',
    '<think> first </think>',
    '<TOOL_CALL name="x">',
  ])('what is no tag of HTML is text: %s', (text) => expect(shown(text)).toBe(text));
  it('text in angle brackets cannot hide an escape code', () =>
    expect(shown('a <x \u001B[31m> b')).toBe('a <x [31m> b'));
  it('a drawing is left out', () =>
    expect(shown('<div><svg><path d="M0 0"/></svg></div>')).toBe(''));
});

describe('definition lists', () => {
  it('stand below their term, each under its colon', () =>
    expect(shown('Recall\n: one two three four\n: five', 20)).toBe(
      lines('Recall', ': one two three four', ': five'),
    ));
  it('hang under their text', () =>
    expect(shown('*A* `b`\n:   one two three four five', 20)).toBe(
      lines('_A_ `b`', ': one two three four', '  five'),
    ));
  it('may follow after a blank line', () =>
    expect(shown('A\n\n: b **c**')).toBe(lines('A', '', ': b c')));
  it('are not seen where a line only has a colon in it', () =>
    expect(shown('a: b\n:) c `x`: d')).toBe('a: b :) c `x`: d'));
});
