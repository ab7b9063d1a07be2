import fs from 'node:fs';
import path from 'node:path';
import { upperBound } from './bound.ts';
import { CARDS, nameOf, SHORT, SPANS, type Span } from './cells.ts';

/** Bounds of the fifteen cells at 12/25/30 s and 300 cards: from 0 to 1, by the name of the cell. */
export type BoundTable = Readonly<Record<string, number>>;

const fileIn = (folder: string): string => path.join(folder, 'bound-table.json');

/** The table as it was computed last; `--bound` computes it anew. */
export const readBounds = (folder: string): BoundTable =>
  JSON.parse(fs.readFileSync(fileIn(folder), 'utf8'));

/** Steps of the search for prices: the bound is valid after any number of them. */
const stepsFor = ({ days }: Span): number => {
  if (days <= 14) return 300;
  if (days <= 30) return 120;
  return days <= 60 ? 70 : 30;
};

/** Computes the table; about ten minutes. */
export const writeBounds = (folder: string, log: (line: string) => void): void => {
  const table: Record<string, number> = {};
  for (const span of SPANS) {
    const daily = (span.minutes * 60) / CARDS;
    const bound = upperBound({ days: span.days, daily, costs: SHORT }, stepsFor(span));
    table[nameOf(span)] = Number(bound.toFixed(5));
    log(`bound ${nameOf(span)}: ${(100 * bound).toFixed(2)} %`);
  }
  fs.writeFileSync(fileIn(folder), `${JSON.stringify(table, null, 2)}\n`);
};
