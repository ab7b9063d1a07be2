import type { Card } from '../deck/types.ts';
import { gradesOf } from '../progress/day-totals.ts';
import type { Happening } from '../progress/events.ts';
import type { SessionRecord } from '../progress/session-record.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import { SessionDriver } from '../session/driver.ts';
import { type CardFilter, matches } from '../session/filter.ts';
import type { SessionRules } from '../session/machine.ts';
import { createPlan, type Plan, type Scope, type SessionOptions } from '../session/plan.ts';
import { findResumable, remainingOf } from '../session/resume.ts';
import { forecastOf, streakOf, summarise } from '../session/summary.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { formatMinutes } from '../terminal/format.ts';
import { emptyLines } from '../terminal/screens/empty-text.ts';
import { summaryLines } from '../terminal/screens/summary-text.ts';
import { type Opening, StudyApp } from '../terminal/study-app.ts';
import { runStudyScreen } from '../terminal/study-screen.ts';
import {
  type Context,
  openDeck,
  openStore,
  pathsOf,
  tellNotices,
  terminalFor,
  themeFor,
} from './context.ts';
import { toFilter } from './selection.ts';
import type { SessionFlags } from './session-flags.ts';

/** Everything that one sitting works with. */
interface Sitting {
  readonly context: Context;
  readonly flags: SessionFlags;
  readonly command: string;
  readonly source: DeckSource;
  readonly store: ProgressStore;
  readonly options: SessionOptions;
  readonly rules: SessionRules;
  readonly moment: Moment;
}

/** Runs a session from its flags to its exit code. */
export const runStudySession = async (
  context: Context,
  flags: SessionFlags,
  scope: Scope | 'last-session',
  command: string,
): Promise<number> => {
  const source = await openDeck(context, flags.deck);
  const filter = toFilter(flags, source);
  const terminal = terminalFor(context, flags, command);
  const sitting = openSitting({ context, flags, command, source, filter }, scope);
  const { store } = sitting;
  tellNotices(context, store);
  const plan = createPlan(sitting.source.deck.cards, store.ledger, sitting.options, sitting.moment);
  const resumable = isPlain(flags, scope) ? findResumableSession(sitting) : undefined;
  if (plan.cards.length === 0 && resumable === undefined) return tellEmpty(sitting, plan);
  // Said before the first card, not after the tenth.
  if (!sitting.rules.cram) store.open();
  const app = createApp(sitting, plan, resumable);
  const result = await runStudyScreen(app, terminal);
  if (result === 'chapters') return chooseChapters(context, flags, sitting);
  tellEnd(sitting, app);
  tellNotices(context, store);
  await store.close();
  return result === 'interrupted' ? EXIT.interrupted : EXIT.ok;
};

const openSitting = (
  asked: Pick<Sitting, 'context' | 'flags' | 'command' | 'source'> & {
    readonly filter: CardFilter;
  },
  scope: Scope | 'last-session',
): Sitting => {
  const { context, flags, command, source, filter } = asked;
  if (source.deck.cards.length === 0) {
    throw new QuizError(
      `no question was found in ${flags.deck ?? 'the deck'}`,
      'a question is a heading of the second level, `## ...`; `llm-quiz check PATH` says what was skipped',
    );
  }
  const store = openStore(context);
  const at = context.clock.now();
  const moment = { at, day: studyDayOf(at, store.ledger.settings.rolloverHour) };
  const scoped: Scope =
    scope === 'last-session' ? { kind: 'missed', session: lastGraded(store) } : scope;
  const cram = flags.cram === true;
  const options: SessionOptions = {
    scope: scoped,
    filter,
    limit: flags.limit,
    minutes: flags.minutes,
    newCards: flags.new,
    dueOnly: flags.due === true,
    order: flags.order,
    seed: flags.seed ?? context.randomSeed(),
    cram,
  };
  const rules = { cram, minutes: flags.minutes, whenNotDue: cram || scoped.kind !== 'study' };
  return { context, flags, command, source, store, options, rules, moment };
};

/** The last session with a grade; an id that no session has, where there is none. */
const lastGraded = ({ ledger }: ProgressStore): string =>
  [...ledger.sessions.values()]
    .filter(({ grades }) => grades > 0)
    .toSorted((a, b) => a.lastAt - b.lastAt)
    .at(-1)?.id ?? 'none';

/** A session without a word of what to study may go on with an older one. */
const isPlain = (flags: SessionFlags, scope: Scope | 'last-session'): boolean =>
  scope !== 'last-session' && scope.kind === 'study' && describeFlags(flags) === '';

/** The flags that choose cards, as words: equal for sessions that ask for the same. */
const describeFlags = (flags: SessionFlags): string =>
  [
    ...flags.chapter.map((chapter) => `-c ${chapter}`),
    ...flags.tag.map((tag) => `--tag ${tag}`),
    ...flags.level.map((level) => `--level ${level}`),
    ...(flags.limit === undefined ? [] : [`-n ${flags.limit}`]),
    ...(flags.minutes === undefined ? [] : [`--minutes ${flags.minutes}`]),
    ...(flags.new === undefined ? [] : [`--new ${flags.new}`]),
    ...(flags.due === true ? ['--due'] : []),
    ...(flags.order === 'due' ? [] : [`--order ${flags.order}`]),
    ...(flags.cram === true ? ['--cram'] : []),
  ].join(' ');

interface Resumable {
  readonly record: SessionRecord;
  readonly cards: readonly Card[];
}

const findResumableSession = ({
  context,
  source,
  store,
  moment,
}: Sitting): Resumable | undefined => {
  const record = findResumable(store.ledger.sessions, {
    device: store.device,
    deck: source.deck.name ?? null,
    moment,
    rolloverHour: store.ledger.settings.rolloverHour,
    isAlive: context.isAlive,
  });
  if (record === undefined) return undefined;
  const cards = remainingOf(record, source.deck.cards, store.ledger, moment);
  return cards.length === 0 ? undefined : { record, cards };
};

const createApp = (sitting: Sitting, plan: Plan, resumable: Resumable | undefined): StudyApp => {
  const { context, command, source, store, options } = sitting;
  return new StudyApp({
    command: `llm-quiz ${command}${options.cram ? ' --cram' : ''}`,
    theme: themeFor(context, context.stdout, sitting.flags),
    opening: openingOf(sitting, plan, resumable),
    begin: (choice) =>
      choice === 'resumed' && resumable !== undefined
        ? createDriver(
            sitting,
            resumable.cards,
            resumable.record.cards.length - resumable.cards.length,
          )
        : createDriver(sitting, plan.cards, 0),
    readBody: (card) => source.readBody(card),
    elapsed: context.elapsed,
    summarise: (driver) =>
      summarise(
        driver.state,
        source.deck.cards,
        store.ledger,
        store.ledger.days,
        driver.moment,
        options.cram,
      ),
  });
};

const createDriver = (sitting: Sitting, cards: readonly Card[], already: number): SessionDriver => {
  const { context, store, rules, source, flags, options } = sitting;
  const start: Happening = {
    type: 'start',
    deck: source.deck.name ?? null,
    filter: describeFlags(flags),
    seed: options.seed,
    cards: cards.map(({ key }) => key),
    pid: context.pid,
  };
  return new SessionDriver({
    cards,
    already,
    world: store.ledger,
    recorder: store,
    clock: context.clock,
    rules,
    start,
  });
};

const openingOf = (sitting: Sitting, plan: Plan, resumable: Resumable | undefined): Opening => {
  const { context, source, store, flags, moment } = sitting;
  if (resumable !== undefined) {
    const { record, cards } = resumable;
    return {
      kind: 'resume',
      view: {
        ago: formatMinutes((moment.at - record.lastAt) / 60_000),
        why: record.ended === 'interrupted' ? 'it was interrupted' : 'the terminal was closed',
        grades: record.grades,
        left: cards.length,
        position: record.cards.length - cards.length + 1,
        total: record.cards.length,
      },
    };
  }
  const isFirst =
    store.ledger.events === 0 && describeFlags(flags) === '' && sitting.command === 'study';
  if (!isFirst) return { kind: 'none' };
  return {
    kind: 'welcome',
    view: {
      cards: source.deck.cards.length,
      chapters: source.deck.chapters.length,
      deckName:
        flags.deck === undefined ? 'interview questions on large language models' : 'questions',
      session: plan.cards.length,
      folder: pathsOf(context).data.replace(context.home, '~'),
      canChoose: source.deck.chapters.length > 1,
    },
  };
};

/** Asks for chapters with Inquirer, and starts again with them. */
const chooseChapters = async (
  context: Context,
  flags: SessionFlags,
  { source }: Sitting,
): Promise<number> => {
  const { askChapters } = await import('../terminal/ask-chapters.ts');
  const chosen = await askChapters(source.deck.chapters, source.deck.cards);
  if (chosen === undefined) return EXIT.interrupted;
  const chapter = chosen.map(({ number }) => String(number));
  return runStudySession(context, { ...flags, chapter }, { kind: 'study' }, 'study');
};

const tellEnd = (sitting: Sitting, app: StudyApp): void => {
  const { context, flags, source, store, options } = sitting;
  const { driver } = app;
  if (driver === undefined) return;
  const theme = themeFor(context, context.stdout, flags);
  const { state, moment } = driver;
  if (app.result === 'interrupted') {
    const graded = state.deeds.filter(({ what }) => what.kind === 'grade').length;
    context.stderr.write(`Stopped: ${graded} graded, all saved. Go on with: llm-quiz\n`);
    return;
  }
  const summary = summarise(
    state,
    source.deck.cards,
    store.ledger,
    store.ledger.days,
    moment,
    options.cram,
  );
  const lines = summaryLines(summary, moment, context.stdout.columns, theme);
  context.stdout.write(`${lines.join('\n')}\n`);
};

const tellEmpty = (sitting: Sitting, plan: Plan): number => {
  const { context, flags, source, store, options, moment } = sitting;
  const { ledger } = store;
  const cards = source.deck.cards.filter((card) => matches(card, options.filter));
  const lines = emptyLines(
    {
      scope: options.scope.kind,
      matching: cards.length,
      doneToday: gradesOf(ledger.day(moment.day)),
      streak: streakOf(ledger.days, moment.day),
      forecast: forecastOf(cards, ledger, moment),
      heldBack: plan.heldBack,
      missedThisWeek: missedThisWeek(sitting),
    },
    moment,
    themeFor(context, context.stdout, flags),
  );
  context.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.ok;
};

const missedThisWeek = ({ source, store, options, moment }: Sitting): number =>
  createPlan(
    source.deck.cards,
    store.ledger,
    { ...options, scope: { kind: 'missed', days: 7 }, limit: undefined },
    moment,
  ).cards.length;
