import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/progress/events.ts';
import { RATINGS } from '../../src/scheduler/memory.ts';
import { DAY_MS, toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { createRandom } from '../../src/session/random.ts';
import type { Disk } from '../../src/storage/disk.ts';
import type { ProgressStore } from '../../src/storage/progress-store.ts';
import { bring, planSync } from '../../src/storage/sync-folders.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { openStoreIn, pathsIn, stateIn } from '../support/stores.ts';
import { LONG } from './harness.ts';

/** A disk that syncs nothing: a month has many grades. */
const disk: Disk = { ...fs, fsyncSync: () => {}, fdatasyncSync: () => {} };
const DAYS = 30;
const SEEDS = LONG ? 50 : 3;

/** A month of one device: grades, and now and then whatever else can be done. */
const month = (store: ProgressStore, seed: number, clockOff: number): void => {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const cards = Array.from({ length: 12 }, (_, n) => `card-${n}`);
  const done: { id: string; card: string }[] = [];
  const rare = (card: string): Happening =>
    pick<Happening>([
      { type: 'suspend', card },
      { type: 'unsuspend', card },
      { type: 'mark', card },
      { type: 'reset', card },
      { type: 'seen', card, question: `${card}?`, answer: String(random()) },
      { type: 'set', key: 'desiredRetention', value: 0.8 + Math.floor(random() * 10) / 100 },
      { type: 'alias', from: pick(cards), to: card },
    ]);
  for (let day = 0; day < DAYS; day++) {
    // Once in a while the clock is a year off.
    const off = clockOff + (random() < 0.05 ? (random() < 0.5 ? -365 : 365) : 0);
    const at = toTimestamp(
      1_790_000_000_000 + (day + off) * DAY_MS + Math.floor(random() * DAY_MS),
    );
    const moment = { at, day: toStudyDay(Math.floor(at / DAY_MS)) };
    for (let n = 0; n < 8; n++) {
      const card = pick(cards);
      const undo = pick([...done, { id: 'elsewhere-1', card }]);
      const kind = random();
      const happening: Happening =
        kind < 0.8
          ? { type: 'grade', card, rating: pick(RATINGS), ms: 1000 }
          : kind < 0.9
            ? { type: 'undo', target: undo.id, card: undo.card }
            : rare(card);
      const [id = ''] = store.record([happening], moment);
      done.push({ id, card });
    }
  }
};

const merge = (into: string, from: string): void => {
  const [ours, theirs] = [pathsIn(into), pathsIn(from)];
  const needs = new Map(
    planSync(disk, ours.progress, theirs.progress).map((plan) => [plan.device, plan.ours]),
  );
  bring(disk, { root: ours.data, progress: ours.progress }, theirs.progress, needs, 'mark');
};

describe('two devices that were apart for thirty days', () => {
  it.each(Array.from({ length: SEEDS }, (_, seed) => [seed]))(
    'come to the same state, merged in both orders (seed %i)',
    async (seed) => {
      const shared = temporaryFolder();
      month(openStoreIn(shared, { disk }), 1000 + seed, -31);
      const [laptop, desktop] = [temporaryFolder(), temporaryFolder()];
      for (const home of [laptop, desktop]) fs.cpSync(shared, home, { recursive: true });
      const one = openStoreIn(laptop, { disk });
      month(one, seed, 0);
      const other = openStoreIn(desktop, { disk, host: 'desktop' });
      month(other, 500 + seed, 0.01);
      await one.close();

      const [onLaptop, onDesktop] = [temporaryFolder(), temporaryFolder()];
      fs.cpSync(laptop, onLaptop, { recursive: true });
      fs.cpSync(desktop, onDesktop, { recursive: true });
      merge(onLaptop, desktop);
      merge(onDesktop, laptop);
      const state = stateIn(openStoreIn(onLaptop, { disk }));
      expect(stateIn(openStoreIn(onDesktop, { disk, host: 'desktop' }))).toEqual(state);
      fs.rmSync(path.join(onLaptop, 'cache'), { recursive: true, force: true });
      expect(stateIn(openStoreIn(onLaptop, { disk }))).toEqual(state);
      // The running windows end up there too, with nothing but a refresh.
      merge(laptop, desktop);
      one.refresh();
      expect(stateIn(one)).toEqual(state);
      merge(onLaptop, desktop);
      merge(onLaptop, onDesktop);
      expect(stateIn(openStoreIn(onLaptop, { disk }))).toEqual(state);
    },
    60_000,
  );
});
