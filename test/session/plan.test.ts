import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { poolOf } from '../../src/deck/card-pool.ts';
import type { Card } from '../../src/deck/types.ts';
import type { Happening } from '../../src/progress/events.ts';
import type { Rating } from '../../src/scheduler/memory.ts';
import { planMemoryOf } from '../../src/scheduler/plan/card.ts';
import { DEFAULT_COSTS } from '../../src/scheduler/plan/costs.ts';
import { outlookOf } from '../../src/scheduler/plan/outlook.ts';
import type { Moment } from '../../src/scheduler/schedule.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { EVERY_CARD } from '../../src/session/filter.ts';
import {
  createPlan,
  ORDERS,
  type Plan,
  type SessionOptions,
  type WholeWorld,
} from '../../src/session/plan.ts';
import { card, cardsOf, chapter, idsOf } from '../support/cards.ts';
import { FakeStore, grade, moment } from '../support/events.ts';
import { STUDY_OPTIONS } from '../support/session-options.ts';

let store: FakeStore;

beforeEach(() => {
  store = new FakeStore();
});

const happen = (now: Moment, ...happenings: readonly Happening[]): void => {
  store.record(happenings, now);
};

const graded = (now: Moment, rating: Rating, ...ids: readonly string[]): void =>
  happen(now, ...ids.map((id) => grade(`test/${id}`, rating)));

const plan = (
  cards: readonly Card[],
  options: Partial<SessionOptions> = {},
  now = moment(10),
): Plan => createPlan(poolOf(cards), store.ledger, { ...STUDY_OPTIONS, ...options }, now);

const planned = (...args: Parameters<typeof plan>): readonly string[] => idsOf(plan(...args).cards);

describe('new cards', () => {
  it('are 10 a day, counted over the sessions of the day', () => {
    const cards = cardsOf(1, 30);
    expect(planned(cards)).toHaveLength(10);
    graded(moment(10), 'easy', '1-1', '1-2', '1-3', '1-4');
    expect(planned(cards)).toHaveLength(6);
    expect(plan(cards).heldBack.new).toBe(20);
    expect(planned(cards, {}, moment(11))).toHaveLength(10);
  });

  it('are as many as were set', () => {
    happen(moment(10), { type: 'set', key: 'newPerDay', value: 3 });
    expect(planned(cardsOf(1, 30))).toHaveLength(3);
  });

  it('count again when their grade was undone', () => {
    const cards = cardsOf(1, 30);
    const ids = store.record([grade('test/1-1', 'easy')], moment(10));
    happen(moment(10), { type: 'undo', target: ids[0] ?? '', card: 'test/1-1' });
    expect(planned(cards)).toHaveLength(10);
  });

  it('are as many as --new says, whatever the day had', () => {
    const cards = cardsOf(1, 30);
    graded(moment(10), 'easy', ...idsOf(cards.slice(0, 10)));
    expect(planned(cards)).toEqual([]);
    expect(planned(cards, { newCards: 12 })).toHaveLength(12);
    expect(planned(cards, { newCards: 0 })).toEqual([]);
  });

  it('are none with --due, and none is held back by it', () => {
    expect(plan(cardsOf(1, 5), { dueOnly: true })).toEqual({
      cards: [],
      heldBack: { new: 0, reviews: 0 },
    });
  });

  it('come by weight within a chapter, in the order of the deck where that is the same', () => {
    const own = chapter(1);
    const cards = ([1, 3, 2, 3] as const).map((weight, index) =>
      card(`${index}`, { chapter: own, weight }),
    );
    expect(planned(cards)).toEqual(['1', '3', '2', '0']);
  });

  it('come from each chapter in turn', () => {
    expect(planned(cardsOf(3, 2))).toEqual(['1-1', '2-1', '3-1', '1-2', '2-2', '3-2']);
  });

  it('of a chapter with fewer cards leave their turn to the others', () => {
    const cards = [...cardsOf(1, 3), card('x', { chapter: chapter(2) })];
    expect(planned(cards)).toEqual(['1-1', 'x', '1-2', '1-3']);
  });

  it('are held back by the limit evenly over the chapters', () => {
    const chosen = plan(cardsOf(5, 10)).cards.map((one) => one.chapter?.number);
    expect(chosen).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
  });
});

describe('reviews', () => {
  it('come when their study day has come', () => {
    const cards = cardsOf(1, 2);
    graded(moment(2), 'easy', '1-1', '1-2');
    expect(planned(cards, {}, moment(9))).toEqual([]);
    expect(planned(cards, {}, moment(10))).toEqual(['1-1', '1-2']);
  });

  it('come before new cards', () => {
    const cards = cardsOf(1, 3);
    graded(moment(2), 'easy', '1-3');
    expect(planned(cards)).toEqual(['1-3', '1-1', '1-2']);
  });

  it('are 200 a day, counted over the sessions of the day', () => {
    const cards = cardsOf(1, 210);
    graded(moment(2), 'easy', ...idsOf(cards));
    expect(planned(cards)).toHaveLength(200);
    expect(plan(cards).heldBack.reviews).toBe(10);
    graded(moment(10), 'good', ...idsOf(cards.slice(0, 50)));
    expect(planned(cards)).toHaveLength(150);
    expect(planned(cards, {}, moment(11))).toHaveLength(160);
  });

  describe('of a backlog', () => {
    const cards = cardsOf(2, 4);
    const today = moment(40);

    beforeEach(() => {
      graded(moment(0), 'easy', '1-1', '2-1', '2-4');
      graded(moment(2), 'good', '1-2', '2-2');
      graded(moment(3), 'good', '1-2', '2-2');
      graded(moment(9), 'again', '2-2');
      graded(moment(10), 'good', '2-2');
      graded(moment(20), 'easy', '1-3', '2-3');
      graded(moment(28), 'hard', '2-3');
    });

    const gains = (ids: readonly string[], { day } = today): readonly number[] =>
      ids.map((id) => {
        const memory = planMemoryOf(store.ledger.card(`test/${id}`).memory);
        return outlookOf(memory, day, 14, DEFAULT_COSTS).gain;
      });

    const dueOnly = (options: Partial<SessionOptions> = {}): readonly string[] =>
      planned(cards, { dueOnly: true, ...options }, today);

    const isFalling = (values: readonly number[]): boolean =>
      values.every((value, index) => value <= (values[index - 1] ?? Number.POSITIVE_INFINITY));

    it('come by what a second on them gains, where the limit of the day is less', () => {
      const all = dueOnly();
      happen(today, { type: 'set', key: 'reviewsPerDay', value: 4 });
      const chosen = dueOnly();
      expect(chosen).toHaveLength(4);
      expect(isFalling(gains(chosen))).toBe(true);
      const left = all.filter((id) => !chosen.includes(id));
      expect(left.length).toBeGreaterThan(0);
      expect(Math.max(...gains(left))).toBeLessThanOrEqual(Math.min(...gains(chosen)));
    });

    it('come so too where the session has fewer cards or minutes than are due', () => {
      const best = dueOnly({ limit: 3 });
      expect(isFalling(gains(best))).toBe(true);
      expect(dueOnly({ minutes: 2 }).slice(0, 3)).toEqual(best);
      expect(isFalling(gains(dueOnly()))).toBe(false);
    });

    it('come in the order in which they fell due with --order due', () => {
      happen(today, { type: 'set', key: 'reviewsPerDay', value: 4 });
      const dues = dueOnly({ order: 'due' }).map((id) => {
        const { memory } = store.ledger.card(`test/${id}`);
        return memory.stage === 'new' || memory.due.kind === 'at' ? 0 : memory.due.day;
      });
      expect(dues).toHaveLength(4);
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    });

    it('are the same cards at random and in the order of the deck', () => {
      happen(today, { type: 'set', key: 'reviewsPerDay', value: 4 });
      for (const order of ['random', 'deck'] as const)
        expect(dueOnly({ order }).toSorted()).toEqual(dueOnly().toSorted());
    });

    it('that were missed come by gain, and by their due date where that is asked', () => {
      graded(moment(38), 'again', '1-1', '2-3', '1-2', '2-4');
      const missed = (order: SessionOptions['order']) =>
        dueOnly({ scope: { kind: 'missed' }, order });
      expect(missed('gain')).toHaveLength(4);
      expect(isFalling(gains(missed('gain')))).toBe(true);
      expect(gains(missed('gain'))[0]).toBeGreaterThan(gains(missed('gain'))[3] ?? 1);
      expect(missed('due').toSorted()).toEqual(missed('gain').toSorted());
    });
  });

  it('come from each chapter in turn', () => {
    graded(moment(2), 'easy', '1-1', '1-2', '2-1', '2-2');
    expect(planned(cardsOf(2, 2))).toEqual(['1-1', '2-1', '1-2', '2-2']);
  });
});

describe('cards in their steps', () => {
  it('come first when their step is over, and no limit holds them back', () => {
    const cards = cardsOf(1, 4);
    happen(moment(1), { type: 'set', key: 'newPerDay', value: 0 });
    happen(moment(1), { type: 'set', key: 'reviewsPerDay', value: 0 });
    graded(moment(2), 'easy', '1-1');
    graded(moment(9), 'good', '1-4');
    expect(planned(cards)).toEqual(['1-4']);
  });

  it('are in the session too when their step is over within 20 minutes', () => {
    const cards = cardsOf(1, 2);
    graded(moment(10), 'good', '1-2');
    expect(planned(cards, { dueOnly: true }, moment(10, 1))).toEqual(['1-2']);
  });
});

describe('cards that are hidden', () => {
  it('are in no session while they are suspended or buried', () => {
    const cards = cardsOf(1, 3);
    happen(moment(10), { type: 'suspend', card: 'test/1-1' });
    happen(moment(10), { type: 'bury', card: 'test/1-2', until: toStudyDay(11) });
    expect(planned(cards)).toEqual(['1-3']);
    expect(planned(cards, { cram: true })).toEqual(['1-3']);
    expect(planned(cards, {}, moment(11))).toEqual(['1-2', '1-3']);
  });

  it('are not missed either', () => {
    graded(moment(9), 'again', '1-1');
    happen(moment(9), { type: 'suspend', card: 'test/1-1' });
    expect(planned(cardsOf(1, 1), { scope: { kind: 'missed' } })).toEqual([]);
  });
});

describe('the order', () => {
  const cards = cardsOf(3, 4);

  it('random is another one for another seed, and the same for the same', () => {
    const random = (seed: number) => planned(cards, { order: 'random', seed, newCards: 12 });
    expect(random(1)).toEqual(random(1));
    expect(random(1)).not.toEqual(random(2));
    expect(random(1).toSorted()).toEqual(idsOf(cards).toSorted());
  });

  it('deck is that of the deck, whatever is due', () => {
    graded(moment(2), 'easy', '2-3');
    expect(planned(cards, { order: 'deck', newCards: 12 })).toEqual(idsOf(cards));
  });

  it('that is best does not depend on the seed', () => {
    expect(planned(cards, { seed: 1 })).toEqual(planned(cards, { seed: 99 }));
  });

  it('chooses the same cards, however they are ordered', () => {
    graded(moment(2), 'easy', '2-3', '3-1');
    const chosen = (order: SessionOptions['order']) => planned(cards, { order }).toSorted();
    for (const order of ORDERS) expect(chosen(order)).toEqual(chosen('gain'));
  });
});

describe('a limit', () => {
  it('is one of different cards, taken from the front', () => {
    const cards = cardsOf(1, 8);
    graded(moment(2), 'easy', '1-5');
    expect(planned(cards, { limit: 3 })).toEqual(['1-5', '1-1', '1-2']);
    expect(planned(cards, { limit: 0 })).toEqual([]);
  });

  it('holds for missed cards and for a cram', () => {
    const cards = cardsOf(1, 8);
    graded(moment(9), 'again', ...idsOf(cards));
    expect(planned(cards, { scope: { kind: 'missed' }, limit: 2 })).toHaveLength(2);
    expect(planned(cards, { cram: true, limit: 2 })).toHaveLength(2);
  });
});

describe('the missed cards', () => {
  const cards = cardsOf(2, 3);
  const missed = { kind: 'missed' } as const;

  beforeEach(() => {
    graded(moment(3), 'again', '1-1');
    graded(moment(8), 'again', '1-2', '2-1');
    graded(moment(9), 'good', '2-1', '2-2');
  });

  it('are those that were graded again and not passed on a later day', () => {
    expect(planned(cards, { scope: missed })).toEqual(['1-1', '1-2']);
  });

  it('come whether they are due or not, and no limit of the day counts', () => {
    happen(moment(9), { type: 'set', key: 'reviewsPerDay', value: 0 });
    expect(planned(cards, { scope: missed }, moment(9))).toEqual(['1-1', '1-2']);
  });

  it('of the last days are those of these days, today among them', () => {
    expect(planned(cards, { scope: { ...missed, days: 3 } })).toEqual(['1-2']);
    expect(planned(cards, { scope: { ...missed, days: 2 } })).toEqual([]);
    expect(planned(cards, { scope: { ...missed, days: 8 } })).toEqual(['1-1', '1-2']);
  });

  it('of a session are those that it failed last', () => {
    const other = new FakeStore(store.journals, { session: 'window-2' });
    other.record([grade('test/1-2', 'again')], moment(9));
    store.refresh();
    expect(planned(cards, { scope: { ...missed, session: 'window-2' } })).toEqual(['1-2']);
    expect(planned(cards, { scope: { ...missed, session: 'window-1' } })).toEqual(['1-1']);
    expect(planned(cards, { scope: { ...missed, session: 'none' } })).toEqual([]);
  });

  it('are filtered like all others', () => {
    const filter = { ...EVERY_CARD, chapters: [chapter(2)] };
    expect(planned(cards, { scope: missed, filter })).toEqual([]);
  });
});

describe('the leeches', () => {
  it('are the cards that are failed again and again', () => {
    graded(moment(0), 'easy', '1-1', '1-2');
    for (const day of [8, 9, 10]) {
      graded(moment(day), 'again', '1-1');
      graded(moment(day), 'good', '1-2');
    }
    expect(planned(cardsOf(1, 3), { scope: { kind: 'leeches' } })).toEqual(['1-1']);
  });
});

describe('a cram', () => {
  it('has every card of the filter, from each chapter in turn', () => {
    graded(moment(9), 'easy', '1-1');
    expect(planned(cardsOf(2, 2), { cram: true })).toEqual(['1-1', '2-1', '1-2', '2-2']);
    const filter = { ...EVERY_CARD, chapters: [chapter(2)] };
    expect(planned(cardsOf(2, 2), { cram: true, filter })).toEqual(['2-1', '2-2']);
  });

  it('of missed cards has these alone', () => {
    graded(moment(9), 'again', '1-2');
    expect(planned(cardsOf(2, 2), { cram: true, scope: { kind: 'missed' } })).toEqual(['1-2']);
  });
});

describe('a plan', () => {
  it('has each card once', () => {
    graded(moment(2), 'easy', '1-1', '2-1');
    graded(moment(10), 'again', '2-2');
    const ids = planned(cardsOf(4, 5), {}, moment(10, 5));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of an empty deck is empty', () => {
    expect(plan([])).toEqual({ cards: [], heldBack: { new: 0, reviews: 0 } });
  });

  it('follows the filter', () => {
    const filter = { ...EVERY_CARD, chapters: [chapter(3)] };
    expect(planned(cardsOf(4, 2), { filter })).toEqual(['3-1', '3-2']);
  });

  it('is the same whether the cards of the deck are walked or those that are known', () => {
    const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
    const deed = fc.record({
      card: fc.nat(59),
      day: fc.integer({ min: 1, max: 9 }),
      what: fc.oneof(ratings, fc.constantFrom('suspend' as const, 'mark' as const)),
    });
    const options = fc.record({
      order: fc.constantFrom(...ORDERS),
      newCards: fc.constantFrom(undefined, 0, 3, 100),
      limit: fc.constantFrom(undefined, 5),
      dueOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), options, (deeds, chosen) => {
        store = new FakeStore();
        // Ten of the cards are of another deck.
        const all = cardsOf(6, 10);
        const cards = all.slice(0, 50);
        const keys = all.map(({ key }) => key);
        for (const { card, day, what } of deeds.toSorted((a, b) => a.day - b.day)) {
          const key = keys[card] ?? '';
          const happening: Happening =
            what === 'suspend' || what === 'mark' ? { type: what, card: key } : grade(key, what);
          happen(moment(day), happening);
        }
        happen(moment(9), { type: 'alias', from: keys[0] ?? '', to: keys[55] ?? '' });
        const { ledger } = store;
        const plans = [0, Number.POSITIVE_INFINITY].map((size) => {
          const world: WholeWorld = {
            card: (key) => ledger.card(key),
            glance: (key, day) => ledger.glance(key, day),
            day: (day) => ledger.day(day),
            names: () => ledger.names(),
            settings: ledger.settings,
            size,
          };
          return createPlan(poolOf(cards), world, { ...STUDY_OPTIONS, ...chosen }, moment(10));
        });
        expect(plans[0]).toEqual(plans[1]);
      }),
    );
  });
});
