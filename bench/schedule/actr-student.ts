import { normal } from './random.ts';
import type { Student } from './student.ts';

/**
 * ACT-R with the decay of Pavlik and Anderson: activation m = ln sum_i (h t_i)^-d_i, where
 * d_i = c e^(m_i) + a and m_i is the activation when the i-th trace was laid; recall is
 * 1 / (1 + e^((tau - m) / s)). Times in seconds, scaled by h between sessions.
 *
 * @see Pavlik, Anderson 2005, https://doi.org/10.1207/s15516709cog0000_14
 * @see https://github.com/open-spaced-repetition/srs-benchmark `models/act_r.py`, its parameters
 */
const [A, C, TAU, NOISE, SCALE] = [0.177, 0.217, -0.704, 0.255, 0.025];
const DAY_SECONDS = 86_400;

/** Cards differ: this much on the scale of log odds, so that the mean curve is flatter than one card's. */
const CARD_SPREAD = 1.3;
/** Moves all cards, so that after one exposure 85 % are recalled a day later. */
const OFFSET = 4.8;

interface Trace {
  readonly day: number;
  readonly decay: number;
}

const activation = (traces: readonly Trace[], day: number): number => {
  let sum = 0;
  for (const trace of traces)
    sum += Math.max(1, (day - trace.day) * DAY_SECONDS * SCALE) ** -trace.decay;
  return Math.log(sum);
};

/** Another theory of memory: each showing leaves a trace that decays by itself. */
export const actr = (size: number, seed: number): Student => {
  const traces: (Trace[] | undefined)[] = new Array(size).fill(undefined);
  const ease = Float64Array.from({ length: size }, (_, card) => normal(seed, card, 0, 21));
  return {
    recall: (card, day) => {
      const known = traces[card];
      if (known === undefined) return 0;
      const odds = (activation(known, day) - TAU) / NOISE;
      return 1 / (1 + Math.exp(-(odds + OFFSET + CARD_SPREAD * (ease[card] ?? 0))));
    },
    record: (card, day) => {
      const known = traces[card];
      const before = known === undefined ? Number.NEGATIVE_INFINITY : activation(known, day);
      const trace = { day, decay: C * Math.exp(before) + A };
      if (known === undefined) traces[card] = [trace];
      else known.push(trace);
    },
  };
};
