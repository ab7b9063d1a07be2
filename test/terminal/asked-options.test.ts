import { describe, expect, it } from 'vitest';
import { readChoices } from '../../src/deck/choices.ts';
import { askOptions } from '../../src/terminal/card-view.ts';
import { card } from '../support/cards.ts';

const asked = (reps: number, ...options: readonly string[]): readonly string[] => {
  const choices = readChoices(options.map((text) => `- [ ] ${text}`).join('\n'));
  return askOptions(card('a'), choices, reps).map(({ text }) => text);
};

describe('the options of a card', () => {
  it('come in another order at other repetitions, and none is lost', () => {
    const orders = Array.from({ length: 20 }, (_, reps) => asked(reps, 'a', 'b', 'c', 'd'));
    for (const order of orders) expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(5);
    expect(asked(3, 'a', 'b', 'c', 'd')).toEqual(orders[3]);
  });

  it('have “All of the above” below the others', () => {
    const orders = Array.from({ length: 20 }, (_, reps) =>
      asked(reps, 'All of the above', 'x', 'None of these', 'y', 'z'),
    );
    for (const order of orders) {
      expect(order.slice(3)).toEqual(['All of the above', 'None of these']);
      expect(order.slice(0, 3).toSorted()).toEqual(['x', 'y', 'z']);
    }
    expect(new Set(orders.map(String)).size).toBeGreaterThan(2);
  });

  it('stay where they are where one names others by their letters', () => {
    const options = ['x', 'y', 'z', 'Both A and B'];
    for (let reps = 0; reps < 5; reps++) expect(asked(reps, ...options)).toEqual(options);
  });
});
