import { type Evidence, spacedReviews } from './evidence.ts';

/**
 * How this learner recalls where the model says p: with the log odds shift + slope logit(p). A
 * shift below 0 is one who recalls less at every age; a slope above 1, one who loses more with time.
 */
export interface Calibration {
  readonly shift: number;
  readonly slope: number;
}

/** What reviews say of a learner, and how surely: a normal distribution of shift and slope. */
export interface CalibrationBelief extends Calibration {
  readonly variance: {
    readonly shift: number;
    readonly both: number;
    readonly slope: number;
  };
}

/** Learners differ so much from the model, before anything is known of them. */
const PRIOR = { shift: 0.8, slope: 0.3 };
/** More reviews say no more than so many: memory is not as simple as two numbers. */
const MOST_REVIEWS = 300;
/**
 * Log odds by which days to come may differ for one who is like the model, more to the side of
 * less recall: what was learned days ago may be gone, where reviews showed only yesterday's. For
 * others the spread grows with what they differ by.
 */
const MODEL_SPREAD = { less: 0.65, more: 0.4, ofDeparture: 0.15 };
/**
 * How much of what was seen so far lasts. Who differs from the model differs most at the first
 * reviews of a card, and less with each: between a third and all of it.
 */
const LASTS = { least: 0.35, expected: 0.6, most: 1 };
/** Nine of ten lie within so many standard deviations. */
const NINE_OF_TEN = 1.645;
/** Steps of Newton's method; it has converged to 1e-9 after 6 to 10. */
const STEPS = 12;

const logit = (recall: number): number => {
  const held = Math.min(0.9995, Math.max(0.0005, recall));
  return Math.log(held / (1 - held));
};

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The learner's chance of recall where the model says `recall`. */
export const calibrate = ({ shift, slope }: Calibration, recall: number): number => {
  if (shift === 0 && slope === 1) return recall;
  return recall <= 0 ? 0 : logistic(shift + slope * logit(recall));
};

/**
 * Learns shift and slope from spaced reviews: logistic regression with a normal prior on both, its
 * mode and curvature there (Platt 1999; Laplace's approximation).
 */
export const calibrationOf = (evidence: Evidence): CalibrationBelief => {
  const weight = Math.min(1, MOST_REVIEWS / Math.max(1, spacedReviews(evidence)));
  const points = evidence
    .filter(({ count }) => count > 0)
    .map(({ count, passed, expected }) => ({
      count: count * weight,
      passed: passed * weight,
      odds: logit(expected / count),
    }));
  let [shift, slope] = [0, 1];
  let variance = { shift: PRIOR.shift ** 2, both: 0, slope: PRIOR.slope ** 2 };
  for (let step = 0; step < STEPS; step++) {
    let [toShift, toSlope] = [-shift / PRIOR.shift ** 2, (1 - slope) / PRIOR.slope ** 2];
    let [a, b, c] = [1 / PRIOR.shift ** 2, 0, 1 / PRIOR.slope ** 2];
    for (const { count, passed, odds } of points) {
      const recall = logistic(shift + slope * odds);
      const bend = count * recall * (1 - recall);
      toShift += passed - count * recall;
      toSlope += (passed - count * recall) * odds;
      a += bend;
      b += bend * odds;
      c += bend * odds * odds;
    }
    const area = a * c - b * b;
    variance = { shift: c / area, both: -b / area, slope: a / area };
    shift += variance.shift * toShift + variance.both * toSlope;
    slope += variance.both * toShift + variance.slope * toSlope;
  }
  return { shift, slope, variance };
};

/** The learner to expect for the days to come: what was seen so far lasts in part. */
export const expectedLearner = (belief: Calibration): Calibration =>
  lasting(belief, LASTS.expected);

const lasting = ({ shift, slope }: Calibration, part: number): Calibration => ({
  shift: shift * part,
  slope: 1 + (slope - 1) * part,
});

/**
 * The learner at the edge of nine in ten, on the side of less (-1) or of more recall (1), seen
 * from cards of which the model says `recall`.
 */
export const edgeOf = (belief: CalibrationBelief, side: -1 | 1, recall: number): Calibration => {
  const { variance } = belief;
  const odds = logit(recall);
  const departure = belief.shift + (belief.slope - 1) * odds;
  const { shift, slope } = lasting(belief, departure * side > 0 ? LASTS.most : LASTS.least);
  const toShift = variance.shift + odds * variance.both;
  const toSlope = variance.both + odds * variance.slope;
  const spread = Math.sqrt(Math.max(1e-12, toShift + odds * toSlope));
  const reach = side * NINE_OF_TEN;
  // What the line does not know adds to the spread of the log odds, and moves them all alike.
  const model =
    (side < 0 ? MODEL_SPREAD.less : MODEL_SPREAD.more) +
    MODEL_SPREAD.ofDeparture * Math.abs(departure);
  const beyond = Math.hypot(spread, model) - spread;
  return {
    shift: shift + reach * (toShift / spread + beyond),
    slope: slope + reach * (toSlope / spread),
  };
};
