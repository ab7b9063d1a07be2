import { type StudyDay, toStudyDay } from '../scheduler/units.ts';
import type { DayTotals } from './day-totals.ts';
import { LazyMap, type Mend } from './lazy-map.ts';

type Row = readonly [number, number, number, number, number, number, number, number, number];

/** A day's totals as a snapshot keeps them: nine numbers, the day first. */
export const encodeTotals = ([day, totals]: readonly [StudyDay, DayTotals]): readonly number[] => {
  const { again, hard, good, easy } = totals.grades;
  const { introduced, reviews, passed, ms } = totals;
  return [day, again, hard, good, easy, introduced, reviews, passed, ms];
};

/** The same back. Throws on anything else. */
export const decodeTotals = (row: readonly unknown[]): [StudyDay, DayTotals] => {
  if (row.length !== 9 || !row.every(Number.isFinite)) throw new TypeError('not totals of a day');
  const [day, again, hard, good, easy, introduced, reviews, passed, ms] = row as Row;
  const grades = { again, hard, good, easy };
  return [toStudyDay(day), { grades, introduced, reviews, passed, ms }];
};

/**
 * The days of a snapshot, read when they are asked for: there may be years of them, and a start
 * asks for today alone. The text is JSON, a list of rows without a blank in it.
 */
export class LazyDays extends LazyMap<StudyDay, DayTotals> {
  readonly #read: () => string;
  #known: string | undefined;

  /** @param read gives the text; it is called when a day is asked for */
  constructor(read: () => string, mend: Mend<ReadonlyMap<StudyDay, DayTotals>>) {
    super(mend);
    this.#read = read;
  }

  get #text(): string {
    this.#known ??= this.#read();
    return this.#known;
  }

  protected find(day: StudyDay): DayTotals | undefined {
    // Only a row begins with a bracket and a number.
    const at = this.#text.indexOf(`[${day},`);
    if (at < 0) return undefined;
    const row: unknown = JSON.parse(this.#text.slice(at, this.#text.indexOf(']', at) + 1));
    return decodeTotals(row as readonly unknown[])[1];
  }

  protected decodeAll(): ReadonlyMap<StudyDay, DayTotals> {
    const rows = JSON.parse(this.#text) as readonly (readonly unknown[])[];
    return new Map(rows.map(decodeTotals));
  }
}
