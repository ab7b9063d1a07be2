import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/progress/events.ts';
import { foldAll } from '../../src/progress/fold.ts';
import type { Rating } from '../../src/scheduler/memory.ts';
import { type AnswerRecord, learnCosts } from '../../src/scheduler/plan/costs.ts';
import { createRandom } from '../../src/session/random.ts';
import { readInOrder } from '../../src/storage/history.ts';
import { endOfLines, listJournals } from '../../src/storage/journal.ts';
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
  const stores = ['laptop', 'desktop'].map((host) => openStoreIn(home, { host }));
  for (let turn = 0; turn < 2 * days; turn++) {
    const day = 10 + (turn >> 1);
    const asked = Array.from({ length: turn % 2 === 0 ? 30 : 10 }, () => ({
      card: `card-${Math.floor(random() ** 2 * (day * 4))}`,
      rating: ratings[Math.floor(4 * random())] ?? 'good',
      ms: 1000 * Math.ceil(5 + 40 * random()),
    }));
    const store = stores[turn % 2];
    store?.refresh();
    const grades = asked.map(({ card, rating, ms }) => grade(card, rating, ms));
    const ids = store?.record(grades, moment(day, turn)) ?? [];
    const undos = asked.flatMap(({ card }, index): Happening[] =>
      random() < 0.03 ? [{ type: 'undo', target: ids[index] ?? '', card }] : [],
    );
    const [first] = asked;
    const reset: readonly Happening[] =
      resets && first !== undefined ? [{ type: 'reset', card: first.card }] : [];
    store?.record([...undos, ...reset], moment(day, turn + 1));
  }
  return home;
};

/** All answers, as the fold meets them. */
const all = (home: string): readonly AnswerRecord[] => {
  const folder = pathsIn(home).progress;
  const ends = new Map(
    listJournals(fs, folder).map((device) => [device, endOfLines(fs, folder, device)]),
  );
  const answers: AnswerRecord[] = [];
  foldAll(
    (types) => readInOrder(fs, folder, ends, { types }),
    ({ day, rating, ms }, card, { memory }) =>
      answers.push({ card, day, rating, ms, introduced: memory.stage === 'new' }),
  );
  return answers;
};
const latest = (home: string, bytes = 1 << 22, store: ProgressStore = openStoreIn(home)) =>
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
