import { describe, expect, it } from 'vitest';
import { ChapterChoice } from '../../src/terminal/chapter-choice.ts';
import { createTheme } from '../../src/terminal/create-theme.ts';
import { createKeymap } from '../../src/terminal/keys.ts';
import { widthOf } from '../../src/terminal/text.ts';
import { cardsOf, chapter } from '../support/cards.ts';
import { SCREEN_SIZES } from '../support/screen-cases.ts';

const CHAPTERS = Array.from({ length: 17 }, (_, index) =>
  chapter(index + 1, index === 5 ? 'Internal Workings of Vector Databases' : `Chapter of ${index}`),
);

const choose = (...keys: readonly string[]): ChapterChoice => {
  const theme = createTheme({ color: false, ascii: true });
  const choice = new ChapterChoice(CHAPTERS, cardsOf(17, 3), theme, createKeymap());
  for (const key of keys) {
    choice.frame({ columns: 80, rows: 24 });
    choice.press(key);
  }
  return choice;
};

const numbersOf = ({ chosen }: ChapterChoice): readonly number[] =>
  chosen.map(({ number }) => number);

describe.each(SCREEN_SIZES)('the choice of chapters at $columns x $rows', (size) => {
  it('is as it was looked at', () => {
    const choice = choose('space', 'j', 'down', 'space');
    expect(`\n${choice.frame(size).lines.join('\n')}\n`).toMatchSnapshot();
    choice.press('G');
    expect(`\n${choice.frame(size).lines.join('\n')}\n`).toMatchSnapshot();
  });

  it('always shows the row that keys are about, within the window', () => {
    const choice = choose();
    for (let row = 1; row <= CHAPTERS.length; row++) {
      const { lines } = choice.frame(size);
      expect(lines.filter((line) => line.startsWith('> [ ]'))).toHaveLength(1);
      expect(lines.length).toBeLessThanOrEqual(size.rows);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(size.columns);
      choice.press('down');
    }
  });
});

describe('the choice of chapters', () => {
  it('is made with space, taken back with it, and ended with enter', () => {
    const choice = choose('space', 'j', 'space', 'space', 'j', 'space', 'enter');
    expect(numbersOf(choice)).toEqual([1, 3]);
    expect(choice.result).toBe('ended');
  });

  it('takes all with a, also where some are chosen, and none with another a', () => {
    expect(numbersOf(choose('space', 'a'))).toHaveLength(17);
    expect(numbersOf(choose('a', 'a'))).toEqual([]);
  });

  it('does not end without a chapter, and says why until the next key', () => {
    const choice = choose('enter');
    expect(choice.result).toBeUndefined();
    const title = () => choice.frame({ columns: 80, rows: 24 }).lines[0];
    expect(title()).toBe('Choose at least one chapter: press space on it.');
    choice.press('j');
    expect(title()).toBe('Which chapters?');
  });

  it.each([
    ['q', 'left'],
    ['escape', 'left'],
    ['ctrl-d', 'left'],
    ['ctrl-c', 'interrupted'],
  ])('is left with %s as "%s"', (key, result) => {
    expect(choose(key).result).toBe(result);
  });

  it('goes to the ends and by pages, and never beyond', () => {
    expect(numbersOf(choose('k', 'space', 'G', 'j', 'space'))).toEqual([1, 17]);
    expect(numbersOf(choose('pagedown', 'space', 'g', 'space'))).toEqual([1, 17]);
  });
});
