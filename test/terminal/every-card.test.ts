import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../src/terminal/screens/frame.ts';
import { widthOf } from '../../src/terminal/text.ts';
import { hasShared, SHARED } from '../deck/bank-files.ts';
import { ROOT } from '../support/quiz.ts';
import { SCREEN_SIZES } from '../support/screen-cases.ts';
import { Study } from '../support/study.ts';

/** All cards at all sizes take long; each card at one of them in turn sees the same places. */
const isLong = process.env['LLM_QUIZ_SCREENS'] === 'long';

const banks = hasShared
  ? fs
      .readdirSync(SHARED)
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(SHARED, name))
  : [];

/** What of a frame is outside of its window. */
const outside = (lines: readonly string[], { columns, rows }: Size): string[] => [
  ...(lines.length > rows ? [`${lines.length} lines`] : []),
  ...lines.filter((line) => widthOf(line) > columns),
];

/** Looks at a card from its question to the last page of its answer; what did not fit. */
const look = (study: Study, sizes: readonly Size[]): readonly string[] => {
  const { app } = study;
  const shown = app.driver?.state.shown;
  const wrong: string[] = [];
  const see = (what: string, size: Size): number => {
    const { lines, below } = app.frame(size);
    const where = `${shown?.card.question}: ${what} at ${size.columns} x ${size.rows}`;
    wrong.push(...outside(lines, size).map((line) => `${where}: ${line}`));
    return below;
  };
  for (const size of sizes) see('question', size);
  app.press('h');
  for (const size of sizes) see('hint', size);
  if (shown?.card.kind === 'choice') app.press('1');
  if (app.driver?.state.shown?.revealed === false) app.press('space');
  for (const size of sizes) {
    app.press('g');
    while (see('answer', size) > 0) app.press('pagedown');
  }
  return wrong;
};

describe.each(['questions', ...banks].map((place) => [path.basename(place), place]))(
  'every card of %s',
  (_, place) => {
    it('fits the window, its question, its hint and every page of its answer', () => {
      const study = new Study({
        deck: path.resolve(ROOT, place),
        options: { newCards: Number.POSITIVE_INFINITY, order: 'deck' },
      });
      const { app } = study;
      const wrong: string[] = [];
      for (let seen = 0; app.driver?.state.phase !== 'finished'; seen++) {
        const inTurn = SCREEN_SIZES[seen % SCREEN_SIZES.length];
        wrong.push(...look(study, isLong || inTurn === undefined ? SCREEN_SIZES : [inTurn]));
        app.press('4');
      }
      expect(app.driver?.state.deeds.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    }, 120_000);
  },
);
