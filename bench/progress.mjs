// What progress costs, each figure a ratio within the same run, so that it holds on any machine.
//   node bench/progress.mjs [EVENTS]     a grade at 0, 10^4 and EVENTS (10^6) events of history,
//                                        a start with a snapshot, and a full rebuild
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeHistory } from './progress/history.mjs';
import { BARE, compareStarts, median, quantile } from './starts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'bin', 'llm-quiz.js');
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const CARDS = 10_000;
const RUNS = Number(process.env.RUNS ?? 25);
const GRADES = Number(process.env.GRADES ?? 300);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
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

const measureStarts = (homes) => {
  // NODE_EXTRA_CA_CERTS and the like must not flatter a ratio: a clean environment.
  const env = { PATH: process.env.PATH, HOME: work, TERM: 'xterm-256color' };
  const argv = [process.execPath, bin, 'study', '-n', '5', '--new', '5'];
  const starts = { 'bare Node': { ...BARE, cwd: work, env } };
  for (const [events, { home }] of homes) {
    const own = { ...env, LLM_QUIZ_HOME: home };
    const name = `study, ${events.toLocaleString('en-US')} events`;
    starts[name] = { argv, text: 'card 1 of', cwd: work, env: own };
  }
  return compareStarts('Start to first question with a snapshot', starts, RUNS);
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
