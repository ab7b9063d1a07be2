import type { Costs } from '../../src/scheduler/plan/costs.ts';
import { FIRST_SHARES, PASS_SHARES } from '../../src/scheduler/plan/outlook.ts';
import { createGrid, type Grid, type Landing } from './bound-grid.ts';

/** What the bound is computed for: the time of one card is a card's share of the minutes. */
export interface BoundCell {
  readonly days: number;
  /** Seconds a day for one card: minutes * 60 / cards. */
  readonly daily: number;
  readonly costs: Costs;
}

/** One card under prices: what it is worth at best, and when that takes time. */
interface Priced {
  /** Expected recall less the price of the time, by the best policy for one card. */
  readonly value: number;
  /** Seconds expected on each day. */
  readonly seconds: Float64Array;
}

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

/**
 * An upper bound of the recall that any policy can reach, for a student who is exactly FSRS-6.
 *
 * The budgets of the days are replaced by prices: for any price l_t >= 0 of a second of day t,
 * recall <= V(l) + sum_t l_t budget_t, where V is what one card is worth at best, found by dynamic
 * programming over (stability, difficulty) x day of the last review. Prices are lowered and raised
 * until the bound is tight; every set of prices gives a valid one.
 */
export const upperBound = (cell: BoundCell, iterations: number): number => {
  const grid = createGrid(cell.days, cell.costs);
  const { days, daily } = cell;
  const flat = bestFlatPrice(grid, cell);
  const logs = new Float64Array(days).fill(Math.log(flat.price));
  const [mean, square] = [new Float64Array(days), new Float64Array(days)];
  let best = flat.bound;
  for (let step = 1; step <= iterations; step++) {
    const prices = logs.map(Math.exp);
    const cool = 1 - step / (iterations + 1);
    const { seconds } = evaluate(grid, cell, prices, 0.0005 + 0.01 * cool ** 2);
    if (step % 10 === 0 || step === iterations) best = Math.min(best, boundAt(grid, cell, prices));
    for (let day = 0; day < days; day++) {
      // Adam on the logarithm of the price.
      const slope = at(prices, day) * (daily - at(seconds, day));
      mean[day] = 0.8 * at(mean, day) + 0.2 * slope;
      square[day] = 0.95 * at(square, day) + 0.05 * slope * slope;
      const pace = (0.08 * cool + 0.003) / (Math.sqrt(at(square, day)) + 1e-9);
      logs[day] = Math.max(-16, at(logs, day) - pace * at(mean, day));
    }
  }
  return Math.min(1, best);
};

/** The best of bounds where every day has the same price: where to start from. */
const bestFlatPrice = (grid: Grid, cell: BoundCell): { bound: number; price: number } => {
  const boundOf = (log: number): number =>
    boundAt(grid, cell, new Float64Array(cell.days).fill(Math.exp(log)));
  let [low, high] = [Math.log(1e-6), Math.log(0.1)];
  // The bound is convex in the price.
  while (high - low > 0.02) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (boundOf(a) < boundOf(b)) high = b;
    else low = a;
  }
  const log = (low + high) / 2;
  return { bound: boundOf(log), price: Math.exp(log) };
};

const boundAt = (grid: Grid, cell: BoundCell, prices: Float64Array): number => {
  const { value } = evaluate(grid, cell, prices, 0);
  return value + prices.reduce((sum, price) => sum + price * cell.daily, 0);
};

/** Backward for the value, forward for the time; `heat` softens the choice, 0 is the true one. */
const evaluate = (grid: Grid, cell: BoundCell, prices: Float64Array, heat: number): Priced => {
  const { days } = cell;
  const values = Array.from({ length: days }, (_, last) => grid.recallAfter(days - last));
  const chosen = Array.from({ length: days }, () => [] as Float32Array[]);
  const starts = new Float64Array(days);
  let unseen = 0;
  for (let day = days - 1; day >= 0; day--) {
    const fresh = values[day] ?? new Float64Array();
    const price = at(prices, day);
    for (let last = 0; last < day; last++) {
      const old = values[last] ?? new Float64Array();
      const part = new Float32Array(grid.size);
      improve(grid, old, fresh, part, day - last, price, heat);
      chosen[day]?.push(part);
    }
    const start = firstValue(grid, fresh) - price * cell.costs.new;
    starts[day] = share(start - unseen, heat);
    unseen = soft(unseen, start, heat);
  }
  return {
    value: unseen,
    seconds: heat === 0 ? new Float64Array(days) : timeOf(grid, cell, chosen, starts),
  };
};

/** Chance of choosing what is worth `more` than the other. */
const share = (more: number, heat: number): number =>
  heat === 0 ? (more > 0 ? 1 : 0) : 1 / (1 + Math.exp(-more / heat));

const soft = (a: number, b: number, heat: number): number => {
  const high = Math.max(a, b);
  return heat === 0 ? high : high + heat * Math.log1p(Math.exp(-Math.abs(a - b) / heat));
};

/** For each state that was last reviewed `elapsed` days ago: to review it today, or not. */
const improve = (
  grid: Grid,
  old: Float64Array,
  fresh: Float64Array,
  part: Float32Array,
  elapsed: number,
  price: number,
  heat: number,
): void => {
  const { recall, seconds, again, hard, good, easy } = grid.review(elapsed);
  for (let node = 0; node < grid.size; node++) {
    const r = at(recall, node);
    const passed =
      PASS_SHARES.hard * grid.look(fresh, hard, node) +
      PASS_SHARES.good * grid.look(fresh, good, node) +
      PASS_SHARES.easy * grid.look(fresh, easy, node);
    const review = (1 - r) * grid.look(fresh, again, node) + r * passed - price * at(seconds, node);
    const wait = at(old, node);
    part[node] = share(review - wait, heat);
    old[node] = soft(wait, review, heat);
  }
};

const firstValue = (grid: Grid, fresh: Float64Array): number => {
  const { again, hard, good, easy } = grid.first;
  return (
    FIRST_SHARES.again * grid.look(fresh, again, 0) +
    FIRST_SHARES.hard * grid.look(fresh, hard, 0) +
    FIRST_SHARES.good * grid.look(fresh, good, 0) +
    FIRST_SHARES.easy * grid.look(fresh, easy, 0)
  );
};

/** Follows one card forward through the choices, and adds up the seconds of each day. */
const timeOf = (
  grid: Grid,
  { days, costs }: BoundCell,
  chosen: readonly (readonly Float32Array[])[],
  starts: Float64Array,
): Float64Array => {
  const seconds = new Float64Array(days);
  const mass = Array.from({ length: days }, () => new Float64Array(grid.size));
  let unseen = 1;
  for (let day = 0; day < days; day++) {
    const fresh = mass[day] ?? new Float64Array();
    const started = unseen * at(starts, day);
    unseen -= started;
    seconds[day] = started * costs.new;
    spread(grid, fresh, grid.first, 0, started, FIRST_SHARES);
    for (let last = 0; last < day; last++) {
      const part = chosen[day]?.[last];
      const old = mass[last];
      if (part !== undefined && old !== undefined)
        seconds[day] = at(seconds, day) + advance(grid, old, fresh, part, day - last);
    }
  }
  return seconds;
};

/** Moves the mass that is reviewed today; returns the seconds that it takes. */
const advance = (
  grid: Grid,
  old: Float64Array,
  fresh: Float64Array,
  part: Float32Array,
  elapsed: number,
): number => {
  const review = grid.review(elapsed);
  let seconds = 0;
  for (let node = 0; node < grid.size; node++) {
    const moved = at(old, node) * at(part, node);
    if (moved < 1e-10) continue;
    old[node] = at(old, node) - moved;
    seconds += moved * at(review.seconds, node);
    const r = at(review.recall, node);
    spread(grid, fresh, review, node, moved, {
      again: 1 - r,
      hard: r * PASS_SHARES.hard,
      good: r * PASS_SHARES.good,
      easy: r * PASS_SHARES.easy,
    });
  }
  return seconds;
};

const spread = (
  grid: Grid,
  fresh: Float64Array,
  landing: Readonly<Record<'again' | 'hard' | 'good' | 'easy', Landing>>,
  node: number,
  mass: number,
  shares: Readonly<Record<'again' | 'hard' | 'good' | 'easy', number>>,
): void => {
  grid.put(fresh, landing.again, node, mass * shares.again);
  grid.put(fresh, landing.hard, node, mass * shares.hard);
  grid.put(fresh, landing.good, node, mass * shares.good);
  grid.put(fresh, landing.easy, node, mass * shares.easy);
};
