import {
  createEmptyCard,
  fsrs,
  type Grade,
  generatorParameters,
  State,
  type Card as TsCard,
} from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { poolOf } from '../../src/deck/card-pool.ts';
import type { Card } from '../../src/deck/types.ts';
import { RATINGS, type Rating } from '../../src/scheduler/memory.ts';
import { startOfStudyDay } from '../../src/scheduler/study-day.ts';
import { DAY_MS, MINUTE_MS, toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { createPlan } from '../../src/session/plan.ts';
import { createRandom } from '../../src/session/random.ts';
import { cardsOf } from '../support/cards.ts';
import { day, FakeClock, FakeStore, inZone, momentOf } from '../support/events.ts';
import { STUDY_OPTIONS } from '../support/session-options.ts';
import { Sitting } from './sitting.ts';

/** What ts-fsrs says of the same reviews, at noons in UTC: there its days are our study days. */
class Oracle {
  readonly #scheduler = fsrs(generatorParameters({ enable_fuzz: false }));
  readonly #cards = new Map<string, TsCard>();
  #seconds = 0;

  #at(studyDay: number): Date {
    return new Date(studyDay * DAY_MS + DAY_MS / 2 + (this.#seconds++ % 36_000) * 1000);
  }

  grade(key: string, rating: Rating, studyDay: number): TsCard {
    const now = this.#at(studyDay);
    const before: TsCard = this.#cards.get(key) ?? createEmptyCard(now);
    const { card } = this.#scheduler.next(before, now, (RATINGS.indexOf(rating) + 1) as Grade);
    this.#cards.set(key, card);
    return card;
  }

  /** For an undo: what was known of a card, to be put back. */
  of(key: string): TsCard | undefined {
    return this.#cards.get(key);
  }

  putBack(key: string, card: TsCard | undefined): void {
    if (card === undefined) this.#cards.delete(key);
    else this.#cards.set(key, card);
  }

  /** Cards that are due on a study day, those that were left in their steps among them. */
  due(studyDay: number): readonly string[] {
    return [...this.#cards]
      .filter(([, { due }]) => Math.floor(due.getTime() / DAY_MS) <= studyDay)
      .map(([key]) => key);
  }

  get size(): number {
    return this.#cards.size;
  }
}

interface Learner {
  readonly cards: readonly Card[];
  readonly oracle: Oracle;
  readonly random: () => number;
  store: FakeStore;
}

const ratingOf = (random: number): Rating =>
  random < 0.15 ? 'again' : random < 0.25 ? 'hard' : random < 0.9 ? 'good' : 'easy';

/** One card: shown, graded, and now and then taken back and graded in another way. */
const answer = (sitting: Sitting, studyDay: number, { oracle, random }: Learner): string => {
  const { shown } = sitting.driver.state;
  const key = shown?.card.key ?? '';
  const before = oracle.of(key);
  if (random() < 0.1) {
    const rating = ratingOf(random());
    sitting.grade(rating);
    oracle.grade(key, rating, studyDay);
    sitting.do('undo');
    oracle.putBack(key, before);
    expect(sitting.driver.state.shown?.card.key).toBe(key);
  }
  const rating = ratingOf(random());
  const promised = sitting.driver.outcomes?.[rating];
  sitting.clock.pass(0.3 + random());
  sitting.grade(rating);
  const theirs = oracle.grade(key, rating, studyDay);
  const { memory } = sitting.store.ledger.card(key);
  expect(memory).toEqual(promised);
  expect(memory).toMatchObject({
    stage: (State[theirs.state] ?? '').toLowerCase(),
    interval: theirs.scheduled_days,
    stability: expect.closeTo(theirs.stability, 6),
    difficulty: expect.closeTo(theirs.difficulty, 6),
  });
  return key;
};

const open = ({ cards, store }: Learner, clock: FakeClock) => {
  const plan = createPlan(poolOf(cards), store.ledger, STUDY_OPTIONS, momentOf(clock));
  return { plan, sitting: new Sitting(plan.cards, { store, clock }) };
};

/** A whole session, or one that is quit after some cards; gives the cards that were shown. */
const study = (sitting: Sitting, studyDay: number, learner: Learner, most = 1000): Set<string> => {
  const shown = new Set<string>();
  for (let n = 0; n < most && sitting.driver.state.phase === 'card'; n++) {
    shown.add(answer(sitting, studyDay, learner));
  }
  sitting.do('quit');
  return shown;
};

/** One day: perhaps a session that is quit early, then one to the end. */
const studyOn = (studyDay: number, learner: Learner): void => {
  const { cards, oracle, random } = learner;
  // Some evening, or the night after it: for UTC another day, for the learner the same.
  const hour = 14 + random() * 8;
  const start = startOfStudyDay(toStudyDay(studyDay), 4) + hour * 60 * MINUTE_MS;
  const clock = new FakeClock(toTimestamp(start));
  const known = oracle.size;
  const room = Math.min(10, cards.length - known);
  if (random() < 0.2) {
    study(open(learner, clock).sitting, studyDay, learner, 5);
    // Another window, which knows what is in the journals and nothing else.
    learner.store = new FakeStore(learner.store.journals, { session: `on-${studyDay}` });
  }
  const due = new Set(oracle.due(studyDay));
  const fresh = room - (oracle.size - known);
  const { plan, sitting } = open(learner, clock);
  expect(plan.cards.length).toBe(due.size + fresh);
  const shown = study(sitting, studyDay, learner);
  expect([...shown].filter((key) => due.has(key)).toSorted()).toEqual([...due].toSorted());
  expect(shown.size).toBe(due.size + fresh);
  // Nothing that is due is left for tomorrow.
  expect(oracle.due(studyDay)).toEqual([]);
};

const simulate = (seed: number, zone: string): void =>
  inZone(zone, () => {
    const learner: Learner = {
      cards: cardsOf(8, 20),
      oracle: new Oracle(),
      random: createRandom(seed),
      store: new FakeStore(),
    };
    // Over the day on which clocks go back.
    const first = day('2026-10-01');
    for (let studyDay: number = first; studyDay < first + 60; studyDay++) {
      if (learner.random() >= 0.1) studyOn(studyDay, learner);
    }
    expect(learner.oracle.size).toBe(learner.cards.length);
  });

describe('60 days of study', () => {
  it.each([
    ['UTC', 1],
    ['America/New_York', 2],
    ['Europe/Berlin', 3],
    ['Pacific/Auckland', 4],
  ])(
    'in %s show each day exactly what ts-fsrs says is due, and 10 new cards',
    (zone, seed) => {
      simulate(seed, zone);
    },
    60_000,
  );
});
