import { normal } from './random.ts';
import type { MakeStudent, Student } from './student.ts';

/** Default weights of FSRS-4.5: fsrs4anki wiki, "The Algorithm", FSRS-4.5. */
const WEIGHTS = [
  0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072,
  0.0793, 0.3246, 1.587, 0.2272, 2.8755,
];

const w = (index: number): number => WEIGHTS[index] ?? Number.NaN;
const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Chance of recall after some days, where 0.9 is left after `stability` of them. */
type Curve = (days: number, stability: number) => number;

/** R(t, S) = (1 + 19/81 t/S)^-0.5: steeper at first and in the long run than that of FSRS-6. */
const power: Curve = (days, stability) => (1 + ((19 / 81) * days) / stability) ** -0.5;

/** R(t, S) = 0.9^(t/S): what is not repeated is gone. */
const exponential: Curve = (days, stability) => 0.9 ** (days / stability);

/** Remembers by FSRS-4.5 and its power curve; every seed another user, every card another one. */
export const fsrs45: MakeStudent = (size, seed) =>
  student({ curve: power, typical: 1 }, size, seed);

/** Forgets twice as fast, with an exponential curve, as half-life regression has it. */
export const halfLife: MakeStudent = (size, seed) =>
  student({ curve: exponential, typical: 0.5 }, size, seed);

interface Kind {
  readonly curve: Curve;
  /** First stabilities of the typical user, as a factor of the default ones. */
  readonly typical: number;
}

const student = ({ curve, typical }: Kind, size: number, seed: number): Student => {
  const user = typical * Math.exp(0.5 * normal(seed, 0, 0, 21));
  const stability = new Float64Array(size);
  const difficulty = new Float64Array(size);
  const last = new Float64Array(size).fill(Number.NaN);
  const recall = (card: number, day: number): number =>
    Number.isNaN(at(last, card)) ? 0 : curve(day - at(last, card), at(stability, card));
  return {
    recall,
    record: (card, day, grade) => {
      if (Number.isNaN(at(last, card))) {
        const own = Math.exp(0.4 * normal(seed, card, 0, 22));
        stability[card] = w(grade - 1) * user * own;
        difficulty[card] = clamp(w(4) - (grade - 3) * w(5), 1, 10);
      } else {
        const [s, d] = [at(stability, card), at(difficulty, card)];
        stability[card] = nextStability(s, d, recall(card, day), grade);
        const moved = d - w(6) * (grade - 3);
        difficulty[card] = clamp(w(7) * w(4) + (1 - w(7)) * moved, 1, 10);
      }
      last[card] = day;
    },
  };
};

const nextStability = (s: number, d: number, r: number, grade: number): number => {
  if (grade === 1) {
    const lapsed = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r));
    return clamp(Math.min(lapsed, s), 0.01, 36_500);
  }
  const bonus = grade === 2 ? w(15) : grade === 4 ? w(16) : 1;
  const growth = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1);
  return clamp(s * (1 + growth * bonus), 0.01, 36_500);
};
