import type { Rating } from '../../src/scheduler/memory.ts';
import type { Costs } from '../../src/scheduler/plan/costs.ts';
import {
  firstDifficulty,
  firstStability,
  nextDifficulty,
  nextStability,
  recallAt,
} from '../../src/scheduler/plan/model.ts';

/** Where states land between the nodes of the grid: the lower corner, and the shares above it. */
export interface Landing {
  readonly corner: Int32Array;
  readonly alongS: Float64Array;
  readonly alongD: Float64Array;
}

/** A review of every node, so many days after the last one. */
export interface GridReview extends Readonly<Record<Rating, Landing>> {
  readonly recall: Float64Array;
  readonly seconds: Float64Array;
}

/** Stability (logarithmic) and difficulty, in nodes; values between them are interpolated. */
export interface Grid {
  readonly size: number;
  readonly first: Readonly<Record<Rating, Landing>>;
  review(elapsed: number): GridReview;
  /** Recall of every node so many days after its last review. */
  recallAfter(days: number): Float64Array;
  look(values: Float64Array, landing: Landing, node: number): number;
  put(values: Float64Array, landing: Landing, node: number, mass: number): void;
}

const STABILITIES = 90;
const DIFFICULTIES = 13;
const LOW = Math.log(0.01);
const HIGH = Math.log(3_000);
const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

export const createGrid = (days: number, costs: Costs): Grid => {
  const size = STABILITIES * DIFFICULTIES;
  const reviews = Array.from({ length: days + 1 }, (_, elapsed) =>
    elapsed === 0 ? undefined : reviewOf(elapsed, costs),
  );
  const firstOf = (rating: Rating): Landing =>
    landingOf(1, () => [firstStability(rating), firstDifficulty(rating)]);
  return {
    size,
    first: {
      again: firstOf('again'),
      hard: firstOf('hard'),
      good: firstOf('good'),
      easy: firstOf('easy'),
    },
    review: (elapsed) => {
      const review = reviews[elapsed];
      if (review === undefined) throw new RangeError(`no review after ${elapsed} days`);
      return review;
    },
    recallAfter: (elapsed) =>
      Float64Array.from({ length: size }, (_, node) => recallAt(elapsed, stabilityOf(node))),
    look,
    put,
  };
};

const stabilityOf = (node: number): number =>
  Math.exp(LOW + ((HIGH - LOW) * Math.floor(node / DIFFICULTIES)) / (STABILITIES - 1));

const difficultyOf = (node: number): number => 1 + (9 * (node % DIFFICULTIES)) / (DIFFICULTIES - 1);

const landingOf = (
  size: number,
  target: (node: number) => readonly [stability: number, difficulty: number],
): Landing => {
  const corner = new Int32Array(size);
  const alongS = new Float64Array(size);
  const alongD = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const [stability, difficulty] = target(node);
    const s = ((Math.log(stability) - LOW) / (HIGH - LOW)) * (STABILITIES - 1);
    const d = ((difficulty - 1) / 9) * (DIFFICULTIES - 1);
    const row = Math.min(STABILITIES - 2, Math.max(0, Math.floor(s)));
    const column = Math.min(DIFFICULTIES - 2, Math.max(0, Math.floor(d)));
    corner[node] = row * DIFFICULTIES + column;
    alongS[node] = Math.min(1, Math.max(0, s - row));
    alongD[node] = Math.min(1, Math.max(0, d - column));
  }
  return { corner, alongS, alongD };
};

const reviewOf = (elapsed: number, costs: Costs): GridReview => {
  const size = STABILITIES * DIFFICULTIES;
  const recall = Float64Array.from({ length: size }, (_, node) =>
    recallAt(elapsed, stabilityOf(node)),
  );
  const after = (rating: Rating): Landing =>
    landingOf(size, (node) => [
      nextStability(stabilityOf(node), difficultyOf(node), elapsed, rating),
      nextDifficulty(difficultyOf(node), rating),
    ]);
  return {
    recall,
    seconds: recall.map((r) => r * costs.pass + (1 - r) * costs.fail),
    again: after('again'),
    hard: after('hard'),
    good: after('good'),
    easy: after('easy'),
  };
};

const look = (values: Float64Array, landing: Landing, node: number): number => {
  const corner = at(landing.corner, node);
  const d = at(landing.alongD, node);
  const low = at(values, corner) * (1 - d) + at(values, corner + 1) * d;
  const high =
    at(values, corner + DIFFICULTIES) * (1 - d) + at(values, corner + DIFFICULTIES + 1) * d;
  return low + (high - low) * at(landing.alongS, node);
};

const put = (values: Float64Array, landing: Landing, node: number, mass: number): void => {
  const corner = at(landing.corner, node);
  const [s, d] = [at(landing.alongS, node), at(landing.alongD, node)];
  values[corner] = at(values, corner) + mass * (1 - s) * (1 - d);
  values[corner + 1] = at(values, corner + 1) + mass * (1 - s) * d;
  values[corner + DIFFICULTIES] = at(values, corner + DIFFICULTIES) + mass * s * (1 - d);
  values[corner + DIFFICULTIES + 1] = at(values, corner + DIFFICULTIES + 1) + mass * s * d;
};
