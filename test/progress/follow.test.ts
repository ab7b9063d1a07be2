import { describe, expect, it } from 'vitest';
import type { AppearedCard } from '../../src/deck/relink-cards.ts';
import { followCards } from '../../src/progress/follow.ts';
import { FakeJournals, FakeStore, grade, moment } from '../support/events.ts';

const card = (key: string, question: string): AppearedCard => ({
  key,
  id: key.slice(key.lastIndexOf('/') + 1),
  explicitId: false,
  question,
  answerHash: `answer of ${question}`,
  answered: true,
  hasTellingAnswer: false,
});

const study = (store: FakeStore, { key, question, answerHash }: AppearedCard, minute: number) =>
  store.record(
    [{ type: 'seen', card: key, question, answer: answerHash }, grade(key, 'good')],
    moment(100, minute),
  );

const follow = (
  store: FakeStore,
  cards: readonly AppearedCard[],
  then: readonly AppearedCard[] | undefined,
  claimed: readonly string[] = [],
) => {
  const found = followCards(
    store.ledger,
    cards,
    then && { cards: then, orphans: [] },
    () => new Set(claimed),
  );
  const aliases = [...found.splits, ...found.links];
  store.record(
    aliases.map(({ from, to }) => ({ type: 'alias', from, to })),
    moment(101, store.journals.entries.length),
  );
  return found;
};

const repsOf = (store: FakeStore, key: string): number => {
  const { memory } = store.ledger.card(key);
  return memory.stage === 'new' ? 0 : memory.reps;
};

const ONE = card('one', 'What is the first version of this long question?');
const TWO = card('two', 'What is the frist version of this long question?');
const THREE = card('three', 'What is the first version of that long questoin?');

describe('progress follows its card', () => {
  it('through any number of versions, there and back, with one history', () => {
    const store = new FakeStore();
    let before = ONE;
    study(store, ONE, 0);
    [TWO, THREE, ONE, TWO, ONE, THREE].forEach((version, index) => {
      follow(store, [version], [before]);
      study(store, version, index + 1);
      before = version;
    });
    for (const { key } of [ONE, TWO, THREE]) expect(repsOf(store, key)).toBe(7);
  });

  it('to the same state on two devices that see the versions in another order', () => {
    const journals = new FakeJournals();
    const here = new FakeStore(journals, { device: 'here', session: 'here' });
    study(here, ONE, 0);
    const there = new FakeStore(journals, { device: 'there', session: 'there' });
    follow(here, [TWO], [ONE]);
    study(here, TWO, 1);
    // The other device has not heard of it, and goes its own way.
    there.record([{ type: 'alias', from: 'one', to: 'three' }], moment(101, 50));
    study(there, THREE, 2);
    here.refresh();
    there.refresh();
    const fresh = new FakeStore(journals, { device: 'third' });
    for (const { key } of [ONE, TWO, THREE]) {
      expect(here.ledger.card(key)).toEqual(fresh.ledger.card(key));
      expect(there.ledger.card(key)).toEqual(fresh.ledger.card(key));
    }
  });

  it('to one history where two devices link a card in a circle', () => {
    const journals = new FakeJournals();
    const here = new FakeStore(journals, { device: 'here', session: 'here' });
    study(here, ONE, 0);
    study(here, TWO, 1);
    here.record([{ type: 'alias', from: 'one', to: 'two' }], moment(101));
    here.record([{ type: 'alias', from: 'two', to: 'one' }], moment(102));
    expect(repsOf(here, 'one')).toBe(2);
    expect(repsOf(here, 'two')).toBe(2);
  });

  it('through a chain of a hundred versions', () => {
    const store = new FakeStore();
    store.record([grade('v0', 'good')], moment(100));
    for (let version = 0; version < 100; version++) {
      const link = { type: 'alias', from: `v${version}`, to: `v${version + 1}` } as const;
      store.record([link], moment(101, version));
    }
    for (const key of ['v0', 'v1', 'v50', 'v100']) expect(repsOf(store, key)).toBe(1);
  });

  it('and goes back to each of two cards when both stand in the deck', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    follow(store, [TWO], [ONE]);
    study(store, TWO, 1);
    study(store, TWO, 2);
    const { splits } = follow(store, [ONE, TWO], [TWO]);
    expect(splits).toEqual([{ from: 'one', to: 'one' }]);
    expect([repsOf(store, 'one'), repsOf(store, 'two')]).toEqual([1, 2]);
  });

  it('until the link is taken back', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    const [id = ''] = store.record([{ type: 'alias', from: 'one', to: 'two' }], moment(101));
    expect(repsOf(store, 'two')).toBe(1);
    store.record([{ type: 'undo', target: id }], moment(102));
    expect([repsOf(store, 'one'), repsOf(store, 'two')]).toEqual([1, 0]);
  });
});

describe('progress stays where it is', () => {
  it('where the like card was there before, and was not studied', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    const { links, orphans } = follow(store, [TWO], [ONE, TWO]);
    expect(links).toEqual([]);
    expect(orphans.map(({ key }) => key)).toEqual(['one']);
  });

  it('where the like card has progress of its own', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    study(store, TWO, 1);
    expect(follow(store, [TWO], [ONE]).links).toEqual([]);
  });

  it('where it belongs to another deck that is still there', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    expect(follow(store, [TWO], undefined, ['one']).links).toEqual([]);
  });

  it('where no session had it together with cards of this deck', () => {
    const store = new FakeStore();
    study(store, ONE, 0);
    expect(follow(store, [TWO], undefined)).toMatchObject({ links: [], orphans: [] });
  });

  it('but follows where the key has the name of the deck', () => {
    const store = new FakeStore();
    study(store, { ...ONE, key: 'deck/one' }, 0);
    const to = { ...TWO, key: 'deck/two' };
    expect(follow(store, [to], undefined).links).toEqual([
      { from: 'deck/one', to: 'deck/two', why: 'similar' },
    ]);
  });

  it('and needs nothing where the card has none', () => {
    const store = new FakeStore();
    const { links, changes } = follow(store, [TWO], [ONE]);
    expect(links).toEqual([]);
    expect(changes).toEqual({ added: 0, changed: 1, gone: 0 });
  });
});
