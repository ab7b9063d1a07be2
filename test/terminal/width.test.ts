import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { createTheme, THEME_NAMES } from '../../src/terminal/create-theme.ts';
import { clip } from '../../src/terminal/text.ts';
import { graphemes, widthOf } from '../../src/terminal/width.ts';

const LINK = '\u001B]8;id=llm-quiz-1;https://x.y/z?a=b\u001B\\link\u001B]8;;\u001B\\';
/** Narrow and wide text, escape codes whole and broken, and what changes the width of a neighbour. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constantFrom(
    ...['\u001B[1m', '\u001B[22m', '\u001B[38;2;0;96;122m', '\u001B[m', '\u001B[12345m', '\u001B['],
    ...['\u001B', '\u001B[2K', '\u009B1m', '\u001B]8;;', '\u001B\\', '\u0007', LINK, '1;2m', 'm'],
    ...[
      'abc',
      ' ',
      '\t',
      '─│█›…',
      'é',
      'α',
      '→',
      '≤',
      '’',
      '\uFE0F',
      '\u200D',
      '\u20E3',
      'e\u0301',
    ],
    ...['漢', '🇩', '🇪', '👩', '1', '\n', '\u200B', '\u202E'],
  ),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

describe('the width of a text', () => {
  it('is the same on the fast way and on the slow one, for each character', () => {
    const differing: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      if (widthOf(character) !== stringWidth(character)) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('is the same on both ways for any text, with escape codes whole and broken', () => {
    fc.assert(
      fc.property(text, (sample) => {
        expect(widthOf(sample)).toBe(stringWidth(sample));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not changed by how a theme dresses it', () => {
    for (const name of THEME_NAMES) {
      const { symbols, ...styles } = createTheme({ color: true, ascii: false, name });
      const words = `${Object.values(symbols).join('')} words`;
      for (const dress of Object.values(styles)) {
        if (typeof dress === 'function') expect(widthOf(dress(words))).toBe(words.length);
      }
    }
  });
});

describe('the characters of a text', () => {
  it('are what a person counts, and together the text', () => {
    expect(graphemes('añ…')).toEqual(['a', 'ñ', '…']);
    expect(graphemes('e\u0301🇩🇪x')).toEqual(['e\u0301', '🇩🇪', 'x']);
    fc.assert(fc.property(text, (sample) => graphemes(sample).join('') === sample));
  });

  it('are cut between, never within', () => {
    expect(clip('one two three', 9, '…')).toBe('one two…');
    expect(clip('漢字漢字', 6, '…')).toBe('漢字…');
    expect(clip('ne\u0301e\u0301e\u0301e\u0301', 4, '.')).toBe('ne\u0301e\u0301.');
  });
});
