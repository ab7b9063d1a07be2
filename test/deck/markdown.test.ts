import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH, parseMarkdown } from '../../src/deck/markdown.ts';
import { ROOT } from '../support/quiz.ts';

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();

/** Pieces that addresses, tables and what may hide them are made of. */
const piece = fc.constantFrom(
  ...['http://', 'https://', 'HTTP:', '//', 'www.', 'www', '@', '.', 'x.y', 'a', 'b-c', '_', '-'],
  ...['](http://x.y)', '](https://x.y "t")', '](www.x.y)', '](', '[', ']', '![', ')', '(', '<'],
  ...['>', '<http://x.y>', '<a@b.cd>', '<a href="http://x.y">', '</a>', '`', '``', '```\n', '~~'],
  ...['&#64;', '&#x77;ww.', '&#104;ttp://', '&colon;//', '&commat;', '&sol;', '&amp;', '\\', '\\@'],
  ...['*', '**', '!', ' ', '  ', '    ', '\n', '\n\n', '\t', '- ', '1. ', '> ', '# ', '- [x] '],
  ...[
    '|',
    '| a |',
    '\n|-|\n',
    '\n:-\n',
    '\n-:\n',
    '\n:-:|-\n',
    '\n> |-\n',
    '\n  -|:-',
    '\n---\n',
    ':',
    '===',
    '$',
    '日本',
  ],
  ...[
    '[^1]',
    '\n[^1]: ',
    '\n[a]: http://x.y\n',
    '[a]',
    'mailto:',
    'a@b.cd',
    'c@d.e_',
    '<!--',
    '-->',
  ],
);

describe('Markdown', () => {
  it('is the same tree as GFM of remark, which is looked through for less', () => {
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        expect(parseMarkdown(markdown)).toEqual({ kind: 'tree', root: gfm.parse(markdown) });
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  it.each([
    'see &#104;ttp://x.y and a&#64;b.cd',
    'h\\ttp://x.y, http\\://x.y and a\\@b.cd',
    'a](https://x.y) b',
    '[a [b](https://x.y)](https://z.y)',
    '[a](https://x y)',
    'a@_b_.cd and _a_@b.cd',
    'a@.bc',
    'a\n:-\nb',
    '> 1. a | b\n>    -:|\n>    c | d',
    '- | a |\r  |-|\r  | b |',
  ])('finds what does not look like an address or a table at first: %s', (markdown) => {
    expect(parseMarkdown(markdown)).toEqual({ kind: 'tree', root: gfm.parse(markdown) });
  });

  it('is the same tree in a chapter of the shipped deck', () => {
    const folder = path.join(ROOT, 'questions');
    const text = fs.readFileSync(path.join(folder, fs.readdirSync(folder)[2] ?? ''), 'utf8');
    for (const section of text.slice(0, MAX_BODY_LENGTH).split(/^#+ /m)) {
      expect(parseMarkdown(section)).toEqual({ kind: 'tree', root: gfm.parse(section) });
    }
  }, 30_000);
});
