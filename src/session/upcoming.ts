import type { Card } from '../deck/types.ts';
import { picksOf } from '../scheduler/plan/queue.ts';
import type { SessionState } from './machine.ts';

/**
 * The card on the screen and those that will most likely follow it. What is known by then may
 * change it: this is for what is made ready ahead, and for nothing that counts.
 */
export const upcomingCards = (
  { shown, queue, pace }: Pick<SessionState, 'shown' | 'queue' | 'pace'>,
  most: number,
): readonly Card[] => {
  const first = shown === undefined ? [] : [shown.card];
  const rest =
    pace === undefined
      ? queue.slice(0, most)
      : picksOf(pace.queue).flatMap(({ key }) => pace.cards.get(key) ?? []);
  return [...first, ...rest.filter((card) => card !== shown?.card)].slice(0, most);
};
