import { type Memory, NEW_MEMORY, type Rating } from '../scheduler/memory.ts';
import { elapsedDays, grade, LEECH_LAPSES, type ScheduleSettings } from '../scheduler/schedule.ts';
import { daysSince, lastDayAfter } from '../scheduler/study-day.ts';
import type { StudyDay } from '../scheduler/units.ts';
import type { KnownEvent } from './events.ts';

/** All that is known of a card: a fold of its events, and of nothing else. */
export interface CardState {
  readonly memory: Memory;
  readonly suspended: boolean;
  /** Hidden before this study day. */
  readonly buriedUntil: StudyDay | undefined;
  readonly marked: boolean;
  /** The learner's own words on the card, empty where there are none. */
  readonly note: string;
  /** Where it was last graded again, until it is passed on a later study day. */
  readonly missed: { readonly day: StudyDay; readonly session: string } | undefined;
  /** The last ratings that came at least a study day after the one before, oldest first; 5 at most. */
  readonly spaced: readonly Rating[];
  /** The question and the answer's hash as they were when it was last graded. */
  readonly seen: { readonly question: string; readonly answer: string } | undefined;
}

export const NEW_CARD: CardState = {
  memory: NEW_MEMORY,
  suspended: false,
  buriedUntil: undefined,
  marked: false,
  note: '',
  missed: undefined,
  spaced: [],
  seen: undefined,
};

/** What one grade adds to the totals of its study day. */
export interface GradeRecord {
  readonly day: StudyDay;
  readonly rating: Rating;
  /** A longer answer is a break, and counts as two minutes. */
  readonly ms: number;
  /** The card was new before. */
  readonly introduced: boolean;
  /** The card was in review before: it counts for the limit and for retention. */
  readonly review: boolean;
}

const SPACED_KEPT = 5;
const LEECH_AGAIN = 3;

/** A card after one more of its events; `record` where the event was a grade. */
export interface AfterEvent {
  readonly state: CardState;
  readonly record?: GradeRecord;
}

/** What one more event makes of a card. */
export const applyEvent = (
  state: CardState,
  event: KnownEvent,
  settings: ScheduleSettings,
): AfterEvent => {
  switch (event.type) {
    case 'grade':
      return applyGrade(state, event, settings);
    case 'suspend':
    case 'unsuspend':
      return { state: { ...state, suspended: event.type === 'suspend' } };
    case 'mark':
    case 'unmark':
      return { state: { ...state, marked: event.type === 'mark' } };
    case 'bury':
      return { state: { ...state, buriedUntil: event.until } };
    case 'reset':
      return { state: { ...NEW_CARD, marked: state.marked, note: state.note, seen: state.seen } };
    case 'note':
      return { state: { ...state, note: event.text } };
    case 'seen':
      return { state: { ...state, seen: { question: event.question, answer: event.answer } } };
    case 'start':
    case 'end':
    case 'undo':
    case 'alias':
    case 'set':
      return { state };
  }
};

const applyGrade = (
  state: CardState,
  event: KnownEvent & { type: 'grade' },
  settings: ScheduleSettings,
): AfterEvent => {
  const { memory } = state;
  const isSpaced = memory.stage !== 'new' && elapsedDays(memory, event.day) >= 1;
  return {
    // Named one by one, which is several times as fast as a copy; there are a million grades.
    state: {
      memory: grade(memory, event.rating, { at: event.t, day: event.day }, settings),
      suspended: state.suspended,
      buriedUntil: state.buriedUntil,
      marked: state.marked,
      note: state.note,
      missed: missedAfter(state, event),
      spaced: isSpaced ? spacedAfter(state.spaced, event.rating) : state.spaced,
      seen: state.seen,
    },
    record: {
      day: event.day,
      rating: event.rating,
      // Whole numbers add up to the same in any order.
      ms: Math.round(event.ms),
      introduced: memory.stage === 'new',
      review: memory.stage === 'review',
    },
  };
};

const spacedAfter = (spaced: readonly Rating[], rating: Rating): readonly Rating[] => {
  const kept = spaced.slice(1 - SPACED_KEPT);
  kept.push(rating);
  return kept;
};

const missedAfter = (
  state: CardState,
  event: KnownEvent & { type: 'grade' },
): CardState['missed'] => {
  const { missed } = state;
  if (event.rating === 'again') {
    const day = missed === undefined ? event.day : lastDayAfter(missed.day, event.day);
    return { day, session: event.session };
  }
  return missed !== undefined && daysSince(missed.day, event.day) > 0 ? undefined : missed;
};

/** A card that is failed again and again: it wants rewriting more than another review. */
export const isLeech = ({ memory, spaced }: CardState): boolean =>
  (memory.stage !== 'new' && memory.lapses >= LEECH_LAPSES) ||
  spaced.filter((rating) => rating === 'again').length >= LEECH_AGAIN;

/** Whether a card is hidden on a study day. */
export const isHidden = (state: CardState, day: StudyDay): boolean =>
  state.suspended || (state.buriedUntil !== undefined && day < state.buriedUntil);
