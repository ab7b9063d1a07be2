import { EXIT } from '../quiz-error.ts';
import { createPlan, type Scope } from '../session/plan.ts';
import { runStudyScreen } from '../terminal/study-screen.ts';
import { type Context, openDeck, tellNotices, terminalFor } from './context.ts';
import { toFilter } from './selection.ts';
import { createApp } from './session-app.ts';
import { tellEmpty, tellEnd } from './session-end.ts';
import type { SessionFlags } from './session-flags.ts';
import { findResumableSession, isPlain, openSitting, type Sitting } from './sitting.ts';

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
