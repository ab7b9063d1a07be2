import { type Timestamp, toTimestamp } from '../scheduler/units.ts';
import type { EndReason, KnownEvent } from './events.ts';

/** What is known of a session: enough to go on with it, and to find what was missed in it. */
export interface SessionRecord {
  readonly id: string;
  readonly device: string;
  readonly startedAt: Timestamp;
  readonly lastAt: Timestamp;
  readonly deck: string | null;
  readonly filter: string;
  readonly cards: readonly string[];
  readonly pid: number;
  readonly grades: number;
  readonly ended: EndReason | undefined;
}

/** Sessions that are remembered in a snapshot; older ones are in the journals. */
export const SESSIONS_KEPT = 20;

/**
 * Follows a session by its events, in their order.
 *
 * @param graded grades to count with it; where it is not known yet which count, that is done apart
 */
export const trackSession = (
  sessions: Map<string, SessionRecord>,
  event: KnownEvent,
  graded: 0 | 1 = 0,
): void => {
  const known = sessions.get(event.session);
  if (event.type === 'start') {
    const { deck, filter, cards, pid } = event;
    sessions.set(event.session, {
      ...(known ?? unstarted(event)),
      startedAt: event.t,
      deck,
      filter,
      cards,
      pid,
      ended: undefined,
    });
  } else if (known !== undefined || event.type === 'grade') {
    // What is done after an end takes the session up again: an undo from its summary.
    const ended = event.type === 'end' ? event.reason : undefined;
    const record = known ?? unstarted(event);
    const lastAt = toTimestamp(Math.max(event.t, record.lastAt));
    const isChanged = graded > 0 || lastAt !== known?.lastAt || ended !== known.ended;
    if (isChanged)
      sessions.set(event.session, goneOn(record, lastAt, record.grades + graded, ended));
  }
};

/** Counts a grade of a session, or, with -1, takes one back. */
export const countGrade = (
  sessions: Map<string, SessionRecord>,
  id: string,
  sign: 1 | -1,
): void => {
  const known = sessions.get(id);
  if (known === undefined) return;
  sessions.set(id, goneOn(known, known.lastAt, known.grades + sign, known.ended));
};

/** Named one by one, which is several times as fast as a copy; each event comes through here. */
const goneOn = (
  { id, device, startedAt, deck, filter, cards, pid }: SessionRecord,
  lastAt: Timestamp,
  grades: number,
  ended: EndReason | undefined,
): SessionRecord => ({
  id,
  device,
  startedAt,
  lastAt,
  deck,
  filter,
  cards,
  pid,
  grades,
  ended,
});

/** A session whose start was not read: it comes later, or its line was torn. */
const unstarted = (event: KnownEvent): SessionRecord => ({
  id: event.session,
  device: event.device,
  startedAt: event.t,
  lastAt: event.t,
  deck: null,
  filter: '',
  cards: [],
  pid: 0,
  grades: 0,
  ended: undefined,
});
