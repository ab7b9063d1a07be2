import type { Student } from './student.ts';

/** FSRS-7, the 34 default parameters of fsrs-rs `src/inference_v7.rs`. */
const W = [
  0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999,
  0.8146, 0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567, 0.0801,
  0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
];

const w = (index: number): number => W[index] ?? 0;
const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
const held = (stability: number): number => clamp(stability, 0.0001, 36_500);

/** A slow and a fast trace of one card. */
interface Traces {
  readonly slow: number;
  readonly fast: number;
  readonly difficulty: number;
}

/** Recall by the fast trace alone: (1 + f t / S)^-d, with a decay that depends on S. */
const fastRecall = (elapsed: number, fast: number): number => {
  const decay = -clamp(w(23) * fast ** (w(33) - 0.3), 0.01, 0.95);
  const factor = Math.exp(Math.min(Math.log(w(25)) / decay, 60)) - 1;
  return (1 + factor * (elapsed / fast)) ** decay;
};

const slowRecall = (elapsed: number, { slow, difficulty }: Traces): number => {
  const decay = -clamp(w(24), 0.01, 0.95);
  const factor = w(26) ** (1 / decay) - 1;
  const pace = Math.exp((difficulty - 5) * (w(32) - 0.3));
  return (1 + factor * pace * (elapsed / slow)) ** decay;
};

/** Recall: the two curves, weighted by their stabilities and the difficulty. */
const recallOf = (elapsed: number, traces: Traces): number => {
  const { slow, fast, difficulty } = traces;
  const weight1 = w(27) * fast ** -w(29);
  const weight2 = w(28) * slow ** w(30) * Math.exp((difficulty - 5) * (w(31) - 0.5));
  const mixed =
    (weight1 * fastRecall(elapsed, fast) + weight2 * slowRecall(elapsed, traces)) /
    (weight1 + weight2);
  return mixed * (1 - 2e-5) + 1e-5;
};

/** One trace after a review; its eight parameters begin at `start`. */
const nextTrace = (s: number, d: number, r: number, grade: number, start: number): number => {
  const failed = Math.min(
    s,
    w(start + 3) * ((s + 1) ** w(start + 4) - 1) * Math.exp((1 - r) * w(start + 5)),
  );
  if (grade === 1) return held(failed);
  const bonus = grade === 2 ? w(start + 6) : grade === 4 ? w(start + 7) : 1;
  const growth =
    Math.exp(w(start) - 1.5) *
    (11 - d) *
    s ** -w(start + 1) *
    (Math.exp((1 - r) * w(start + 2)) - 1) *
    bonus;
  return held(Math.max(failed, s * (1 + growth)));
};

const firstDifficulty = (grade: number): number => w(4) - Math.exp(w(5) * (grade - 1)) + 1;

const nextDifficulty = (d: number, grade: number, r: number): number => {
  const step = -w(6) * (grade - 3) * (grade === 1 ? r + 0.1 : 1);
  const moved = d + ((10 - d) * step) / 9;
  return clamp(0.01 * firstDifficulty(4) + 0.99 * moved, 1, 10);
};

const firstTraces = (grade: number): Traces => ({
  slow: w(grade - 1),
  fast: held(w(grade - 1) * 0.8),
  difficulty: clamp(firstDifficulty(grade), 1, 10),
});

const nextTraces = (before: Traces, elapsed: number, grade: number): Traces => {
  const { slow, fast, difficulty } = before;
  const recall = recallOf(elapsed, before);
  const nextSlow = nextTrace(slow, difficulty, recall, grade, 7);
  const nextFast = nextTrace(fast, difficulty, fastRecall(elapsed, fast), grade, 15);
  return {
    slow: nextSlow,
    fast: held(grade === 1 ? Math.min(nextFast, nextSlow * 0.8) : nextFast),
    difficulty: nextDifficulty(difficulty, grade, recall),
  };
};

/**
 * Another family than FSRS-6: two traces of each card, a slow and a fast one, each with its own
 * stability, mixed in the forgetting curve.
 *
 * @see https://github.com/open-spaced-repetition/fsrs-rs `src/model_v7.rs`
 */
export const fsrs7 = (size: number): Student => {
  const traces: (Traces | undefined)[] = new Array(size).fill(undefined);
  const last = new Float64Array(size);
  return {
    recall: (card, day) => {
      const known = traces[card];
      return known === undefined ? 0 : recallOf(day - at(last, card), known);
    },
    record: (card, day, grade) => {
      const known = traces[card];
      traces[card] =
        known === undefined ? firstTraces(grade) : nextTraces(known, day - at(last, card), grade);
      last[card] = day;
    },
  };
};
