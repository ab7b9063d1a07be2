import { matchCards } from '../deck/relink.ts';
import type { AppearedCard, VanishedCard } from '../deck/relink-cards.ts';
import type { CardState } from './card-state.ts';
import { prefixOf } from './deck-prefix.ts';
import type { SessionRecord } from './session-record.ts';

/** Progress as far as it has to do with how cards are called. */
export interface Names {
  /** Keys of all cards that have any progress. */
  keys(): Iterable<string>;
  /** What a card is called now. */
  resolve(key: string): string;
  card(key: string): CardState;
  readonly sessions: ReadonlyMap<string, SessionRecord>;
}

/** What a deck was when it was last studied. */
export interface DeckThen {
  readonly cards: readonly VanishedCard[];
  readonly orphans: readonly VanishedCard[];
}

/** What there is to say and to do about a deck whose cards changed. */
export interface Following {
  /** Progress that goes to another card. */
  readonly links: readonly Link[];
  /** Cards that were taken for one, and now stand in the deck side by side: each from now on alone. */
  readonly splits: readonly Link[];
  /** Progress whose card is gone, linked or not. */
  readonly vanished: readonly VanishedCard[];
  /** Progress without a card. */
  readonly orphans: readonly VanishedCard[];
  /** Numbers of cards, against the deck as it was last studied; undefined where it never was. */
  readonly changes: DeckChanges | undefined;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

export interface DeckChanges {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** Whether a card has progress that would be missed. */
export const hasProgress = ({ memory, suspended, marked }: CardState): boolean =>
  memory.stage !== 'new' || suspended || marked;

/**
 * Finds the progress of cards that are no longer in a deck, and the cards that they became. Cards
 * without progress take part too: one that was not studied and is reworded is no rival of one that
 * was.
 *
 * @param cards the deck as it is now
 * @param then the deck as it was; undefined where that is not known
 * @param claimed keys that belong to another deck
 */
export const followCards = (
  names: Names,
  cards: readonly AppearedCard[],
  then: DeckThen | undefined,
  claimed: () => ReadonlySet<string>,
): Following => {
  const present = new Set(cards.map(({ key }) => names.resolve(key)));
  const before = new Map(
    [...(then?.orphans ?? []), ...(then?.cards ?? [])].map((card) => [card.key, card]),
  );
  const resolvedBefore = new Map(
    [...before.values()].map((card) => [names.resolve(card.key), card]),
  );
  const orphans = findOrphans(names, cards, present, resolvedBefore, claimed);
  const withProgress = new Set(orphans.map(({ key }) => key));
  const left = (then?.cards ?? []).filter(({ key }) => {
    const name = names.resolve(key);
    return !present.has(name) && !withProgress.has(name);
  });
  const appeared = cards.filter(
    ({ key }) => !resolvedBefore.has(names.resolve(key)) && !hasProgress(names.card(key)),
  );
  const places = neighboursOf(names, then?.cards ?? []);
  const nowPlaces = neighboursOf(names, cards);
  const matches = matchCards(
    [...orphans, ...left].map((card) => ({
      ...card,
      neighbours: places.get(names.resolve(card.key)),
    })),
    appeared.map((card) => withNeighbours(card, nowPlaces.get(names.resolve(card.key)))),
  );
  const links = matches.filter(({ from }) => withProgress.has(from));
  const linked = new Set(links.map(({ from }) => from));
  return {
    links,
    vanished: orphans,
    splits: present.size === cards.length ? [] : findSplits(names, cards),
    orphans: orphans.filter(({ key }) => !linked.has(key)),
    changes: then === undefined ? undefined : countChanges(names, cards, then, matches),
  };
};

type Neighbours = readonly [previous: string, next: string];

const neighboursOf = (
  names: Names,
  cards: readonly VanishedCard[],
): ReadonlyMap<string, Neighbours> => {
  const keys = cards.map(({ key }) => names.resolve(key));
  return new Map(keys.map((key, index) => [key, [keys[index - 1] ?? '', keys[index + 1] ?? '']]));
};

/** The card itself, whose texts are read when they are needed, with its neighbours. */
const withNeighbours = (card: AppearedCard, neighbours: Neighbours | undefined): AppearedCard =>
  Object.create(card, { neighbours: { value: neighbours, enumerable: true } }) as AppearedCard;

const findOrphans = (
  names: Names,
  cards: readonly AppearedCard[],
  present: ReadonlySet<string>,
  before: ReadonlyMap<string, VanishedCard>,
  claimed: () => ReadonlySet<string>,
): readonly VanishedCard[] => {
  const prefixes = new Set(cards.map(({ key }) => prefixOf(key)));
  const missing = [...names.keys()].filter(
    (key) =>
      !present.has(key) &&
      (before.has(key) || prefixes.has(prefixOf(key))) &&
      hasProgress(names.card(key)),
  );
  const strays = missing.filter((key) => !before.has(key));
  const ours = new Set(strays.length === 0 ? [] : oursOf(names, strays, present, claimed()));
  return missing
    .filter((key) => before.has(key) || ours.has(key))
    .map((key) => vanishedOf(key, names.card(key), before.get(key)));
};

/**
 * Of cards that lead to one progress, each that is not called as it is gets an alias to itself,
 * which ends the one that it has.
 */
const findSplits = (names: Names, cards: readonly AppearedCard[]): readonly Link[] => {
  const leading = new Map<string, number>();
  for (const { key } of cards) {
    const name = names.resolve(key);
    leading.set(name, (leading.get(name) ?? 0) + 1);
  }
  return cards.flatMap(({ key }) => {
    const name = names.resolve(key);
    return key !== name && (leading.get(name) ?? 0) > 1 ? [{ from: key, to: key }] : [];
  });
};

/**
 * Of progress that was never seen at this place, what may be this deck's all the same: the deck
 * was moved, or studied on another device. A key with the deck's name is; one without a name is
 * where it was studied together with cards of this deck.
 */
const oursOf = (
  names: Names,
  strays: readonly string[],
  present: ReadonlySet<string>,
  claimed: ReadonlySet<string>,
): readonly string[] => {
  const free = strays.filter((key) => !claimed.has(key));
  const isStudied = [...present].some((key) => hasProgress(names.card(key)));
  const company = companyOf(names, present);
  return free.filter((key) => prefixOf(key) !== '' || (company.get(key) ?? isStudied));
};

/** For each card of a session of an unnamed deck, whether any such session had cards of ours. */
const companyOf = (names: Names, present: ReadonlySet<string>): ReadonlyMap<string, boolean> => {
  const company = new Map<string, boolean>();
  for (const { deck, cards } of names.sessions.values()) {
    if (deck !== null) continue;
    const own = cards.map((key) => names.resolve(key));
    const isOurs = own.some((key) => present.has(key));
    for (const key of own) company.set(key, isOurs || company.get(key) === true);
  }
  return company;
};

const vanishedOf = (
  key: string,
  { seen }: CardState,
  before: VanishedCard | undefined,
): VanishedCard => ({
  key,
  id: key.slice(key.lastIndexOf('/') + 1),
  question: seen?.question ?? before?.question ?? '',
  answerHash: seen?.answer ?? before?.answerHash ?? '',
  sketch: before?.sketch,
});

const countChanges = (
  names: Names,
  cards: readonly AppearedCard[],
  then: DeckThen,
  matches: readonly { readonly from: string; readonly to: string }[],
): DeckChanges => {
  const before = new Map(then.cards.map((card) => [names.resolve(card.key), card]));
  const now = new Set(cards.map(({ key }) => names.resolve(key)));
  const matched = new Set(matches.map(({ to }) => to));
  const replaced = new Set(matches.map(({ from }) => from));
  const kept = cards.flatMap((card) => {
    const old = before.get(names.resolve(card.key));
    return old === undefined ? [] : [{ card, old }];
  });
  const edited = kept.filter(
    ({ card, old }) => card.answerHash !== old.answerHash || card.key !== old.key,
  );
  return {
    added: cards.length - kept.length - matched.size,
    changed: edited.length + matched.size,
    gone: [...before].filter(
      ([key, card]) => !now.has(key) && !replaced.has(card.key) && !replaced.has(key),
    ).length,
  };
};
