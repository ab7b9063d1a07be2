import { poolOfDeck } from '../deck/card-pool.ts';
import type { Happening } from '../progress/events.ts';
import { type DriverOptions, SessionDriver } from '../session/driver.ts';
import type { Plan } from '../session/plan.ts';
import { formatMinutes } from '../terminal/format.ts';
import type { Opening } from '../terminal/stages/opening-stage.ts';
import type { StudyAppOptions } from '../terminal/study-app.ts';
import { pathsOf } from './context.ts';
import { lookFor } from './look.ts';
import { outsideOf } from './outside.ts';
import { pastDayQuestion } from './past-day.ts';
import { summaryOf } from './session-end.ts';
import { describeFlags, type Resumable, type Sitting } from './sitting.ts';

/** What a sitting is made of, on a screen and by lines alike; its session is not begun. */
export const appOptions = (
  sitting: Sitting,
  plan: Plan,
  resumable: Resumable | undefined,
): StudyAppOptions => {
  const { context, source } = sitting;
  const { notices, ...look } = lookFor(context, context.stdout, sitting.flags);
  for (const notice of notices) context.stderr.write(`${notice}\n`);
  return {
    command: titleOf(sitting),
    ...look,
    opening: openingOf(sitting, plan, resumable),
    begin: (choice) =>
      (choice === 'resumed' || sitting.flags.yes === true) && resumable !== undefined
        ? resumeDriver(sitting, resumable)
        : createDriver(sitting, { cards: plan.cards, already: 0 }),
    readBody: (card) => source.readBody(card),
    elapsed: context.elapsed,
    outside: outsideOf(sitting),
    summarise: (driver) => summaryOf(sitting, driver),
  };
};

/** What the header says: the command, and whether it keeps to the plan. */
const titleOf = ({ command, options, course }: Sitting): string => {
  const how = course.kind === 'more' ? ' --more' : options.cram ? ' --cram' : '';
  return `llm-quiz ${command}${how}${course.kind === 'due' && course.left ? ', not by the plan' : ''}`;
};

const resumeDriver = (sitting: Sitting, { record, cards, returning }: Resumable): SessionDriver =>
  createDriver(sitting, { cards, returning, already: record.cards.length - cards.length });

const createDriver = (
  sitting: Sitting,
  begun: Pick<DriverOptions, 'cards' | 'already' | 'returning'>,
): SessionDriver => {
  const { context, store, rules, source, flags, options, pace } = sitting;
  const start: Happening = {
    type: 'start',
    deck: source.deck.name ?? null,
    filter: describeFlags(flags),
    seed: options.seed,
    cards: [...(begun.returning ?? []), ...begun.cards].map(({ key }) => key),
    pid: context.pid,
  };
  return new SessionDriver({
    ...begun,
    ...(pace === undefined ? {} : { pace }),
    world: store.ledger,
    recorder: store,
    clock: context.clock,
    rules,
    start,
  });
};

const openingOf = (sitting: Sitting, plan: Plan, resumable: Resumable | undefined): Opening => {
  const { context, source, store, flags, moment } = sitting;
  const pastDay = pastDayQuestion(sitting);
  if (pastDay !== undefined) return { kind: 'past-day', question: pastDay };
  if (flags.yes === true) return { kind: 'none' };
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
      cards: poolOfDeck(source.deck).size,
      chapters: source.deck.chapters.length,
      deckName:
        flags.deck === undefined ? 'interview questions on large language models' : 'questions',
      session: plan.cards.length,
      folder: pathsOf(context).data.replace(context.home, '~'),
      canChoose: source.deck.chapters.length > 1,
    },
  };
};
