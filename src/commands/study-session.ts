import { poolOfDeck } from '../deck/card-pool.ts';
import type { Card, Chapter } from '../deck/types.ts';
import { EXIT } from '../quiz-error.ts';
import { picksOf } from '../scheduler/plan/queue.ts';
import { createPlan, type Plan, type Scope } from '../session/plan.ts';
import { LiveDeck } from '../storage/live-deck.ts';
import type { ChosenChapters } from '../terminal/ask-chapters.ts';
import { StudyApp, type StudyAppOptions } from '../terminal/study-app.ts';
import { runStudyScreen, type Terminal } from '../terminal/study-screen.ts';
import {
  type Context,
  speakingTerminal,
  tellNotices,
  terminalFor,
  whyNotAsked,
} from './context.ts';
import { openProgress } from './deck-changes.ts';
import { lookFor } from './look.ts';
import { openAsked } from './open-asked.ts';
import { pastDayQuestion, tellPastDay, tellPastDayUnasked } from './past-day.ts';
import { appOptions } from './session-app.ts';
import { tellEmpty, tellEnd } from './session-end.ts';
import type { SessionFlags } from './session-flags.ts';
import {
  findResumableSession,
  isPlain,
  openSitting,
  requireCards,
  type Sitting,
} from './sitting.ts';
import { toFilter } from './to-filter.ts';

/** Runs a session from its flags to its exit code. */
export const runStudySession = async (
  context: Context,
  flags: SessionFlags,
  scope: Scope | 'last-session',
  command: string,
): Promise<number> => {
  const opened = await openAsked(context, flags);
  const source = new LiveDeck(opened);
  const filter = toFilter(flags, source);
  if (command === 'study' && whyNotAsked(context, flags) !== undefined) tellPastDayUnasked(context);
  const terminal = terminalFor(context, flags, command);
  requireCards(source, flags);
  const progress = await openProgress(context, opened, 'study');
  const { store } = progress;
  const sitting = openSitting({ context, flags, command, source, filter, ...progress }, scope);
  const plan = planOf(sitting);
  // A session that follows the plan is planned anew from what is known: there is nothing to resume.
  const resumable =
    isPlain(flags, scope) && sitting.pace === undefined ? findResumableSession(sitting) : undefined;
  const asksForDay = pastDayQuestion(sitting) !== undefined;
  if (!asksForDay) tellPastDay(sitting);
  if (plan.cards.length === 0 && resumable === undefined && !asksForDay)
    return tellEmpty(sitting, plan);
  // Said before the first card, not after the tenth.
  if (!sitting.rules.cram) store.open();
  const options = appOptions(sitting, plan, resumable);
  const again = async (): Promise<number> => {
    await store.close();
    return runStudySession(context, flags, scope, command);
  };
  if (context.accessible === true) return speak(sitting, options, terminal, again);
  const app = new StudyApp(options);
  const result = await runStudyScreen(app, terminal);
  if (result === 'replanned') return again();
  if (result === 'chapters') return chooseChapters(context, flags, sitting, terminal);
  tellEnd(sitting, app);
  tellNotices(context, store);
  await store.close({ snapshot: result !== 'interrupted' });
  return result === 'interrupted' ? EXIT.interrupted : EXIT.ok;
};

/** The cards that a session is expected to have. */
const planOf = ({ source, store, options, moment, pace }: Sitting): Plan =>
  pace === undefined
    ? createPlan(poolOfDeck(source.deck), store.ledger, options, moment)
    : {
        cards: picksOf(pace.queue).flatMap(({ key }) => pace.cards.get(key) ?? []),
        heldBack: { new: 0, reviews: 0 },
      };

/** The same session by lines, for screen readers and for terminals that can do nothing else. */
const speak = async (
  sitting: Sitting,
  options: StudyAppOptions,
  terminal: Terminal,
  again: () => Promise<number>,
): Promise<number> => {
  const { context, flags, store } = sitting;
  const { askPastDay, helpersOf, runSpokenSession } = await import('../terminal/accessible/ask.ts');
  const helpers = helpersOf(options.outside);
  const lines = speakingTerminal(context, terminal);
  const { opening } = options;
  const result =
    opening.kind === 'past-day'
      ? await askPastDay(lines, opening.question)
      : await runSpokenSession(lines, { ...options, helpers });
  if (result === 'replanned') return again();
  if (result === 'chapters') return chooseChapters(context, flags, sitting, terminal);
  tellNotices(context, store);
  await store.close({ snapshot: result !== 'interrupted' });
  return result === 'interrupted' ? EXIT.interrupted : EXIT.ok;
};

/** Asks for chapters, and starts again with them. */
const chooseChapters = async (
  context: Context,
  flags: SessionFlags,
  { source }: Sitting,
  terminal: Terminal,
): Promise<number> => {
  const { chapters, cards } = source.deck;
  const answer = await askFor(context, flags, chapters, cards, terminal);
  if (answer.kind === 'value') return studyChapters(context, flags, answer.value);
  return answer.kind === 'interrupted' ? EXIT.interrupted : EXIT.ok;
};

const askFor = async (
  context: Context,
  flags: SessionFlags,
  chapters: readonly Chapter[],
  cards: readonly Card[],
  terminal: Terminal,
): Promise<ChosenChapters> => {
  if (context.accessible === true) {
    const { askChaptersByLine } = await import('../terminal/accessible/ask.ts');
    return askChaptersByLine(speakingTerminal(context, terminal), chapters, cards);
  }
  const { askChapters } = await import('../terminal/ask-chapters.ts');
  return askChapters(chapters, cards, lookFor(context, context.stdout, flags), terminal);
};

const studyChapters = (
  context: Context,
  flags: SessionFlags,
  chapters: readonly Chapter[],
): Promise<number> => {
  const chapter = chapters.map(({ number }) => String(number));
  return runStudySession(context, { ...flags, chapter }, { kind: 'study' }, 'study');
};
