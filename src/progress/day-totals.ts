import type { Rating } from '../scheduler/memory.ts';
import type { StudyDay } from '../scheduler/units.ts';
import type { GradeRecord } from './card-state.ts';

/** What was done in one study day. */
export interface DayTotals {
  readonly grades: Readonly<Record<Rating, number>>;
  readonly introduced: number;
  /** Grades of cards in review, and how many of them passed. */
  readonly reviews: number;
  readonly passed: number;
  readonly ms: number;
}

export const NO_TOTALS: DayTotals = {
  grades: { again: 0, hard: 0, good: 0, easy: 0 },
  introduced: 0,
  reviews: 0,
  passed: 0,
  ms: 0,
};

/** Totals with a grade more (`sign` 1) or, where it was undone, with a grade less (-1). */
export const addRecord = (
  { grades, introduced, reviews, passed, ms }: DayTotals,
  record: GradeRecord,
  sign: 1 | -1,
): DayTotals => ({
  grades: {
    again: grades.again + (record.rating === 'again' ? sign : 0),
    hard: grades.hard + (record.rating === 'hard' ? sign : 0),
    good: grades.good + (record.rating === 'good' ? sign : 0),
    easy: grades.easy + (record.rating === 'easy' ? sign : 0),
  },
  introduced: introduced + (record.introduced ? sign : 0),
  reviews: reviews + (record.review ? sign : 0),
  passed: passed + (record.review && record.rating !== 'again' ? sign : 0),
  ms: ms + sign * record.ms,
});

export const gradesOf = ({ grades }: DayTotals): number =>
  grades.again + grades.hard + grades.good + grades.easy;

/** The totals of all study days; what it is made of is left as it was. */
export class DayBook {
  #days: ReadonlyMap<StudyDay, DayTotals>;
  /** The same, from the first change on. */
  #changed: Map<StudyDay, DayTotals> | undefined;

  constructor(days: ReadonlyMap<StudyDay, DayTotals>) {
    this.#days = days;
  }

  get days(): ReadonlyMap<StudyDay, DayTotals> {
    return this.#days;
  }

  get(day: StudyDay): DayTotals {
    return this.#days.get(day) ?? NO_TOTALS;
  }

  /** Counts a grade in, or one that was undone out. */
  count(record: GradeRecord, sign: 1 | -1): void {
    const totals = addRecord(this.get(record.day), record, sign);
    this.#changed ??= new Map(this.#days);
    this.#days = this.#changed;
    if (gradesOf(totals) === 0) this.#changed.delete(record.day);
    else this.#changed.set(record.day, totals);
  }
}
