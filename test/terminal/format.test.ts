import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, formatNumber } from '../../src/terminal/format.ts';

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
