// What a person feels at the study screen, measured in a real pseudo-terminal:
//   node bench/screen.mjs    key to paint, blank frames, Esc, Ctrl-C, SIGTERM, idle
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';
import headless from '@xterm/headless';
import { quantile } from './starts.mjs';

const bin = path.join(
  path.dirname(path.dirname(fileURLToPath(import.meta.url))),
  'bin',
  'llm-quiz.js',
);
const KEYS = Number(process.env.KEYS ?? 200);
const ENDS = Number(process.env.ENDS ?? 10);
/** A fast human: 30 ms from one key to the next. */
const GAP = 30;
const IDLE = 3_000;

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-screen-'));
const END_OF_FRAME = '\u001B[?2026l';
let homes = 0;

/** A session in a pty: `frame()` resolves when the next frame is whole, `exit` when it is over. */
const open = async (args = [], wrap = (argv) => argv) => {
  const argv = wrap([process.execPath, bin, 'study', '-n', '300', '--new', '300', ...args]);
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LLM_QUIZ_HOME: path.join(home, `quiz-${homes++}`),
    TERM: 'xterm-256color',
  };
  const child = pty.spawn(argv[0], argv.slice(1), { cols: 80, rows: 24, cwd: home, env });
  const session = { child, raw: '', chunks: [], waiting: undefined };
  child.onData((data) => {
    session.raw += data;
    session.chunks.push(data);
    if (!data.includes(END_OF_FRAME)) return;
    const { waiting } = session;
    session.waiting = undefined;
    waiting?.(performance.now());
  });
  session.exit = new Promise((resolve) => child.onExit(() => resolve(performance.now())));
  session.frame = () =>
    new Promise((resolve) => {
      session.waiting = resolve;
    });
  while (!session.raw.includes('card 1 of')) await session.frame();
  // The prompt and the Markdown parser are loaded behind the first question.
  await press(session, '?');
  await press(session, 'z');
  await wait(200);
  return session;
};

const press = async (session, key) => {
  const next = session.frame();
  const started = performance.now();
  session.child.write(key);
  return (await next) - started;
};

const figures = (values) =>
  `p50 ${quantile(values, 0.5).toFixed(1)}  p95 ${quantile(values, 0.95).toFixed(1)}  max ${Math.max(...values).toFixed(1)}`;

/** Screens without a letter after each piece that the program wrote. */
const blankFrames = async (session) => {
  const terminal = new headless.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  let blank = 0;
  let seen = false;
  for (const chunk of session.chunks) {
    await new Promise((resolve) => terminal.write(chunk, resolve));
    const { active } = terminal.buffer;
    let text = '';
    for (let row = 0; row < 24; row++) text += active.getLine(row)?.translateToString(true) ?? '';
    if (text.trim() !== '') seen = true;
    else if (seen) blank++;
  }
  return blank;
};

const measureKeys = async (gap) => {
  const session = await open();
  const times = { reveal: [], grade: [] };
  for (let key = 0; key < KEYS; key++) {
    const what = key % 2 === 0 ? 'reveal' : 'grade';
    times[what].push(await press(session, what === 'reveal' ? ' ' : '3'));
    if (gap > 0) await wait(gap);
  }
  session.child.kill('SIGKILL');
  const all = [...times.reveal, ...times.grade];
  const name = gap > 0 ? `${KEYS} keys, ${gap} ms apart` : `${KEYS} keys, one after another`;
  console.log(`${name} (ms; goal p50 <= 2, p95 <= 10)`);
  console.log(`  all     ${figures(all)}`);
  console.log(`  reveal  ${figures(times.reveal)}`);
  console.log(`  grade   ${figures(times.grade)}  (saved and synced before the paint)`);
  console.log(`  blank frames ${await blankFrames(session)} (goal 0)`);
};

/** Milliseconds from a key or a signal to the end of the program, as whoever waits for it sees. */
const timeToExit = async (end) => {
  const session = await open();
  await press(session, ' ');
  await press(session, '3');
  await wait(100);
  const started = performance.now();
  end(session.child);
  return (await session.exit) - started;
};

/** What the machine itself takes, loaded as it is: a program that answers each key by one frame. */
const measureEcho = async () => {
  const frame = `\u001B[?2026h${'x'.repeat(800)}${END_OF_FRAME}`;
  const code = `process.stdin.setRawMode(true);process.stdin.on('data',()=>process.stdout.write(${JSON.stringify(frame)}));process.stdout.write('ready')`;
  const child = pty.spawn(process.execPath, ['-e', code], { cols: 80, rows: 24, cwd: home });
  const session = { child, raw: '', waiting: undefined };
  const ready = new Promise((resolve) => {
    child.onData((data) => {
      session.raw += data;
      if (session.raw.includes('ready')) resolve();
      if (data.includes(END_OF_FRAME)) session.waiting?.(performance.now());
    });
  });
  session.frame = () =>
    new Promise((resolve) => {
      session.waiting = resolve;
    });
  await ready;
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    times.push(await press(session, ' '));
    await wait(GAP);
  }
  child.kill('SIGKILL');
  console.log(
    `A program that only answers each key by 800 characters (ms)\n  all     ${figures(times)}`,
  );
};

const measureEnds = async () => {
  const ways = {
    'Esc to the key it is (goal 50)': undefined,
    'Ctrl-C to the shell (goal 100)': (child) => child.write('\u0003'),
    'SIGTERM to the shell (goal 100)': (child) => child.kill('SIGTERM'),
    'SIGHUP to the shell (goal 100)': (child) => child.kill('SIGHUP'),
    'q to the shell': (child) => child.write('q'),
  };
  console.log(`\nTo the end, ${ENDS} times each (ms)`);
  for (const [name, end] of Object.entries(ways)) {
    const times = [];
    const escapes = end === undefined ? await open() : undefined;
    for (let run = 0; run < ENDS; run++) {
      if (escapes === undefined) times.push(await timeToExit(end));
      else {
        await press(escapes, '?');
        await wait(GAP);
        times.push(await press(escapes, '\u001B'));
        await wait(GAP);
      }
    }
    escapes?.child.kill('SIGKILL');
    console.log(`  ${name.padEnd(34)} ${figures(times)}`);
  }
};

const measureIdle = async () => {
  const session = await open();
  await press(session, ' ');
  await wait(100);
  const { length } = session.raw;
  await wait(IDLE);
  console.log(`\nBytes in ${IDLE / 1_000} s of idle: ${session.raw.length - length} (goal 0)`);
  session.child.kill('SIGKILL');
};

try {
  console.log(
    `llm-quiz study in a pty of 80 x 24, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  await measureEcho();
  await measureKeys(GAP);
  await measureKeys(0);
  await measureEnds();
  await measureIdle();
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}
