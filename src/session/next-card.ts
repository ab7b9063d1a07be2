import type { Card } from '../deck/types.ts';
import { isHidden } from '../progress/card-state.ts';
import { isDue, isDueAhead, type Moment } from '../scheduler/schedule.ts';
import type { World } from './plan.ts';

/** The cards that wait for their turn. */
interface Line {
  /** Cards still to come, in order. */
  readonly queue: readonly Card[];
  /** Cards that were graded and may come back in this session. */
  readonly returning: readonly Card[];
}

interface NextRules {
  readonly cram: boolean;
  /** Cards are asked although they are not due. */
  readonly whenNotDue: boolean;
}

/** The card to show next; undefined where the session has none to show now. */
export const chooseNext = (
  state: Line,
  world: World,
  moment: Moment,
  rules: NextRules,
): Card | undefined => {
  if (rules.cram) return state.queue[0] ?? state.returning[0];
  const memoryOf = (card: Card) => world.card(card.key).memory;
  const back = dueDrill(state, world, moment);
  if (back !== undefined) return back;
  const queued = state.queue.find((card) => isStillWanted(card, world, moment, rules));
  if (queued !== undefined) return queued;
  const waiting = inSteps([...state.returning, ...state.queue], world, moment);
  return waiting.find((card) => isDueAhead(memoryOf(card), moment));
};

/** A card of this session whose step is over. */
export const dueDrill = (
  { returning }: Pick<Line, 'returning'>,
  world: World,
  moment: Moment,
): Card | undefined =>
  inSteps(returning, world, moment).find((card) => isDue(world.card(card.key).memory, moment));

/** The cards in their steps, the first to come back first. */
const inSteps = (cards: readonly Card[], world: World, { day }: Moment): readonly Card[] =>
  cards
    .flatMap((card) => {
      const state = world.card(card.key);
      const { memory } = state;
      if (memory.stage === 'new' || memory.due.kind !== 'at' || isHidden(state, day)) return [];
      return [{ card, at: memory.due.at }];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ card }) => card);

/** Another window may have graded, buried or suspended a card since the session was planned. */
const isStillWanted = (card: Card, world: World, moment: Moment, rules: NextRules): boolean => {
  const state = world.card(card.key);
  if (isHidden(state, moment.day)) return false;
  return rules.whenNotDue || state.memory.stage === 'new' || isDue(state.memory, moment);
};
