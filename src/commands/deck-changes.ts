import type { Moment } from '../scheduler/schedule.ts';
import { readFingerprint } from '../storage/deck-memory.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { type Context, type OpenedDeck, openStore, pathsOf, tellNotices } from './context.ts';
import { momentOf } from './progress-tools.ts';

/** The progress of a deck's cards, as it is now. */
export interface DeckProgress {
  readonly store: ProgressStore;
  readonly moment: Moment;
}

/**
 * Reads progress for a deck that is open, after it has followed the cards that were reworded: no
 * command may see a studied card as a new one. What the flags say wrong is best said before.
 *
 * @param why to study: then what has changed is said, and from now on known; or only to look
 */
export const openProgress = async (
  context: Context,
  opened: OpenedDeck,
  why: 'study' | 'look',
): Promise<DeckProgress> => {
  const store = openStore(context);
  tellNotices(context, store);
  const moment = momentOf(context, store);
  await followChanges(context, opened, store, moment, why);
  return { store, moment };
};

/**
 * Lets progress follow the cards of a deck that has changed since it was last studied, and says
 * so. The usual start, with a deck that is as it was, reads one line more and loads nothing.
 */
const followChanges = async (
  context: Context,
  opened: OpenedDeck,
  store: ProgressStore,
  moment: Moment,
  why: 'study' | 'look',
): Promise<void> => {
  const { origin } = opened;
  if (origin === undefined) return;
  const { place, fingerprint } = origin;
  if (readFingerprint(context.disk, pathsOf(context), place.path) === fingerprint) return;
  const isUnstudied = store.ledger.events === 0;
  if (isUnstudied && why === 'look') return;
  const { changeSentences, followDeck, linkSentences, rememberDeck } = await import(
    './follow-deck.ts'
  );
  const changed = { context, source: opened, place, fingerprint, store, moment };
  const following = isUnstudied ? undefined : followDeck(changed);
  if (following !== undefined) {
    const sentences = why === 'study' ? changeSentences(following) : linkSentences(following);
    for (const sentence of sentences) context.stderr.write(`${sentence}\n`);
  }
  // Behind the first paint.
  if (why === 'study') setImmediate(() => rememberDeck(changed, following?.orphans ?? []));
};
