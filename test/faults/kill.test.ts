import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/session/random.ts';
import { listCards, openQuiz, readEvents, temporaryFolder } from '../support/quiz.ts';
import { openStoreIn, stateIn } from '../support/stores.ts';
import { acknowledged, idsOnDisk, LONG, startWorker, useChild } from './harness.ts';

const KILLS = LONG ? 1000 : 40;
const IN_TERMINAL = LONG ? 50 : 4;

describe('kill -9 at any instant', () => {
  const child = useChild();

  it(
    `loses nothing that was acknowledged and counts nothing twice, ${KILLS} times`,
    async () => {
      const home = temporaryFolder();
      const random = createRandom(20_260_101);
      const safe: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const worker = startWorker(process.execPath, [
          child(),
          'session',
          home,
          String(kill),
          '400',
        ]);
        await worker.said('ack ');
        await new Promise((resolve) => setTimeout(resolve, random() * 60));
        worker.process.kill('SIGKILL');
        await worker.ended();
        expect(worker.lines.filter((line) => !/^(?:ack|done|notice One line)/.test(line))).toEqual(
          [],
        );
        safe.push(...acknowledged(worker));
      }
      const onDisk = idsOnDisk(home);
      expect(new Set(onDisk).size).toBe(onDisk.length);
      expect(safe.filter((id) => !new Set(onDisk).has(id))).toEqual([]);
      // What no one was told of is one deed a kill at most: a start, what was seen, and a grade.
      expect(onDisk.length - safe.length).toBeLessThanOrEqual(4 * KILLS);
      const store = openStoreIn(home);
      expect(store.ledger.events).toBe(onDisk.length);
      store.rebuild();
      expect(stateIn(store)).toEqual(stateIn(openStoreIn(home)));
    },
    LONG ? 3_600_000 : 60_000,
  );
});

describe('kill -9 in a real terminal', () => {
  it(
    `keeps every grade after which the next card was painted, ${IN_TERMINAL} times`,
    async () => {
      const home = temporaryFolder();
      let painted = 0;
      for (let kill = 0; kill < IN_TERMINAL; kill++) {
        const quiz = openQuiz(['study', '-n', '8', '--new', '8'], { home });
        await quiz.waitFor(/card 1 of 8/);
        const grades = 1 + (kill % 5);
        for (let n = 1; n <= grades; n++) await quiz.press(' 4', new RegExp(`card ${n + 1} of 8`));
        painted += grades;
        // One more is under way when the end comes.
        quiz.write(' 4');
        quiz.kill('SIGKILL');
        await quiz.exited();
        const kept = readEvents(home).filter(({ type }) => type === 'grade').length;
        expect(kept).toBeGreaterThanOrEqual(painted);
        expect(kept).toBeLessThanOrEqual(painted + 1);
        painted = kept;
      }
      const graded = listCards(home).filter(({ state }) => state['reps'] !== 0);
      expect(graded).toHaveLength(painted);
    },
    LONG ? 600_000 : 60_000,
  );
});
