import { beforeEach, describe, expect, it } from 'vitest';
import { startOfStudyDay } from '../../src/scheduler/study-day.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { SessionDriver } from '../../src/session/driver.ts';
import { forecastOf, streakOf, summarise } from '../../src/session/summary.ts';
import { cardsOf, idsOf } from '../support/cards.ts';
import { FakeClock, FakeStore, grade, moment, startOf } from '../support/events.ts';

const CARDS = cardsOf(2, 3);
let store: FakeStore;
let clock: FakeClock;

beforeEach(() => {
  store = new FakeStore();
  clock = new FakeClock(moment(10).at);
});

const drive = (ids: readonly string[]): SessionDriver =>
  new SessionDriver({
    cards: CARDS.filter(({ id }) => ids.includes(id)),
    already: 0,
    world: store.ledger,
    recorder: store,
    clock,
    rules: { cram: false, minutes: undefined, whenNotDue: false },
    start: startOf(),
  });

const summaryOf = ({ state, moment: now }: SessionDriver, cram = false) =>
  summarise(state, CARDS, store.ledger, store.ledger.days, now, cram);

const answer = (
  driver: SessionDriver,
  ...ratings: readonly ('again' | 'hard' | 'good' | 'easy')[]
) => {
  for (const rating of ratings) {
    driver.dispatch({ kind: 'reveal' });
    clock.pass(1);
    driver.dispatch({ kind: 'grade', rating, ms: 60_000 });
  }
};

describe('a summary', () => {
  it('counts cards, grades, time, and what was known', () => {
    store.record([grade('test/1-1', 'easy'), grade('test/1-2', 'easy')], moment(2));
    const driver = drive(['1-1', '1-2', '1-3']);
    answer(driver, 'good', 'again', 'easy');
    answer(driver, 'good');
    expect(driver.state.phase).toBe('finished');
    expect(summaryOf(driver)).toMatchObject({
      cards: 3,
      grades: { again: 1, hard: 0, good: 2, easy: 1 },
      durationMs: 4 * 60_000,
      known: 2,
      remembered: 1,
      introduced: 1,
      cram: false,
    });
  });

  it('names what was missed, once, with the time at which it comes back', () => {
    const driver = drive(['1-1', '1-2']);
    answer(driver, 'again', 'again', 'good', 'easy', 'good');
    const { missed } = summaryOf(driver);
    expect(missed.map(({ card }) => card.id)).toEqual(['1-1']);
    expect(missed[0]?.due).toEqual({ kind: 'on', day: toStudyDay(11) });
  });

  it('does not know what was undone', () => {
    const driver = drive(['1-1', '1-2']);
    answer(driver, 'again');
    driver.dispatch({ kind: 'undo' });
    answer(driver, 'easy', 'easy');
    expect(summaryOf(driver)).toMatchObject({
      cards: 2,
      missed: [],
      grades: { again: 0, easy: 2 },
    });
  });

  it('of a session in which nothing was graded has nothing', () => {
    const driver = drive(['1-1']);
    driver.dispatch({ kind: 'quit' });
    expect(summaryOf(driver)).toMatchObject({ cards: 0, known: 0, introduced: 0, missed: [] });
  });
});

describe('a streak', () => {
  const streak = (today: number, ...days: readonly number[]): number => {
    for (const day of days) store.record([grade('test/1-1', 'good')], moment(day));
    return streakOf(store.ledger.days, toStudyDay(today));
  };

  it('counts the study days in a row up to today', () => {
    expect(streak(10, 7, 8, 9, 10)).toBe(4);
  });

  it('is not broken by a day that has not been studied yet', () => {
    expect(streak(10, 8, 9)).toBe(2);
  });

  it('is broken by a day without a grade', () => {
    expect(streak(10, 7, 8)).toBe(0);
    expect(streakOf(store.ledger.days, toStudyDay(8))).toBe(2);
  });

  it('is 0 where nothing was ever studied', () => {
    expect(streak(10)).toBe(0);
  });

  it('does not count a day whose only grade was undone', () => {
    const [id] = store.record([grade('test/1-1', 'good')], moment(10));
    store.record([{ type: 'undo', target: id ?? '', card: 'test/1-1' }], moment(10));
    expect(streakOf(store.ledger.days, toStudyDay(10))).toBe(0);
  });
});

describe('a forecast', () => {
  const forecast = (on = 10) => forecastOf(CARDS, store.ledger, moment(on));

  it('counts what is due tomorrow and in a week, with what is overdue by then', () => {
    store.record([grade('test/1-1', 'easy')], moment(0));
    store.record([grade('test/1-2', 'easy')], moment(3));
    store.record([grade('test/1-3', 'easy')], moment(8));
    expect(forecast()).toMatchObject({ tomorrow: 2, week: 3 });
  });

  it('names the card that comes next, and when', () => {
    store.record([grade('test/1-1', 'easy')], moment(10));
    store.record([grade('test/1-2', 'easy')], moment(9));
    expect(forecast().next?.card.id).toBe('1-2');
    expect(forecast().next?.at).toBe(startOfStudyDay(toStudyDay(17), 4));
  });

  it('has nothing where nothing was studied', () => {
    expect(forecast()).toEqual({ tomorrow: 0, week: 0, next: undefined });
  });

  it('leaves suspended cards out, and buried ones until they come back', () => {
    store.record([grade('test/1-1', 'again'), grade('test/1-2', 'again')], moment(10));
    store.record(
      [
        { type: 'suspend', card: 'test/1-1' },
        { type: 'bury', card: 'test/1-2', until: toStudyDay(11) },
      ],
      moment(10),
    );
    expect(forecast()).toMatchObject({ tomorrow: 1, week: 1 });
    expect(forecast().next?.card.id).toBe('1-2');
    expect(forecast().next?.at).toBe(startOfStudyDay(toStudyDay(11), 4));
  });

  it('counts new cards in no day', () => {
    expect(idsOf(CARDS)).toHaveLength(6);
    expect(forecast()).toMatchObject({ tomorrow: 0, week: 0 });
  });
});
