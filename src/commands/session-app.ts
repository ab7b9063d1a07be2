import type { Card } from '../deck/types.ts';
import type { Happening } from '../progress/events.ts';
import { SessionDriver } from '../session/driver.ts';
import type { Plan } from '../session/plan.ts';
import { summarise } from '../session/summary.ts';
import { formatMinutes } from '../terminal/format.ts';
import type { Opening } from '../terminal/stages/opening-stage.ts';
import { StudyApp } from '../terminal/study-app.ts';
import { pathsOf, themeFor } from './context.ts';
import { describeFlags, type Resumable, type Sitting } from './sitting.ts';

/** The study screen of a sitting, with its session not begun. */
export const createApp = (
  sitting: Sitting,
  plan: Plan,
  resumable: Resumable | undefined,
): StudyApp => {
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
    outside: { openLink: () => '', copy: () => '', edit: () => '' },
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
