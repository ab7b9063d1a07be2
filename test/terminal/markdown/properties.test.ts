import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../src/terminal/width.ts';
import { colourTheme, plainTheme, render } from './rendering.ts';

/** Pieces that make Markdown, HTML, formulas and trouble likely to meet. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '# ',
      '- ',
      '1. ',
      '999999999. ',
      '> ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '```\n',
      '`',
      '*',
      '**',
    ],
    ...[
      '_',
      '~~',
      '[',
      '](https://x.y/z)',
      '](',
      '![',
      '|',
      '|-|:-:|\n',
      '\\',
      '$',
      '$$',
      '\\(',
      '^',
    ],
    ...[
      '<b>',
      '</b>',
      '<br>',
      '<kbd>',
      '<sub>',
      '<table>',
      '<td>',
      '<a href="https://x.y">',
      '<!--',
    ],
    ...['&amp;', '&#27;', '\t', '\u001B[31m', '\u009B', '\u0007', '\u202E', '\u2067', '\u2069'],
    ...['[^1]', '[^1]: ', '- [x] ', 'https://example.com/a/long/path?with=a&query=string', '***\n'],
    ...[
      '漢字かな。',
      'e\u0301',
      '👩‍👩‍👧',
      '🇩🇪',
      '1\uFE0F\u20E3',
      '\uFE0F',
      '\u200D',
      'ᄀᄀᄀᄀᄀ',
      'שלום',
      '\\frac{a}{b}',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.lorem({ maxCount: 12 }),
);
const document = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));
const width = fc.integer({ min: 20, max: 110 });

const OWN_CODES = /\u001B\[\d+m|\u001B\]8;(?:id=llm-quiz-\d+)?;[!-~]*\u001B\\/g;
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B]/;

describe('whatever the Markdown is', () => {
  it('no line is too wide, and no control character of the text is left', () => {
    fc.assert(
      fc.property(document, width, fc.boolean(), fc.boolean(), (markdown, columns, colour, osc) => {
        const theme = colour ? colourTheme : plainTheme;
        for (const line of render(markdown, { width: columns, theme, hyperlinks: osc }).lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          expect(line.replace(OWN_CODES, '')).not.toMatch(CONTROL);
        }
      }),
      { numRuns: 1_500 },
    );
  }, 60_000);

  it('every line closes what it opens', () => {
    fc.assert(
      fc.property(document, width, (markdown, columns) => {
        const options = { width: columns, theme: colourTheme, hyperlinks: true };
        for (const line of render(markdown, options).lines) {
          const count = (code: RegExp): number => line.match(code)?.length ?? 0;
          expect(count(/\u001B\[(?:1|2)m/g)).toBe(count(/\u001B\[22m/g));
          expect(count(/\u001B\[4m/g)).toBe(count(/\u001B\[24m/g));
          expect(count(/\u001B\[36m/g)).toBe(count(/\u001B\[39m/g));
          expect(count(/\u001B\]8;id=/g)).toBe(count(/\u001B\]8;;\u001B/g));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not throw or hang at any width', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: -1, max: 19 }), (markdown, columns) => {
        render(markdown, { width: columns });
      }),
      { numRuns: 300 },
    );
  });

  it('knows formulas with and without the source', () => {
    fc.assert(
      fc.property(document, (markdown) => {
        expect(render(markdown, { source: '' }).lines.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

it('shows all words of a paragraph, in order', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, width, (list, columns) => {
      const text = render(list.join(' '), { width: columns }).lines.join(' ');
      expect(text.replace(/\s/g, '')).toBe(list.join(''));
      if (columns >= 30) expect(text.split(' ')).toEqual(list);
    }),
  );
});

it('cuts long text into the same characters as in one go', () => {
  const character = fc.constantFrom(
    'a',
    'e\u0301',
    '漢',
    '👩‍👩‍👧',
    '\u200D',
    '🇩🇪',
    '🇩',
    'ᄀ',
    '\uFE0F',
  );
  fc.assert(
    fc.property(fc.array(character, { minLength: 100, maxLength: 600 }), (parts) => {
      const text = parts.join('');
      const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
      expect(graphemes(text)).toEqual(Array.from(whole, ({ segment }) => segment));
    }),
  );
});

describe('the cards of this deck', () => {
  const folder = new URL('../../../questions/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  it.each(files)('%s fits windows of 36, 56 and 76 columns', (file) => {
    const cards = readFileSync(new URL(file, folder), 'utf8').split(/^(?=## )/m);
    for (const card of cards) {
      for (const columns of [36, 56, 76]) {
        const { lines } = render(card, { width: columns });
        expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
        expect(lines).not.toEqual([]);
      }
    }
  });
});
