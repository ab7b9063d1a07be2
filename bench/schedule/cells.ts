import type { Costs } from '../../src/scheduler/plan/costs.ts';
import type { Cell } from './simulate.ts';

/** Cards that are recognised, as most benchmarks have them. */
export const SHORT: Costs = { pass: 12, fail: 25, new: 30 };
/** Interview answers said aloud. */
export const LONG: Costs = { pass: 40, fail: 75, new: 90 };

export const CARDS = 300;

export interface Span {
  readonly days: number;
  readonly minutes: number;
}

/** The fifteen cells of the tables: days until the interview x minutes a day. */
export const SPANS: readonly Span[] = [10, 20, 40].flatMap((minutes) =>
  [7, 14, 30, 60, 120].map((days) => ({ days, minutes })),
);

export const nameOf = ({ days, minutes }: Span): string => `${days}/${minutes}`;

export const cellOf = (span: Span, costs: Costs, cards = CARDS): Cell => ({
  ...span,
  costs,
  cards,
});
