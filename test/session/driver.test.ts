import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/deck/types.ts';
import { NEW_CARD } from '../../src/progress/card-state.ts';
import { RATINGS } from '../../src/scheduler/memory.ts';
import { toStudyDay } from '../../src/scheduler/units.ts';
import { doneCount } from '../../src/session/machine.ts';
import { card, cardsOf, placeOf } from '../support/cards.ts';
import { FakeJournals, FakeStore, grade, moment, stateOf } from '../support/events.ts';
import { Sitting } from './sitting.ts';

const THREE = cardsOf(1, 3);
const KEYS = THREE.map(({ key }) => key);

describe('a session', () => {
  it('asks its cards in order and is finished after the last', () => {
    const sitting = new Sitting(THREE);
    expect(sitting.rest('easy')).toEqual(['1-1', '1-2', '1-3']);
    expect(sitting.driver.state).toMatchObject({ phase: 'finished', ended: 'done' });
    expect(placeOf(sitting.card('1-3').memory)).toBe('review 8d');
  });

  it('without a card is finished at once and leaves no trace', () => {
    const sitting = new Sitting([]).do('quit');
    expect(sitting.shown).toBe('finished');
    expect(sitting.store.types).toEqual([]);
  });

  it('writes each grade before the next card is shown', () => {
    const sitting = new Sitting(THREE).grade('good');
    expect(sitting.store.types.at(-1)).toBe('grade');
    expect(sitting.shown).toBe('1-2');
  });

  it('writes its start with the first deed only, and its end at the end', () => {
    const sitting = new Sitting(cardsOf(1, 2)).do('reveal', 'skip');
    expect(sitting.store.types).toEqual([]);
    sitting.grade('easy');
    expect(sitting.store.writes).toEqual([['start', 'seen', 'grade']]);
    sitting.grade('easy');
    expect(sitting.store.types).toEqual(['start', 'seen', 'grade', 'seen', 'grade', 'end']);
  });

  it('that is left before a deed leaves no trace', () => {
    expect(new Sitting(THREE).do('reveal', 'skip', 'quit').store.types).toEqual([]);
  });

  it('keeps why it ended', () => {
    const ended = (kind: 'quit' | 'interrupt') => {
      const { store } = new Sitting(THREE).grade('good').do(kind);
      return store.ledger.sessions.get('window-1')?.ended;
    };
    expect(ended('quit')).toBe('quit');
    expect(ended('interrupt')).toBe('interrupted');
  });

  it('ends once: what is pressed on its summary ends it no second time', () => {
    const sitting = new Sitting(cardsOf(1, 1)).grade('easy');
    const { types } = sitting.store;
    sitting.do('reveal', 'skip', 'quit', 'interrupt', 'bury');
    expect(sitting.store.types).toEqual(types);
    expect(sitting.driver.state.ended).toBe('done');
  });

  it('counts the cards that were done before it was interrupted', () => {
    const sitting = new Sitting(THREE, { already: 4 });
    expect(sitting.driver.state.total).toBe(7);
    expect(doneCount(sitting.driver.state)).toBe(4);
    expect(doneCount(sitting.grade('easy').driver.state)).toBe(5);
  });

  it('counts a skipped card as done only when it is left for another session', () => {
    const sitting = new Sitting(THREE);
    const done = (): number => doneCount(sitting.driver.state);
    sitting.do('skip');
    expect(done()).toBe(0);
    sitting.grade('easy').grade('easy');
    expect(done()).toBe(2);
    sitting.do('skip');
    expect(done()).toBe(3);
    sitting.do('undo');
    expect(done()).toBe(2);
  });

  it('that is gone on with brings back the cards in their steps, and counts them once', () => {
    const store = new FakeStore();
    store.record([grade('test/1-1', 'easy'), grade('test/1-2', 'good')], moment(10));
    const [, second, third] = cardsOf(1, 3);
    const rest = { store, already: 2, returning: second === undefined ? [] : [second] };
    const sitting = new Sitting(third === undefined ? [] : [third], rest);
    expect(sitting.driver.state.total).toBe(3);
    expect(sitting.shown).toBe('1-3');
    expect(doneCount(sitting.driver.state)).toBe(2);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-2');
    expect(doneCount(sitting.driver.state)).toBe(2);
    sitting.grade('good');
    expect(sitting.shown).toBe('finished');
    expect(doneCount(sitting.driver.state)).toBe(3);
  });

  it('counts a card that comes back as one', () => {
    const sitting = new Sitting(THREE).grade('again', 'easy');
    sitting.clock.pass(2);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-1');
    // The one on the screen is not done: it is the third of three.
    expect(doneCount(sitting.driver.state)).toBe(2);
    expect(sitting.driver.state.total).toBe(3);
  });
});

describe('a card', () => {
  it('is not graded before its answer was shown', () => {
    const sitting = new Sitting(THREE);
    const before = sitting.driver.state;
    sitting.driver.dispatch({ kind: 'grade', rating: 'good', ms: 1 });
    expect(sitting.driver.state).toBe(before);
    expect(sitting.store.types).toEqual([]);
  });

  it('gives its hints one by one, as many as it has', () => {
    const sitting = new Sitting(THREE);
    const hints = [1, 2, 3].map(() => {
      sitting.driver.dispatch({ kind: 'hint', available: 2 });
      return sitting.driver.state.shown?.hints;
    });
    expect(hints).toEqual([1, 2, 2]);
  });

  it('shows the outcomes that its grade then has, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.nat(30)), { maxLength: 40 }),
        (answers) => {
          const sitting = new Sitting(cardsOf(2, 3));
          for (const [rating, minutes] of answers) {
            const { state, outcomes } = sitting.driver;
            const id = state.shown?.card.id;
            if (id === undefined) return;
            sitting.clock.pass(minutes);
            sitting.grade(rating);
            expect(sitting.card(id).memory).toEqual(outcomes?.[rating]);
          }
        },
      ),
    );
  });

  it('keeps the outcomes that it shows, however long it is looked at', () => {
    const sitting = new Sitting(THREE);
    const before = sitting.driver.outcomes;
    sitting.clock.pass(600);
    sitting.do('reveal');
    expect(sitting.driver.outcomes).toEqual(before);
  });

  it('records what was seen with its first grade, and when its text changed', () => {
    const sitting = new Sitting([card('a')]);
    sitting.grade('again', 'again');
    expect(sitting.store.types.filter((type) => type === 'seen')).toHaveLength(1);
    expect(sitting.card('a').seen).toEqual({ question: 'What is a?', answer: 'hash-of-a' });
    const later = new Sitting([card('a', { answerHash: 'other' })], {
      store: sitting.store,
      rules: { whenNotDue: true },
    });
    later.grade('good');
    expect(sitting.store.writes.at(-1)).toEqual(['start', 'seen', 'grade']);
    expect(sitting.card('a').seen?.answer).toBe('other');
  });
});

describe('a skip', () => {
  it('puts a card behind the others', () => {
    const sitting = new Sitting(THREE).do('skip');
    expect(sitting.rest('easy')).toEqual(['1-2', '1-3', '1-1']);
  });

  it('leaves a card for another session at the second time', () => {
    const sitting = new Sitting(THREE).do('skip').grade('easy', 'easy').do('skip');
    expect(sitting.shown).toBe('finished');
    expect(sitting.card('1-1')).toEqual(NEW_CARD);
  });

  it('of the only card shows it once more', () => {
    const sitting = new Sitting(cardsOf(1, 1)).do('skip');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.do('skip').shown).toBe('finished');
  });

  it('writes nothing', () => {
    expect(new Sitting(THREE).do('skip', 'skip').store.types).toEqual([]);
  });
});

describe('a card that is put away', () => {
  it('by burying comes back tomorrow', () => {
    const sitting = new Sitting(THREE).do('bury');
    expect(sitting.card('1-1').buriedUntil).toBe(11);
    expect(sitting.rest('easy')).toEqual(['1-2', '1-3']);
  });

  it('by suspending does not come back', () => {
    const sitting = new Sitting(THREE).do('suspend');
    expect(sitting.card('1-1').suspended).toBe(true);
    expect(sitting.rest('easy')).toEqual(['1-2', '1-3']);
  });

  it('after a grade does not come back when its step is over', () => {
    const sitting = new Sitting(THREE).grade('again', 'easy');
    sitting.clock.pass(2);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.do('bury').shown).toBe('finished');
  });
});

describe('a card in its steps', () => {
  it('comes back when its step is over, before new cards', () => {
    const sitting = new Sitting(cardsOf(1, 5)).grade('again');
    expect(sitting.shown).toBe('1-2');
    sitting.clock.pass(1);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-1');
  });

  it('that waits longest for it comes first', () => {
    const sitting = new Sitting(cardsOf(1, 5)).grade('good', 'again', 'easy');
    sitting.clock.pass(30);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-2');
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-1');
  });

  it('comes up to 20 minutes early where nothing else is left', () => {
    const sitting = new Sitting(cardsOf(1, 1)).grade('good');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.grade('good').shown).toBe('finished');
  });

  it('that waits for more than 20 minutes is left for another session', () => {
    const sitting = new Sitting(cardsOf(1, 2));
    // The clock goes back by half an hour: the step of a minute is then 31 minutes away.
    sitting.clock.pass(-30);
    sitting.grade('again', 'easy');
    expect(sitting.shown).toBe('finished');
  });

  it('of a session before comes when its step is over, or when nothing else is left', () => {
    const store = new FakeStore();
    store.record([grade('test/1-1', 'good')], moment(10));
    const cards = cardsOf(1, 3);
    const inTime = new Sitting(cards, { store });
    expect(inTime.shown).toBe('1-2');
    inTime.clock.pass(10);
    inTime.grade('easy');
    expect(inTime.shown).toBe('1-1');

    const other = new FakeStore();
    other.record([grade('test/1-1', 'good')], moment(10));
    expect(new Sitting(cards, { store: other }).rest('easy')).toEqual(['1-2', '1-3', '1-1']);
  });

  it('can be failed for ever', () => {
    const sitting = new Sitting(cardsOf(1, 1));
    sitting.grade('again', 'again', 'again', 'again', 'again');
    expect(sitting.card('1-1').memory).toMatchObject({ reps: 5, stage: 'learning' });
    expect(sitting.shown).toBe('1-1');
  });
});

describe('an undo', () => {
  it('before anything was done does nothing', () => {
    const sitting = new Sitting(THREE);
    const before = sitting.driver.state;
    expect(sitting.do('undo').driver.state).toEqual(before);
    expect(sitting.store.types).toEqual([]);
  });

  it('brings back the card with its answer, and takes the grade back', () => {
    const sitting = new Sitting(THREE).grade('good').do('undo');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.driver.state.shown?.revealed).toBe(true);
    expect(sitting.card('1-1')).toEqual(NEW_CARD);
    expect([...sitting.store.ledger.days]).toEqual([]);
  });

  it('three times restores progress and session bit for bit', () => {
    const sitting = new Sitting(cardsOf(1, 6)).grade('good');
    const states = [sitting.driver.state];
    const keys = cardsOf(1, 6).map(({ key }) => key);
    const known = [stateOf(sitting.store.ledger, keys)];
    for (const rating of ['again', 'hard', 'easy'] as const) {
      sitting.grade(rating);
      states.push(sitting.driver.state);
      known.push(stateOf(sitting.store.ledger, keys));
    }
    for (const step of [2, 1, 0]) {
      sitting.do('undo');
      const now = stateOf(sitting.store.ledger, keys);
      expect({ ...now, events: 0 }).toEqual({ ...known[step], events: 0 });
      const { shown, ...state } = sitting.driver.state;
      const { shown: then, ...before } = states[step] ?? sitting.driver.state;
      expect(state).toEqual(before);
      expect(shown?.card).toBe(then?.card);
    }
  });

  it('takes back skips, burials and suspensions too, over cards', () => {
    const sitting = new Sitting(THREE).do('skip', 'bury', 'suspend');
    sitting.do('undo');
    expect(sitting.shown).toBe('1-3');
    expect(sitting.card('1-3').suspended).toBe(false);
    sitting.do('undo');
    expect(sitting.shown).toBe('1-2');
    expect(sitting.card('1-2').buriedUntil).toBeUndefined();
    sitting.do('undo');
    expect(sitting.rest('easy')).toEqual(['1-1', '1-2', '1-3']);
  });

  it('takes the session up again after it was finished, and it ends once more', () => {
    const sitting = new Sitting(cardsOf(1, 2)).grade('easy', 'easy').do('undo');
    expect(sitting.shown).toBe('1-2');
    expect(sitting.store.ledger.sessions.get('window-1')?.ended).toBeUndefined();
    sitting.grade('hard');
    expect(sitting.shown).toBe('1-2');
    sitting.grade('easy');
    expect(sitting.store.types.filter((type) => type === 'end')).toHaveLength(2);
    expect(sitting.store.ledger.sessions.get('window-1')?.ended).toBe('done');
  });

  it('takes the session up again after it was quit', () => {
    const sitting = new Sitting(THREE).grade('easy').do('quit', 'undo');
    expect(sitting.driver.state).toMatchObject({ phase: 'card', ended: undefined });
    expect(sitting.shown).toBe('1-1');
  });

  it('is never itself taken back by the next', () => {
    const sitting = new Sitting(THREE).grade('good', 'good').do('undo', 'undo', 'undo');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.store.types.filter((type) => type === 'undo')).toHaveLength(4);
    for (const key of KEYS) expect(sitting.store.ledger.card(key)).toEqual(NEW_CARD);
  });

  it('any number of times leaves nothing, whatever was done', () => {
    const deed = fc.oneof(
      fc.constantFrom(...RATINGS),
      fc.constantFrom(...(['skip', 'bury', 'suspend', 'undo'] as const)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.nat(20)), { maxLength: 30 }), (deeds) => {
        const cards = cardsOf(2, 3);
        const sitting = new Sitting(cards);
        const keys = cards.map(({ key }) => key);
        const { queue } = sitting.driver.state;
        const before = stateOf(sitting.store.ledger, keys);
        for (const [what, minutes] of deeds) {
          sitting.clock.pass(minutes);
          if (what === 'skip' || what === 'bury' || what === 'suspend' || what === 'undo') {
            sitting.do(what);
          } else sitting.grade(what);
        }
        while (sitting.driver.state.deeds.length > 0) sitting.do('undo');
        const after = stateOf(sitting.store.ledger, keys);
        expect({ ...after, events: 0, grades: [] }).toEqual({ ...before, events: 0 });
        expect(sitting.driver.state.queue).toEqual(queue);
        expect(sitting.shown).toBe('1-1');
      }),
    );
  });
});

describe('a mark and a note', () => {
  it('are kept, and leave the session where it is', () => {
    const sitting = new Sitting(THREE);
    sitting.driver.dispatch({ kind: 'mark', on: true });
    sitting.driver.dispatch({ kind: 'note', text: 'ask Ada' });
    expect(sitting.card('1-1')).toMatchObject({ marked: true, note: 'ask Ada' });
    sitting.driver.dispatch({ kind: 'mark', on: false });
    expect(sitting.card('1-1').marked).toBe(false);
    expect(sitting.shown).toBe('1-1');
  });

  it('are not taken back by an undo: that is for what was done to the card before', () => {
    const sitting = new Sitting(THREE).grade('good');
    sitting.driver.dispatch({ kind: 'note', text: 'why?' });
    sitting.do('undo');
    expect(sitting.card('1-1')).toEqual(NEW_CARD);
    expect(sitting.card('1-2').note).toBe('why?');
  });
});

describe('cards that were edited while they are asked', () => {
  const edited = (cards: readonly Card[]): ReadonlyMap<string, Card> =>
    new Map(cards.map((one) => [one.key, { ...one, question: `${one.question} (edited)` }]));

  it('are asked as they are now, also after an undo', () => {
    const sitting = new Sitting(THREE).grade('good');
    sitting.driver.replaceCards(edited(THREE));
    expect(sitting.driver.state.shown?.card.question).toBe('What is 1-2? (edited)');
    sitting.do('undo');
    expect(sitting.driver.state.shown?.card.question).toBe('What is 1-1? (edited)');
    expect(sitting.rest('easy')).toEqual(['1-1', '1-2', '1-3']);
  });

  it('are replaced at once in a long session too', () => {
    const cards = cardsOf(1, 200);
    const sitting = new Sitting(cards);
    while (sitting.driver.state.deeds.length < 190) sitting.grade('easy');
    sitting.driver.replaceCards(edited(cards));
    for (let n = 0; n < 190; n++) sitting.do('undo');
    expect(sitting.driver.state.shown?.card.question).toBe('What is 1-1? (edited)');
  });
});

describe('another window', () => {
  /** Two windows on one set of journals. */
  const two = () => {
    const journals = new FakeJournals();
    const mine = new Sitting(THREE, { store: new FakeStore(journals) });
    const other = new FakeStore(journals, { session: 'window-2' });
    return { mine, other };
  };

  it('that grades a card which is still to come takes it from the queue', () => {
    const { mine, other } = two();
    other.record([grade('test/1-2', 'easy')], moment(10));
    expect(mine.rest('easy')).toEqual(['1-1', '1-3']);
  });

  it('that hides a card which is still to come takes it from the queue', () => {
    const { mine, other } = two();
    other.record(
      [
        { type: 'suspend', card: 'test/1-2' },
        { type: 'bury', card: 'test/1-3', until: toStudyDay(11) },
      ],
      moment(10),
    );
    expect(mine.rest('easy')).toEqual(['1-1']);
  });

  it('is seen at a skip too', () => {
    const { mine, other } = two();
    other.record([grade('test/1-2', 'easy')], moment(10));
    expect(mine.do('skip').shown).toBe('1-3');
  });

  it('that finished the card in its steps finishes it here', () => {
    const { mine, other } = two();
    mine.grade('again');
    other.record([grade('test/1-1', 'easy')], moment(10, 1));
    mine.clock.pass(5);
    expect(mine.rest('easy')).toEqual(['1-2', '1-3']);
  });

  it('loses nothing when this one undoes', () => {
    const { mine, other } = two();
    mine.grade('good');
    other.record([grade('test/1-3', 'easy')], moment(10));
    mine.do('undo');
    expect(mine.card('1-1')).toEqual(NEW_CARD);
    expect(placeOf(mine.card('1-3').memory)).toBe('review 8d');
  });
});

describe('a journal that cannot be written', () => {
  it('leaves everything as it was and says so; a retry works', () => {
    const sitting = new Sitting(THREE).do('reveal');
    const before = sitting.driver.state;
    sitting.store.failures = 1;
    sitting.driver.dispatch({ kind: 'grade', rating: 'good', ms: 1 });
    expect(sitting.driver.state).toBe(before);
    expect(sitting.driver.failure?.message).toMatch(/disk is full/);
    expect(sitting.card('1-1')).toEqual(NEW_CARD);

    sitting.driver.dispatch({ kind: 'grade', rating: 'good', ms: 1 });
    expect(sitting.driver.failure).toBeUndefined();
    expect(sitting.shown).toBe('1-2');
    expect(sitting.store.types).toEqual(['start', 'seen', 'grade']);
  });

  it('leaves a grade in place that could not be taken back', () => {
    const sitting = new Sitting(THREE).grade('easy');
    sitting.store.failures = 1;
    sitting.do('undo');
    expect(sitting.driver.failure).toBeDefined();
    expect(sitting.shown).toBe('1-2');
    expect(sitting.do('undo').shown).toBe('1-1');
    expect(sitting.card('1-1')).toEqual(NEW_CARD);
  });

  it.each(['bury', 'suspend'] as const)('does not move on at %s either', (kind) => {
    const sitting = new Sitting(THREE);
    sitting.store.failures = 1;
    expect(sitting.do(kind).shown).toBe('1-1');
    expect(sitting.driver.failure).toBeDefined();
    expect(sitting.do(kind).shown).toBe('1-2');
  });

  it('is no matter for what is not written', () => {
    const sitting = new Sitting(THREE);
    sitting.store.failures = 1;
    expect(sitting.do('skip').shown).toBe('1-2');
    expect(sitting.driver.failure).toBeUndefined();
  });

  it('does not keep the person: the end that was not written is not missed', () => {
    const sitting = new Sitting(THREE).grade('easy');
    sitting.store.failures = 1;
    sitting.do('quit');
    expect(sitting.driver.state).toMatchObject({ phase: 'finished', ended: 'quit' });
    expect(sitting.driver.failure).toBeUndefined();
  });

  it('hides no fault of the program', () => {
    const sitting = new Sitting(THREE).do('reveal');
    sitting.store.record = () => {
      throw new TypeError('a bug');
    };
    expect(() => sitting.driver.dispatch({ kind: 'grade', rating: 'good', ms: 1 })).toThrow(
      TypeError,
    );
  });
});

describe('a limit of minutes', () => {
  it('ends the session at the first choice after them, and not in a card', () => {
    const sitting = new Sitting(cardsOf(1, 9), { rules: { minutes: 5 } });
    sitting.clock.pass(4);
    sitting.grade('easy');
    expect(sitting.shown).toBe('1-2');
    sitting.clock.pass(3);
    sitting.do('reveal');
    expect(sitting.shown).toBe('1-2');
    sitting.grade('easy');
    expect(sitting.driver.state).toMatchObject({ phase: 'finished', ended: 'done' });
  });
});

describe('a review of missed cards', () => {
  it('asks cards that are not due, each once unless it is failed again', () => {
    const store = new FakeStore();
    store.record([grade('test/1-1', 'easy'), grade('test/1-2', 'easy')], moment(9));
    const sitting = new Sitting(cardsOf(1, 2), { store, rules: { whenNotDue: true } });
    sitting.grade('again');
    expect(sitting.shown).toBe('1-2');
    expect(sitting.rest('good')).toEqual(['1-2', '1-1']);
    expect(sitting.card('1-1').memory).toMatchObject({ reps: 3, stage: 'review' });
  });
});

describe('a cram', () => {
  const cram = (count: number) =>
    new Sitting(cardsOf(1, count), { rules: { cram: true, whenNotDue: true } });

  it('records no grade and shows no interval', () => {
    const sitting = cram(2);
    expect(sitting.driver.outcomes).toBeUndefined();
    expect(sitting.rest('good')).toEqual(['1-1', '1-2']);
    expect(sitting.store.types).toEqual([]);
  });

  it('asks what was failed once more after the others', () => {
    const sitting = cram(3).grade('again');
    expect(sitting.rest('good')).toEqual(['1-2', '1-3', '1-1']);
  });

  it('can be undone', () => {
    const sitting = cram(2).grade('good', 'again').do('undo', 'undo');
    expect(sitting.shown).toBe('1-1');
    expect(sitting.driver.state.deeds).toEqual([]);
  });
});
