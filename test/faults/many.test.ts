import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/quiz.ts';
import { openStoreIn, pathsIn, stateIn } from '../support/stores.ts';
import { acknowledged, idsOnDisk, LONG, startWorker, useChild } from './harness.ts';

const PROCESSES = 8;
const GRADES = LONG ? 500 : 100;

describe('eight processes on one folder', () => {
  const child = useChild();

  it(
    `keep all of ${PROCESSES} times ${GRADES} grades, each once, with snapshots going on`,
    async () => {
      const home = temporaryFolder();
      const workers = Array.from({ length: PROCESSES }, (_, n) =>
        startWorker(process.execPath, [child(), 'many', home, String(n), String(GRADES)]),
      );
      const ends = await Promise.all(workers.map((worker) => worker.ended()));
      expect(ends).toEqual(ends.map(() => ({ code: 0, signal: null })));
      const safe = workers.flatMap(acknowledged);
      expect(new Set(safe).size).toBe(PROCESSES * GRADES);
      expect(idsOnDisk(home).toSorted()).toEqual(safe.toSorted());
      const { progress, snapshot, cache } = pathsIn(home);
      expect(fs.readdirSync(progress)).toHaveLength(1);
      expect(fs.readdirSync(cache)).toEqual(['snapshot.json']);

      const withSnapshot = openStoreIn(home);
      expect(withSnapshot.takeNotices()).toEqual([]);
      const totals = [...withSnapshot.ledger.days.values()].map(({ grades }) => grades);
      const counted = totals.reduce(
        (sum, { again, hard, good, easy }) => sum + again + hard + good + easy,
        0,
      );
      expect(counted).toBe(PROCESSES * GRADES);
      fs.rmSync(snapshot);
      expect(stateIn(withSnapshot)).toEqual(stateIn(openStoreIn(home)));
    },
    LONG ? 600_000 : 60_000,
  );
});
