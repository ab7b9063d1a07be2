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

/** Follows a session's start, grades (`sign` -1 takes one back) and end. */
export const trackSession = (
  sessions: Map<string, SessionRecord>,
  event: KnownEvent,
  sign: 1 | -1 | undefined,
): void => {
  const known = sessions.get(event.session);
  if (event.type === 'start') {
    sessions.set(event.session, {
      id: event.session,
      device: event.device,
      startedAt: event.t,
      lastAt: event.t,
      deck: event.deck,
      filter: event.filter,
      cards: event.cards,
      pid: event.pid,
      grades: known?.grades ?? 0,
      ended: known?.ended,
    });
    return;
  }
  if (known === undefined) return;
  if (event.type === 'end') sessions.set(known.id, { ...known, ended: event.reason });
  else if (event.type === 'grade') {
    const lastAt = toTimestamp(Math.max(event.t, known.lastAt));
    sessions.set(known.id, { ...known, lastAt, grades: known.grades + (sign ?? 0) });
  }
};
