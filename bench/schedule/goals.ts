import { type Costs, DEFAULT_COSTS } from '../../src/scheduler/plan/costs.ts';
import { CARDS, LONG, nameOf, SHORT, type Span } from './cells.ts';
import { missesAtEqualTime } from './equal-time.ts';
import { lossByCosts } from './learned-costs.ts';
import { meanOf, measure, type Results } from './measure.ts';
import { newFirstFill, pace } from './policies.ts';
import { pickTime, queueTime } from './speed.ts';
import { FIVE, SIX, type StudentName } from './students.ts';

/** One goal: what was reached, and whether that is enough. */
export interface Goal {
  readonly name: string;
  readonly wanted: string;
  readonly reached: string;
  readonly holds: boolean;
}

/** Names of the policies, as the tables show them. */
export const PACE = 'pace';
export const BASELINE = 'fsrs90-20 due';
export const FILL = 'new first fsrs90 +fill';

const atLeast = (name: string, value: number, limit: number, digits = 2): Goal => ({
  name,
  wanted: `>= ${limit}`,
  reached: value.toFixed(digits),
  holds: value >= limit,
});

const atMost = (name: string, value: number, limit: number, digits = 2): Goal => ({
  name,
  wanted: `<= ${limit}`,
  reached: value.toFixed(digits),
  holds: value <= limit,
});

const least = (values: readonly number[]): number => Math.min(...values);

/**
 * Goals that the fifteen cells and six students decide.
 *
 * @param margin what the share of the bound may fall short by: few seeds may all be unlucky
 */
export const goalsOfCells = (
  results: Results,
  spans: readonly Span[],
  bounds: Readonly<Record<string, number>>,
  margin = 0,
): readonly Goal[] => {
  const ratio = (student: StudentName, cell: string): number =>
    results.ratio(PACE, BASELINE, student, cell);
  const everyOf = (cell: string): number => least(FIVE.map((student) => ratio(student, cell)));
  const cells = spans.map(nameOf);
  const ample = spans.filter(({ days, minutes }) => days >= 30 && minutes >= 20).map(nameOf);
  const inCell = (cell: string, goals: () => readonly Goal[]): readonly Goal[] =>
    cells.includes(cell) ? goals() : [];
  const misses = (policy: string, student: StudentName, cell: string): number =>
    1 - results.mean(policy, student, cell);
  const shares = cells.map((cell) => results.mean(PACE, 'exact', cell) / (bounds[cell] ?? 1));
  return [
    ...inCell('7/40', () => [atLeast('ratio 7/40, every student', everyOf('7/40'), 2.15)]),
    ...inCell('7/20', () => [
      atLeast('ratio 7/20, every student', everyOf('7/20'), 1.48),
      atLeast('ratio 7/20, fsrs6', ratio('fsrs6', '7/20'), 1.72),
    ]),
    ...inCell('14/10', () => [
      atLeast('ratio 14/10, every student', everyOf('14/10'), 1.14),
      atLeast('ratio 14/10, fsrs6', ratio('fsrs6', '14/10'), 1.3),
    ]),
    ...inCell('14/20', () => [atLeast('ratio 14/20, every student', everyOf('14/20'), 1.1)]),
    ...inCell('30/10', () => [
      atLeast('ratio 30/10, every student', everyOf('30/10'), 1, 3),
      atLeast('ratio 30/10, steep', ratio('steep', '30/10'), 1.05, 3),
    ]),
    ...(ample.length > 0
      ? [atLeast('ratio 30 to 120 days, 20 and 40 min', least(ample.map(everyOf)), 1.025, 3)]
      : []),
    atLeast('ratio, any cell, any student', least(cells.map(everyOf)), 0.995, 3),
    atLeast('share of the upper bound, exact, every cell', least(shares), 0.985 - margin, 4),
    atLeast(
      'against new first, 0.9, fill: points, any cell, any student',
      least(cells.flatMap((cell) => SIX.map((student) => points(results, student, cell)))),
      -0.3,
    ),
    ...inCell('30/10', () => [
      atLeast(
        'against new first, 0.9, fill: points at 30/10, mean',
        meanOf(FIVE.map((student) => points(results, student, '30/10'))),
        1,
      ),
    ]),
    ...inCell('60/20', () => [
      atMost(
        'misses at 60/20 against the baseline, every student',
        Math.max(
          ...FIVE.map(
            (student) => misses(PACE, student, '60/20') / misses(BASELINE, student, '60/20'),
          ),
        ),
        0.35,
      ),
    ]),
  ];
};

/** Percentage points that pace is ahead of the best policy with a fixed desired retention. */
const points = (results: Results, student: StudentName, cell: string): number =>
  100 * (results.mean(PACE, student, cell) - results.mean(FILL, student, cell));

/** Goals that want runs of their own. */
export const goalsOfRuns = (seeds: number): readonly Goal[] => {
  const span = { days: 60, minutes: 20 };
  const large = measure({
    policies: { [PACE]: pace, [FILL]: newFirstFill },
    students: ['steep'],
    spans: [span],
    costs: SHORT,
    seeds,
    cards: 1_000,
  });
  const week = { days: 7, minutes: 20 };
  const lossesOf = (cards: number, truth: Costs, before: Costs): readonly number[] =>
    FIVE.map((student) => 100 * lossByCosts(student, week, cards, truth, before, seeds));
  const ownDefaults = [
    ...lossesOf(120, LONG, DEFAULT_COSTS),
    ...lossesOf(CARDS, SHORT, DEFAULT_COSTS),
  ];
  return [
    atLeast('1,000 cards, steep, 60/20, against fill: points', points(large, 'steep', '60/20'), 5),
    atMost(
      'misses at equal time against new first, 60/20, every student',
      Math.max(...FIVE.map((student) => missesAtEqualTime(student, span, seeds))),
      0.75,
    ),
    atMost(
      'answers of 40/75/90 s or a third of it, costs learned: points lost, any student',
      Math.max(...ownDefaults),
      1,
    ),
    atMost(
      'costs believed to be a third of the truth, then learned: points lost, any student',
      Math.max(...lossesOf(120, LONG, SHORT)),
      1,
    ),
  ];
};

/** How long the learner waits, in milliseconds. */
export const goalsOfSpeed = (times: number): readonly Goal[] => [
  atMost('queue of 300 cards, ms', queueTime(300, times), 5),
  atMost('queue of 3,000 cards, ms', queueTime(3_000, times), 60),
  atMost('queue of 10,000 cards, ms', queueTime(10_000, times), 60),
  atMost('next pick, ms', pickTime(times), 1, 4),
];
