import type { StudyDay } from '../units.ts';
import type { PlanCard, PlanMemory } from './card.ts';
import { soundCosts } from './costs.ts';
import { horizonOf } from './horizon.ts';
import { type Outlook, outlookOf, recallOn } from './outlook.ts';
import type { PlanRequest } from './queue.ts';

/** A card that was studied is weak where less than this is expected of it on the day. */
export const WEAK_BELOW = 0.7;

/** Whether a card needs work before the day; what was never studied is new, and not weak. */
export const isWeak = (memory: PlanMemory | undefined, today: StudyDay, day: StudyDay): boolean =>
  memory !== undefined && recallOn(memory, today, day) < WEAK_BELOW;

export interface Ranked extends Outlook {
  readonly key: string;
}

/**
 * Any cards in the order of what a showing now gains a second: missed, weak and leeches alike. What
 * gains the same stays in the order in which it came.
 */
export const rankByGain = (
  cards: readonly Pick<PlanCard, 'key' | 'memory'>[],
  { today, deadline, costs }: Pick<PlanRequest, 'today' | 'deadline' | 'costs'>,
): readonly Ranked[] => {
  const { days } = horizonOf(deadline, today);
  const sound = soundCosts(costs);
  return cards
    .map(({ key, memory }) => ({ key, ...outlookOf(memory, today, days, sound) }))
    .sort((a, b) => b.gain - a.gain);
};
