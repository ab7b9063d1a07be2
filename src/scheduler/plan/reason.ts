import type { StudyDay } from '../units.ts';
import { FADING_BELOW, type PlanPick, type PlanQueue } from './queue.ts';

/** Less than so many cards a minute, and more study today changes next to nothing. */
export const ENOUGH_BELOW = 0.05;

/** Why a card comes now: all that the one line on the screen says. */
export interface Reason {
  readonly why:
    | {
        /** It was never seen, and `unseen` cards, this one too, have `days` days left. */
        readonly kind: 'new';
        readonly unseen: number;
        readonly days: number;
      }
    | {
        /** Recall fell below `below` while others are still unseen or stronger. */
        readonly kind: 'fading';
        readonly below: number;
      }
    /** Of all cards that were not shown today it gains most a second, up to the last round or the day. */
    | { readonly kind: 'most-gain' }
    /** The interview is today: the weakest first. */
    | { readonly kind: 'today' };
  /** The day that `before` and `after` are expected for. */
  readonly day: StudyDay;
  /** Chance of recall now. */
  readonly recall: number;
  /** Chance of recall on the day without this showing, and with it. */
  readonly before: number;
  readonly after: number;
  /** Cards more that are recalled on the day, for each minute of this showing. */
  readonly gainPerMinute: number;
}

/** Why a card of a queue comes now. */
export const reasonOf = (queue: PlanQueue, pick: PlanPick): Reason => {
  const { recall, before, after, gain } = pick;
  return {
    why: whyOf(queue, pick),
    day: queue.horizon.day,
    recall,
    before,
    after,
    gainPerMinute: 60 * gain,
  };
};

const whyOf = ({ horizon, lanes, shown }: PlanQueue, { lane }: PlanPick): Reason['why'] => {
  if (lane === 'new')
    return { kind: 'new', unseen: lanes.new.length - shown.new, days: horizon.days };
  if (horizon.state === 'today') return { kind: 'today' };
  return lane === 'fading' ? { kind: 'fading', below: FADING_BELOW } : { kind: 'most-gain' };
};

/** Whether the next card would change next to nothing: the learner may stop in good conscience. */
export const isEnough = (next: PlanPick | undefined): boolean =>
  next === undefined || 60 * Math.max(next.gain, next.rank) < ENOUGH_BELOW;
