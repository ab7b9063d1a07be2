import { describe, expect, it } from 'vitest';
import type { PlanCard } from '../../../src/scheduler/plan/card.ts';
import { ROLLING } from '../../../src/scheduler/plan/horizon.ts';
import {
  afterPick,
  createQueue,
  nextPick,
  type PlanQueue,
  picksOf,
} from '../../../src/scheduler/plan/queue.ts';
import { card, inDays, newCards, request, studiedDeck, TODAY } from './support.ts';

const keysOf = (queue: PlanQueue): readonly string[] => picksOf(queue).map(({ key }) => key);

const fading = (count: number): readonly PlanCard[] =>
  Array.from({ length: count }, (_, index) =>
    card(`fading-${index}`, { stability: 1 + index, ago: 30 + 20 * index }),
  );

describe('the queue of a day', () => {
  it('fills the minutes, and the last card may overdraw them', () => {
    const picks = picksOf(createQueue(request(newCards(100), { minutes: 10 })));
    expect(picks).toHaveLength(20);
    expect(picksOf(createQueue(request(newCards(100), { minutes: 10.1 })))).toHaveLength(21);
  });

  it('takes what was studied today already off the minutes', () => {
    expect(picksOf(createQueue(request(newCards(100), { minutes: 10, spent: 540 })))).toHaveLength(
      2,
    );
    expect(picksOf(createQueue(request(newCards(100), { minutes: 10, spent: 600 })))).toHaveLength(
      0,
    );
  });

  it('gives all the time to new cards where they hardly fit', () => {
    const queue = createQueue(request([...fading(20), ...newCards(300)]));
    expect(queue.share).toBe(1);
    expect(picksOf(queue).every(({ lane }) => lane === 'new')).toBe(true);
  });

  it('gives half of it to fading cards where there is time enough', () => {
    const queue = createQueue(request([...fading(30), ...newCards(40)], { minutes: 15 }));
    expect(queue.share).toBe(0.5);
    const seconds = (lane: 'new' | 'fading'): number =>
      picksOf(queue)
        .filter((pick) => pick.lane === lane)
        .reduce((sum, pick) => sum + pick.seconds, 0);
    expect(Math.abs(seconds('new') - seconds('fading'))).toBeLessThanOrEqual(60);
  });

  it('gives new cards just the share that it takes to see all of them in time', () => {
    const queue = createQueue(request(newCards(120)));
    expect(queue.share).toBeCloseTo((120 * 30) / (0.85 * 6000), 10);
  });

  it('goes on with new cards where nothing fades', () => {
    const strong = card('strong', { stability: 100, ago: 3 });
    expect(keysOf(createQueue(request([strong, ...newCards(3)])))).toEqual([
      'new-0',
      'new-1',
      'new-2',
      'strong',
    ]);
  });

  it('ranks all cards by gain a second where all are seen', () => {
    const picks = picksOf(createQueue(request(studiedDeck(60).filter(({ memory }) => memory))));
    const gains = picks.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(picks.length).toBeGreaterThan(20);
  });

  it('ranks by what a last round leaves to gain, while that is still ahead', () => {
    const seen = studiedDeck(60).filter(({ memory }) => memory !== undefined);
    const early = createQueue(request(seen, { deadline: { kind: 'date', day: inDays(40) } }));
    const picks = picksOf(early);
    const ranks = picks.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(picks.some(({ rank, gain }) => rank !== gain)).toBe(true);
    for (const deadline of [ROLLING, { kind: 'date', day: inDays(10) }] as const) {
      const late = picksOf(createQueue(request(seen, { deadline })));
      expect(late.every(({ rank, gain }) => rank === gain)).toBe(true);
    }
  });

  it('asks the weakest first on the day itself, and new cards after what fades', () => {
    const cards = [
      card('strong', { stability: 50, ago: 2 }),
      card('unseen'),
      card('weak', { stability: 1, ago: 40 }),
      card('weaker', { stability: 0.5, ago: 60 }),
    ];
    const queue = createQueue(request(cards, { deadline: { kind: 'date', day: TODAY } }));
    expect(keysOf(queue)).toEqual(['weaker', 'weak', 'unseen', 'strong']);
  });

  it('shows no card twice on a day', () => {
    const cards = [
      card('today', { stability: 1, ago: 0 }),
      card('before', { stability: 1, ago: 1 }),
    ];
    expect(keysOf(createQueue(request(cards)))).toEqual(['before']);
  });

  it('does not lose a card that was reviewed under a clock a year ahead', () => {
    const cards = [
      card('ahead', { stability: 5, ago: -365 }),
      card('travel', { stability: 5, ago: -1 }),
    ];
    expect(keysOf(createQueue(request(cards)))).toEqual(['ahead']);
  });

  it('is the same for the same request', () => {
    const cards = studiedDeck(200);
    const once = createQueue(request(cards));
    expect(createQueue(request(cards))).toEqual(once);
    expect(createQueue(request(cards.map((one) => ({ ...one }))))).toEqual(once);
  });

  it('leaves its arguments alone', () => {
    const cards = Object.freeze(studiedDeck(50).map((one) => Object.freeze(one)));
    const queue = createQueue(Object.freeze(request(cards)));
    const before = structuredClone(queue);
    const pick = nextPick(queue);
    if (pick !== undefined) afterPick(queue, pick, 10);
    expect(queue).toEqual(before);
  });
});

describe('the next pick', () => {
  it('follows the seconds that answers really take', () => {
    const cards = [...fading(30), ...newCards(40)];
    let queue = createQueue(request(cards, { minutes: 20 }));
    const first = nextPick(queue);
    expect(first?.lane).toBe('new');
    if (first === undefined) return;
    queue = afterPick(queue, first, 120);
    const lanes: string[] = [];
    for (let at = 0; at < 6; at++) {
      const pick = nextPick(queue);
      if (pick === undefined) break;
      lanes.push(pick.lane);
      queue = afterPick(queue, pick, 20);
    }
    expect(lanes).toEqual(['fading', 'fading', 'fading', 'fading', 'fading', 'fading']);
  });

  it('ends with the minutes', () => {
    let queue = createQueue(request(newCards(100), { minutes: 1 }));
    const pick = nextPick(queue);
    if (pick !== undefined) queue = afterPick(queue, pick, 61);
    expect(nextPick(queue)).toBeUndefined();
  });

  it('passes over a card in no time', () => {
    const queue = createQueue(request(newCards(3)));
    const pick = nextPick(queue);
    if (pick === undefined) throw new Error('no pick');
    const rest = afterPick(queue, pick, 0);
    expect(nextPick(rest)?.key).toBe('new-1');
    expect(rest.left).toBe(queue.left);
  });

  it('takes out a card that was shown before its turn', () => {
    const queue = createQueue(request(newCards(4)));
    const third = picksOf(queue)[2];
    if (third === undefined) throw new Error('no third pick');
    const rest = afterPick(queue, third, 30);
    expect(keysOf(rest)).toEqual(['new-0', 'new-1', 'new-3']);
    expect(afterPick(rest, third, 0)).toEqual(rest);
  });
});

describe('the order of new cards', () => {
  it('is by weight, then one of each chapter in turn, then as in the deck', () => {
    const cards = [
      card('a1', undefined, { chapter: 'a' }),
      card('a2', undefined, { chapter: 'a' }),
      card('a3', undefined, { chapter: 'a', weight: 3 }),
      card('b1', undefined, { chapter: 'b' }),
      card('b2', undefined, { chapter: 'b', weight: 1 }),
      card('c1', undefined, { chapter: undefined }),
    ];
    expect(keysOf(createQueue(request(cards)))).toEqual(['a3', 'a1', 'b1', 'c1', 'a2', 'b2']);
  });
});

describe('a plan that changes', () => {
  const cards = newCards(120);
  const shareWith = (changes: Parameters<typeof request>[1]): number =>
    createQueue(request(cards, changes)).share;

  it('is made anew from what is known: less time left means more of it for new cards', () => {
    const planned = shareWith({});
    expect(shareWith({ today: inDays(3) })).toBeGreaterThan(planned);
    expect(shareWith({ minutes: 15 })).toBeLessThan(planned);
    expect(shareWith({ deadline: { kind: 'date', day: inDays(7) } })).toBeGreaterThan(planned);
  });
});
