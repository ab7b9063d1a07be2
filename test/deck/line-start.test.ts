import { describe, expect, it } from 'vitest';
import { firstOf, signOf, startTable } from '../../src/deck/line-start.ts';
import { normalise } from '../../src/deck/normalise.ts';
import { startsAnswer } from '../../src/deck/shapes/answer-label.ts';
import { ANSWER_PATTERN } from '../../src/deck/shapes/vocabulary.ts';

const CHARACTERS = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code));

describe('the first character of a line', () => {
  it('is none where the line is blank, in all kinds of white space', () => {
    const unlike = CHARACTERS.filter((character) => {
      const line = ` \t${character} `;
      return (firstOf(line) === 0) !== (line.trim() === '');
    });
    expect(unlike).toEqual([]);
  });

  it('is in every table where it is beyond ASCII', () => {
    const table = startTable('-');
    expect(['- a', '  - a', '– a', '\u00A0- a'].map((line) => table[firstOf(line)])).toEqual([
      1, 1, 1, 1,
    ]);
    expect(['* a', 'a', '', '   '].map((line) => table[firstOf(line)])).toEqual([0, 0, 0, 0]);
  });

  it('may stand behind decoration', () => {
    expect(String.fromCharCode(signOf('  > **(Answer:** b'))).toBe('A');
    expect(signOf('** - **')).toBe(0);
  });
});

describe('a name for an answer', () => {
  // Turkish has an I of its own, which is no capital to a pattern that ignores case.
  const words = ANSWER_PATTERN.split('|');
  const capitals = words
    .map((word) => word.toUpperCase())
    .filter((capital, index) => capital.toLowerCase() === words[index]);

  it('is seen in all languages, decorated or not, in small letters and in capitals', () => {
    const lines = words.flatMap((word) => [
      `${word}: b`,
      `  > **${word[0]?.toUpperCase()}${word.slice(1)}:** b`,
      `**The ${word}:** b`,
    ]);
    lines.push(...capitals.map((capital) => `### ${capital}`));
    expect(lines.filter((line) => !startsAnswer(line))).toEqual([]);
  });
});

describe('the letters and digits of a text', () => {
  const slow = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();

  it('are the same by the short way and by the long one', () => {
    const texts = CHARACTERS.flatMap((character) => [
      `Why ${character}?`,
      `${character}Why not${character}`,
      `a${character}b  c`,
    ]);
    const plain = ['', ' ', '?', 'A', 'What is A?', '**What is it**', 'a  b', '1.2 c', ' - x - '];
    expect([...texts, ...plain].filter((text) => normalise(text) !== slow(text))).toEqual([]);
  });
});
