import type { Moment } from '../scheduler/schedule.ts';
import { readFingerprint } from '../storage/deck-memory.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { type Context, type OpenedDeck, pathsOf } from './context.ts';

/**
 * Lets progress follow the cards of a deck that has changed since it was last studied, and says
 * so. The usual start, with a deck that is as it was, reads one line more and loads nothing.
 *
 * @param why to study: then what has changed is said, and from now on known; or only to look
 */
export const followChanges = async (
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
