import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBounds, writeBounds } from './bound-cache.ts';
import { type Coverage, coverageOf, tenthsOf } from './calibrate.ts';
import { LONG, nameOf, SHORT, SPANS, type Span } from './cells.ts';
import {
  BASELINE,
  FILL,
  type Goal,
  goalsOfCells,
  goalsOfRuns,
  goalsOfSpeed,
  PACE,
} from './goals.ts';
import { measure, seedsUpTo } from './measure.ts';
import { curvesOf, svgPlot, textPlot } from './plot.ts';
import { fsrs90new20, newFirst, newFirstFill, pace } from './policies.ts';
import type { Policy } from './simulate.ts';
import { FIVE, HELD_OUT, SIX, STUDENTS, type StudentName } from './students.ts';
import { ratioTable, recallTable } from './table.ts';

const HELP = `Usage: node bench/schedule/run.mjs [options]

  --quick        few seeds, five cells: under a minute
  --long         answers of 40/75/90 s (pass/fail/new) in place of 12/25/30 s; no goals
  --seeds <n>    seeds of each cell (default 20, quick 3)
  --svg <dir>    write the plot to <dir>/recall.svg (with --long: recall-long.svg)
  --bound        compute the upper bounds anew, into bound-table.json (about ten minutes)
  --help         show this help`;

const POLICIES: Readonly<Record<string, Policy>> = {
  [BASELINE]: fsrs90new20,
  'new first fsrs90': newFirst,
  [FILL]: newFirstFill,
  [PACE]: pace,
};

/** Seeds from here on are used for nothing but to judge the forecast. */
const UNSEEN_FROM = 1_000;

const QUICK_SPANS: readonly Span[] = SPANS.filter((span) =>
  ['7/20', '7/40', '14/10', '30/10', '30/20'].includes(nameOf(span)),
);

const [folder = '.', ...argv] = process.argv.slice(2);
const { values: options } = parseArgs({
  args: argv,
  options: {
    quick: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    svg: { type: 'string' },
    bound: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const seeds = Number(options.seeds ?? (options.quick ? 3 : 20));
const spans = options.quick ? QUICK_SPANS : SPANS;
const costs = options.long ? LONG : SHORT;
const log = (text: string): void => console.log(text);

const heading = (text: string): void => log(`\n## ${text}\n`);

/** Prints the tables of the cells, and tells which goals they reach. */
const runCells = (): readonly Goal[] => {
  const { pass, fail, new: fresh } = costs;
  const results = measure({ policies: POLICIES, students: SIX, spans, costs, seeds });
  heading(
    `Recall on the day, %, five students, ${seeds} seeds, 300 cards, ${pass}/${fail}/${fresh} s`,
  );
  log(recallTable(results, Object.keys(POLICIES), FIVE, spans));
  heading('Ratio to the baseline, by student');
  log(ratioTable(results, PACE, BASELINE, FIVE, spans));
  if (options.long) return [];
  const bounds = readBounds(folder);
  heading('Upper bound for the exact student, %, and the share of it that pace reaches');
  for (const cell of spans.map(nameOf)) {
    const [bound, reached] = [bounds[cell] ?? Number.NaN, results.mean(PACE, 'exact', cell)];
    log(
      `${cell.padEnd(7)} ${(100 * bound).toFixed(1).padStart(5)}  ${(reached / bound).toFixed(4)}`,
    );
  }
  return goalsOfCells(results, spans, bounds, options.quick ? 0.01 : 0);
};

/** Prints how true the forecast is, and tells which goals of it are reached. */
const runForecast = (): readonly Goal[] => {
  const few = Math.max(2, Math.ceil(seeds / 2));
  const forecastSpans = spans.filter(({ days }) => days <= 60);
  // Not the seeds that the ranges were tuned on, and two kinds of memory that they never saw.
  const unseen = seedsUpTo(few).map((seed) => seed + UNSEEN_FROM);
  heading('Forecast: range on the first morning that has one, in the middle, on the last');
  const judged = { ...STUDENTS, ...HELD_OUT };
  const covered = Object.entries(judged).map(([name, student]): Goal => {
    const cells = forecastSpans
      .map((span) => coverageOf(student, span, unseen))
      .filter(({ forecasts }) => forecasts > 0);
    for (const coverage of cells) log(`${name.padEnd(10)} ${formatCoverage(coverage)}`);
    const worst = Math.min(...cells.map(({ covered: share }) => share));
    return {
      name: `forecast: the range holds the truth, every cell, ${name}`,
      wanted: '>= 90 %',
      reached: `${(100 * worst).toFixed(1)} %`,
      holds: worst >= 0.9,
    };
  });
  return [...(['exact', 'fsrs6'] as const).map((student) => tenthGoal(student, few)), ...covered];
};

const formatCoverage = ({ cell, forecasts, covered, error, width }: Coverage): string =>
  `${cell.padEnd(6)} ${String(forecasts).padStart(4)} forecasts, ` +
  `${(100 * covered).toFixed(0).padStart(3)} % in the range, ` +
  `off by ${(100 * error).toFixed(1)}, width ${(100 * width).toFixed(1)} points`;

const tenthGoal = (student: StudentName, few: number): Goal => {
  const tenths = tenthsOf(student, spans, few).filter(({ cards }) => cards >= 100);
  heading(`Expected and true recall by tenths, ${student}`);
  for (const { from, cards, expected, true: truth } of tenths)
    log(
      `from ${from.toFixed(1)}  ${String(cards).padStart(6)} cards  expected ` +
        `${(100 * expected).toFixed(1)} %, true ${(100 * truth).toFixed(1)} %`,
    );
  const worst = Math.max(...tenths.map(({ expected, true: truth }) => Math.abs(expected - truth)));
  return {
    name: `cards expected at p are recalled at p, by tenths, ${student}`,
    wanted: '<= 5 points',
    reached: `${(100 * worst).toFixed(1)} points`,
    holds: worst <= 0.05,
  };
};

const runPlot = (): void => {
  const shown = {
    'FSRS 0.9, 20 new a day': fsrs90new20,
    'FSRS 0.9, new first': newFirst,
    'llm-quiz': pace,
  };
  const minutes = 20;
  const curves = curvesOf(shown, minutes, costs, Math.max(2, Math.ceil(seeds / 4)));
  heading(`Recall on the day against the days until it, ${minutes} minutes a day`);
  log(textPlot(curves));
  if (options.svg === undefined) return;
  fs.mkdirSync(options.svg, { recursive: true });
  const file = path.join(options.svg, options.long ? 'recall-long.svg' : 'recall.svg');
  const seconds = options.long ? 'answers said aloud' : 'short answers';
  fs.writeFileSync(
    file,
    svgPlot(curves, `Recall on interview day: 300 cards, ${minutes} minutes a day, ${seconds}`),
  );
  log(`\nwrote ${file}`);
};

const printGoals = (goals: readonly Goal[]): void => {
  heading('Goals');
  for (const { name, wanted, reached, holds } of goals)
    log(`${holds ? 'pass' : 'FAIL'}  ${name}: ${reached} (${wanted})`);
  const failed = goals.filter(({ holds }) => !holds).length;
  log(`\n${goals.length - failed} of ${goals.length} goals hold`);
  if (failed > 0) process.exitCode = 1;
};

const run = (): void => {
  const goals = [...runCells()];
  if (!options.long) goals.push(...runForecast(), ...goalsOfSpeed(options.quick ? 20 : 100));
  if (!options.long && !options.quick) goals.push(...goalsOfRuns(seeds));
  if (!options.quick || options.svg !== undefined) runPlot();
  if (goals.length > 0) printGoals(goals);
};

if (options.help) log(HELP);
else if (options.bound) writeBounds(folder, log);
else run();
