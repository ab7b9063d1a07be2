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
