import { encodePlan, PLAN_KEY, type PlanSetting } from '../progress/plan-setting.ts';
import { QuizError } from '../quiz-error.ts';
import { formatStudyDay, studyDayOf } from '../scheduler/study-day.ts';
import type { StudyDay } from '../scheduler/units.ts';
import { type PastDayView, pastDaySentence } from '../terminal/screens/text-screens.ts';
import type { PastDayChoice, PastDayQuestion } from '../terminal/stages/past-day-stage.ts';
import { type Context, openStore } from './context.ts';
import { parsePlanDate } from './interview.ts';
import { isPlain, type Sitting } from './sitting.ts';

const viewOf = (plan: PlanSetting | undefined, today: StudyDay): PastDayView | undefined =>
  plan === undefined || plan.date >= today
    ? undefined
    : { date: formatStudyDay(plan.date), daysAgo: today - plan.date };

/** What a session asks first whose plan is over; undefined where nothing is to be asked. */
export const pastDayQuestion = (sitting: Sitting): PastDayQuestion | undefined => {
  const { course, flags, options, moment } = sitting;
  if (course.kind !== 'plan' || flags.yes === true || !isPlain(flags, options.scope))
    return undefined;
  const { plan } = course;
  const view = viewOf(plan, moment.day);
  return view === undefined
    ? undefined
    : { view, decide: (choice) => decide(sitting, plan, choice) };
};

const decide = (
  { store, moment }: Sitting,
  plan: PlanSetting,
  choice: PastDayChoice,
): string | undefined => {
  try {
    const value =
      choice.kind === 'no-plan'
        ? null
        : encodePlan({ ...plan, date: parsePlanDate(choice.text, moment.day) });
    store.record([{ type: 'set', key: PLAN_KEY, value }], moment);
    return undefined;
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return `${error.message}: ${error.help}`;
  }
};

const notice = (view: PastDayView): string =>
  `${pastDaySentence(view)} \`llm-quiz plan --date\` sets a new one, \`llm-quiz plan --clear\` goes on without.\n`;

/** Says that the day is over, where a session goes on by the plan all the same. */
export const tellPastDay = ({ context, course, moment }: Sitting): void => {
  const view = course.kind === 'plan' ? viewOf(course.plan, moment.day) : undefined;
  if (view !== undefined) context.stderr.write(notice(view));
};

/** Says so too where there is nobody to be asked. */
export const tellPastDayUnasked = (context: Context): void => {
  const { plan, rolloverHour } = openStore(context).ledger.settings;
  const view = viewOf(plan, studyDayOf(context.clock.now(), rolloverHour));
  if (view !== undefined) context.stderr.write(notice(view));
};
