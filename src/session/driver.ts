import type { Card } from '../deck/types.ts';
import type { Happening } from '../progress/events.ts';
import { QuizError } from '../quiz-error.ts';
import type { Rating, StudiedMemory } from '../scheduler/memory.ts';
import { planMemoryOf } from '../scheduler/plan/card.ts';
import { recallByRating } from '../scheduler/plan/outlook.ts';
import { type Reason, reasonOf } from '../scheduler/plan/reason.ts';
import { type Moment, preview } from '../scheduler/schedule.ts';
import { studyDayOf } from '../scheduler/study-day.ts';
import type { Probability, Timestamp } from '../scheduler/units.ts';
import {
  type Action,
  createPacedSession,
  createSession,
  type SessionRules,
  type SessionState,
  step,
  withCards,
} from './machine.ts';
import type { Pace } from './pace.ts';
import type { World } from './plan.ts';
import { settle } from './settle.ts';

/** Where what happened is kept. Returns the ids of the events; throws a QuizError if it cannot. */
export interface Recorder {
  record(happenings: readonly Happening[], moment: Moment): readonly string[];
  /** Takes in what others have written since. */
  refresh(): void;
}

export interface Clock {
  now(): Timestamp;
}

export interface DriverOptions {
  readonly cards: readonly Card[];
  /** Cards of the same session that were done before it was interrupted. */
  readonly already: number;
  /** Of those, the cards that stand in their steps and come back. */
  readonly returning?: readonly Card[];
  /** The interview plan that the session follows, instead of `cards`. */
  readonly pace?: Pace;
  readonly world: World;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly rules: SessionRules;
  /** Written with the first thing that is done: a session without a deed leaves no trace. */
  readonly start: Happening;
}

/**
 * Runs a session: what is done is written first, and only then does the state move on, so that
 * a card that was painted after a grade means that the grade is on the disk.
 */
export class SessionDriver {
  readonly #options: DriverOptions;
  #state: SessionState;
  /** One moment a card: the previews and the grade are counted from the same. */
  #moment: Moment;
  #isStarted = false;
  #failure: QuizError | undefined;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#moment = this.#now();
    const created =
      options.pace === undefined
        ? createSession(options.cards, this.#moment.at, options.already, options.returning)
        : createPacedSession(options.pace, this.#moment.at);
    this.#state = settle(created, [], options.world, this.#moment, options.rules);
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Why the last action could not be saved; it was not done then. */
  get failure(): QuizError | undefined {
    return this.#failure;
  }

  get moment(): Moment {
    return this.#moment;
  }

  get rules(): SessionRules {
    return this.#options.rules;
  }

  get world(): World {
    return this.#options.world;
  }

  /** The four outcomes of the card on the screen; undefined where none is, and in a cram. */
  get outcomes(): Readonly<Record<Rating, StudiedMemory>> | undefined {
    const { shown } = this.#state;
    if (shown === undefined || this.#options.rules.cram) return undefined;
    const { world } = this.#options;
    return preview(world.card(shown.card.key).memory, this.#moment, world.settings);
  }

  /** The recall expected on the day of the plan after each grade; undefined without a plan. */
  get recalls(): Readonly<Record<Rating, Probability>> | undefined {
    const { shown, pace } = this.#state;
    if (shown === undefined || pace === undefined) return undefined;
    const { memory } = this.#options.world.card(shown.card.key);
    return recallByRating(planMemoryOf(memory), this.#moment.day, pace.queue.horizon.day);
  }

  /** Why the card on the screen comes now; undefined without a plan, and for a drill. */
  get reason(): Reason | undefined {
    const { shown, pace } = this.#state;
    return pace === undefined || shown?.pick === undefined
      ? undefined
      : reasonOf(pace.queue, shown.pick);
  }

  /** Does what the person asked for. */
  dispatch(action: Action): void {
    const { world, rules, recorder } = this.#options;
    const next = step(this.#state, action, this.#moment, rules);
    const happenings = this.#withSeen(next.happenings);
    const events = this.#record(happenings);
    if (events === undefined) return;
    if (next.state.phase === 'choosing' || action.kind === 'undo') {
      recorder.refresh();
      this.#moment = this.#now();
    }
    const wasEnded = this.#state.ended !== undefined;
    this.#state = settle(next.state, events, world, this.#moment, rules);
    if (!wasEnded) this.#end();
  }

  /** Takes cards as their source has them now, in place of those with the same or an old key. */
  replaceCards(current: ReadonlyMap<string, Card>): void {
    const now = (card: Card): Card => current.get(card.key) ?? card;
    this.#state = withCards(this.#state, now);
  }

  #record(happenings: readonly Happening[]): readonly string[] | undefined {
    this.#failure = undefined;
    if (happenings.length === 0) return [];
    const starting = this.#isStarted ? [] : [this.#options.start];
    try {
      const ids = this.#options.recorder.record([...starting, ...happenings], this.#moment);
      this.#isStarted = true;
      return ids.slice(starting.length);
    } catch (error) {
      if (!(error instanceof QuizError)) throw error;
      this.#failure = error;
      return undefined;
    }
  }

  /** A session that ended may be taken up again by an undo, and ends again then. */
  #end(): void {
    const reason = this.#state.ended;
    if (!this.#isStarted || reason === undefined) return;
    this.#record([{ type: 'end', reason }]);
    // What the person did is saved; without its end, a session is one that was cut short.
    this.#failure = undefined;
  }

  /** Before a grade goes what was seen, if that is new: progress follows a card by it. */
  #withSeen(happenings: readonly Happening[]): readonly Happening[] {
    const card = this.#state.shown?.card;
    if (card === undefined || !happenings.some(({ type }) => type === 'grade')) return happenings;
    const { seen } = this.#options.world.card(card.key);
    if (seen?.question === card.question && seen.answer === card.answerHash) return happenings;
    const { key, question, answerHash } = card;
    return [{ type: 'seen', card: key, question, answer: answerHash }, ...happenings];
  }

  #now(): Moment {
    const at = this.#options.clock.now();
    return { at, day: studyDayOf(at, this.#options.world.settings.rolloverHour) };
  }
}
