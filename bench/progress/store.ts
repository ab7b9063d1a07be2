import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { preview } from '../../src/scheduler/schedule.ts';
import { toStudyDay, toTimestamp } from '../../src/scheduler/units.ts';
import { resolvePaths } from '../../src/storage/paths.ts';
import { ProgressStore } from '../../src/storage/progress-store.ts';

// The storage of the program in a process of its own. Arguments: what to do, home, how often.
const [what = '', home = '', amount = '0'] = process.argv.slice(2);

const open = (): ProgressStore =>
  new ProgressStore({
    disk: fs,
    paths: resolvePaths({ home, env: { LLM_QUIZ_HOME: home } }),
    host: { name: 'bench', machineId: '' },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  });

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const millisecondsOf = (run: () => void): number => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};

const report = (value: object): void => console.log(JSON.stringify(value));

/** One grade after another, and a bare append and sync of the same bytes after each. */
const append = (): void => {
  const store = open();
  store.open();
  const bare = fs.openSync(`${home}/bare.jsonl`, 'a', 0o600);
  const line = `${'x'.repeat(220)}\n`;
  const grades: number[] = [];
  const bares: number[] = [];
  let cpuMs = 0;
  const at = toTimestamp(Date.now());
  const day = toStudyDay(Math.floor(at / 86_400_000));
  for (let n = 0; n < Number(amount) + 10; n++) {
    const card = `llm-quiz/bench-card-${n}`;
    // As the screen does before there is a grade: it shows what each key would give.
    preview(store.ledger.card(card).memory, { at, day }, store.ledger.settings);
    const before = processorMs();
    const ms = millisecondsOf(() => {
      store.record([{ type: 'grade', card, rating: 'good', ms: 1000 }], { at, day });
    });
    const between = processorMs();
    const bareMs = millisecondsOf(() => {
      fs.writeSync(bare, line);
      fs.fsyncSync(bare);
    });
    if (n >= 10) {
      // What it costs more than the bare one: the system's part is in both.
      cpuMs += between - before - (processorMs() - between);
      grades.push(ms);
      bares.push(bareMs);
    }
  }
  report({ grades, bares, cpuMs: cpuMs / grades.length });
};

const rebuild = async (): Promise<void> => {
  let store: ProgressStore | undefined;
  const ms = millisecondsOf(() => {
    store = open();
  });
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const cpuMs = processorMs();
  await store?.saveSnapshot();
  report({ ms, cpuMs, peakMb, events: store?.ledger.events });
};

if (what === 'append') append();
else void rebuild();
