import type { Card } from '../deck/types.ts';
import type { Ledger } from '../progress/ledger.ts';
import type { PlanSetting } from '../progress/plan-setting.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { type AnswerRecord, learnCosts } from '../scheduler/plan/costs.ts';
import { type Deadline, ROLLING } from '../scheduler/plan/horizon.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { formatStudyDay, parseStudyDay } from '../scheduler/study-day.ts';
import type { StudyDay } from '../scheduler/units.ts';
import { type CardFilter, matches } from '../session/filter.ts';
import { createPace, type Pace, type PaceTerms } from '../session/pace.ts';
import type { Scope } from '../session/plan.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import { readLatestAnswers } from '../storage/latest-answers.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { type Context, pathsOf } from './context.ts';
import type { SessionFlags } from './session-flags.ts';

/** Minutes of a session that goes on without a plan, unless it is told another number. */
const MORE_MINUTES = 20;

/** The part of a deck that a plan is about. */
export const filterOfPlan = (plan: PlanSetting, { deck }: DeckSource): CardFilter => ({
  chapters:
    plan.chapters.length === 0
      ? undefined
      : deck.chapters.filter(({ number }) => plan.chapters.includes(number)),
  tags: plan.tags,
  levels: plan.levels,
});

/** Bytes of the end of each journal that costs are learned from: some thousands of answers. */
const FOR_COSTS = 1 << 19;

/** The latest answers. The person waits for what is made of them: not for all that they ever gave. */
export const answersOf = (
  context: Context,
  ledger: Ledger,
  bytes: number,
): readonly AnswerRecord[] =>
  readLatestAnswers(context.disk, pathsOf(context).progress, ledger, bytes);

/**
 * The study day of a date as it was typed.
 *
 * @throws QuizError for what is no date, and for one that is over
 */
export const parsePlanDate = (text: string, today: StudyDay): StudyDay => {
  const date = parseStudyDay(text);
  if (date === undefined) {
    throw usage(
      `${JSON.stringify(text)} is no date`,
      'write it as year, month and day: 2026-12-15',
    );
  }
  if (date < today) {
    throw usage(
      `${text} is over: today is ${formatStudyDay(today)}`,
      'give the day of an interview that is still to come',
    );
  }
  return date;
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

/** What a session goes by: the plan, the rolling rule of `--more`, or neither. */
export type Course =
  | { readonly kind: 'plan'; readonly plan: PlanSetting; readonly deadline: Deadline }
  | { readonly kind: 'more'; readonly deadline: Deadline }
  /** `left`: there is a plan, and this session leaves it. */
  | { readonly kind: 'due'; readonly left: boolean };

/** Whether a session follows the plan: `--due`, `--new`, `--order` and `--limit` leave it. */
export const courseOf = (
  flags: SessionFlags,
  scope: Scope | 'last-session',
  plan: PlanSetting | undefined,
): Course => {
  const isStudy = scope !== 'last-session' && scope.kind === 'study' && flags.cram !== true;
  if (isStudy && flags.more === true) return { kind: 'more', deadline: ROLLING };
  const leaves =
    flags.due === true ||
    flags.new !== undefined ||
    flags.limit !== undefined ||
    flags.order !== undefined;
  if (plan === undefined || !isStudy || leaves) {
    return { kind: 'due', left: plan !== undefined && isStudy };
  }
  return { kind: 'plan', plan, deadline: { kind: 'date', day: plan.date } };
};

/** The pace of a session, where it has one. */
export const paceOf = (
  {
    context,
    flags,
    source,
    store,
  }: { context: Context; flags: SessionFlags; source: DeckSource; store: ProgressStore },
  course: Course,
  filter: CardFilter,
  moment: Moment,
): Pace | undefined => {
  if (course.kind === 'due') return undefined;
  const { ledger } = store;
  const planned = course.kind === 'plan' ? filterOfPlan(course.plan, source) : undefined;
  const cards = source.deck.cards.filter(
    (card: Card) => matches(card, filter) && (planned === undefined || matches(card, planned)),
  );
  const costs = learnCosts(answersOf(context, ledger, FOR_COSTS));
  const done = ledger.day(moment.day).ms / 60_000;
  const asked = flags.minutes ?? (course.kind === 'more' ? MORE_MINUTES : undefined);
  const minutes =
    asked === undefined && course.kind === 'plan' ? course.plan.minutes : done + (asked ?? 0);
  const terms: PaceTerms = { deadline: course.deadline, minutes, costs };
  return createPace(cards, ledger, moment, terms);
};
