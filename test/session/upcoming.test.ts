import { expect, it } from 'vitest';
import type { Card } from '../../src/deck/types.ts';
import type { ShownCard } from '../../src/session/machine.ts';
import { upcomingCards } from '../../src/session/upcoming.ts';

const card = (key: string): Card => ({ key }) as Card;
const [a, b, c] = [card('a'), card('b'), card('c')] as const;
const shown = { card: a } as ShownCard;

it('the card on the screen comes first, then those of the queue, and no more than are wanted', () => {
  const state = { shown, queue: [b, c], pace: undefined };
  expect(upcomingCards(state, 9)).toEqual([a, b, c]);
  expect(upcomingCards(state, 2)).toEqual([a, b]);
  expect(upcomingCards({ ...state, shown: undefined }, 1)).toEqual([b]);
});
