import { poolOfDeck } from '../deck/card-pool.ts';
import { gradesOf } from '../progress/day-totals.ts';
import { EXIT } from '../quiz-error.ts';
import type { SessionDriver } from '../session/driver.ts';
import { matches } from '../session/filter.ts';
import { createPlan, type Plan } from '../session/plan.ts';
import { forecastOf, type Summary, streakOf, summarise } from '../session/summary.ts';
import { speakEmpty } from '../terminal/accessible/spoken-empty.ts';
import { commandLine } from '../terminal/command-line.ts';
import { type EmptyView, emptyLines } from '../terminal/screens/empty-text.ts';
import { type Room, summaryLines } from '../terminal/screens/summary-text.ts';
import type { StudyApp } from '../terminal/study-app.ts';
import { type Context, themeFor } from './context.ts';
import { printable } from './printable.ts';
import type { SessionFlags } from './session-flags.ts';
import type { Sitting } from './sitting.ts';

/** Says how a session ended: one line after Ctrl-C, else its summary. */
export const tellEnd = (sitting: Sitting, app: StudyApp): void => {
  const { context, flags } = sitting;
  const { driver } = app;
  if (driver === undefined) return;
  const theme = themeFor(context, context.stdout, flags);
  const { state, moment } = driver;
  if (app.result === 'interrupted') {
    const graded = state.deeds.filter(({ what }) => what.kind === 'grade').length;
    const command = commandLine('llm-quiz', deckOf(flags));
    context.stderr.write(`Stopped: ${graded} graded, all saved. Go on with: ${command}\n`);
    return;
  }
  const lines = summaryLines(summaryOf(sitting, driver), moment, roomOf(context), theme);
  context.stdout.write(`${lines.join('\n')}\n`);
};

/** What a session came to. */
export const summaryOf = (
  { source, store, options, flags }: Sitting,
  { state, moment }: SessionDriver,
): Summary => ({
  ...summarise(state, source.deck.cards, store.ledger, store.ledger.days, moment, options.cram),
  deck: deckOf(flags),
});

const deckOf = ({ deck }: SessionFlags): string | undefined =>
  deck === undefined ? undefined : printable(deck);

/** The window, without the lines of the shell's own that follow. */
const roomOf = ({ stdout, terminal }: Context): Room => ({
  columns: stdout.columns,
  lines: (terminal?.rows ?? Number.POSITIVE_INFINITY) - SHELL_LINES,
});

const SHELL_LINES = 2;

/** Says that there is nothing to ask, and what can be done instead; returns the exit code. */
export const tellEmpty = (sitting: Sitting, plan: Plan): number => {
  const { context, flags, source, store, options, moment } = sitting;
  const { ledger } = store;
  const cards = source.deck.cards.filter((card) => matches(card, options.filter));
  const view: EmptyView = {
    scope: options.scope.kind,
    matching: cards.length,
    doneToday: gradesOf(ledger.day(moment.day)),
    streak: streakOf(ledger.days, moment.day),
    forecast: forecastOf(cards, ledger, moment),
    heldBack: plan.heldBack,
    missedThisWeek: missedThisWeek(sitting),
    deck: deckOf(flags),
  };
  const { stdout } = context;
  if (stdout.say !== undefined) stdout.say(speakEmpty(view, moment));
  else {
    const lines = emptyLines(view, moment, stdout.columns, themeFor(context, stdout, flags));
    stdout.write(`${lines.join('\n')}\n`);
  }
  return EXIT.ok;
};

const missedThisWeek = ({ source, store, options, moment }: Sitting): number =>
  createPlan(
    poolOfDeck(source.deck),
    store.ledger,
    { ...options, scope: { kind: 'missed', days: 7 }, limit: undefined },
    moment,
  ).cards.length;
