import { DAY_MS, type StudyDay, type Timestamp, toStudyDay, toTimestamp } from './units.ts';

/** The hour, local time, at which a new study day begins unless the learner sets another one. */
export const DEFAULT_ROLLOVER_HOUR = 4;

/**
 * The study day that an instant belongs to, in the zone of this computer.
 *
 * Counts calendar dates and asks for the local hour, so it is right on days of 23 and 25 hours;
 * taking four hours off the instant and asking for its date is not.
 */
export const studyDayOf = (at: Timestamp, rolloverHour: number): StudyDay => {
  const local = new Date(at);
  const date = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate());
  return toStudyDay(Math.round(date / DAY_MS) - (local.getHours() < rolloverHour ? 1 : 0));
};

/** The instant at which a study day begins, in the zone of this computer. */
export const startOfStudyDay = (day: StudyDay, rolloverHour: number): Timestamp => {
  const date = new Date(day * DAY_MS);
  return toTimestamp(
    new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), rolloverHour).getTime(),
  );
};

/** A study day as its calendar date, YYYY-MM-DD. */
export const formatStudyDay = (day: StudyDay): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The study day of a calendar date YYYY-MM-DD, or undefined where there is no such date. */
export const parseStudyDay = (date: string): StudyDay | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) return undefined;
  return toStudyDay(at / DAY_MS);
};

/** 2020-01-01. A clock that stands before it has lost its battery: then today is what is wrong. */
const FIRST_SOUND_DAY = 18_262;

/**
 * Whether a last review lies more than a day ahead: it was made under a wrong clock. One day ahead
 * is a learner who travels, or another hour at which the day begins.
 */
export const isAhead = (lastDay: StudyDay, today: StudyDay): boolean =>
  lastDay - today > 1 && today >= FIRST_SOUND_DAY;

/**
 * Whole study days since the last review, never negative. One that was made under a wrong clock
 * counts as yesterday's, so that the card does not stay hidden until then.
 */
export const daysSince = (lastDay: StudyDay, today: StudyDay): number => {
  if (lastDay <= today) return today - lastDay;
  return isAhead(lastDay, today) ? 1 : 0;
};

/**
 * The day of the last review after one more today. It does not go back with the clock, or the card
 * would look fresher than it is and the days that passed would be counted twice; unless it lay
 * where no clock should have been.
 */
export const lastDayAfter = (lastDay: StudyDay, today: StudyDay): StudyDay =>
  lastDay > today && !isAhead(lastDay, today) ? lastDay : today;
