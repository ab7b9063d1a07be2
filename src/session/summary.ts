import type { Card } from '../deck/types.ts';
import type { DayTotals } from '../progress/day-totals.ts';
import { gradesOf } from '../progress/day-totals.ts';
import { type Due, RATINGS, type Rating } from '../scheduler/memory.ts';
import { planMemoryOf } from '../scheduler/plan/card.ts';
import { recallOn } from '../scheduler/plan/outlook.ts';
import { dueInstant, type Moment } from '../scheduler/schedule.ts';
import { startOfStudyDay, studyDayOf } from '../scheduler/study-day.ts';
import type { StudyDay, Timestamp } from '../scheduler/units.ts';
import { toStudyDay } from '../scheduler/units.ts';
import type { SessionState } from './machine.ts';
import type { World } from './plan.ts';

/** What comes: cards due from the next study day on, those overdue by then included. */
export interface Forecast {
  readonly tomorrow: number;
  readonly week: number;
  readonly next: NextCard | undefined;
}

/** The card that comes back first, and when. */
export interface NextCard {
  readonly card: Card;
  readonly at: Timestamp;
  readonly day: StudyDay;
}

export interface Summary {
  /** Different cards that were graded. */
  readonly cards: number;
  readonly grades: Readonly<Record<Rating, number>>;
  /** From the first question to the end. */
  readonly durationMs: number;
  /** Cards that were not new, and how many of them were remembered at the first try. */
  readonly known: number;
  readonly remembered: number;
  readonly introduced: number;
  readonly missed: readonly { readonly card: Card; readonly due: Due | undefined }[];
  readonly streak: number;
  readonly forecast: Forecast;
  readonly cram: boolean;
  /** What a session by the plan added: cards expected to be known on its day. */
  readonly gained: { readonly cards: number; readonly day: StudyDay } | undefined;
  /** What was asked for with `--deck`. */
  readonly deck?: string | undefined;
}

/** What a session came to. */
export const summarise = (
  state: SessionState,
  deckCards: readonly Card[],
  world: World,
  days: ReadonlyMap<StudyDay, DayTotals>,
  moment: Moment,
  cram: boolean,
): Summary => {
  const graded = state.deeds.flatMap(({ card, what }) =>
    what.kind === 'grade' ? [{ card, rating: what.rating, isNew: what.isNew }] : [],
  );
  const first = new Map<Card, { rating: Rating; isNew: boolean }>();
  for (const { card, rating, isNew } of graded) {
    if (!first.has(card)) first.set(card, { rating, isNew });
  }
  const known = [...first.values()].filter(({ isNew }) => !isNew);
  const missed = [...first.keys()].filter((card) =>
    graded.some((grade) => grade.card === card && grade.rating === 'again'),
  );
  return {
    cards: first.size,
    grades: countRatings(graded),
    durationMs: moment.at - state.startedAt,
    known: known.length,
    remembered: known.filter(({ rating }) => rating !== 'again').length,
    introduced: first.size - known.length,
    missed: missed.map((card) => ({ card, due: dueOf(world, card) })),
    streak: streakOf(days, moment.day),
    forecast: forecastOf(deckCards, world, moment),
    cram,
    gained: gainedOf(state, world, moment),
  };
};

/** The recall on the day of the plan, now and as it was before, summed over the cards. */
const gainedOf = (state: SessionState, world: World, { day }: Moment): Summary['gained'] => {
  if (state.pace === undefined) return undefined;
  const on = state.pace.queue.horizon.day;
  const cards = state.deeds.reduce((sum, { card, what, before }) => {
    const pick = before.shown?.pick;
    if (what.kind !== 'grade' || pick === undefined) return sum;
    return sum + recallOn(planMemoryOf(world.card(card.key).memory), day, on) - pick.before;
  }, 0);
  return { cards, day: on };
};

/** Study days in a row up to today; a day without a grade yet does not break it. */
export const streakOf = (days: ReadonlyMap<StudyDay, DayTotals>, today: StudyDay): number => {
  const studied = (day: number): boolean => {
    const totals = days.get(toStudyDay(day));
    return totals !== undefined && gradesOf(totals) > 0;
  };
  let streak = 0;
  for (let day: number = studied(today) ? today : today - 1; studied(day); day--) streak++;
  return streak;
};

/** What comes back, and when: a suspended card never, a buried one not before its day. */
export const forecastOf = (cards: readonly Card[], world: World, moment: Moment): Forecast => {
  const { rolloverHour } = world.settings;
  const dues = cards.flatMap((card) => {
    const { suspended, buriedUntil } = world.card(card.key);
    const due = suspended ? undefined : dueOf(world, card);
    if (due === undefined) return [];
    const from = due.kind === 'on' ? due.day : studyDayOf(due.at, rolloverHour);
    const day = toStudyDay(Math.max(from, buriedUntil ?? from));
    const at = day > from ? startOfStudyDay(day, rolloverHour) : dueInstant(due, rolloverHour);
    return [{ card, at, day }];
  });
  const until = (day: number): number => dues.filter((due) => due.day <= day).length;
  return {
    tomorrow: until(moment.day + 1),
    week: until(moment.day + 7),
    next: dues.filter(({ at }) => at > moment.at).toSorted((a, b) => a.at - b.at)[0],
  };
};

const dueOf = (world: World, card: Card): Due | undefined => {
  const { memory } = world.card(card.key);
  return memory.stage === 'new' ? undefined : memory.due;
};

const countRatings = (graded: readonly { rating: Rating }[]): Record<Rating, number> => {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const rating of RATINGS) {
    counts[rating] = graded.filter((grade) => grade.rating === rating).length;
  }
  return counts;
};
