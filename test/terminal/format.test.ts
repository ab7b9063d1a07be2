import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE_MS, toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { count, formatNext, formatNumber } from '../../src/terminal/format.ts';
import { card } from '../support/cards.ts';

test('a number is written as English writes it', () => {
  expect([0, 7, 999, 1_000, 12_345, 1_234_567, -4_321, 2.5].map(formatNumber)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '12,345',
    '1,234,567',
    '-4,321',
    '2.5',
  ]);
  fc.assert(
    fc.property(fc.integer(), (number) => {
      expect(formatNumber(number)).toBe(number.toLocaleString('en-US'));
    }),
  );
});

test('a noun follows its number', () => {
  expect([0, 1, 2, 1_000].map((number) => count(number, 'card'))).toEqual([
    '0 cards',
    '1 card',
    '2 cards',
    '1,000 cards',
  ]);
  expect(count(3, 'query', 'queries')).toBe('3 queries');
});

test('the next card comes in study days, as its key said, and not in whole spans of 24 hours', () => {
  const moment = { at: toTimestamp(Date.UTC(2026, 10, 24, 9)), day: toStudyDay(20_781) };
  const inMs = (ms: number, days: number): string =>
    formatNext(
      { card: card('a'), at: toTimestamp(moment.at + ms), day: toStudyDay(moment.day + days) },
      moment,
    );
  expect(inMs(43 * 60 * MINUTE_MS, 2)).toBe('2 days');
  expect(inMs(19 * 60 * MINUTE_MS, 1)).toBe('19 h');
  expect(inMs(7 * MINUTE_MS, 0)).toBe('7 min');
});
