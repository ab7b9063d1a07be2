import type { Card, CardPool } from '../deck/types.ts';
import { isHidden } from '../progress/card-state.ts';
import type { SessionRecord } from '../progress/session-record.ts';
import { isDue, isDueAhead, isOfWrongClock, type Moment } from '../scheduler/schedule.ts';
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

/** What is left of a session, in its order. */
export interface Remaining {
  /** Cards that it had not asked yet. */
  readonly cards: readonly Card[];
  /** Cards that it had graded, and that stand in their steps now. */
  readonly returning: readonly Card[];
}

/** What is left of a session that was cut short. */
export const remainingOf = (
  { cards, startedAt }: SessionRecord,
  pool: CardPool,
  world: World,
  moment: Moment,
): Remaining => {
  const open = cards.flatMap((key) => {
    const place = pool.placeOf(key);
    if (place === undefined) return [];
    const card = pool.cardAt(place);
    const state = world.card(key);
    const { memory } = state;
    const isOpen = memory.stage === 'new' || isDue(memory, moment) || isDueAhead(memory, moment);
    return isOpen && !isHidden(state, moment.day) ? [{ card, memory }] : [];
  });
  const wasGraded = ({ memory }: (typeof open)[number]): boolean =>
    memory.stage !== 'new' && memory.lastAt >= startedAt && !isOfWrongClock(memory, moment);
  return {
    cards: open.filter((it) => !wasGraded(it)).map(({ card }) => card),
    returning: open.filter(wasGraded).map(({ card }) => card),
  };
};
