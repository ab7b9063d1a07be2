import type { PlanCard } from '../../src/scheduler/plan/card.ts';
import { recallAt } from '../../src/scheduler/plan/model.ts';
import { afterPick, createQueue, nextPick, type PlanPick } from '../../src/scheduler/plan/queue.ts';
import type { DayOfPolicy, Morning, Policy } from './simulate.ts';

/** The policy of the product, through the same functions that the product calls. */
export const pace: Policy = ({ cards, today, interview, minutes, costs }) => {
  let queue = createQueue({
    cards,
    today,
    deadline: { kind: 'date', day: interview },
    minutes,
    costs,
  });
  let shown: PlanPick | undefined;
  return {
    next: () => {
      shown = nextPick(queue);
      return shown === undefined ? undefined : Number(shown.key);
    },
    took: (_, seconds) => {
      if (shown !== undefined) queue = afterPick(queue, shown, seconds);
    },
  };
};

/** A day whose cards are known in the morning. */
const fixedDay = (order: readonly number[]): DayOfPolicy => {
  let place = 0;
  return { next: () => order[place++], took: () => {} };
};

interface Seen {
  readonly card: number;
  readonly stability: number;
  readonly elapsed: number;
  /** Day on which FSRS would ask it, at desired retention 0.9: after S days, at least one. */
  readonly due: number;
}

const seenOf = ({ cards, today }: Morning): readonly Seen[] =>
  cards.flatMap(({ memory }, card) =>
    memory === undefined || memory.lastDay >= today
      ? []
      : [
          {
            card,
            stability: memory.stability,
            elapsed: today - memory.lastDay,
            due: memory.lastDay + Math.max(1, Math.round(memory.stability)),
          },
        ],
  );

const unseenOf = (cards: readonly PlanCard[]): readonly number[] =>
  cards.flatMap(({ memory }, card) => (memory === undefined ? [card] : []));

const dueOf = (morning: Morning): readonly Seen[] =>
  seenOf(morning)
    .filter(({ due }) => due <= morning.today)
    .sort((a, b) => a.due - b.due || a.card - b.card);

const cardsOf = (seen: readonly Seen[]): readonly number[] => seen.map(({ card }) => card);

/** Spreads the shorter list evenly over the longer one, as Anki mixes new cards and reviews. */
const mixed = (fresh: readonly number[], reviews: readonly number[]): readonly number[] =>
  [
    ...fresh.map((card, place) => ({ card, at: (place + 0.5) / fresh.length })),
    ...reviews.map((card, place) => ({ card, at: (place + 0.5) / reviews.length })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ card }) => card);

/** FSRS at desired retention 0.9, 20 new cards a day, mixed: what Anki does when it is installed. */
export const fsrs90new20: Policy = (morning) =>
  fixedDay(mixed(unseenOf(morning.cards).slice(0, 20), cardsOf(dueOf(morning))));

/** The same without a limit of new cards: these first, then what is due. */
export const newFirst: Policy = (morning) =>
  fixedDay([...unseenOf(morning.cards), ...cardsOf(dueOf(morning))]);

/** And the time that is left goes to what is weakest. */
export const newFirstFill: Policy = (morning) => {
  const due = dueOf(morning);
  const isDue = new Set(cardsOf(due));
  const fill = seenOf(morning)
    .filter(({ card }) => !isDue.has(card))
    .sort((a, b) => recallAt(a.elapsed, a.stability) - recallAt(b.elapsed, b.stability));
  return fixedDay([...unseenOf(morning.cards), ...cardsOf(due), ...cardsOf(fill)]);
};
