import type { Due, StudiedMemory } from '../scheduler/memory.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { MINUTE_MS } from '../scheduler/units.ts';
import type { NextCard } from '../session/summary.ts';

/**
 * A number as it is read in English: `1,234`, with three decimals at most.
 * By hand, because the first call of `toLocaleString` takes as long as a start of Node.
 */
export const formatNumber = (number: number): string => {
  const [whole = '', decimals] = String(Math.round(number * 1_000) / 1_000).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
};

/** A number with its noun: `1 card`, `2 cards`. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(number)} ${number === 1 ? noun : plural}`;

const DAYS_A_MONTH = 30.4375;
const DAYS_A_YEAR = 365.25;

/** A span of whole days, in words short enough to stand under a key. */
export const formatDays = (days: number): string => {
  if (days < 60) return count(days, 'day');
  if (days < DAYS_A_YEAR) return `${(days / DAYS_A_MONTH).toFixed(1)} months`;
  return `${(days / DAYS_A_YEAR).toFixed(1)} years`;
};

/** A span of minutes: `10 min`, `3 h`. */
export const formatMinutes = (minutes: number): string =>
  minutes < 120 ? `${Math.max(1, Math.round(minutes))} min` : `${Math.round(minutes / 60)} h`;

/** How long until a card comes back, counted from a moment. */
export const formatDue = (due: Due, { at, day }: Moment): string => {
  if (due.kind === 'at') return due.at <= at ? 'now' : formatMinutes((due.at - at) / MINUTE_MS);
  return due.day <= day ? 'today' : formatDays(due.day - day);
};

/** How long until the next card: hours up to a day, then study days, as the keys count them. */
export const formatNext = ({ at, day }: NextCard, moment: Moment): string => {
  const minutes = (at - moment.at) / MINUTE_MS;
  return minutes < MINUTES_A_DAY ? formatMinutes(minutes) : formatDays(day - moment.day);
};

const MINUTES_A_DAY = 24 * 60;

/** What stands under a grade key. */
export const formatOutcome = (memory: StudiedMemory, moment: Moment): string =>
  formatDue(memory.due, moment);

/** A duration of study: `42 s`, `11 min 42 s`, `1 h 5 min`. */
export const formatDuration = (ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** A share in whole per cent: `85 %`. */
export const formatShare = (part: number, whole: number): string =>
  `${Math.round((100 * part) / Math.max(1, whole))} %`;
