import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/deck/markdown.ts';
import { createTheme } from '../../../src/terminal/create-theme.ts';
import type { RenderedLink } from '../../../src/terminal/markdown/links.ts';
import { plainLinks } from '../../../src/terminal/markdown/plain-links.ts';
import { renderMarkdown } from '../../../src/terminal/markdown/render-markdown.ts';
import { ROOT } from '../../support/quiz.ts';

const theme = createTheme({ color: false, ascii: false });

/** What the parser and the renderer make of a text. */
const byParser = (text: string): readonly RenderedLink[] => {
  const parsed = parseMarkdown(text);
  if (parsed.kind !== 'tree') return [];
  return renderMarkdown(parsed.root, { width: 80, theme, hyperlinks: false, source: text }).links;
};

const referencesOf = (file: string): readonly string[] =>
  [...fs.readFileSync(file, 'utf8').matchAll(/### References\n((?:.+\n)+)/g)].map(
    ([, text = '']) => text,
  );

const PLAIN_WORDS = ['A', 'paper', '(2024)', 'k-NN', '1.', '#', '"so"', 'é', '中', '!', '+', '-'];
const WORDS = [
  ...PLAIN_WORDS,
  'www.a.org',
  'x@y.org',
  'http://',
  '&amp;',
  '*x*',
  '',
  ' ',
  '\t',
  '$x$',
  '^1',
  '\u200b',
  ':smile:',
];
const URLS = [
  'https://a.org',
  'http://a.org/b_c_d?e=1#f',
  'https://a.org/%20x',
  'https://a.org/(x)',
  'ftp://a',
  'javascript:x',
  'https://a.org/x&y',
  'https://中.org/é',
  '<https://a.org>',
  'https://a.org "t"',
  'https://a.org/*x*',
  'https://a.org/\u200b',
  '',
];
const line = fc
  .tuple(
    fc.constantFrom('- ', '- ', '- ', '* ', '  - ', '-  '),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
    fc.constantFrom(...URLS),
  )
  .map(([bullet, words, url]) => `${bullet}[${words.join(' ')}](${url})`);

const plainWord = fc.constantFrom(...PLAIN_WORDS);
const plainLine = fc
  .tuple(fc.array(plainWord, { minLength: 1, maxLength: 4 }), fc.constantFrom(...URLS.slice(0, 3)))
  .map(([words, url]) => `- [${words.join(' ')}](${url})`);
const anyLine = fc.oneof({ weight: 4, arbitrary: plainLine }, { weight: 1, arbitrary: line });

describe('the links of references', () => {
  it('are those that the parser finds, of any list', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.join('\n');
        const links = plainLinks(text);
        if (links === undefined) return;
        found++;
        expect(links).toEqual(byParser(text));
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('are found without a parser in nearly all cards of the deck', () => {
    const folder = path.join(ROOT, 'questions');
    const all = fs.readdirSync(folder).flatMap((name) => referencesOf(path.join(folder, name)));
    const plain = all.flatMap((text) => {
      const links = plainLinks(text);
      return links === undefined ? [] : [{ text, links }];
    });
    for (const { text, links } of plain) expect(links).toEqual(byParser(text));
    expect(plain.length / all.length).toBeGreaterThan(0.9);
  });

  it.each([
    '',
    'Some words.',
    '- [a](https://a.org) and more',
    '- [a]: https://a.org',
    '- [a](https://a.org)\n\n- [b](https://b.org)',
  ])('%j is left to the parser', (text) => {
    expect(plainLinks(text)).toBeUndefined();
  });
});
