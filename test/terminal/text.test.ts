import fc from 'fast-check';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, it } from 'vitest';
import { wrapText } from '../../src/terminal/text.ts';

const word = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc.constantFrom(
    'a',
    'word',
    'naïve',
    '“so”',
    '漢字',
    'e\u0301',
    '\u00A0',
    '',
    '-',
    '👩‍👩‍👧',
    '…',
    '\t',
  ),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

it('text is wrapped the same on the fast way and on the slow one', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: -1, max: 30 }), (sample, width) => {
      const room = Math.max(1, width);
      const slow =
        sample === '' ? [] : wrapAnsi(sample, room, { hard: true, trim: true }).split('\n');
      expect(wrapText(sample, width)).toEqual(slow);
    }),
    { numRuns: 2_000 },
  );
});

it('a long word is broken, and lines are filled up to their last column', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
});
