import { forgettingCurve, nextInterval, nextStrength, type Strength } from './fsrs.ts';
import type { Due, Memory, Rating, StudiedMemory } from './memory.ts';
import { daysSince, isAhead, lastDayAfter, startOfStudyDay } from './study-day.ts';
import {
  type Days,
  MINUTE_MS,
  type Minutes,
  type Probability,
  type StudyDay,
  type Timestamp,
  toDays,
  toMinutes,
  toProbability,
  toStudyDay,
  toTimestamp,
} from './units.ts';

/** What the learner can set of the schedule. */
export interface ScheduleSettings {
  /** Chance of recall wanted at the moment of a review: 0.7 to 0.97. */
  readonly desiredRetention: Probability;
  /** Hour of the local day, 0 to 23, at which the next study day begins. */
  readonly rolloverHour: number;
}

/** One moment of study: the instant, and the study day that it counted as. */
export interface Moment {
  readonly at: Timestamp;
  readonly day: StudyDay;
}

const LEARNING_STEPS: readonly Minutes[] = [toMinutes(1), toMinutes(10)];
const RELEARNING_STEPS: readonly Minutes[] = [toMinutes(10)];

/** Where a card goes after a grade: back to a step, or out to an interval of days. */
type Next =
  | { readonly kind: 'step'; readonly step: number; readonly wait: Minutes }
  | { readonly kind: 'interval'; readonly interval: Days };

/** Study days since the last review: 0 on the same day, and where the clock went back a day. */
export const elapsedDays = (memory: Memory, day: StudyDay): Days =>
  toDays(memory.stage === 'new' ? 0 : daysSince(memory.lastDay, day));

/** Chance of recall on a study day: 0 for a card that was never studied. */
export const retrievability = (memory: Memory, day: StudyDay): Probability =>
  memory.stage === 'new'
    ? toProbability(0)
    : forgettingCurve(elapsedDays(memory, day), memory.stability);

/**
 * A card's memory after a grade. The same function gives the intervals that the keys show
 * ({@link preview}) and the fold of the journal, so the interval shown is the interval given.
 */
export const grade = (
  memory: Memory,
  rating: Rating,
  moment: Moment,
  settings: ScheduleSettings,
): StudiedMemory => {
  const strengthAfter = strengthsOf(memory, elapsedDays(memory, moment.day));
  const strength = strengthAfter(rating);
  const next = nextOf(memory, rating, strength, strengthAfter, settings.desiredRetention);
  const { at, day } = lastReview(memory, moment);
  // Named one by one: a rebuild does this a million times, and copying objects took half of it.
  return {
    stage: stageAfter(memory, rating, next),
    stability: strength.stability,
    difficulty: strength.difficulty,
    step: next.kind === 'step' ? next.step : 0,
    due: dueOf(next, moment.at, day),
    interval: next.kind === 'interval' ? next.interval : toDays(0),
    reps: (memory.stage === 'new' ? 0 : memory.reps) + 1,
    lapses: lapsesOf(memory, rating),
    lastRating: rating,
    lastAt: at,
    lastDay: day,
  };
};

/** The four outcomes of a card at one moment. */
export const preview = (
  memory: Memory,
  moment: Moment,
  settings: ScheduleSettings,
): Readonly<Record<Rating, StudiedMemory>> => ({
  again: grade(memory, 'again', moment, settings),
  hard: grade(memory, 'hard', moment, settings),
  good: grade(memory, 'good', moment, settings),
  easy: grade(memory, 'easy', moment, settings),
});

/** Whether a card was last reviewed under a clock that was days ahead. */
export const isOfWrongClock = (memory: Memory, { day }: Moment): boolean =>
  memory.stage !== 'new' && isAhead(memory.lastDay, day);

/**
 * Whether a card may be shown now: its step is over, or its study day has come, or nobody knows
 * when that is, because its last review was made under a wrong clock.
 */
export const isDue = (memory: Memory, moment: Moment): boolean => {
  if (memory.stage === 'new') return false;
  if (isOfWrongClock(memory, moment)) return true;
  return memory.due.kind === 'at' ? memory.due.at <= moment.at : memory.due.day <= moment.day;
};

/** Cards in their steps are shown early, when nothing else is left: this many minutes. */
export const LEARN_AHEAD_MINUTES = 20;

/** Whether a card in its steps may be shown now where nothing else is left to show. */
export const isDueAhead = (memory: Memory, moment: Moment): boolean =>
  memory.stage !== 'new' &&
  memory.due.kind === 'at' &&
  (memory.due.at <= moment.at + LEARN_AHEAD_MINUTES * MINUTE_MS || isOfWrongClock(memory, moment));

/** The instant from which a card is due. */
export const dueInstant = (due: Due, rolloverHour: number): Timestamp =>
  due.kind === 'at' ? due.at : startOfStudyDay(due.day, rolloverHour);

/** 4 lapses are a leech: in an interview's horizon of weeks, Anki's 8 flag nothing. */
export const LEECH_LAPSES = 4;

/** When the last review was, after one more: a clock that went back does not move it back. */
const lastReview = (memory: Memory, moment: Moment): Moment => {
  if (memory.stage === 'new' || isAhead(memory.lastDay, moment.day)) return moment;
  const { lastAt, lastDay } = memory;
  return {
    at: toTimestamp(Math.max(lastAt, moment.at)),
    day: lastDayAfter(lastDay, moment.day),
  };
};

/** The strength that each rating would give. */
type StrengthAfter = (rating: Rating) => Strength;

/**
 * What each rating makes of one memory. It is asked for the four keys, for the grade that follows
 * them, and in a review for two or three ratings at once; so the last one is kept.
 */
const strengthsOf = (memory: Memory, elapsed: Days): StrengthAfter => {
  if (latest?.memory !== memory || latest.elapsed !== elapsed) {
    latest = { memory, elapsed, after: workOut(memory, elapsed) };
  }
  return latest.after;
};

let latest:
  | { readonly memory: Memory; readonly elapsed: Days; readonly after: StrengthAfter }
  | undefined;

const workOut = (memory: Memory, elapsed: Days): StrengthAfter => {
  const known: { [of in Rating]?: Strength } = {};
  if (memory.stage === 'new') {
    return (rating) => (known[rating] ??= nextStrength(undefined, elapsed, rating));
  }
  const before = { stability: memory.stability, difficulty: memory.difficulty };
  const recall = forgettingCurve(elapsed, memory.stability);
  return (rating) => (known[rating] ??= nextStrength(before, elapsed, rating, recall));
};

const lapsesOf = (memory: Memory, rating: Rating): number => {
  if (memory.stage === 'new') return 0;
  return memory.lapses + (memory.stage === 'review' && rating === 'again' ? 1 : 0);
};

const stageAfter = (memory: Memory, rating: Rating, next: Next): StudiedMemory['stage'] => {
  if (next.kind === 'interval') return 'review';
  const lapsed = memory.stage === 'relearning' || (memory.stage === 'review' && rating === 'again');
  return lapsed ? 'relearning' : 'learning';
};

const dueOf = (next: Next, at: Timestamp, day: StudyDay): Due =>
  next.kind === 'step'
    ? { kind: 'at', at: toTimestamp(at + next.wait * MINUTE_MS) }
    : { kind: 'on', day: toStudyDay(day + next.interval) };

const nextOf = (
  memory: Memory,
  rating: Rating,
  strength: Strength,
  strengthAfter: StrengthAfter,
  retention: Probability,
): Next => {
  if (memory.stage === 'review') {
    return rating === 'again'
      ? { kind: 'step', step: 0, wait: RELEARNING_STEPS[0] ?? toMinutes(10) }
      : { kind: 'interval', interval: reviewInterval(rating, strength, strengthAfter, retention) };
  }
  const steps = memory.stage === 'relearning' ? RELEARNING_STEPS : LEARNING_STEPS;
  const step = memory.stage === 'new' ? 0 : memory.step;
  return (
    stepAfter(steps, step, rating) ?? {
      kind: 'interval',
      interval: nextInterval(strength.stability, retention),
    }
  );
};

/** The step that a rating leads to, or undefined where the card graduates. */
const stepAfter = (steps: readonly Minutes[], step: number, rating: Rating): Next | undefined => {
  const first = steps[0];
  if (first === undefined || rating === 'easy') return undefined;
  if (rating === 'again') return { kind: 'step', step: 0, wait: first };
  if (rating === 'hard') {
    const second = steps[1];
    const wait = Math.round(second === undefined ? first * 1.5 : (first + second) / 2);
    return { kind: 'step', step, wait: toMinutes(wait) };
  }
  const wait = steps[step + 1];
  return wait === undefined ? undefined : { kind: 'step', step: step + 1, wait };
};

/** Interval of a passed review; hard, good and easy always differ, in this order. */
const reviewInterval = (
  rating: 'hard' | 'good' | 'easy',
  strength: Strength,
  strengthAfter: StrengthAfter,
  retention: Probability,
): Days => {
  const of = (passed: Rating): Days => {
    const after = passed === rating ? strength : strengthAfter(passed);
    return nextInterval(after.stability, retention);
  };
  const ofGood = of('good');
  const hard = Math.min(of('hard'), ofGood);
  if (rating === 'hard') return toDays(hard);
  const good = Math.max(ofGood, hard + 1);
  return toDays(rating === 'good' ? good : Math.max(of('easy'), good + 1));
};
