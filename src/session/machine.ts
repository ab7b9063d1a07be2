import type { Card } from '../deck/types.ts';
import type { EndReason, Happening } from '../progress/events.ts';
import type { Rating } from '../scheduler/memory.ts';
import { type PlanPick, picksOf } from '../scheduler/plan/queue.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { type Timestamp, toStudyDay } from '../scheduler/units.ts';
import { afterCard, type Pace } from './pace.ts';

/** One thing that was done to a card in this session. */
export interface Deed {
  readonly card: Card;
  readonly what:
    | {
        readonly kind: 'grade';
        readonly rating: Rating;
        readonly ms: number;
        /** The card had never been graded before. */
        readonly isNew: boolean;
      }
    | { readonly kind: 'bury' | 'suspend' | 'skip' };
  /** Events that an undo takes back; empty for a skip, and in a cram. */
  readonly events: readonly string[];
  /** The session as it was before. */
  readonly before: SessionState;
}

/** A card on the screen. */
export interface ShownCard {
  readonly card: Card;
  readonly shownAt: Timestamp;
  /** It had never been graded when it came. */
  readonly isNew: boolean;
  readonly revealed: boolean;
  /** How many hints were asked for. */
  readonly hints: number;
  /** The plan's reason for it; undefined where there is no plan, and for a drill. */
  readonly pick?: PlanPick | undefined;
}

export interface SessionState {
  readonly phase: 'choosing' | 'card' | 'finished';
  /** The card on the screen, in phase `card`. */
  readonly shown: ShownCard | undefined;
  /** Cards still to come, in order. */
  readonly queue: readonly Card[];
  /** Cards that were graded and may come back in this session. */
  readonly returning: readonly Card[];
  /** Keys of cards that were skipped once: the next skip leaves them for another session. */
  readonly skipped: ReadonlySet<string>;
  /** What was done, oldest first. */
  readonly deeds: readonly Deed[];
  /** Different cards of this session, and those of them that were done for good before it. */
  readonly total: number;
  readonly already: number;
  readonly startedAt: Timestamp;
  /** What the session goes by where it follows the interview plan; its queue is empty then. */
  readonly pace: Pace | undefined;
  readonly ended: EndReason | undefined;
}

/** What does not change in a session. */
export interface SessionRules {
  readonly cram: boolean;
  readonly minutes: number | undefined;
  /** Cards are asked although they are not due: missed ones, and a cram. */
  readonly whenNotDue: boolean;
}

/** What the person does; all that comes back from the screen is one of these. */
export type Action =
  | { readonly kind: 'reveal' }
  | { readonly kind: 'hint'; readonly available: number }
  | { readonly kind: 'grade'; readonly rating: Rating; readonly ms: number }
  | { readonly kind: 'skip' }
  | { readonly kind: 'bury' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'mark'; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' };

/** The state after an action, and what has to be on the disk before it is shown. */
export interface Step {
  readonly state: SessionState;
  readonly happenings: readonly Happening[];
}

export const createSession = (
  cards: readonly Card[],
  startedAt: Timestamp,
  already = 0,
  returning: readonly Card[] = [],
): SessionState => ({
  phase: 'choosing',
  shown: undefined,
  queue: cards,
  returning,
  skipped: new Set(),
  deeds: [],
  total: already + cards.length,
  already: already - returning.length,
  startedAt,
  pace: undefined,
  ended: undefined,
});

/** A session that follows the interview plan. */
export const createPacedSession = (pace: Pace, startedAt: Timestamp): SessionState => ({
  ...createSession([], startedAt),
  pace,
  total: picksOf(pace.queue).length,
});

/** What an action does. Where it leaves the phase `choosing`, `settle` has to follow. */
export const step = (
  state: SessionState,
  action: Action,
  moment: Moment,
  rules: SessionRules,
): Step => {
  switch (action.kind) {
    case 'quit':
      return { state: finish(state, 'quit'), happenings: [] };
    case 'interrupt':
      return { state: finish(state, 'interrupted'), happenings: [] };
    case 'undo':
      return undo(state);
    case 'reveal':
    case 'hint':
    case 'grade':
    case 'skip':
    case 'bury':
    case 'suspend':
    case 'mark':
    case 'note':
      return state.shown === undefined
        ? { state, happenings: [] }
        : stepCard(state, state.shown, action, moment, rules);
  }
};

/** A session that is finished stays finished as it was. */
const finish = (state: SessionState, ended: EndReason): SessionState =>
  state.phase === 'finished' ? state : { ...state, phase: 'finished', ended };

const stepCard = (
  state: SessionState,
  shown: ShownCard,
  action: Exclude<Action, { kind: 'quit' | 'interrupt' | 'undo' }>,
  moment: Moment,
  rules: SessionRules,
): Step => {
  const { card } = shown;
  switch (action.kind) {
    case 'reveal':
      return { state: { ...state, shown: { ...shown, revealed: true } }, happenings: [] };
    case 'hint': {
      const hints = Math.min(action.available, shown.hints + 1);
      return { state: { ...state, shown: { ...shown, hints } }, happenings: [] };
    }
    case 'grade':
      return shown.revealed ? gradeCard(state, shown, action, rules) : { state, happenings: [] };
    case 'mark':
      return { state, happenings: [{ type: action.on ? 'mark' : 'unmark', card: card.key }] };
    case 'note':
      return { state, happenings: [{ type: 'note', card: card.key, text: action.text }] };
    case 'skip':
      return { state: skip(state, card), happenings: [] };
    case 'bury':
      return {
        state: leave(state, card, 'bury'),
        happenings: [{ type: 'bury', card: card.key, until: toStudyDay(moment.day + 1) }],
      };
    case 'suspend':
      return {
        state: leave(state, card, 'suspend'),
        happenings: [{ type: 'suspend', card: card.key }],
      };
  }
};

/** The same session over other card objects: after an edit, the cards are as their source is. */
export const withCards = (session: SessionState, now: (card: Card) => Card): SessionState => {
  // The states before the deeds share theirs: each is made anew once.
  const made = new Map<SessionState, SessionState>();
  const of = (state: SessionState): SessionState => {
    const known = made.get(state);
    if (known !== undefined) return known;
    const { shown, queue, returning, deeds } = state;
    const anew: SessionState = {
      ...state,
      shown: shown === undefined ? undefined : { ...shown, card: now(shown.card) },
      queue: queue.map(now),
      returning: returning.map(now),
      deeds: deeds.map((deed) => ({ ...deed, card: now(deed.card), before: of(deed.before) })),
    };
    made.set(state, anew);
    return anew;
  };
  return of(session);
};

/** Different cards that were dealt with, the one on the screen not counted. */
export const doneCount = (state: SessionState): number => {
  const { shown, queue, returning, deeds, skipped, already } = state;
  // Of the cards that were met, only one that was skipped can stand in the queue again.
  const isOpen = (card: Card): boolean =>
    card === shown?.card || (skipped.has(card.key) && queue.includes(card));
  const met = new Set([...deeds.map(({ card }) => card), ...returning]);
  return already + [...met].filter((card) => !isOpen(card)).length;
};

const gradeCard = (
  state: SessionState,
  { card, isNew }: ShownCard,
  { rating, ms }: { rating: Rating; ms: number },
  rules: SessionRules,
): Step => {
  const returns = !rules.cram || rating === 'again';
  const deed: Deed = {
    card,
    what: { kind: 'grade', rating, ms, isNew },
    events: [],
    before: state,
  };
  return {
    state: {
      ...choosing(state, deed),
      pace: paceAfter(state, ms),
      returning: returns ? [...state.returning, card] : state.returning,
    },
    happenings: rules.cram ? [] : [{ type: 'grade', card: card.key, rating, ms: Math.round(ms) }],
  };
};

/** The pace after the card on the screen. */
const paceAfter = ({ pace, shown }: SessionState, ms: number): Pace | undefined =>
  pace === undefined ? undefined : afterCard(pace, shown?.pick, ms);

const choosing = (state: SessionState, deed: Deed): SessionState => ({
  ...state,
  phase: 'choosing',
  shown: undefined,
  deeds: [...state.deeds, deed],
});

const leave = (state: SessionState, card: Card, kind: 'bury' | 'suspend'): SessionState => ({
  ...choosing(state, { card, what: { kind }, events: [], before: state }),
  pace: paceAfter(state, 0),
});

/** The first skip puts a card behind the others, the second leaves it for another session. */
const skip = (state: SessionState, card: Card): SessionState => {
  const again = state.skipped.has(card.key);
  return {
    ...choosing(state, { card, what: { kind: 'skip' }, events: [], before: state }),
    skipped: new Set([...state.skipped, card.key]),
    queue: again || state.pace !== undefined ? state.queue : [...state.queue, card],
    pace: paceAfter(state, 0),
  };
};

const undo = (state: SessionState): Step => {
  const last = state.deeds.at(-1);
  if (last === undefined) return { state, happenings: [] };
  return {
    state: { ...last.before, ended: undefined },
    happenings: last.events
      .toReversed()
      .map((target) => ({ type: 'undo', target, card: last.card.key })),
  };
};
