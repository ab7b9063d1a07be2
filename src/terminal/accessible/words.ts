import type { Due } from '../../scheduler/memory.ts';
import type { Moment } from '../../scheduler/schedule.ts';
import { DAY_MS, type StudyDay } from '../../scheduler/units.ts';
import { formatDue } from '../format.ts';

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  '%': ['percent', 'percent'],
};

/** Short units written out, so that no one hears "ten min": `11 min 42 s`, `85 %`. */
export const sayUnits = (text: string): string =>
  text.replace(/(\d[\d.,]*) (s|min|h|%)(?!\w)/g, (_, number: string, unit: string) => {
    const [one = unit, many = unit] = UNITS[unit] ?? [];
    return `${number} ${number === '1' ? one : many}`;
  });

/** When a card comes back: `now`, `today`, `in 10 minutes`, `in 4 days`. */
export const sayDue = (due: Due, moment: Moment): string => {
  const text = sayUnits(formatDue(due, moment));
  return text === 'now' || text === 'today' ? text : `in ${text}`;
};

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A study day as people say it, `27 November`; with its year where that is not this one. */
export const sayDay = (day: StudyDay, today: StudyDay): string => {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
  return year === new Date(today * DAY_MS).getUTCFullYear() ? text : `${text} ${year}`;
};

/** When a card comes back, with the date where it is another day: `in 4 days, 27 November`. */
export const sayDueAndDay = (due: Due, moment: Moment): string => {
  const when = sayDue(due, moment);
  return due.kind === 'on' && due.day > moment.day
    ? `${when}, ${sayDay(due.day, moment.day)}`
    : when;
};

/** Words in a row: `1`, `1 and 3`, `1, 2 and 4`. */
export const sayList = (words: readonly (string | number)[], last = 'and'): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
