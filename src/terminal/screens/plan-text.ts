import type { Chapter } from '../../deck/types.ts';
import type { Forecast, RecallRange, StudyPlan } from '../../scheduler/plan/forecast.ts';
import type { PlannedDay } from '../../scheduler/plan/rehearse.ts';
import { formatStudyDay } from '../../scheduler/study-day.ts';
import type { StudyDay } from '../../scheduler/units.ts';
import { count } from '../format.ts';
import { clip, padEnd, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';

export interface PlanView {
  readonly plan: StudyPlan;
  /** The date that was asked for, which may lie further ahead than a plan looks. */
  readonly date: StudyDay;
  readonly today: StudyDay;
  readonly minutes: number;
  readonly cards: number;
  readonly chapters: readonly Chapter[];
  /** Questions of cards that are left out, the most asked first. */
  readonly leftOut: readonly string[];
}

const DAYS_SHOWN = 14;
/** Questions that are left out, and are named. */
export const LEFT_OUT_SHOWN = 5;
const BAR = 24;
/** A bar that is shorter than this tells nothing. */
const LEAST_BAR = 8;
/** Columns of a day before its bar. */
const DAY_WIDTH = 45;
/** From here on a chapter's recall has a bar, and two plans stand side by side. */
const ROOMY_COLUMNS = 70;

/** The plan day by day, what it comes to, and what it leaves out. */
export const planLines = (view: PlanView, columns: number, theme: Theme): readonly string[] => {
  const { plan, date, today, minutes } = view;
  const days = date - today;
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${count(days, 'day')}`;
  const head = `Interview on ${formatStudyDay(date)}, ${when}: ${minutes} min a day, ${count(view.cards, 'card')}.`;
  return [
    ...wrapText(head, columns).map((line) => theme.strong(line)),
    ...stateLines(view).flatMap((line) => wrapText(line, columns)),
    '',
    ...dayLines(plan.days, today, columns, theme),
    '',
    ...forecastLines(plan.forecast, view.chapters, columns, theme),
    ...leftOutLines(view, columns, theme),
  ];
};

const stateLines = ({ plan, minutes }: PlanView): readonly string[] => {
  if (plan.horizon.state === 'past') {
    return ['That day is over: `llm-quiz plan --date` sets a new one, `--clear` goes on without.'];
  }
  if (minutes === 0) return ['With 0 minutes nothing is studied: `--minutes` sets more.'];
  return plan.horizon.beyond ? ['The plan looks half a year ahead, and no further.'] : [];
};

const dayLines = (
  days: readonly PlannedDay[],
  today: StudyDay,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const shown = days.slice(0, DAYS_SHOWN);
  const most = Math.max(1, ...shown.map((day) => day.new + day.review));
  // Two marks at least, of a day with both new cards and reviews.
  const widest = Math.min(BAR, columns - DAY_WIDTH - 1);
  const bar = (number: number, mark: string): string =>
    mark.repeat(number <= 0 ? 0 : Math.max(1, Math.round((number / most) * widest)));
  const rows = shown.map((day) => {
    const name = day.day === today ? 'today     ' : formatStudyDay(day.day);
    const [fresh, review, minutes] = [day.new, day.review, day.minutes].map((number) =>
      String(Math.round(number)).padStart(widest < LEAST_BAR ? 3 : 4),
    );
    const numbers = `  ${name} ${fresh} new ${review} review ${minutes} min`;
    if (widest < LEAST_BAR) return numbers;
    return `${numbers}  ${theme.accent(bar(day.new, theme.symbols.bar))}${bar(day.review, '-')}`;
  });
  const more = days.length - shown.length;
  return [...rows, ...(more > 0 ? [`  and ${count(more, 'more day')}`] : [])];
};

const forecastLines = (
  forecast: Forecast,
  chapters: readonly Chapter[],
  columns: number,
  theme: Theme,
): readonly string[] => {
  switch (forecast.kind) {
    case 'no-cards':
      return wrapText(
        'There is no card to plan for: the chapters, tags and levels of the plan leave none.',
        columns,
      );
    case 'too-early':
      return wrapText(
        `How much of it you will know on the day is said after ${forecast.needed} reviews that come a day or more after the one before: there are ${forecast.reviews} yet, too few to tell how fast you forget.`,
        columns,
      );
    case 'known':
      return [
        ...wrapText(
          `Expected on the day: ${rangeOf(forecast.overall)} of the cards recalled.`,
          columns,
        ).map((line) => theme.strong(line)),
        ...forecast.chapters.map(({ chapter, cards, ...range }) => {
          const known = chapters.find(({ number }) => number === chapter);
          const name = known === undefined ? 'all' : `${known.number} ${known.short}`;
          const bar = theme.symbols.bar.repeat(Math.round(range.expected * 10));
          const width = Math.min(24, columns - RANGE_WIDTH - 3);
          const label = `  ${padEnd(clip(name, width, theme.symbols.ellipsis), width)} `;
          if (columns < ROOMY_COLUMNS) return label + rangeOf(range);
          return `${label}${padEnd(theme.accent(bar), 10)} ${rangeOf(range)}  ${count(cards, 'card')}`;
        }),
      ];
  }
};

/** Columns of a range, `100 % (100 to 100 %)`. */
const RANGE_WIDTH = 20;

const percent = (share: number): string => String(Math.round(share * 100));

const rangeOf = ({ low, expected, high }: RecallRange): string =>
  `${percent(expected)} % (${percent(low)} to ${percent(high)} %)`;

const leftOutLines = (
  { leftOut, cards }: PlanView,
  columns: number,
  theme: Theme,
): readonly string[] => {
  if (leftOut.length === 0) return cards === 0 ? [] : ['', 'Every card fits before the day.'];
  const shown = leftOut.slice(0, LEFT_OUT_SHOWN);
  const more = leftOut.length - shown.length;
  return [
    '',
    ...wrapText(
      `${count(leftOut.length, 'card')} ${leftOut.length === 1 ? 'does' : 'do'} not fit before the day and ${leftOut.length === 1 ? 'is' : 'are'} left out, the least asked:`,
      columns,
    ),
    ...shown.map((question) => `  ${clip(question, columns - 4, theme.symbols.ellipsis)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
};

/** Two plans side by side: what other minutes would change. */
export const compareLines = (
  now: PlanView,
  other: PlanView,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const overall = ({ plan }: PlanView): string =>
    plan.forecast.kind === 'known' ? rangeOf(plan.forecast.overall) : 'too early to tell';
  const rows: readonly (readonly [string, string, string])[] = [
    ['', 'the plan', 'what if'],
    ['minutes a day', String(now.minutes), String(other.minutes)],
    [
      'cards that fit',
      String(now.cards - now.leftOut.length),
      String(other.cards - other.leftOut.length),
    ],
    ['cards left out', String(now.leftOut.length), String(other.leftOut.length)],
    ['recalled on the day', overall(now), overall(other)],
  ];
  if (columns < ROOMY_COLUMNS) {
    return rows
      .slice(1)
      .flatMap(([name, a, b]) => [theme.strong(name), `  the plan  ${a}`, `  what if   ${b}`]);
  }
  return rows.map(([name, a, b], index) => {
    const line = `  ${padEnd(name, 22)}${padEnd(a, 22)}${b}`.trimEnd();
    return index === 0 ? theme.strong(line) : line;
  });
};
