import type { Card } from '../deck/types.ts';
import type { PlanPick } from '../scheduler/plan/queue.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { MINUTE_MS } from '../scheduler/units.ts';
import type { SessionRules, SessionState } from './machine.ts';
import { chooseNext, dueDrill } from './next-card.ts';
import { type Pace, pickNext } from './pace.ts';
import type { World } from './plan.ts';

interface Choice {
  readonly card: Card;
  readonly pick?: PlanPick;
  readonly pace?: Pace;
}

const choose = (
  state: SessionState,
  world: World,
  moment: Moment,
  rules: SessionRules,
): Choice | undefined => {
  const { pace } = state;
  // A paced session's queue is empty: what chooseNext finds is a drill of a card of today.
  if (pace !== undefined && pace.queue.left > 0) {
    const drill = dueDrill(state, world, moment);
    if (drill !== undefined) return { card: drill };
    const picked = pickNext(pace, world, moment);
    if (picked !== undefined) return picked;
  }
  if (pace !== undefined && pace.queue.left <= 0) return undefined;
  const card = chooseNext(state, world, moment, rules);
  return card === undefined ? undefined : { card };
};

/** Chooses the next card, where one is to be chosen. */
export const settle = (
  state: SessionState,
  events: readonly string[],
  world: World,
  moment: Moment,
  rules: SessionRules,
): SessionState => {
  const noted = events.length === 0 ? state : withEvents(state, events);
  if (noted.phase !== 'choosing') return noted;
  const spent = moment.at - noted.startedAt;
  const isOver = rules.minutes !== undefined && spent >= rules.minutes * MINUTE_MS;
  const choice = isOver ? undefined : choose(noted, world, moment, rules);
  if (choice === undefined) return { ...noted, phase: 'finished', shown: undefined, ended: 'done' };
  const next = choice.card;
  return {
    ...noted,
    phase: 'card',
    pace: choice.pace ?? noted.pace,
    shown: {
      card: next,
      pick: choice.pick,
      shownAt: moment.at,
      isNew: world.card(next.key).memory.stage === 'new',
      revealed: false,
      hints: 0,
    },
    queue: noted.queue.filter((card) => card !== next),
    returning: noted.returning.filter((card) => card !== next),
  };
};

const withEvents = (state: SessionState, events: readonly string[]): SessionState => {
  const last = state.deeds.at(-1);
  // An undo has no deed of its own: what it wrote is not taken back by the next undo.
  if (last === undefined || last.events.length > 0 || state.phase !== 'choosing') return state;
  return { ...state, deeds: [...state.deeds.slice(0, -1), { ...last, events }] };
};
