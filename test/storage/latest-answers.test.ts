import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/scheduler/memory.ts';
import { learnCosts } from '../../src/scheduler/plan/costs.ts';
import { createRandom } from '../../src/session/random.ts';
import { readAnswers } from '../../src/storage/answer-log.ts';
import { readLatestAnswers } from '../../src/storage/latest-answers.ts';
import type { ProgressStore } from '../../src/storage/progress-store.ts';
import { grade, moment } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { journalIn, openStoreIn, pathsIn } from '../support/stores.ts';

/** A home where a learner answered for some days: again and again, with undos, on two devices. */
const studied = (days: number, { resets = false } = {}): string => {
  const home = temporaryFolder();
  const random = createRandom(days);
  const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
  const devices = ['laptop', 'desktop'].map((host) => openStoreIn(home, { host }));
  for (let n = 0; n < 40 * days; n++) {
    const store = devices[random() < 0.8 ? 0 : 1];
    if (store === undefined) throw new Error('no device');
    const day = 10 + Math.floor(n / 40);
    const now = moment(day, n % 40);
    const card = `card-${Math.floor(random() ** 2 * (day * 4))}`;
    const seconds = 1000 * Math.ceil(5 + 40 * random());
    const rating = ratings[Math.floor(4 * random())] ?? 'good';
    const [id] = store.record([grade(card, rating, seconds)], now);
    if (id !== undefined && random() < 0.03)
      store.record([{ type: 'undo', target: id, card }], now);
    if (resets && random() < 0.02) store.record([{ type: 'reset', card }], now);
  }
  return home;
};

const all = (home: string) => readAnswers(fs, pathsIn(home).progress);
const latest = (home: string, bytes?: number, store: ProgressStore = openStoreIn(home)) =>
  readLatestAnswers(fs, pathsIn(home).progress, store.ledger, bytes);

describe('the latest answers', () => {
  it('are all answers of a history that is not longer', () => {
    const home = studied(6, { resets: true });
    expect(latest(home)).toEqual(all(home));
  });

  it('are the last ones of a longer history, and know which were the first to their card', () => {
    const home = studied(30);
    for (const bytes of [3_000, 20_000, 60_000]) {
      const [some, every] = [latest(home, bytes), all(home)];
      expect(some.length).toBeGreaterThan(10);
      expect(some.length).toBeLessThan(every.length);
      expect(some).toEqual(every.slice(-some.length));
    }
  });

  it('give the same costs', () => {
    const home = studied(30);
    const [some, every] = [learnCosts(latest(home, 150_000)), learnCosts(all(home))];
    expect(some.pass).toBeCloseTo(every.pass, 0);
    expect(some.fail).toBeCloseTo(every.fail, 0);
  });

  it('count for a card that was renamed', () => {
    const home = studied(3);
    const store = openStoreIn(home);
    store.record([{ type: 'alias', from: 'card-0', to: 'other' }], moment(20));
    expect(latest(home, undefined, store)).toEqual(all(home));
    expect(latest(home, undefined, store).some(({ card }) => card === 'other')).toBe(true);
  });

  it('are read without the older part of the journal', () => {
    const home = studied(30);
    const store = openStoreIn(home);
    let read = 0;
    const disk = {
      ...fs,
      readSync: (...given: Parameters<typeof fs.readSync>) => {
        const size = fs.readSync(...given);
        read += size;
        return size;
      },
    } as typeof fs;
    readLatestAnswers(disk, pathsIn(home).progress, store.ledger, 5_000);
    expect(fs.statSync(journalIn(home, store.device)).size).toBeGreaterThan(100_000);
    // The end of each of the two journals, and the look for where their last lines end.
    expect(read).toBeLessThan(2 * (5_000 + 4_096) + 1);
  });

  it('are none where nothing was answered', () => {
    expect(latest(temporaryFolder())).toEqual([]);
  });
});
