import type { Card } from '../deck/types.ts';
import { isHidden } from '../progress/card-state.ts';
import type { SessionRecord } from '../progress/session-record.ts';
import { isDue, type Moment } from '../scheduler/schedule.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import type { World } from './plan.ts';

/** What a session must match to be gone on with. */
export interface ResumeContext {
  readonly device: string;
  readonly deck: string | null;
  readonly moment: Moment;
  readonly rolloverHour: number;
  /** Whether a process still runs: a second window is no crash. */
  readonly isAlive: (pid: number) => boolean;
}

/**
 * The last session of this device and deck, if it was cut short today: by a crash, a closed
 * window or Ctrl-C. One that was quit, or was followed by another, is not offered.
 */
export const findResumable = (
  sessions: ReadonlyMap<string, SessionRecord>,
  { device, deck, moment, rolloverHour, isAlive }: ResumeContext,
): SessionRecord | undefined => {
  const last = [...sessions.values()]
    .filter((session) => session.device === device && session.deck === deck)
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .at(-1);
  if (last === undefined || last.ended === 'done' || last.ended === 'quit') return undefined;
  if (studyDayOf(last.lastAt, rolloverHour) !== moment.day) return undefined;
  return last.ended === undefined && isAlive(last.pid) ? undefined : last;
};

/** The cards of a session that are still to be asked, in its order. */
export const remainingOf = (
  { cards }: SessionRecord,
  deck: readonly Card[],
  world: World,
  moment: Moment,
): readonly Card[] => {
  const byKey = new Map(deck.map((card) => [card.key, card]));
  return cards.flatMap((key) => {
    const card = byKey.get(key);
    if (card === undefined) return [];
    const state = world.card(key);
    const isOpen = state.memory.stage === 'new' || isDue(state.memory, moment);
    return isOpen && !isHidden(state, moment.day) ? [card] : [];
  });
};
