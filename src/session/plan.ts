import { lanesOf, poolOf } from '../deck/card-pool.ts';
import type { Card, CardPool } from '../deck/types.ts';
import { type CardState, isHidden, isLeech, NEW_CARD } from '../progress/card-state.ts';
import type { DayTotals } from '../progress/day-totals.ts';
import type { ProgressSettings } from '../progress/settings.ts';
import { isWeak, rankByGain } from '../scheduler/plan/attention.ts';
import { planMemoryOf } from '../scheduler/plan/card.ts';
import { DEFAULT_COSTS } from '../scheduler/plan/costs.ts';
import { type Deadline, horizonOf, ROLLING } from '../scheduler/plan/horizon.ts';
import { dueInstant, isDue, isDueAhead, type Moment } from '../scheduler/schedule.ts';
import type { StudyDay } from '../scheduler/units.ts';
import { type CardFilter, isOfEveryCard, matches } from './filter.ts';
import { createRandom, shuffle } from './random.ts';

/** `gain`: what a second on it gains most comes first, where not all can come. */
export type Order = 'gain' | 'due' | 'random' | 'deck';

export const ORDERS: readonly Order[] = ['gain', 'due', 'random', 'deck'];

/** What a session draws from: what is due and new, or what was missed. */
export type Scope =
  | { readonly kind: 'study' }
  /** Missed cards; of the last session, or of the last days, where that is asked for. */
  | {
      readonly kind: 'missed';
      readonly session?: string | undefined;
      readonly days?: number | undefined;
    }
  | { readonly kind: 'leeches' }
  /** Cards that are expected to be forgotten on the day of the plan, or in two weeks. */
  | { readonly kind: 'weak' };

/** What the learner asked of a session. */
export interface SessionOptions {
  readonly scope: Scope;
  readonly filter: CardFilter;
  /** Different cards at most. */
  readonly limit: number | undefined;
  readonly minutes: number | undefined;
  /** New cards of this session, whatever the day's limit says. */
  readonly newCards: number | undefined;
  readonly dueOnly: boolean;
  readonly order: Order;
  readonly seed: number;
  /** Practice that leaves the schedule alone: every card of the filter, nothing is recorded. */
  readonly cram: boolean;
}

/** The learner's progress, as a session reads it. */
export interface World {
  card(key: string): CardState;
  day(day: StudyDay): DayTotals;
  readonly settings: ProgressSettings;
}

/** The same, with the names of all cards that there is progress of. */
export interface WholeWorld extends World {
  /** The same as `card`, or `later` for one that comes back after a day, where that is seen sooner. */
  glance(key: string, day: StudyDay, hash?: number): CardState | 'later';
  /** Every name under which a card may have progress. */
  names(): Iterable<string>;
  /** How many there are, about. */
  readonly size: number;
}

/** The cards of a session in the order in which they come, each once. */
export interface Plan {
  readonly cards: readonly Card[];
  /** What the day's limits held back. */
  readonly heldBack: { readonly new: number; readonly reviews: number };
}

/** Chooses and orders the cards of a session. The same arguments give the same plan. */
export const createPlan = (
  pool: CardPool,
  world: WholeWorld,
  options: SessionOptions,
  moment: Moment,
): Plan => {
  const { filter, scope, cram, order } = options;
  const asked = isOfEveryCard(filter)
    ? pool
    : poolOf(pool.cards.filter((card) => matches(card, filter)));
  if (scope.kind === 'study' && !cram) return studyPlan(asked, world, options, moment);
  const open = asked.cards.filter(({ key }) => !isHidden(world.card(key), moment.day));
  const all = (inOrder: readonly Card[]): Plan => ({
    cards: limited(inOrder, options),
    heldBack: { new: 0, reviews: 0 },
  });
  if (scope.kind === 'study') return all(ordered(open, asked, options));
  const chosen = open.filter((card) => isInScope(world, card, scope, moment));
  const ranked = order === 'due' ? byDue(chosen, world) : byGain(chosen, world, moment);
  return all(ordered(ranked, asked, options));
};

const studyPlan = (
  pool: CardPool,
  world: WholeWorld,
  options: SessionOptions,
  moment: Moment,
): Plan => {
  const { steps, due, isUnseen, unseen } = pilesOf(pool, world, moment);
  const today = world.day(moment.day);
  const reviewRoom = Math.max(0, world.settings.reviewsPerDay - today.reviews);
  const newRoom = options.dueOnly
    ? 0
    : (options.newCards ?? Math.max(0, world.settings.newPerDay - today.introduced));
  const reviews = reviewsOf(due, reviewRoom, world, options, moment);
  const fresh = newRoom === 0 ? [] : interleave(pool.lanes, newRoom, isUnseen).map(pool.cardAt);
  const chosen = [...steps, ...reviews, ...fresh];
  return {
    cards: limited(ordered(chosen, pool, options), options),
    heldBack: {
      new: options.dueOnly ? 0 : Math.max(0, unseen - newRoom),
      reviews: Math.max(0, due.length - reviewRoom),
    },
  };
};

/** The cards of a day by what they are to it. */
interface Piles {
  /** Also those due soon: each comes when its step is over, or when nothing else is left. */
  readonly steps: readonly Card[];
  readonly due: readonly Card[];
  readonly isUnseen: (place: number) => boolean;
  /** How many are unseen. */
  readonly unseen: number;
}

const pilesOf = (pool: CardPool, world: WholeWorld, moment: Moment): Piles => {
  const known = knownOf(pool, world, moment.day);
  const steps: Card[] = [];
  const due: Card[] = [];
  const notUnseen = new Set<number>();
  for (const [place, state] of known) {
    if (state === 'later') {
      notUnseen.add(place);
      continue;
    }
    const { memory } = state;
    const isHere = !isHidden(state, moment.day);
    if (memory.stage !== 'new' || !isHere) notUnseen.add(place);
    if (memory.stage === 'new' || !isHere) continue;
    if (isDueAhead(memory, moment)) steps.push(pool.cardAt(place));
    else if (memory.stage === 'review' && isDue(memory, moment)) due.push(pool.cardAt(place));
  }
  const isUnseen = (place: number): boolean => !notUnseen.has(place);
  return { steps, due, isUnseen, unseen: pool.size - notUnseen.size };
};

/**
 * The cards that something is known of, in the order of the deck. A deck may have ten thousand, and
 * the learner may know ten thousand of other decks: those are walked that are fewer.
 */
const knownOf = (
  pool: CardPool,
  world: WholeWorld,
  day: StudyDay,
): readonly (readonly [number, CardState | 'later'])[] => {
  const known: (readonly [number, CardState | 'later'])[] = [];
  const look = (place: number, key: string, hash?: number): void => {
    const state = world.glance(key, day, hash);
    if (state !== NEW_CARD) known.push([place, state]);
  };
  if (world.size >= pool.size) {
    const { keys, hashes } = pool;
    for (let place = 0; place < keys.length; place++) {
      look(place, keys[place] as string, hashes?.[place]);
    }
    return known;
  }
  for (const name of new Set(world.names())) {
    const place = pool.placeOf(name);
    if (place !== undefined) look(place, name);
  }
  return known.toSorted(([a], [b]) => a - b);
};

/**
 * The reviews of a day. Where all of them can come, chapters are mixed; a backlog, of which some
 * will not come today, is ordered by what a second on each gains.
 */
const reviewsOf = (
  due: readonly Card[],
  room: number,
  world: World,
  { order, limit = room, minutes = Number.POSITIVE_INFINITY }: SessionOptions,
  moment: Moment,
): readonly Card[] => {
  if (order === 'due') return byDue(due, world).slice(0, room);
  const held = Math.min(room, limit, (60 * minutes) / DEFAULT_COSTS.pass);
  return due.length > held ? byGain(due, world, moment).slice(0, room) : mixed(due, room);
};

/** What has been due for longest comes first: days and steps alike by the instant. */
const byDue = (cards: readonly Card[], world: World): readonly Card[] =>
  cards
    .map((card) => ({ card, at: dueAt(world, card) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ card }) => card);

const dueAt = (world: World, { key }: Card): number => {
  const { memory } = world.card(key);
  if (memory.stage === 'new') return Number.POSITIVE_INFINITY;
  return dueInstant(memory.due, world.settings.rolloverHour);
};

/** A backlog, missed and weak cards and leeches come in the order of what a second on them gains. */
const byGain = (cards: readonly Card[], world: World, { day }: Moment): readonly Card[] => {
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const ranked = rankByGain(
    cards.map(({ key }) => ({ key, memory: planMemoryOf(world.card(key).memory) })),
    { today: day, deadline: deadlineOf(world.settings), costs: DEFAULT_COSTS },
  );
  return ranked.flatMap(({ key }) => byKey.get(key) ?? []);
};

/** What a learner studies for: the day of their plan, else always two weeks ahead. */
export const deadlineOf = ({ plan }: ProgressSettings): Deadline =>
  plan === undefined ? ROLLING : { kind: 'date', day: plan.date };

const isInScope = (world: World, card: Card, scope: Scope, { day }: Moment): boolean => {
  const state = world.card(card.key);
  if (scope.kind === 'weak') {
    const on = horizonOf(deadlineOf(world.settings), day).day;
    return isWeak(planMemoryOf(state.memory), day, on);
  }
  if (scope.kind === 'leeches') return isLeech(state);
  if (scope.kind === 'study' || state.missed === undefined) return false;
  if (scope.session !== undefined && state.missed.session !== scope.session) return false;
  return scope.days === undefined || day - state.missed.day < scope.days;
};

const ordered = (
  chosen: readonly Card[],
  pool: CardPool,
  { order, seed, scope, cram }: SessionOptions,
): readonly Card[] => {
  switch (order) {
    case 'random':
      return shuffle(chosen, createRandom(seed));
    case 'deck':
      return chosen
        .map((card) => ({ card, place: pool.placeOf(card.key) ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ card }) => card);
    case 'gain':
    case 'due':
      return cram && scope.kind === 'study' ? mixed(chosen) : chosen;
  }
};

const limited = (cards: readonly Card[], { limit }: SessionOptions): readonly Card[] =>
  limit === undefined ? cards : cards.slice(0, limit);

/** One card of each chapter in turn: what is studied mixed is told apart better. */
const mixed = (cards: readonly Card[], count = cards.length): readonly Card[] =>
  interleave(lanesOf(cards), count).map((place) => cards[place] as Card);

/** Of each lane one place in turn, as far as they are wanted: no more are looked at than it takes. */
const interleave = (
  lanes: readonly ArrayLike<number>[],
  count: number,
  isWanted: (place: number) => boolean = () => true,
): readonly number[] => {
  const walks = lanes.map((lane) => ({ lane, at: 0 }));
  const places: number[] = [];
  for (let before = -1; places.length > before && places.length < count; ) {
    before = places.length;
    for (const walk of walks) {
      let place = walk.lane[walk.at++];
      while (place !== undefined && !isWanted(place)) place = walk.lane[walk.at++];
      if (place !== undefined && places.length < count) places.push(place);
    }
  }
  return places;
};
