import type { Blockquote, Paragraph, Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { renderInline, renderMarkdown } from '../../../src/terminal/markdown/render-markdown.ts';
import { colourTheme, inked, parse, plainTheme, render, shown } from './rendering.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

describe('running text', () => {
  it('fills lines greedily and joins the lines of the source', () =>
    expect(shown('one two\nthree four five six', 20)).toBe(
      lines('one two three four', 'five six'),
    ));
  it('is never wider than 76 columns', () =>
    expect(Math.max(...render('word '.repeat(99), { width: 200 }).lines.map((l) => l.length))).toBe(
      74,
    ));
  it('breaks where the author did', () => expect(shown('a  \nb\\\nc')).toBe(lines('a', 'b', 'c')));
  it('keeps one blank line between blocks', () =>
    expect(shown('# Head\ntext\n***\nmore')).toBe(
      lines('Head', '', 'text', '', '-'.repeat(76), '', 'more'),
    ));
  it('sets headings bold and without marks', () =>
    expect(inked('## A *b*')).toBe('^[[1mA ^[[22m^[[1m^[[4mb^[[24m^[[22m'));
  it('dresses strong, emphasis and code', () =>
    expect(inked('**a** *b* `c`')).toBe('^[[1ma^[[22m ^[[4mb^[[24m ^[[36m`c`^[[39m'));
  it('closes every style on its line and opens it again on the next', () =>
    expect(inked('**one two three four five**', { width: 20 })).toBe(
      lines('^[[1mone two three four^[[22m', '^[[1mfive^[[22m'),
    ));
  it('writes emphasis out once, also over two lines, where there is no colour', () =>
    expect(shown('*one two three four five*', 20)).toBe(lines('_one two three four', 'five_')));
  it('keeps the marks of deleted text', () => expect(shown('~~no~~')).toBe('~~no~~'));
  it('never breaks a code span that fits on a line', () =>
    expect(shown('some words `a b c d e f`', 20)).toBe(lines('some words', '`a b c d e f`')));
  it('keeps the spaces of a code span, and its backticks', () =>
    expect(shown('`` a  ` b ``')).toBe('``a  ` b``'));
  it('breaks a long word after its punctuation, else anywhere', () =>
    expect(shown('aaaaaaaaaa/bbbbbbbbbb/cccccccccccccccccccccc', 20)).toBe(
      lines('aaaaaaaaaa/', 'bbbbbbbbbb/', 'cccccccccccccccccccc', 'cc'),
    ));
  it('breaks Japanese between characters, and keeps a full stop with its word', () =>
    expect(shown('漢字かな漢字かな漢字。', 20)).toBe(lines('漢字かな漢字かな漢', '字。')));
  it('keeps marks with their base', () =>
    expect(shown('e\u0301'.repeat(21), 20)).toBe(lines('e\u0301'.repeat(20), 'e\u0301')));
});

describe('lists', () => {
  it('hangs the second line of an item under its text', () =>
    expect(shown('- one two three four five', 20)).toBe(lines('- one two three four', '  five')));
  it('sets the numbers right and starts where the author did', () =>
    expect(shown('9. a\n10. b')).toBe(lines(' 9. a', '10. b')));
  it('nests without blank lines in a tight list', () =>
    expect(shown('- a\n  - b\n    1. c\n- d')).toBe(lines('- a', '  - b', '    1. c', '- d')));
  it('has blank lines between the items of a loose list', () =>
    expect(shown('- a\n\n- b')).toBe(lines('- a', '', '- b')));
  it('shows what is done', () =>
    expect(shown('- [x] a\n- [ ] b')).toBe(lines('- [x] a', '- [ ] b')));
  it('keeps blank lines around code in a tight item', () =>
    expect(shown('- a\n  ```\n  b\n  ```\n  c')).toBe(lines('- a', '', '      b', '', '  c')));
  it('stops setting in where the room is gone', () => {
    const markdown = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- item`);
    expect(render(markdown.join('\n'), { width: 20 }).lines.at(-1)).toBe('          item');
  });
});

describe('quotes and rules', () => {
  it('marks every line of a quote', () =>
    expect(shown('> a\n>\n> > b')).toBe(lines('| a', '|', '| | b')));
  it('draws a rule of one line', () => expect(shown('***', 20)).toBe('-'.repeat(20)));
});

describe('code', () => {
  it('stands four columns in, below its language', () =>
    expect(shown('```python\nx = 1\n\ny\n```')).toBe(lines('python', '    x = 1', '', '    y')));
  it('has no label where it is only text', () => expect(shown('```text\na\n```')).toBe('    a'));
  it('is cut off, never wrapped, and the cut is marked', () =>
    expect(shown('```\n1234567890123456 78\n```', 20)).toBe('    123456789012345>'));
  it('is cut by columns, not by characters', () =>
    expect(shown('```\n漢字漢字漢字漢字漢字\n```', 20)).toBe('    漢字漢字漢字漢>'));
  it('may be wider than running text', () =>
    expect(shown(`    ${'x'.repeat(90)}`, 100)).toBe(`    ${'x'.repeat(90)}`));
  it('turns tabs into columns', () =>
    expect(shown('```\na\tb\n\tc\n```')).toBe('    a   b\n        c'));
});

describe('tables', () => {
  it('fits columns to their content and honours the alignment', () =>
    expect(shown('|a|n|mid|\n|-|-:|:-:|\n|word|1|x|\n|b|100|y|')).toBe(
      lines('a       n  mid', '----  ---  ---', 'word    1   x', 'b     100   y'),
    ));
  it('wraps text within a column', () =>
    expect(shown('|key|text|\n|-|-|\n|k|one two three four five|', 24)).toBe(
      lines('key  text', '---  -------------------', 'k    one two three four', '     five'),
    ));
  it('measures wide characters', () =>
    expect(shown('|漢字|b|\n|-|-|\n|a|c|')).toBe(lines('漢字  b', '----  -', 'a     c')));
  it('becomes records where the columns would be too narrow', () =>
    expect(shown('|First|Second|Third|\n|-|-|-|\n|aaaaaaaaaa|bbbbbbbbbb||\n|c|d|e|', 20)).toBe(
      lines('First: aaaaaaaaaa', 'Second: bbbbbbbbbb', '', 'First: c', 'Second: d', 'Third: e'),
    ));
  it('sets the header bold, and breaks a line at <br>', () =>
    expect(inked('|a|\n|-|\n|b<br>c|')).toBe(lines('^[[1ma^[[22m', '^[[2m-^[[22m', 'b', 'c')));
});

describe('links, images and notes', () => {
  it('numbers links, and the same address once', () => {
    const { lines: text, links } = render('[a](https://x.y/) [b](https://z.y) [c](https://x.y/)');
    expect(text).toEqual(['a [1] b [2] c [1]']);
    expect(links).toEqual([
      { number: 1, text: 'a', url: 'https://x.y/' },
      { number: 2, text: 'b', url: 'https://z.y' },
    ]);
  });
  it('numbers a bare address, whose words are the address', () =>
    expect(render('<https://x.y>').links).toEqual([
      { number: 1, text: 'https://x.y', url: 'https://x.y' },
    ]));
  it.each(['javascript:alert(1)', 'file:///etc/passwd', '#here', '/a', 'data:text/html,x'])(
    'shows %s as plain text',
    (url) => expect(render(`[a](${url})`)).toEqual({ lines: ['a'], links: [] }),
  );
  it('does not follow an address with spaces or control characters', () =>
    expect(render('[a](<https://x.y/ b>) [c](https://x.y/&#27;]8;;)').links).toEqual([]));
  it('wraps a link in OSC 8 on each of its lines', () =>
    expect(inked('[one two three four five](https://x.y/é)', { width: 20, hyperlinks: true })).toBe(
      lines(
        '^[]8;id=llm-quiz-1;https://x.y/%C3%A9^[\\^[[4mone two three four^[[24m^[]8;;^[\\',
        '^[]8;id=llm-quiz-1;https://x.y/%C3%A9^[\\^[[4mfive^[[24m^[]8;;^[\\ [1]',
      ),
    ));
  it('keeps the text of a link and its number on one line', () =>
    expect(shown('some words ([a link](https://x.y)).', 20)).toBe(
      lines('some words', '(a link [1]).'),
    ));
  it('resolves references', () =>
    expect(shown('[a][r] ![b][r]\n\n[r]: https://x.y')).toBe('a [1] [image: b] [1]'));
  it('shows an image by its words', () => expect(shown('![a b](x.png)')).toBe('[image: a b]'));
  it.each([
    ['![](pics/heap.png)', '[image: heap.png]'],
    ['![](https://x.y/heap.svg?raw=true)', '[image: heap.svg] [1]'],
    ['![A heap](https://x.y/1)', '[image: A heap] [1]'],
    ['![](https://x.y/1)', '[image] [1]'],
    ['<img alt="A heap" src="https://x.y/1">', '[image: A heap] [1]'],
    ['[![A heap](https://x.y/1.png)](https://z.y)', '[image: A heap] [1]'],
    ['<a href="https://z.y"><img src="https://x.y/1.png"></a>', '[image: 1.png] [1]'],
    ['![A heap](file:///etc/passwd)', '[image: A heap]'],
  ])('leads to an image where a browser may: %s', (markdown, expected) =>
    expect(shown(markdown)).toBe(expected),
  );
  it('puts notes at the end', () =>
    expect(shown('a[^n] b\n\n[^n]: The note.\n\nlast')).toBe(
      lines('a[^n] b', '', 'last', '', '[^n] The note.'),
    ));
});

describe('HTML', () => {
  it.each([
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['press <kbd>Ctrl</kbd>+<kbd>C</kbd>', 'press [Ctrl]+[C]'],
    ['H<sub>2</sub>O, x<sup>n</sup>', 'H₂O, xⁿ'],
    ['W<sub>q</sub>, y<sup>*</sup>', 'W_q, y^*'],
    ['<i>a</i> <code>b &lt; c</code>', '_a_ `b < c`'],
    ['a <span class="x">b</span> <!-- c --> d', 'a b d'],
    ['never <b>closed', 'never closed'],
    ['</b>never opened', 'never opened'],
    ['<b>*crossed</b>*', '_crossed_'],
    ['a &amp;lt; b', 'a &lt; b'],
    ['<details>\n<summary>More &amp; more</summary>\ntext\n</details>', 'More & more\ntext'],
    ['<p align="center"><img src="x" alt="logo"> a</p>', '[image: logo] a'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<script>alert(1)</script>', ''],
    ['<!-- only a comment -->', ''],
    ['<a href="https://x.y">z</a>', 'z [1]'],
  ])('%s', (markdown, text) => expect(shown(markdown)).toBe(text));
  it('sets bold', () => expect(inked('<b>a</b> x')).toBe('^[[1ma^[[22m x'));
  it('shows a simple table as a table', () =>
    expect(
      shown('<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table>'),
    ).toBe(lines('A  B', '-  -', '1  2')));
});

describe('control characters', () => {
  it.each([
    ['escape codes', 'a \u001B[31mred\u001B[0m b', 'a [31mred[0m b'],
    ['a window title', 'a\u001B]0;title\u0007b', 'a]0;titleb'],
    ['C1 and DEL', 'a\u009B31m\u007Fb', 'a31mb'],
    ['numbered references', '&#27;[31m &#x9b;1m', '\uFFFD[31m \uFFFD1m'],
    ['zero width space and soft hyphen', 'a\u200Bb\u00ADc', 'abc'],
    ['a change of direction left open', 'a\u202Eb', 'ab'],
    ['code', '`a\u001B[31mb`', '`a[31mb`'],
    ['HTML', '<p>&#27;[31m', '[31m'],
    ['alternative text', '![a\u001Bb](x)', '[image: ab]'],
    ['formulas', '$x_\u001B2$', 'x₂'],
  ])('%s do not reach the terminal', (_, markdown, text) => expect(shown(markdown)).toBe(text));
  it('lets a closed change of direction pass', () =>
    expect(shown('a\u2067b\u2069c')).toBe('a\u2067b\u2069c'));
  it('drops one that a line break would leave open', () =>
    expect(shown('\u2067one two three four five\u2069', 20)).toBe('one two three four\nfive'));
  it('strips them from code blocks and their language', () =>
    expect(shown('```a\u001Bb\nc\u001B[1md\n```')).toBe('ab\n    c[1md'));
});

describe('any tree', () => {
  const nest = (depth: number): Root => {
    let inner: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'deep' }] };
    for (let level = 0; level < depth; level += 1) {
      inner = { type: 'blockquote', children: [inner] } satisfies Blockquote;
    }
    return { type: 'root', children: [inner] };
  };
  const options = { width: 40, theme: plainTheme, hyperlinks: false };
  it('falls back to plain text where it is very deep', () =>
    expect(renderMarkdown(nest(100_000), options)).toEqual({ lines: ['deep'], links: [] }));
  it('takes thousands of HTML tags in each other', () =>
    expect(shown(`a ${'<b>'.repeat(5_000)}b${'</b>'.repeat(5_000)}`)).toBe('a b'));
  it('shows the text of nodes that it does not know', () => {
    const root = {
      type: 'root',
      children: [
        { type: 'math', value: 'a\u001Bb' },
        { type: 'directive', children: [] },
      ],
    } as unknown as Root;
    expect(renderMarkdown(root, options).lines).toEqual(['ab']);
  });
  it.each([0, 1, 5, -3, Number.NaN])('does not throw at a width of %d', (width) =>
    expect(() => shown('- a `code` 漢字\n> > x\n\n|a|b|\n|-|-|\n|c|d|', width)).not.toThrow(),
  );
});

describe('renderInline', () => {
  const inline = (markdown: string, hyperlinks = false): string =>
    renderInline((parse(markdown).children[0] as Paragraph).children, {
      width: 20,
      theme: hyperlinks ? colourTheme : plainTheme,
      hyperlinks,
    });
  it('wraps one run of text', () =>
    expect(inline('What is *one* `two` three four?')).toBe('What is _one_ `two`\nthree four?'));
  it('does not number links, since it has no list of them', () =>
    expect(inline('[a](https://x.y) b')).toBe('a b'));
});
