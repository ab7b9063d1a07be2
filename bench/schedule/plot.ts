import type { Costs } from '../../src/scheduler/plan/costs.ts';
import { nameOf, type Span } from './cells.ts';
import { meanOf, measure } from './measure.ts';
import type { Policy } from './simulate.ts';
import { FIVE } from './students.ts';

/** Recall on the day against the days until it, one line for each policy. */
export interface Curve {
  readonly policy: string;
  /** From 0 to 1, one for each of the days. */
  readonly recall: readonly number[];
}

export const CURVE_DAYS = [3, 5, 7, 10, 14, 18, 22, 26, 30, 40, 50, 60];

/** Mean over the five students; every point is an interview of its own. */
export const curvesOf = (
  policies: Readonly<Record<string, Policy>>,
  minutes: number,
  costs: Costs,
  seeds: number,
): readonly Curve[] => {
  const spans: readonly Span[] = CURVE_DAYS.map((days) => ({ days, minutes }));
  const results = measure({ policies, students: FIVE, spans, costs, seeds });
  return Object.keys(policies).map((policy) => ({
    policy,
    recall: spans.map((span) =>
      meanOf(FIVE.map((student) => results.mean(policy, student, nameOf(span)))),
    ),
  }));
};

const ROWS = 20;
const COLUMN = 5;
const MARKS = ['.', 'o', '*', '#'];

/** The curves in text: recall upwards in steps of 5 %, days to the right. */
export const textPlot = (curves: readonly Curve[]): string => {
  const grid = Array.from({ length: ROWS + 1 }, () =>
    Array.from({ length: CURVE_DAYS.length * COLUMN }, () => ' '),
  );
  for (const [place, { recall }] of curves.entries())
    for (const [column, share] of recall.entries()) {
      const row = grid[ROWS - Math.round(share * ROWS)];
      if (row !== undefined) row[column * COLUMN + 2] = MARKS[place % MARKS.length] ?? '*';
    }
  const lines = grid.map(
    (row, place) => `${String(100 - 5 * place).padStart(4)} % |${row.join('').trimEnd()}`,
  );
  const axis = CURVE_DAYS.map((days) => String(days).padStart(3).padEnd(COLUMN)).join('');
  const legend = curves.map(({ policy }, place) => `${MARKS[place % MARKS.length]} ${policy}`);
  return [
    ...lines,
    `       +${'-'.repeat(CURVE_DAYS.length * COLUMN)}`,
    `  days  ${axis.trimEnd()}`,
    `        ${legend.join('   ')}   (a mark hides those under it)`,
  ].join('\n');
};

const WIDTH = 720;
const HEIGHT = 420;
const BOX = { left: 56, right: 704, top: 56, bottom: 360 };
const COLORS = ['#8a8f98', '#d08a2e', '#2f7fd0', '#3a9d5d'];
const LAST_DAY = Math.max(...CURVE_DAYS);

const x = (days: number): number => BOX.left + ((BOX.right - BOX.left) * days) / LAST_DAY;
const y = (recall: number): number => BOX.bottom - (BOX.bottom - BOX.top) * recall;

const STYLE =
  'text{font:13px system-ui,sans-serif;fill:#444}.title{font-size:15px;font-weight:600;fill:#222}' +
  '.grid{stroke:#8884;stroke-width:1}' +
  '@media(prefers-color-scheme:dark){text{fill:#b8bcc4}.title{fill:#e6e8eb}}';

/** The curves as a picture for the documentation; readable on a light and on a dark page. */
export const svgPlot = (curves: readonly Curve[], title: string): string => {
  const rows = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<line class="grid" x1="${BOX.left}" x2="${BOX.right}" y1="${y(share)}" y2="${y(share)}"/>` +
      `<text x="${BOX.left - 8}" y="${y(share) + 4}" text-anchor="end">${100 * share} %</text>`,
  );
  const columns = [7, 14, 30, 60].map(
    (days) => `<text x="${x(days)}" y="${BOX.bottom + 20}" text-anchor="middle">${days}</text>`,
  );
  const lines = curves.map(({ recall }, place) => {
    const points = recall.map(
      (share, at) => `${x(CURVE_DAYS[at] ?? 0).toFixed(1)},${y(share).toFixed(1)}`,
    );
    return `<polyline fill="none" stroke="${COLORS[place]}" stroke-width="2.5" points="${points.join(' ')}"/>`;
  });
  const legend = curves.map(
    ({ policy }, place) =>
      `<line x1="${BOX.right - 240}" x2="${BOX.right - 216}" y1="${BOX.bottom - 70 + 20 * place}" y2="${BOX.bottom - 70 + 20 * place}" stroke="${COLORS[place]}" stroke-width="2.5"/>` +
      `<text x="${BOX.right - 208}" y="${BOX.bottom - 66 + 20 * place}">${policy}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">`,
    `<style>${STYLE}</style>`,
    `<text class="title" x="${BOX.left}" y="28">${title}</text>`,
    ...rows,
    ...columns,
    `<text x="${(BOX.left + BOX.right) / 2}" y="${BOX.bottom + 44}" text-anchor="middle">days until the interview</text>`,
    ...lines,
    ...legend,
    '</svg>',
    '',
  ].join('\n');
};
