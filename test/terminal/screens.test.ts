import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Opening } from '../../src/terminal/stages/opening-stage.ts';
import { widthOf } from '../../src/terminal/text.ts';
import { SCREEN_CASES, SCREEN_SIZES, WELCOME } from '../support/screen-cases.ts';
import { Study } from '../support/study.ts';

const RESUME: Opening = {
  kind: 'resume',
  view: {
    ago: '12 min',
    why: 'the terminal was closed',
    grades: 7,
    left: 13,
    position: 8,
    total: 20,
  },
};

describe.each(SCREEN_SIZES)('at $columns x $rows', ({ columns, rows }) => {
  it.each(SCREEN_CASES)('$name is as it was looked at', ({ keys }) => {
    const study = new Study();
    // The frame is drawn at this size before each key: how far a page goes depends on it.
    study.lines(columns, rows);
    for (const key of keys) {
      study.app.press(key);
      study.lines(columns, rows);
    }
    expect(study.screen(columns, rows)).toMatchSnapshot();
  });

  it('the welcome and the offer to go on are as they were looked at', () => {
    expect(new Study({ opening: WELCOME }).screen(columns, rows)).toMatchSnapshot();
    expect(new Study({ opening: RESUME }).screen(columns, rows)).toMatchSnapshot();
  });

  it.each(SCREEN_CASES)(
    '$name fits, says the same without colour, and is ASCII where that is asked',
    ({ keys }) => {
      const draw = (theme: { color: boolean; ascii: boolean }): readonly string[] => {
        const study = new Study({ theme });
        study.lines(columns, rows);
        for (const key of keys) {
          study.app.press(key);
          study.lines(columns, rows);
        }
        return study.lines(columns, rows);
      };
      const plain = draw({ color: false, ascii: false });
      const colored = draw({ color: true, ascii: false });
      const ascii = draw({ color: false, ascii: true });
      for (const lines of [plain, colored, ascii]) {
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }
      const words = (lines: readonly string[]): string[] =>
        stripVTControlCharacters(lines.join(' '))
          .replace(/[_─-]+/g, ' ')
          .split(/\s+/);
      expect(words(colored)).toEqual(words(plain));
      // The deck's own text may have any letters; the program's marks may not.
      expect(ascii.join('').replace(/[\p{L}\p{N}\p{P}Σ∑]/gu, '')).toMatch(/^[\x20-\x7E]*$/);
    },
  );
});

describe('colours on the screen', () => {
  it('are of the few that can be read on every common scheme', () => {
    const study = new Study({ theme: { color: true } }).press('space');
    const codes = study
      .lines()
      .flatMap((line) => [...line.matchAll(/\u001B\[([\d;]*)m/g)].map((match) => match[1]));
    for (const code of codes)
      expect(['0', '1', '2', '4', '22', '24', '31', '36', '39']).toContain(code);
  });
});
