import type { Command } from 'commander';
import { Option } from 'commander';
import { encodePlan, PLAN_KEY, type PlanSetting } from '../progress/plan-setting.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import { planMemoryOf } from '../scheduler/plan/card.ts';
import { learnCosts } from '../scheduler/plan/costs.ts';
import { evidenceOf } from '../scheduler/plan/evidence.ts';
import { createStudyPlan } from '../scheduler/plan/forecast.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { formatStudyDay } from '../scheduler/study-day.ts';
import { type CardFilter, matches } from '../session/filter.ts';
import { planRequestOf } from '../session/pace.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { compareLines, type PlanView, planLines } from '../terminal/screens/plan-text.ts';
import { type Context, type GlobalOptions, themeFor } from './context.ts';
import { openProgress } from './deck-changes.ts';
import type { SelectionFlags } from './flag-values.ts';
import { explain } from './help.ts';
import { answersOf, filterOfPlan, parsePlanDate } from './interview.ts';
import { openAsked } from './open-asked.ts';
import { addSelection, wholeNumber } from './selection.ts';
import { toFilter } from './to-filter.ts';

interface PlanFlags extends SelectionFlags, GlobalOptions {
  readonly date?: string;
  readonly minutes?: number;
  readonly whatIf?: boolean;
  readonly clear?: boolean;
  readonly json?: boolean;
}

export const addPlan = (program: Command, context: Context): void => {
  addSelection(
    explain(program.command('plan'), {
      summary: 'plan for the day of the interview',
      examples: [
        'llm-quiz plan --date 2026-12-15 --minutes 20',
        'llm-quiz plan --what-if --minutes 40',
        'llm-quiz plan',
      ],
    }),
  )
    .option('--date <day>', 'the day of the interview, such as 2026-12-15')
    .addOption(new Option('--minutes <n>', 'minutes of study a day').argParser(wholeNumber(0)))
    .option('--what-if', 'compare with other minutes, date or chapters; change nothing')
    .option('--clear', 'go on without a plan')
    .option('--json', 'as JSON, schema llm-quiz/plan/1')
    .action((_: unknown, command: Command) => runPlan(context, command.optsWithGlobals()));
};

const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

const runPlan = async (context: Context, flags: PlanFlags): Promise<void> => {
  const source = await openAsked(context, flags);
  const filter = toFilter(flags, source);
  const { store, moment } = await openProgress(context, source, 'look');
  const before = store.ledger.settings.plan;
  if (flags.clear === true) {
    if (before !== undefined) store.record([{ type: 'set', key: PLAN_KEY, value: null }], moment);
    context.stdout.write(
      'No plan: cards come by their due dates. `llm-quiz undo` takes this back.\n',
    );
    return;
  }
  const wanted = wantedPlan(flags, before, filter, moment);
  const isNew = hasChange(flags) && flags.whatIf !== true;
  if (isNew) store.record([{ type: 'set', key: PLAN_KEY, value: encodePlan(wanted) }], moment);
  await show({ context, flags, source, store, moment }, wanted, before);
};

const hasChange = (flags: PlanFlags): boolean =>
  flags.date !== undefined ||
  flags.minutes !== undefined ||
  flags.chapter.length + flags.tag.length + flags.level.length > 0;

const DEFAULT_MINUTES = 20;

const wantedPlan = (
  flags: PlanFlags,
  before: PlanSetting | undefined,
  filter: CardFilter,
  moment: Moment,
): PlanSetting => {
  const date = flags.date === undefined ? before?.date : parsePlanDate(flags.date, moment.day);
  if (date === undefined) {
    throw usage('there is no plan yet', 'llm-quiz plan --date 2026-12-15 --minutes 20 makes one');
  }
  return {
    date,
    minutes: Math.min(24 * 60, flags.minutes ?? before?.minutes ?? DEFAULT_MINUTES),
    chapters: filter.chapters?.map(({ number }) => number) ?? before?.chapters ?? [],
    tags: flags.tag.length > 0 ? filter.tags : (before?.tags ?? []),
    levels: flags.level.length > 0 ? filter.levels : (before?.levels ?? []),
  };
};

interface Scene {
  readonly context: Context;
  readonly flags: PlanFlags;
  readonly source: DeckSource;
  readonly store: ProgressStore;
  readonly moment: Moment;
}

const show = async (
  scene: Scene,
  wanted: PlanSetting,
  before: PlanSetting | undefined,
): Promise<void> => {
  const { context, flags } = scene;
  const view = viewOf(scene, wanted);
  if (flags.json === true) {
    const { plan, leftOut } = view;
    const setting = { ...wanted, date: formatStudyDay(wanted.date) };
    const json = { schema: 'llm-quiz/plan/1', setting, ...plan, leftOutQuestions: leftOut };
    context.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`);
    return;
  }
  const isQuestion = flags.whatIf === true && before !== undefined;
  const { say } = context.stdout;
  if (say !== undefined) {
    const { speakComparison, speakPlan } = await import('../terminal/accessible/spoken-plan.ts');
    return say(isQuestion ? speakComparison(viewOf(scene, before), view) : speakPlan(view));
  }
  const theme = themeFor(context, context.stdout, flags);
  const lines = isQuestion
    ? compareLines(viewOf(scene, before), view, context.stdout.columns, theme)
    : planLines(view, Math.min(100, context.stdout.columns), theme);
  context.stdout.write(`${lines.join('\n')}\n`);
};

/** Bytes of the end of each journal that a forecast learns from: some twenty thousand answers. */
const FOR_FORECAST = 1 << 22;

const viewOf = ({ context, source, store, moment }: Scene, setting: PlanSetting): PlanView => {
  const filter = filterOfPlan(setting, source);
  const cards = source.deck.cards.filter((card) => matches(card, filter));
  const { ledger } = store;
  const answers = answersOf(context, ledger, FOR_FORECAST);
  const terms = {
    deadline: { kind: 'date', day: setting.date } as const,
    minutes: setting.minutes,
    costs: learnCosts(answers),
  };
  const plan = createStudyPlan(
    planRequestOf(cards, ledger, moment, terms),
    evidenceOf(answers, (key) => planMemoryOf(ledger.card(key).memory)),
  );
  const questions = new Map(cards.map(({ key, question }) => [key, question]));
  return {
    plan,
    date: setting.date,
    today: moment.day,
    minutes: setting.minutes,
    cards: cards.length,
    chapters: source.deck.chapters,
    leftOut: plan.leftOut.map((key) => questions.get(key) ?? key),
  };
};
