import type { Forecast, RecallRange } from '../../scheduler/plan/forecast.ts';
import type { PlannedDay } from '../../scheduler/plan/rehearse.ts';
import type { StudyDay } from '../../scheduler/units.ts';
import { count } from '../format.ts';
import { LEFT_OUT_SHOWN, type PlanView } from '../screens/plan-text.ts';
import { ended, say, type Utterance } from './speech.ts';
import { capital, sayDay } from './words.ts';

/** The plan, what it comes to, and what it leaves out, in sentences. */
export const speakPlan = (view: PlanView): readonly Utterance[] => {
  const { plan, date, today, minutes } = view;
  const days = date - today;
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${count(days, 'day')}`;
  return say(
    `The interview is on ${sayDay(date, today)}, ${when}: ${count(minutes, 'minute')} a day, ${count(view.cards, 'card')}.`,
    ...stateOf(view),
    ...runsOf(plan.days).map((run) => sayRun(run, today)),
    ...forecastOf(plan.forecast, view),
    ...leftOutOf(view),
  );
};

const stateOf = ({ plan, minutes }: PlanView): readonly string[] => {
  if (plan.horizon.state === 'past') {
    return [
      'That day is over: llm-quiz plan with --date sets a new one, with --clear it goes on without.',
    ];
  }
  if (minutes === 0) return ['With 0 minutes nothing is studied: --minutes sets more.'];
  return plan.horizon.beyond ? ['The plan looks half a year ahead, and no further.'] : [];
};

/** Days in a row that are alike; nobody listens to the same sentence fourteen times. */
interface Run {
  readonly from: StudyDay;
  readonly to: StudyDay;
  readonly what: string;
}

const runsOf = (days: readonly PlannedDay[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const { day, ...numbers } of days) {
    const what = whatOf(numbers);
    const last = runs.at(-1);
    if (last?.what === what) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, what });
  }
  return runs;
};

const whatOf = ({ new: fresh, review, minutes }: Omit<PlannedDay, 'day'>): string =>
  `${count(Math.round(fresh), 'new card')}, ${count(Math.round(review), 'review')}, ${count(Math.round(minutes), 'minute')}.`;

const sayRun = ({ from, to, what }: Run, today: StudyDay): string => {
  const name = (day: StudyDay): string => (day === today ? 'today' : sayDay(day, today));
  if (from === to) return `${capital(name(from))}: ${what}`;
  return `${capital(from === today ? 'from today' : `from ${name(from)}`)} to ${name(to)}, each day: ${what}`;
};

const forecastOf = (forecast: Forecast, { chapters, date, today }: PlanView): readonly string[] => {
  switch (forecast.kind) {
    case 'no-cards':
      return [
        'There is no card to plan for: the chapters, tags and levels of the plan leave none.',
      ];
    case 'too-early':
      return [
        `How much of it you will know on the day is said after ${forecast.needed} reviews that come a day or more after the one before. There are ${forecast.reviews} yet, too few to tell how fast you forget.`,
      ];
    case 'known':
      return [
        `Expected on ${sayDay(date, today)}: ${sayRange(forecast.overall)} of all cards recalled.`,
        ...forecast.chapters.map(({ chapter, cards, ...range }) => {
          const known = chapters.find(({ number }) => number === chapter);
          const name = known === undefined ? 'All' : `Chapter ${known.number}, ${known.short}`;
          return `${name}, ${count(cards, 'card')}: ${sayRange(range)}.`;
        }),
      ];
  }
};

const percent = (share: number): string => String(Math.round(share * 100));

const sayRange = ({ low, expected, high }: RecallRange): string =>
  `${percent(expected)} percent, between ${percent(low)} and ${percent(high)} percent`;

const leftOutOf = ({ leftOut, cards }: PlanView): readonly string[] => {
  if (leftOut.length === 0) return cards === 0 ? [] : ['Every card fits before the day.'];
  const shown = leftOut.slice(0, LEFT_OUT_SHOWN);
  const more = leftOut.length - shown.length;
  const verbs = leftOut.length === 1 ? ['does', 'is'] : ['do', 'are'];
  return [
    `${count(leftOut.length, 'card')} ${verbs[0]} not fit before the day and ${verbs[1]} left out, the least asked:`,
    ...shown.map((question, index) => `${index + 1}. ${ended(question)}`),
    ...(more > 0 ? [`And ${count(more, 'more card')}.`] : []),
  ];
};

/** What other minutes, another day or other chapters would change. */
export const speakComparison = (now: PlanView, other: PlanView): readonly Utterance[] => {
  const fit = ({ cards, leftOut }: PlanView): number => cards - leftOut.length;
  const overall = ({ plan }: PlanView): string =>
    plan.forecast.kind === 'known' ? sayRange(plan.forecast.overall) : 'too early to tell';
  const row = (what: string, of: (view: PlanView) => string | number): string =>
    `${what}, by the plan: ${of(now)}; what if: ${of(other)}.`;
  return say(
    row('Minutes a day', ({ minutes }) => minutes),
    row('Cards that fit', fit),
    row('Cards left out', ({ leftOut }) => leftOut.length),
    row('Recalled on the day', overall),
  );
};
