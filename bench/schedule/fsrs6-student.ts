import { WEIGHTS } from '../../src/scheduler/fsrs.ts';
import { normal, uniform } from './random.ts';
import type { Student } from './student.ts';

/** Spread of the parameters between 10,000 Anki users: fsrs-rs `src/training.rs`, PARAMS_STDDEV. */
const SPREAD = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
  1.03, 0.31, 0.32, 0.14, 0.27,
];

/** Bounds of the parameters: ts-fsrs `CLAMP_PARAMETERS`. */
const BOUNDS: readonly (readonly [number, number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
];

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

/** How a student of the FSRS-6 family differs from the default weights, and card from card. */
interface Fsrs6 {
  readonly weights: readonly number[];
  /** Factor on the first stability of a card, and what is added to its difficulty. */
  readonly card: (card: number) => { readonly stability: number; readonly difficulty: number };
}

const SAME = { stability: 1, difficulty: 0 };

/** Remembers exactly as FSRS-6 with its default weights says. */
export const exact = (size: number): Student => fsrs6({ weights: WEIGHTS, card: () => SAME }, size);

/** The default weights, each card with its own stability (lognormal 0.6) and difficulty (+-1.5). */
export const noisy = (size: number, seed: number): Student =>
  fsrs6(
    {
      weights: WEIGHTS,
      card: (card) => ({
        stability: Math.exp(0.6 * normal(seed, card, 0, 11)),
        difficulty: 3 * uniform(seed, card, 0, 12) - 1.5,
      }),
    },
    size,
  );

/** Another user for each seed: stabilities lognormal 0.84, decay lognormal 0.7, the rest normal. */
export const perturbed = (size: number, seed: number): Student => {
  const factor = Math.exp(0.84 * normal(seed, 0, 0, 13));
  const weights = WEIGHTS.map((weight, index) => {
    const [low, high] = BOUNDS[index] ?? [weight, weight];
    if (index < 4) return clamp(weight * factor, low, high);
    const chance = normal(seed, index, 0, 14);
    if (index === 20) return clamp(weight * Math.exp(0.7 * chance), low, high);
    return clamp(weight + at(SPREAD, index) * chance, low, high);
  });
  return fsrs6({ weights, card: () => SAME }, size);
};

/** Forgets fast: half the first stabilities, and the decay of FSRS-5. */
export const steep = (size: number): Student =>
  fsrs6(
    {
      weights: WEIGHTS.map((weight, index) =>
        index < 4 ? weight / 2 : index === 20 ? 0.5 : weight,
      ),
      card: () => SAME,
    },
    size,
  );

const fsrs6 = ({ weights, card: own }: Fsrs6, size: number): Student => {
  const w = Float64Array.from(weights);
  const decay = -at(w, 20);
  const factor = 0.9 ** (1 / decay) - 1;
  const stability = new Float64Array(size);
  const difficulty = new Float64Array(size);
  const last = new Float64Array(size).fill(Number.NaN);
  const recall = (card: number, day: number): number =>
    Number.isNaN(at(last, card))
      ? 0
      : (1 + (factor * (day - at(last, card))) / at(stability, card)) ** decay;
  const first = (grade: number): number => at(w, 4) - Math.exp(at(w, 5) * (grade - 1)) + 1;
  return {
    recall,
    record: (card, day, grade) => {
      if (Number.isNaN(at(last, card))) {
        const { stability: times, difficulty: plus } = own(card);
        stability[card] = Math.max(at(w, grade - 1) * times, 0.001);
        difficulty[card] = clamp(first(grade) + plus, 1, 10);
      } else {
        const [s, d] = [at(stability, card), at(difficulty, card)];
        stability[card] = nextStability(w, s, d, recall(card, day), grade);
        const moved = d - (at(w, 6) * (grade - 3) * (10 - d)) / 9;
        difficulty[card] = clamp(at(w, 7) * first(4) + (1 - at(w, 7)) * moved, 1, 10);
      }
      last[card] = day;
    },
  };
};

const nextStability = (w: Float64Array, s: number, d: number, r: number, grade: number): number => {
  if (grade === 1) {
    const lapsed =
      at(w, 11) * d ** -at(w, 12) * ((s + 1) ** at(w, 13) - 1) * Math.exp(at(w, 14) * (1 - r));
    return clamp(Math.min(lapsed, s / Math.exp(at(w, 17) * at(w, 18))), 0.001, 36_500);
  }
  const bonus = grade === 2 ? at(w, 15) : grade === 4 ? at(w, 16) : 1;
  const growth =
    Math.exp(at(w, 8)) * (11 - d) * s ** -at(w, 9) * (Math.exp(at(w, 10) * (1 - r)) - 1);
  return clamp(s * (1 + growth * bonus), 0.001, 36_500);
};
