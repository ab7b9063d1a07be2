import { LEVELS, type Level } from '../deck/types.ts';
import { formatStudyDay, parseStudyDay } from '../scheduler/study-day.ts';
import type { StudyDay } from '../scheduler/units.ts';

/** What the learner plans for: a date, minutes a day, and the part of the deck that counts. */
export interface PlanSetting {
  readonly date: StudyDay;
  /** Minutes of study a day: 0 to 1,440. */
  readonly minutes: number;
  /** Numbers of chapters; all where it is empty. */
  readonly chapters: readonly number[];
  readonly tags: readonly string[];
  readonly levels: readonly Level[];
}

/** The key of the event that sets the plan. */
export const PLAN_KEY = 'plan';

/** A plan as the value of a `set` event: one event, so that one undo takes it back. */
export const encodePlan = (plan: PlanSetting): string =>
  JSON.stringify({ ...plan, date: formatStudyDay(plan.date) });

/** Reads what {@link encodePlan} wrote; undefined for anything else. */
export const decodePlan = (value: unknown): PlanSetting | undefined => {
  const raw = parse(value);
  if (raw === undefined) return undefined;
  const date = typeof raw['date'] === 'string' ? parseStudyDay(raw['date']) : undefined;
  const minutes = raw['minutes'];
  if (date === undefined || typeof minutes !== 'number') return undefined;
  if (!(minutes >= 0 && minutes <= 24 * 60)) return undefined;
  return {
    date,
    minutes,
    chapters: listOf(raw['chapters'], (part) => typeof part === 'number'),
    tags: listOf(raw['tags'], (part) => typeof part === 'string'),
    levels: listOf(raw['levels'], (part) => LEVELS.some((level) => level === part)),
  };
};

const parse = (value: unknown): Record<string, unknown> | undefined => {
  if (typeof value !== 'string') return undefined;
  try {
    const raw: unknown = JSON.parse(value);
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const listOf = <Part>(value: unknown, isPart: (part: unknown) => boolean): readonly Part[] =>
  Array.isArray(value) ? (value.filter(isPart) as Part[]) : [];
