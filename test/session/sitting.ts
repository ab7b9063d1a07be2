import type { Card } from '../../src/deck/types.ts';
import type { Rating } from '../../src/scheduler/memory.ts';
import { SessionDriver } from '../../src/session/driver.ts';
import type { SessionRules } from '../../src/session/machine.ts';
import { FakeClock, FakeStore, moment, startOf } from '../support/events.ts';

const RULES: SessionRules = { cram: false, minutes: undefined, whenNotDue: false };

/** Actions that need no more than their name. */
type Bare = 'reveal' | 'skip' | 'bury' | 'suspend' | 'undo' | 'quit' | 'interrupt';

interface SittingOptions {
  readonly store?: FakeStore;
  readonly clock?: FakeClock;
  readonly rules?: Partial<SessionRules>;
  readonly already?: number;
  readonly returning?: readonly Card[];
}

/** One person before one window: the driver, and what they can do to it in short words. */
export class Sitting {
  readonly store: FakeStore;
  readonly clock: FakeClock;
  readonly driver: SessionDriver;

  constructor(cards: readonly Card[], options: SittingOptions = {}) {
    this.store = options.store ?? new FakeStore();
    this.clock = options.clock ?? new FakeClock(moment(10).at);
    this.driver = new SessionDriver({
      cards,
      already: options.already ?? 0,
      returning: options.returning ?? [],
      world: this.store.ledger,
      recorder: this.store,
      clock: this.clock,
      rules: { ...RULES, ...options.rules },
      start: startOf({ cards: cards.map(({ key }) => key) }),
    });
  }

  /** The id of the card on the screen, or `finished`. */
  get shown(): string {
    return this.driver.state.shown?.card.id ?? this.driver.state.phase;
  }

  /** Cards in the order in which they come, until the end, each graded in the same way. */
  rest(rating: Rating): readonly string[] {
    const ids: string[] = [];
    while (this.driver.state.phase === 'card') {
      ids.push(this.shown);
      this.grade(rating);
    }
    return ids;
  }

  do(...kinds: readonly Bare[]): this {
    for (const kind of kinds) this.driver.dispatch({ kind });
    return this;
  }

  /** Reveals and grades, one card a rating. */
  grade(...ratings: readonly Rating[]): this {
    for (const rating of ratings) {
      this.driver.dispatch({ kind: 'reveal' });
      this.driver.dispatch({ kind: 'grade', rating, ms: 1000 });
    }
    return this;
  }

  /** The state of a card, by its id. */
  card(id: string) {
    return this.store.ledger.card(`test/${id}`);
  }
}
