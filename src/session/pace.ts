import type { Card } from '../deck/types.ts';
import { isHidden } from '../progress/card-state.ts';
import { type PlanCard, planMemoryOf } from '../scheduler/plan/card.ts';
import { type Costs, LONGEST_ANSWER } from '../scheduler/plan/costs.ts';
import type { Deadline } from '../scheduler/plan/horizon.ts';
import {
  afterPick,
  createQueue,
  nextPick,
  type PlanPick,
  type PlanQueue,
  type PlanRequest,
} from '../scheduler/plan/queue.ts';
import { elapsedDays, type Moment } from '../scheduler/schedule.ts';
import type { World } from './plan.ts';

/** What a session goes by that follows the interview plan. */
export interface Pace {
  readonly queue: PlanQueue;
  readonly cards: ReadonlyMap<string, Card>;
  /** Minutes of the day, and those of them that were studied before this session. */
  readonly minutes: number;
  readonly before: number;
}

/** What a pace is made of, beside the cards. */
export interface PaceTerms {
  readonly deadline: Deadline;
  readonly minutes: number;
  readonly costs: Costs;
}

/** The cards as the plan sees them: those that are hidden today are not planned. */
export const planCardsOf = (
  cards: readonly Card[],
  world: World,
  { day }: Moment,
): readonly PlanCard[] =>
  cards
    .filter((card) => !isHidden(world.card(card.key), day))
    .map((card) => ({
      key: card.key,
      memory: planMemoryOf(world.card(card.key).memory),
      weight: card.weight,
      chapter: card.chapter?.number,
    }));

/** The request of today's plan. */
export const planRequestOf = (
  cards: readonly Card[],
  world: World,
  moment: Moment,
  { deadline, minutes, costs }: PaceTerms,
): PlanRequest => ({
  cards: planCardsOf(cards, world, moment),
  today: moment.day,
  deadline,
  minutes,
  spent: world.day(moment.day).ms / 1000,
  costs,
});

export const createPace = (
  cards: readonly Card[],
  world: World,
  moment: Moment,
  terms: PaceTerms,
): Pace => ({
  queue: createQueue(planRequestOf(cards, world, moment, terms)),
  cards: new Map(cards.map((card) => [card.key, card])),
  minutes: terms.minutes,
  before: world.day(moment.day).ms / 60_000,
});

/** The next card of the plan, and the pace without those that another window took. */
export const pickNext = (
  pace: Pace,
  world: World,
  { day }: Moment,
): { readonly pace: Pace; readonly pick: PlanPick; readonly card: Card } | undefined => {
  let { queue } = pace;
  for (let pick = nextPick(queue); pick !== undefined; pick = nextPick(queue)) {
    const card = pace.cards.get(pick.key);
    if (card !== undefined && isOpen(card, world, day))
      return { pace: { ...pace, queue }, pick, card };
    queue = afterPick(queue, pick, 0);
  }
  return undefined;
};

const isOpen = (card: Card, world: World, day: Moment['day']): boolean => {
  const state = world.card(card.key);
  const { memory } = state;
  return !isHidden(state, day) && (memory.stage === 'new' || elapsedDays(memory, day) >= 1);
};

/** The pace after a card: a drill of a card that was shown before costs time alone. */
export const afterCard = (pace: Pace, pick: PlanPick | undefined, ms: number): Pace => {
  const seconds = Math.min(ms / 1000, LONGEST_ANSWER);
  const { queue } = pace;
  return {
    ...pace,
    queue:
      pick === undefined
        ? { ...queue, left: queue.left - seconds }
        : afterPick(queue, pick, seconds),
  };
};

/** Minutes of today that were studied by now. */
export const minutesDone = ({ queue, minutes }: Pace): number =>
  Math.max(0, minutes - queue.left / 60);
