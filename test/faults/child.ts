import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { RATINGS } from '../../src/scheduler/memory.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { type Recorder, SessionDriver } from '../../src/session/driver.ts';
import { createRandom } from '../../src/session/random.ts';
import { resolvePaths } from '../../src/storage/paths.ts';
import { ProgressStore } from '../../src/storage/progress-store.ts';
import { card } from '../support/cards.ts';

// A process that studies, driven by nobody: it says what is safe the moment it is, and is killed,
// starved of disk or left in peace by the tests. Arguments: what to do, home, seed, how much.
const [what = '', home = '', seed = '1', amount = '20'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const rating = () => RATINGS[Math.floor(random() * RATINGS.length)] ?? 'good';
const say = (line: string): void => {
  fs.writeSync(1, `${line}\n`);
};

const store = new ProgressStore({
  disk: fs,
  paths: resolvePaths({ home, env: { LLM_QUIZ_HOME: home } }),
  host: { name: 'laptop', machineId: '' },
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
});
for (const notice of store.takeNotices()) say(`notice ${notice}`);

/** A session of the real driver: grades, undoes now and then, and says what was recorded. */
const studySession = (): void => {
  let recorded: readonly string[] = [];
  const recorder: Recorder = {
    record: (happenings, moment) => {
      recorded = store.record(happenings, moment);
      return recorded;
    },
    refresh: () => store.refresh(),
  };
  const cards = Array.from({ length: Number(amount) }, (_, n) => card(`${seed}-${n}`));
  const driver = new SessionDriver({
    cards,
    already: 0,
    world: store.ledger,
    recorder,
    clock: { now: () => toTimestamp(Date.now()) },
    rules: { cram: false, minutes: undefined, whenNotDue: false },
    start: { type: 'start', deck: 'test', filter: '', seed: 1, cards: [], pid: process.pid },
  });
  while (driver.state.phase === 'card') {
    driver.dispatch({ kind: 'reveal' });
    driver.dispatch({ kind: 'grade', rating: rating(), ms: 1000 });
    if (driver.failure !== undefined) {
      say(`failed ${driver.failure.message} | ${driver.failure.help}`);
      return;
    }
    say(`ack ${recorded.join(' ')}`);
    if (random() < 0.1) {
      driver.dispatch({ kind: 'undo' });
      if (driver.failure === undefined) say(`ack ${recorded.join(' ')}`);
    }
  }
  say('done');
};

/** Grades as fast as the disk takes them, with a snapshot now and then. */
const gradeMany = async (): Promise<void> => {
  for (let n = 0; n < Number(amount); n++) {
    const key = `test/${Math.floor(random() * 50)}`;
    const at = toTimestamp(Date.now());
    const day = toStudyDay(Math.floor(at / 86_400_000));
    const ids = store.record([{ type: 'grade', card: key, rating: rating(), ms: 1 }], { at, day });
    say(`ack ${ids.join(' ')}`);
    if (n % 25 === 24) await store.saveSnapshot();
  }
  say('done');
};

if (what === 'many') void gradeMany();
else studySession();
