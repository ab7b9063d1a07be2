// Every figure of this page is a ratio to bare Node in the same run, so it holds on any machine.
//   npm run bench            what a person waits for: start to first question, key to paint
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'bin', 'llm-quiz.js');
const RUNS = Number(process.env.RUNS ?? 25);

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
// A clean environment: NODE_EXTRA_CA_CERTS alone adds 65 ms to every start of Node 20.
const env = { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color' };

/** Milliseconds from the start of a program until its output has a text in it. */
const timeUntil = (argv, text) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = pty.spawn(argv[0], argv.slice(1), {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      cwd: home,
      env,
    });
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

const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const median = (values) => quantile(values, 0.5);

const starts = {
  'bare Node': [[process.execPath, '-e', 'process.stdout.write("READY")'], 'READY'],
  'llm-quiz --version': [[process.execPath, bin, '--version'], '.'],
  'llm-quiz --help': [[process.execPath, bin, '--help'], 'Usage'],
  'study, first question': [
    [process.execPath, bin, 'study', '-n', '5', '--new', '5'],
    'card 1 of 5',
  ],
};

const measureStarts = async () => {
  const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
  for (let run = -2; run < RUNS; run++) {
    for (const [name, [argv, text]] of Object.entries(starts)) {
      const ms = await timeUntil(argv, text);
      if (run >= 0) times[name].push(ms);
    }
  }
  const bare = median(times['bare Node']);
  console.log(`Start, median of ${RUNS}, and ratio to bare Node (Node ${process.versions.node})`);
  for (const [name, values] of Object.entries(times)) {
    console.log(
      `  ${name.padEnd(24)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / bare).toFixed(2)}`,
    );
  }
};

/** Sends a key, and waits for the end of the frame that answers it. */
const pressTimed = (child, state, key) =>
  new Promise((resolve) => {
    const started = performance.now();
    state.onFrame = () => resolve(performance.now() - started);
    child.write(key);
  });

const measureKeys = async () => {
  const child = pty.spawn(process.execPath, [bin, 'study', '-n', '200', '--new', '200'], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: home,
    env,
  });
  const state = { raw: '', onFrame: undefined };
  const ready = new Promise((resolve) => {
    child.onData((data) => {
      state.raw += data;
      if (state.raw.includes('card 1 of')) resolve();
      if (data.includes('\u001B[?2026l')) {
        const { onFrame } = state;
        state.onFrame = undefined;
        onFrame?.();
      }
    });
  });
  await ready;
  await pressTimed(child, state, '?');
  await pressTimed(child, state, 'z');
  const reveals = [];
  const grades = [];
  for (let card = 0; card < 100; card++) {
    reveals.push(await pressTimed(child, state, ' '));
    grades.push(await pressTimed(child, state, '3'));
  }
  child.kill('SIGKILL');
  console.log('Key to paint, 200 keys of a session (ms)');
  for (const [name, values] of [
    ['reveal the answer', reveals],
    ['grade, saved and synced', grades],
  ]) {
    console.log(
      `  ${name.padEnd(24)} p50 ${median(values).toFixed(1)}  p95 ${quantile(values, 0.95).toFixed(1)}`,
    );
  }
};

try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  await measureStarts();
  await measureKeys();
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}
