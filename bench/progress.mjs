// What progress costs, each figure a ratio within the same run, so that it holds on any machine.
//   node bench/progress.mjs [EVENTS]     a grade at 0, 10^4 and EVENTS (10^6) events of history,
//                                        a start with a snapshot, and a full rebuild
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import { rolldown } from 'rolldown';
import { writeHistory } from './progress/history.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'bin', 'llm-quiz.js');
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const CARDS = 10_000;
const RUNS = Number(process.env.RUNS ?? 25);
const GRADES = Number(process.env.GRADES ?? 300);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const median = (values) => quantile(values, 0.5);

const storeFile = path.join(work, 'store', 'store.cjs');
const buildStore = async () => {
  const input = path.join(root, 'bench', 'progress', 'store.ts');
  const build = await rolldown({ input, platform: 'node' });
  await build.write({
    dir: path.dirname(storeFile),
    format: 'cjs',
    entryFileNames: 'store.cjs',
  });
};
const store = (...args) =>
  JSON.parse(
    execFileSync(process.execPath, [storeFile, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  );

/** A home with so many events, and a snapshot of them; and what it took to make that from nothing. */
const homeWith = (events) => {
  const home = path.join(work, String(events));
  fs.mkdirSync(home, { mode: 0o700 });
  if (events === 0) return { home };
  writeHistory(path.join(home, 'progress'), { events, cards: Math.min(CARDS, events / 4) });
  return { home, built: store('rebuild', home) };
};

const measureAppend = (homes) => {
  console.log(`One grade, saved and synced, median of ${GRADES}; ratio to a bare append and fsync`);
  for (const [events, { home }] of homes) {
    const { grades, bares, cpuMs } = store('append', home, String(GRADES));
    const [ms, bare] = [median(grades), median(bares)];
    console.log(
      `  ${events.toLocaleString('en-US').padStart(9)} events  ${ms.toFixed(2)} ms, p95 ${quantile(grades, 0.95).toFixed(2)}  bare ${bare.toFixed(2)}, p95 ${quantile(bares, 0.95).toFixed(2)}  ${(ms / bare).toFixed(2)}, ${cpuMs.toFixed(3)} ms of processor more`,
    );
  }
};

/** Milliseconds from the start of a program in a terminal until its output has a text in it. */
const timeUntil = (argv, text, home) =>
  new Promise((resolve) => {
    const started = performance.now();
    // NODE_EXTRA_CA_CERTS and the like must not flatter a ratio: a clean environment.
    const env = { PATH: process.env.PATH, HOME: work, TERM: 'xterm-256color', LLM_QUIZ_HOME: home };
    const size = { name: 'xterm-256color', cols: 80, rows: 24 };
    const child = pty.spawn(argv[0], argv.slice(1), { ...size, cwd: work, env });
    let raw = '';
    let found;
    child.onData((data) => {
      raw += data;
      if (found !== undefined || !raw.includes(text)) return;
      found = performance.now() - started;
      child.kill('SIGKILL');
    });
    child.onExit(() => resolve(found ?? Number.NaN));
  });

const measureStarts = async (homes) => {
  const study = [process.execPath, bin, 'study', '-n', '5', '--new', '5'];
  const starts = [
    ['bare Node', [process.execPath, '-e', 'process.stdout.write("READY")'], 'READY', work],
    ...[...homes].map(([events, { home }]) => [
      `study, ${events.toLocaleString('en-US')} events`,
      study,
      'card 1 of',
      home,
    ]),
  ];
  const times = new Map(starts.map(([name]) => [name, []]));
  for (let run = -2; run < RUNS; run++) {
    for (const [name, argv, text, home] of starts) {
      const ms = await timeUntil(argv, text, home);
      if (run >= 0) times.get(name).push(ms);
    }
  }
  const bare = median(times.get('bare Node'));
  console.log(`Start to first question with a snapshot, median of ${RUNS}; ratio to bare Node`);
  for (const [name, values] of times) {
    const ms = median(values);
    console.log(`  ${name.padEnd(26)} ${ms.toFixed(1).padStart(6)} ms  ${(ms / bare).toFixed(2)}`);
  }
};

const measureRebuild = (homes) => {
  console.log('Full rebuild, without a snapshot');
  for (const [events, { built }] of homes) {
    if (built === undefined) continue;
    console.log(
      `  ${events.toLocaleString('en-US').padStart(9)} events  ${(built.ms / 1000).toFixed(2)} s (${(built.cpuMs / 1000).toFixed(2)} s of processor), ${((built.ms * 1000) / events).toFixed(1)} us an event, peak ${built.peakMb.toFixed(0)} MB`,
    );
  }
};

try {
  if (!process.env.NO_BUILD) {
    execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  }
  await buildStore();
  const homes = new Map([0, 10_000, EVENTS].map((events) => [events, homeWith(events)]));
  measureRebuild(homes);
  // Before the grades: what they leave behind would be folded at each start.
  await measureStarts(homes);
  measureAppend(homes);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
