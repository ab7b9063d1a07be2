import { type StudyDay, toStudyDay } from '../units.ts';

/** What the plan works towards: a date, or always the same number of days from today. */
export type Deadline =
  | { readonly kind: 'date'; readonly day: StudyDay }
  | { readonly kind: 'rolling'; readonly days: number };

/** Without a date: as ready as possible in 14 days, every day anew. */
export const ROLLING: Deadline = { kind: 'rolling', days: 14 };

/**
 * No plan looks further ahead. What is best today for a day in ten years is best for one in half a
 * year, and nobody's minutes are known for longer.
 */
export const FURTHEST_DAYS = 180;

/** A deadline as seen from a day. */
export interface Horizon {
  /** `past` where the date is over: the plan then goes on as without a date, and says so. */
  readonly state: 'ahead' | 'today' | 'past' | 'rolling';
  /** The day that recall is expected for: the interview, or the furthest one looked at. */
  readonly day: StudyDay;
  /** Days from today until then, 0 to 180; study takes place on this many days, today included. */
  readonly days: number;
  /** The interview is further away than a plan looks. */
  readonly beyond: boolean;
}

/** Looks at a deadline from a study day. */
export const horizonOf = (deadline: Deadline, today: StudyDay): Horizon => {
  if (deadline.kind === 'rolling') return rolling('rolling', deadline.days, today);
  const days = Math.round(deadline.day - today);
  if (Number.isNaN(days) || days < 0) return rolling('past', 14, today);
  const held = Math.min(days, FURTHEST_DAYS);
  return {
    state: days === 0 ? 'today' : 'ahead',
    day: toStudyDay(today + held),
    days: held,
    beyond: days > FURTHEST_DAYS,
  };
};

const rolling = (state: 'rolling' | 'past', wanted: number, today: StudyDay): Horizon => {
  const days = Math.min(FURTHEST_DAYS, Math.max(1, Math.round(wanted) || 14));
  return { state, day: toStudyDay(today + days), days, beyond: false };
};
