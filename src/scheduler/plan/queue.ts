import { daysSince } from '../study-day.ts';
import type { StudyDay } from '../units.ts';
import { type PlanCard, soundMemory } from './card.ts';
import { type Costs, soundCosts } from './costs.ts';
import { type Deadline, type Horizon, horizonOf } from './horizon.ts';
import { finalRound, gainBeforeFinal } from './lookahead.ts';
import { orderNew } from './new-order.ts';
import { newOutlook, type Outlook, reviewOutlook } from './outlook.ts';

/** All that today's queue depends on; the same request always gives the same queue. */
export interface PlanRequest {
  /** In the order of the deck, without those that are suspended or buried. */
  readonly cards: readonly PlanCard[];
  readonly today: StudyDay;
  readonly deadline: Deadline;
  /** Minutes of study a day, today included. */
  readonly minutes: number;
  /** Seconds that were studied today already. */
  readonly spent?: number;
  readonly costs: Costs;
}

/** A card that may be shown today, and what that is expected to do. */
export interface PlanPick extends Outlook {
  readonly key: string;
  /** `fading`: recall fell below 0.8; `steady`: it did not. */
  readonly lane: 'new' | 'fading' | 'steady';
  /** What reviews are ordered by: the gain; while a last round is ahead, the gain that it leaves. */
  readonly rank: number;
}

/**
 * What is left of today: three lanes, and how the time is shared between them. Lanes do not change
 * with an answer, because a card comes once a day: the next pick is two comparisons away.
 */
export interface PlanQueue {
  readonly horizon: Horizon;
  readonly lanes: Readonly<Record<PlanPick['lane'], readonly PlanPick[]>>;
  /** How many of each lane were shown. */
  readonly shown: Readonly<Record<PlanPick['lane'], number>>;
  /** Share of the time that new cards get, while fading ones wait: 0 to 1. */
  readonly share: number;
  /** Seconds of this queue spent on new cards, and on reviews. */
  readonly seconds: { readonly new: number; readonly review: number };
  /** Seconds left of today's minutes; the last card may overdraw them. */
  readonly left: number;
}

/** Cards that are recalled less surely than this are reviewed beside the new ones. */
export const FADING_BELOW = 0.8;

/** New cards are planned into this part of the time that is left: the rest is for what goes wrong. */
const SAFE_PART = 0.85;
/** While cards are unseen, at least this share of the time is theirs. */
const LEAST_SHARE = 0.5;

/**
 * Today's queue by the policy "pace": unseen cards get the share of the time that it takes to see
 * them all before the day, at least half; the rest goes to fading cards by gain per second. Where
 * all are seen, all are ranked by gain, at first by the gain that a last round of all cards leaves;
 * on the day itself that is the weakest first.
 *
 * A day of study is this, then {@link nextPick} and {@link afterPick} in turn until there is none.
 */
export const createQueue = (request: PlanRequest): PlanQueue => {
  const { today } = request;
  const horizon = horizonOf(request.deadline, today);
  const costs = soundCosts(request.costs);
  const daily = 60 * soundMinutes(request.minutes);
  const left = Math.max(0, daily - (Math.max(0, request.spent ?? 0) || 0));
  const unseen = request.cards.filter(({ memory }) => memory === undefined);
  const fresh = newOutlook(horizon.days, costs);
  const lanes = {
    new: orderNew(unseen).map(
      ({ key }): PlanPick => ({ key, lane: 'new', rank: fresh.gain, ...fresh }),
    ),
    ...reviewLanes(request.cards, {
      today,
      ahead: horizon.days,
      final:
        unseen.length === 0 && horizon.state === 'ahead' && !horizon.beyond
          ? finalRound(request.cards.length, horizon.days, daily, costs)
          : undefined,
      costs,
    }),
  };
  return {
    horizon,
    lanes,
    shown: { new: 0, fading: 0, steady: 0 },
    share: shareOfNew(unseen.length * costs.new, left + daily * (horizon.days - 1), horizon),
    seconds: { new: 0, review: 0 },
    left,
  };
};

/** Minutes that a day can have. */
export const soundMinutes = (minutes: number): number =>
  minutes > 0 ? Math.min(minutes, 24 * 60) : 0;

const shareOfNew = (needed: number, left: number, { days }: Horizon): number => {
  if (needed === 0 || days === 0) return 0;
  return left > 0 ? Math.min(1, Math.max(LEAST_SHARE, needed / (SAFE_PART * left))) : 1;
};

interface Outset {
  readonly today: StudyDay;
  readonly ahead: number;
  /** Days from the last round to the interview, while it is counted on. */
  readonly final: number | undefined;
  readonly costs: Costs;
}

const reviewLanes = (
  cards: readonly PlanCard[],
  { today, ahead, final, costs }: Outset,
): LanesOf<'fading' | 'steady'> => {
  const fading: PlanPick[] = [];
  const steady: PlanPick[] = [];
  for (const { key, memory } of cards) {
    if (memory === undefined) continue;
    const known = soundMemory(memory);
    const elapsed = daysSince(known.lastDay, today);
    if (elapsed === 0) continue;
    const outlook = reviewOutlook(known, elapsed, ahead, costs);
    const rank =
      final === undefined ? outlook.gain : gainBeforeFinal(known, elapsed, ahead, final, costs);
    if (outlook.recall < FADING_BELOW) fading.push({ key, lane: 'fading', rank, ...outlook });
    else steady.push({ key, lane: 'steady', rank, ...outlook });
  }
  return { fading: fading.sort(byRank), steady: steady.sort(byRank) };
};

type LanesOf<Lane extends PlanPick['lane']> = Readonly<Record<Lane, readonly PlanPick[]>>;

/** The greatest first; sorting is stable, so the deck's order decides where it is the same. */
const byRank = (a: PlanPick, b: PlanPick): number => b.rank - a.rank;

/** The card to show now, or undefined where the minutes or the cards are used up. */
export const nextPick = (queue: PlanQueue): PlanPick | undefined => {
  if (queue.left <= 0) return undefined;
  const fresh = headOf(queue, 'new');
  const fading = headOf(queue, 'fading');
  if (fresh !== undefined) {
    if (fading === undefined || isTurnOfNew(queue)) return fresh;
    return fading;
  }
  const steady = headOf(queue, 'steady');
  if (fading === undefined || steady === undefined) return fading ?? steady;
  return fading.rank >= steady.rank ? fading : steady;
};

const headOf = ({ lanes, shown }: PlanQueue, lane: PlanPick['lane']): PlanPick | undefined =>
  lanes[lane][shown[lane]];

/** Whether new cards had no more than their share of the time yet. */
const isTurnOfNew = ({ share, seconds }: PlanQueue): boolean =>
  share > 0 && seconds.new * (1 - share) <= seconds.review * share;

/**
 * The queue after a card: answered in so many seconds, or passed over in none. It is not shown
 * again today by this queue; a drill of the same day belongs to the session.
 */
export const afterPick = (
  queue: PlanQueue,
  { key, lane }: PlanPick,
  seconds: number,
): PlanQueue => {
  const taken = Math.max(0, seconds) || 0;
  const { lanes, shown } = queue;
  const isHead = lanes[lane][shown[lane]]?.key === key;
  return {
    ...queue,
    ...(isHead
      ? { shown: { ...shown, [lane]: shown[lane] + 1 } }
      : { lanes: { ...lanes, [lane]: without(lanes[lane], key, shown[lane]) } }),
    seconds:
      lane === 'new'
        ? { ...queue.seconds, new: queue.seconds.new + taken }
        : { ...queue.seconds, review: queue.seconds.review + taken },
    left: queue.left - taken,
  };
};

/** A lane without a card that would have come later than next. */
const without = (lane: readonly PlanPick[], key: string, shown: number): readonly PlanPick[] =>
  lane.filter((other, place) => place < shown || other.key !== key);

/** Today's cards in the order in which they come, where each takes the time that is expected. */
export const picksOf = (queue: PlanQueue): readonly PlanPick[] => {
  const picks: PlanPick[] = [];
  for (let rest = queue; ; ) {
    const pick = nextPick(rest);
    if (pick === undefined) return picks;
    picks.push(pick);
    rest = afterPick(rest, pick, pick.seconds);
  }
};
