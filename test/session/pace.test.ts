import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS } from '../../src/scheduler/plan/costs.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { SessionDriver } from '../../src/session/driver.ts';
import { createPace, minutesDone, type Pace, type PaceTerms } from '../../src/session/pace.ts';
import { upcomingCards } from '../../src/session/upcoming.ts';
import { cardsOf } from '../support/cards.ts';
import { FakeClock, FakeStore, grade, moment, startOf } from '../support/events.ts';

const TERMS: PaceTerms = {
  deadline: { kind: 'date', day: toStudyDay(17) },
  minutes: 10,
  costs: DEFAULT_COSTS,
};

/** A person on study day 10 with a week to go and 10 minutes a day. */
const open = (cards = cardsOf(3, 4), terms: Partial<PaceTerms> = {}) => {
  const store = new FakeStore();
  const clock = new FakeClock(moment(10).at);
  return drive(store, clock, createPace(cards, store.ledger, moment(10), { ...TERMS, ...terms }));
};

const drive = (store: FakeStore, clock: FakeClock, pace: Pace) => {
  const rules = { cram: false, minutes: undefined, whenNotDue: false };
  const driver = new SessionDriver({
    cards: [],
    already: 0,
    pace,
    world: store.ledger,
    recorder: store,
    clock,
    rules,
    start: startOf({ cards: [] }),
  });
  const answer = (rating: 'again' | 'good' | 'easy', ms: number): void => {
    driver.dispatch({ kind: 'reveal' });
    clock.pass(ms / 60_000);
    driver.dispatch({ kind: 'grade', rating, ms });
  };
  return { store, clock, driver, answer };
};

describe('a session by the plan', () => {
  it('ends when the minutes of the day are used, whatever the number of cards', () => {
    const { driver, answer } = open(cardsOf(3, 40));
    let cards = 0;
    for (; driver.state.phase === 'card' && cards < 100; cards++) answer('easy', 60_000);
    expect(cards).toBe(10);
    expect(driver.state.ended).toBe('done');
  });

  it('counts a long pause as two minutes', () => {
    const { driver, answer } = open(cardsOf(3, 40));
    answer('easy', 3_600_000);
    expect(driver.state.pace === undefined ? 0 : minutesDone(driver.state.pace)).toBeCloseTo(2, 6);
  });

  it('tells ahead which cards will come', () => {
    const { driver, answer } = open();
    const ahead = upcomingCards(driver.state, 4).map(({ key }) => key);
    const seen: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn++) {
      seen.push(driver.state.shown?.card.key);
      answer('easy', 20_000);
    }
    expect(seen).toEqual(ahead);
  });

  it('mixes chapters, and shows each card once unless its step is over', () => {
    const { driver, answer } = open();
    const seen: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      seen.push(driver.state.shown?.card.id ?? '');
      answer('easy', 20_000);
    }
    expect(new Set(seen).size).toBe(6);
    expect(new Set(seen.slice(0, 3).map((id) => id[0]))).toEqual(new Set(['1', '2', '3']));
  });

  it('drills a card again when its step is over, which costs time but is no new pick', () => {
    const { driver, answer, clock } = open();
    const first = driver.state.shown?.card.id;
    answer('again', 10_000);
    clock.pass(2);
    answer('easy', 10_000);
    expect(driver.state.shown?.card.id).toBe(first);
    expect(driver.reason).toBeUndefined();
  });

  it('tells the recall on the day after each grade, the better the grade the higher', () => {
    const { again, hard, good, easy } = open().driver.recalls ?? {
      again: 1,
      hard: 0,
      good: 0,
      easy: 0,
    };
    expect(again).toBeLessThan(hard);
    expect(hard).toBeLessThan(good);
    expect(good).toBeLessThan(easy);
  });

  it('says why a card comes', () => {
    expect(open().driver.reason?.why).toEqual({ kind: 'new', unseen: 12, days: 7 });
  });

  it('takes everything back on undo, the minutes too', () => {
    const { driver, answer } = open();
    const before = driver.state.pace;
    const card = driver.state.shown?.card;
    answer('good', 30_000);
    driver.dispatch({ kind: 'undo' });
    expect(driver.state.pace).toEqual(before);
    expect(driver.state.shown?.card).toBe(card);
  });

  it('passes a card over on skip, bury and suspend without using time', () => {
    for (const kind of ['skip', 'bury', 'suspend'] as const) {
      const { driver } = open();
      const first = driver.state.shown?.card.id;
      driver.dispatch({ kind });
      expect(driver.state.shown?.card.id).not.toBe(first);
      expect(driver.state.pace === undefined ? 1 : minutesDone(driver.state.pace)).toBe(0);
    }
  });

  it('shows what was reviewed under a clock a year ahead once, and not again the same day', () => {
    const store = new FakeStore();
    const cards = cardsOf(1, 2);
    store.record([grade('test/1-1', 'easy')], moment(20_365));
    const terms = { ...TERMS, deadline: { kind: 'date', day: toStudyDay(20_007) } } as const;
    const session = (): readonly string[] => {
      const clock = new FakeClock(moment(20_000).at);
      const pace = createPace(cards, store.ledger, moment(20_000), terms);
      const { driver, answer } = drive(store, clock, pace);
      const seen: string[] = [];
      for (; driver.state.phase === 'card' && seen.length < 9; answer('easy', 20_000))
        seen.push(driver.state.shown?.card.id ?? '');
      return seen;
    };
    expect(session().toSorted()).toEqual(['1-1', '1-2']);
    expect(session()).toEqual([]);
  });

  it('has nothing to ask with 0 minutes', () => {
    expect(open(cardsOf(1, 3), { minutes: 0 }).driver.state.phase).toBe('finished');
  });
});
