import type { Card, Weight } from '../deck/types.ts';
import { type CardState, isHidden, isLeech } from '../progress/card-state.ts';
import type { DayTotals } from '../progress/day-totals.ts';
import type { ProgressSettings } from '../progress/settings.ts';
import { isWeak, rankByGain } from '../scheduler/plan/attention.ts';
import { planMemoryOf } from '../scheduler/plan/card.ts';
import { DEFAULT_COSTS } from '../scheduler/plan/costs.ts';
import { type Deadline, horizonOf, ROLLING } from '../scheduler/plan/horizon.ts';
import { dueInstant, isDue, isDueAhead, type Moment } from '../scheduler/schedule.ts';
import type { StudyDay } from '../scheduler/units.ts';
import { type CardFilter, matches } from './filter.ts';
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

/** The cards of a session in the order in which they come, each once. */
export interface Plan {
  readonly cards: readonly Card[];
  /** What the day's limits held back. */
  readonly heldBack: { readonly new: number; readonly reviews: number };
}

/** Chooses and orders the cards of a session. The same arguments give the same plan. */
export const createPlan = (
  cards: readonly Card[],
  world: World,
  options: SessionOptions,
  moment: Moment,
): Plan => {
  if (options.scope.kind === 'study' && !options.cram) {
    return studyPlan(cards, world, options, moment);
  }
  const open = cards.filter((card) => isOpen(card, world.card(card.key), options.filter, moment));
  const all = (inOrder: readonly Card[]): Plan => ({
    cards: limited(inOrder, options),
    heldBack: { new: 0, reviews: 0 },
  });
  if (options.scope.kind === 'study') return all(ordered(open, open, options));
  const chosen = open.filter((card) => isInScope(world, card, options.scope, moment));
  const ranked = options.order === 'due' ? byDue(chosen, world) : byGain(chosen, world, moment);
  return all(ordered(ranked, chosen, options));
};

const isOpen = (card: Card, state: CardState, filter: CardFilter, { day }: Moment): boolean =>
  matches(card, filter) && !isHidden(state, day);

const studyPlan = (
  cards: readonly Card[],
  world: World,
  options: SessionOptions,
  moment: Moment,
): Plan => {
  const { steps, due, unseen } = pilesOf(cards, world, options.filter, moment);
  const today = world.day(moment.day);
  const reviewRoom = Math.max(0, world.settings.reviewsPerDay - today.reviews);
  const newRoom = options.dueOnly
    ? 0
    : (options.newCards ?? Math.max(0, world.settings.newPerDay - today.introduced));
  const reviews = reviewsOf(due, reviewRoom, world, options, moment);
  const fresh = interleave([...unseen[3], ...unseen[2], ...unseen[1]], newRoom);
  const chosen = [...steps, ...reviews, ...fresh];
  const newCards = unseen[3].length + unseen[2].length + unseen[1].length;
  return {
    cards: limited(ordered(chosen, cards, options), options),
    heldBack: {
      new: options.dueOnly ? 0 : Math.max(0, newCards - newRoom),
      reviews: Math.max(0, due.length - reviewRoom),
    },
  };
};

/** The cards of a day by what they are to it. */
interface Piles {
  /** Also those due soon: each comes when its step is over, or when nothing else is left. */
  readonly steps: readonly Card[];
  readonly due: readonly Card[];
  readonly unseen: Readonly<Record<Weight, readonly Card[]>>;
}

/** In one pass: a deck may have ten thousand cards, and a person waits for the first. */
const pilesOf = (
  cards: readonly Card[],
  world: World,
  filter: CardFilter,
  moment: Moment,
): Piles => {
  const steps: Card[] = [];
  const due: Card[] = [];
  const unseen: Record<Weight, Card[]> = { 1: [], 2: [], 3: [] };
  for (const card of cards) {
    const state = world.card(card.key);
    if (!isOpen(card, state, filter, moment)) continue;
    const { memory } = state;
    if (memory.stage === 'new') unseen[card.weight].push(card);
    else if (isDueAhead(memory, moment)) steps.push(card);
    else if (memory.stage === 'review' && isDue(memory, moment)) due.push(card);
  }
  return { steps, due, unseen };
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
  return due.length > held ? byGain(due, world, moment).slice(0, room) : interleave(due, room);
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
  inDeckOrder: readonly Card[],
  { order, seed, scope, cram }: SessionOptions,
): readonly Card[] => {
  switch (order) {
    case 'random':
      return shuffle(chosen, createRandom(seed));
    case 'deck': {
      const isChosen = new Set(chosen);
      return inDeckOrder.filter((card) => isChosen.has(card));
    }
    case 'gain':
    case 'due':
      return cram && scope.kind === 'study' ? interleave(chosen) : chosen;
  }
};

const limited = (cards: readonly Card[], { limit }: SessionOptions): readonly Card[] =>
  limit === undefined ? cards : cards.slice(0, limit);

/** One card of each chapter in turn: what is studied mixed is told apart better. */
const interleave = (cards: readonly Card[], count = cards.length): readonly Card[] => {
  const lanes = lanesOf(cards, count);
  const mixed: Card[] = [];
  const wanted = Math.min(count, cards.length);
  for (let round = 0; mixed.length < wanted; round++) {
    for (const lane of lanes) {
      const card = lane[round];
      if (card !== undefined) mixed.push(card);
    }
  }
  return mixed.slice(0, wanted);
};

/** The cards of each chapter, as many as can be wanted of it, in the order of the chapters. */
const lanesOf = (cards: readonly Card[], count: number): readonly (readonly Card[])[] => {
  const byChapter = new Map<number | undefined, Card[]>();
  for (const card of cards) {
    const number = card.chapter?.number;
    const own = byChapter.get(number);
    if (own === undefined) byChapter.set(number, [card]);
    else if (own.length < count) own.push(card);
  }
  return [...byChapter.entries()].toSorted(([a = 0], [b = 0]) => a - b).map(([, lane]) => lane);
};
