// Every figure of this page is a ratio to bare Node in the same run, so it holds on any machine.
//   npm run bench            what a person waits for: start to first question, key to paint
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import { BARE, compareStarts, median, quantile } from './starts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'bin', 'llm-quiz.js');
const RUNS = Number(process.env.RUNS ?? 25);

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
// A clean environment: NODE_EXTRA_CA_CERTS alone adds 65 ms to every start of Node 20.
const env = { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color' };

const measureStarts = () => {
  const start = (argv, text) => ({ argv: [process.execPath, bin, ...argv], text, cwd: home, env });
  const starts = {
    'bare Node': { ...BARE, cwd: home, env },
    'llm-quiz --version': start(['--version'], '.'),
    'llm-quiz --help': start(['--help'], 'Usage'),
    'study, first question': start(['study', '-n', '5', '--new', '5'], 'card 1 of 5'),
  };
  return compareStarts('Start', starts, RUNS);
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
