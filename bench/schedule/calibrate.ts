import { evidenceOf } from '../../src/scheduler/plan/evidence.ts';
import { createStudyPlan, FORECAST_FROM } from '../../src/scheduler/plan/forecast.ts';
import { recallOn } from '../../src/scheduler/plan/outlook.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { CARDS, cellOf, nameOf, SHORT, type Span } from './cells.ts';
import { recordsOf } from './log.ts';
import { seedsUpTo } from './measure.ts';
import { pace } from './policies.ts';
import { type Answer, FIRST_DAY, type Morning, simulate } from './simulate.ts';
import type { MakeStudent } from './student.ts';
import { STUDENTS, type StudentName } from './students.ts';

/** A forecast made some morning, beside what came of it. */
interface Made {
  readonly when: 'first' | 'middle' | 'last';
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

export interface Coverage {
  readonly cell: string;
  readonly forecasts: number;
  /** Share of the forecasts whose range held the truth. */
  readonly covered: number;
  /** Mean distance of the number expected from the truth, and mean width of the range. */
  readonly error: number;
  readonly width: number;
}

/**
 * Forecasts on the first morning that has one, in the middle and on the last morning of each run,
 * against the true recall on the day.
 */
export const coverageOf = (
  student: MakeStudent,
  span: Span,
  seeds: readonly number[],
): Coverage => {
  const all = seeds.flatMap((seed) => forecastsOf(student, span, seed));
  const share = (sum: number): number => (all.length === 0 ? Number.NaN : sum / all.length);
  return {
    cell: nameOf(span),
    forecasts: all.length,
    covered: share(all.filter(({ low, high, truth }) => low <= truth && truth <= high).length),
    error: share(all.reduce((sum, { expected, truth }) => sum + Math.abs(expected - truth), 0)),
    width: share(all.reduce((sum, { low, high }) => sum + high - low, 0)),
  };
};

const forecastsOf = (
  student: MakeStudent,
  span: Span,
  seed: number,
): readonly (Made & { readonly truth: number })[] => {
  const made: Made[] = [];
  let answers: readonly Answer[] = [];
  const outcome = simulate({
    cell: cellOf(span, SHORT),
    student: student(CARDS, seed),
    seed,
    policy: pace,
    believed: (given) => {
      answers = given;
      return SHORT;
    },
    onMorning: (morning, day) => {
      const when = whenOf(day, span.days, made.length === 0);
      const range = when === undefined ? undefined : rangeOn(morning, answers);
      if (when !== undefined && range !== undefined) made.push({ when, ...range });
    },
  });
  return made.map((forecast) => ({ ...forecast, truth: outcome.recall }));
};

const whenOf = (day: number, days: number, isFirst: boolean): Made['when'] | undefined => {
  if (day === days - 1) return 'last';
  if (isFirst) return 'first';
  return day === Math.floor(days / 2) ? 'middle' : undefined;
};

const rangeOn = (
  { cards, today, interview, minutes, costs }: Morning,
  answers: readonly Answer[],
): Omit<Made, 'when'> | undefined => {
  const deadline = { kind: 'date', day: interview } as const;
  const evidence = evidenceOf(recordsOf(answers));
  const { forecast } = createStudyPlan({ cards, today, deadline, minutes, costs }, evidence);
  return forecast.kind === 'known' ? forecast.overall : undefined;
};

/** Cards of which about the same was expected, at a review or on the day. */
export interface Tenth {
  /** Expected recall begins here, and ends a tenth further. */
  readonly from: number;
  readonly cards: number;
  readonly expected: number;
  /** Share that was passed at reviews, and true chance of recall on the day. */
  readonly true: number;
}

interface Point {
  readonly expected: number;
  readonly truth: number;
}

/** What the scheduler expected of cards, and what was true, by tenths; from 30 spaced reviews on. */
export const tenthsOf = (
  student: StudentName,
  spans: readonly Span[],
  seeds: number,
): readonly Tenth[] => {
  const sums = Array.from({ length: 10 }, () => ({ cards: 0, expected: 0, truth: 0 }));
  for (const span of spans)
    for (const { expected, truth } of seedsUpTo(seeds).flatMap((seed) =>
      pointsOf(student, span, seed),
    )) {
      const sum = sums[Math.min(9, Math.floor(10 * expected))];
      if (sum === undefined) continue;
      sum.cards++;
      sum.expected += expected;
      sum.truth += truth;
    }
  return sums.map(({ cards, expected, truth }, place) => ({
    from: place / 10,
    cards,
    expected: expected / cards,
    true: truth / cards,
  }));
};

const pointsOf = (student: StudentName, span: Span, seed: number): readonly Point[] => {
  const learner = STUDENTS[student](CARDS, seed);
  const { answers, cards } = simulate({
    cell: cellOf(span, SHORT),
    student: learner,
    seed,
    policy: pace,
  });
  const reviews = answers.flatMap(({ before, day, passed }): Point[] => {
    if (before === undefined) return [];
    const today = toStudyDay(FIRST_DAY + day);
    return [{ expected: recallOn(before, today, today), truth: passed ? 1 : 0 }];
  });
  if (reviews.length < FORECAST_FROM) return [];
  const last = toStudyDay(FIRST_DAY + span.days);
  const onTheDay = cards.flatMap(({ memory }, card): Point[] =>
    memory === undefined
      ? []
      : [{ expected: recallOn(memory, last, last), truth: learner.recall(card, span.days) }],
  );
  return [...reviews.slice(FORECAST_FROM), ...onTheDay];
};
