import { describe, expect, it } from 'vitest';
import { toTimestamp } from '../../src/scheduler/units.ts';
import type { Summary } from '../../src/session/summary.ts';
import { createTheme } from '../../src/terminal/create-theme.ts';
import { summaryLines } from '../../src/terminal/screens/summary-text.ts';
import { widthOf } from '../../src/terminal/text.ts';
import { card, chapter } from '../support/cards.ts';
import { day, moment } from '../support/events.ts';
import { SCREEN_SIZES } from '../support/screen-cases.ts';

const NOW = { ...moment(0), day: day('2026-12-01') };
const THEME = createTheme({ color: false, ascii: false });

const missed = (number: number): Summary['missed'] =>
  Array.from({ length: number }, (_, index) => ({
    card: card(`m${index}`, {
      chapter: chapter(3, 'Retrieval-Augmented Generation', 'RAG'),
      question: `${index + 1}: what are the steps of a full retrieval pipeline, and which of them fails first?`,
    }),
    due: { kind: 'at', at: toTimestamp(NOW.at + 600_000) },
  }));

const SUMMARY: Summary = {
  cards: 20,
  grades: { again: 3, hard: 4, good: 11, easy: 2 },
  durationMs: 702_000,
  known: 20,
  remembered: 17,
  introduced: 5,
  missed: missed(3),
  streak: 6,
  forecast: { tomorrow: 14, week: 61, next: undefined },
  cram: false,
  gained: undefined,
};
const CASES: readonly (readonly [string, Partial<Summary>])[] = [
  ['three missed', {}],
  ['twelve missed', { missed: missed(12) }],
  ['none missed', { missed: [] }],
  ['by the plan', { gained: { cards: 4.2, day: day('2026-12-15') } }],
  ['practice', { cram: true }],
  ['nothing', { cards: 0 }],
  ['a deck', { deck: '~/notes/my questions on networks.md' }],
  ['a deck, none missed', { deck: 'bank.md', missed: [] }],
];

describe.each(SCREEN_SIZES)('a summary at $columns x $rows', ({ columns, rows }) => {
  const linesOf = (parts: Partial<Summary>): readonly string[] =>
    summaryLines({ ...SUMMARY, ...parts }, NOW, { columns, lines: rows - 2 }, THEME);

  it.each(CASES)('with %s is as it was looked at', (_, parts) => {
    expect(`\n${linesOf(parts).join('\n')}\n`).toMatchSnapshot();
  });

  it.each(CASES)('with %s leaves two lines of the window free, and is no wider', (_, parts) => {
    const lines = linesOf(parts);
    expect(lines.length).toBeLessThanOrEqual(rows - 2);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });
});

describe('a summary in a window of any height', () => {
  it('always says how many, and what comes next', () => {
    for (let lines = 1; lines < 30; lines++) {
      const text = summaryLines(SUMMARY, NOW, { columns: 80, lines }, THEME);
      expect(text[0]).toMatch(/^Session done\. {2}20 cards/);
      expect(text.at(-1)).toMatch(/llm-quiz review --session/);
    }
  });

  it('says all of it where there is room', () => {
    const all = summaryLines(SUMMARY, NOW, { columns: 80, lines: Infinity }, THEME);
    expect(all).toHaveLength(15);
  });
});
