import { describe, expect, it } from 'vitest';
import { isOfTheAbove, namesOthers } from '../../src/deck/option-order.ts';

describe('an option that speaks of those above it', () => {
  it.each([
    'All of the above',
    'None of the above.',
    'All of these',
    'None of the mentioned',
    'All the above options',
    'Todas las anteriores son correctas, de las anteriores',
    'Nenhuma das anteriores',
    'Aucune de ces réponses',
    'Keine der genannten',
    'Все вышеперечисленное',
    '以上都不对',
    '上記すべて',
    '위의 모두',
  ])('is %j', (text) => {
    expect(isOfTheAbove(text)).toBe(true);
  });

  it.each([
    'None',
    'All rows above 10',
    'A list of the keys',
    'It returns both of its arguments',
    'Todas las filas',
  ])('is not %j', (text) => {
    expect(isOfTheAbove(text)).toBe(false);
  });
});

describe('an option that names others', () => {
  it.each([
    'A and B',
    'Both A and C',
    'both (a) and (b)',
    'A, B and D only',
    'Only 1 and 3',
    'A & B are correct.',
    'A和C',
    'A y B',
    'A и C',
  ])('is %j', (text) => {
    expect(namesOthers(text)).toBe(true);
  });

  it.each(['A', '1', 'A and a half', 'C or C++', 'Class A', 'a book and b', 'B-tree and A'])(
    'is not %j',
    (text) => {
      expect(namesOthers(text)).toBe(false);
    },
  );
});
