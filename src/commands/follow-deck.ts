import type { VanishedCard } from '../deck/relink-cards.ts';
import type { Happening } from '../progress/events.ts';
import { type DeckThen, type Following, followCards } from '../progress/follow.ts';
import { QuizError } from '../quiz-error.ts';
import type { Moment } from '../scheduler/schedule.ts';
import type { DeckSource } from '../storage/deck-files.ts';
import { keysOfOthers, memoriesOfGone, readMemory, saveMemory } from '../storage/deck-memory.ts';
import type { DeckPlace } from '../storage/deck-place.ts';
import { readPastAliases } from '../storage/past-aliases.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { count } from '../terminal/format.ts';
import { type Context, pathsOf } from './context.ts';
import { comparableCards } from './deck-cards.ts';

/** A deck that has another content than when it was last studied. */
export interface ChangedDeck {
  readonly context: Context;
  readonly source: DeckSource;
  readonly place: DeckPlace;
  readonly fingerprint: string;
  readonly store: ProgressStore;
  readonly moment: Moment;
}

/**
 * Lets progress follow the cards of a deck that were reworded: what is plain is recorded, and can
 * be taken back as everything can. What could not be recorded is left for the next time.
 */
export const followDeck = (changed: ChangedDeck): Following => {
  const following = withoutTakenBack(changed.context, findFollowing(changed));
  const { links, splits } = following;
  const aliases = [...splits, ...links].map(
    ({ from, to }): Happening => ({ type: 'alias', from, to }),
  );
  try {
    changed.store.record(aliases, changed.moment);
    return following;
  } catch (error) {
    if (!(error instanceof QuizError)) throw error;
    return { ...following, links: [], splits: [] };
  }
};

/** A link that was made before, and is no longer, was taken back by a person: it is not made again. */
const withoutTakenBack = (context: Context, following: Following): Following => {
  const { links, orphans } = following;
  if (links.length === 0) return following;
  const past = readPastAliases(context.disk, pathsOf(context).progress);
  const isPast = ({ from, to }: { from: string; to: string }): boolean =>
    past.has(`${from}\n${to}`);
  const refused = new Set(links.filter(isPast).map(({ from }) => from));
  return {
    ...following,
    links: links.filter((link) => !isPast(link)),
    orphans: [...orphans, ...following.vanished.filter(({ key }) => refused.has(key))],
  };
};

/** What there would be to do about a deck that changed. */
export const findFollowing = ({
  context,
  source,
  place,
  store,
}: Pick<ChangedDeck, 'context' | 'source' | 'store'> & {
  /** None for the deck that comes with the program. */
  readonly place: DeckPlace | undefined;
}): Following => {
  const { disk } = context;
  const paths = pathsOf(context);
  const then = place && (readMemory(disk, paths, place.path) ?? movedMemory(context, source));
  return followCards(store.ledger, comparableCards(source), then, () =>
    keysOfOthers(disk, paths, place?.path ?? ''),
  );
};

/** The memory of a deck that is gone from where it was, if most of it is in this one. */
const movedMemory = (context: Context, { deck }: DeckSource): DeckThen | undefined => {
  const keys = new Set(deck.cards.map(({ key }) => key));
  return memoriesOfGone(context.disk, pathsOf(context)).find(({ cards }) => {
    const kept = cards.filter(({ key }) => keys.has(key)).length;
    return kept > 0 && kept >= cards.length / 2;
  });
};

/** Remembers a deck as it is studied now, with the progress that has no card in it. */
export const rememberDeck = (
  { context, source, place, fingerprint }: ChangedDeck,
  orphans: readonly VanishedCard[],
): void => {
  const cards = comparableCards(source).map(
    ({ key, id, question, answerHash, sketch }): VanishedCard => ({
      key,
      id,
      question,
      answerHash,
      sketch,
    }),
  );
  const memory = { path: place.path, fingerprint, cards, orphans };
  saveMemory(context.disk, pathsOf(context), memory, context.randomHex(4));
};

/** What was done about progress, as sentences. */
export const linkSentences = ({ links, splits }: Following): readonly string[] => [
  ...(links.length === 0
    ? []
    : [
        links.length === 1
          ? '1 card was reworded; its progress followed.'
          : `${links.length} cards were reworded; their progress followed.`,
      ]),
  ...(splits.length === 0
    ? []
    : [`${count(splits.length, 'card')} came back beside the one that it had become.`]),
];

/** What has changed in a deck since it was last studied, as sentences. */
export const changeSentences = (following: Following): readonly string[] => {
  const { changes, orphans } = following;
  const parts =
    changes === undefined
      ? []
      : [
          ...(changes.added > 0 ? [`${changes.added} new`] : []),
          ...(changes.changed > 0 ? [`${changes.changed} changed`] : []),
          ...(changes.gone > 0 ? [`${changes.gone} gone`] : []),
        ];
  return [
    ...(parts.length === 0 ? [] : [`The deck has changed: ${parts.join(', ')}.`]),
    ...linkSentences(following),
    ...(orphans.length > 0 && parts.length > 0
      ? [
          `${count(orphans.length, 'card')} with progress left the deck: \`llm-quiz relink\` shows what became of it.`,
        ]
      : []),
  ];
};
