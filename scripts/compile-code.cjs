// Keeps what V8 compiles of the program in a session, so that a start need not do it again:
// runs in a process of its own, with a terminal that is none, on a deck and a folder that are
// thrown away.  node scripts/compile-code.cjs DIST FOLDER
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PassThrough, Writable } = require('node:stream');
const tty = require('node:tty');

const [, , dist, folder] = process.argv;
const root = path.dirname(dist);
const { Program, codeTag } = require(path.join(dist, 'loader.cjs'));

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-build-'));
const HOMES = { new: path.join(work, 'new'), old: path.join(work, 'old') };
// What the program reads of the environment must not decide what is compiled: a build runs under
// CI, on a terminal without colours, and for people who have the program spoken.
for (const name of Object.keys(process.env)) {
  if (!['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].includes(name)) {
    delete process.env[name];
  }
}
Object.assign(process.env, { TERM: 'xterm-256color', LANG: 'en_US.UTF-8' });

/** A folder with some days of reviews and a snapshot of them: what most starts have before them. */
const makeOldHome = () => {
  const list = () =>
    execFileSync(process.execPath, [path.join(root, 'bin', 'llm-quiz.js'), 'list'], {
      env: { ...process.env, LLM_QUIZ_HOME: HOMES.old },
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
  const keys = list()
    .split('\n')
    .flatMap((line) => line.split('\t', 1))
    .filter((key) => key !== '');
  const [device, session, day] = ['b0'.repeat(6), 'b0'.repeat(8), 86_400_000];
  const lines = Array.from({ length: REVIEWS }, (_, number) => {
    const t = Date.now() - 3 * day + number * 60_000;
    const head = { v: 1, id: `${session}-${number.toString(36)}`, device, session, t };
    const grade = { type: 'grade', card: keys[number % keys.length], rating: 'good', ms: 9_000 };
    return `${JSON.stringify({ ...head, day: Math.floor(t / day), ...grade })}\n`;
  });
  fs.mkdirSync(path.join(HOMES.old, 'progress'), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(HOMES.old, 'progress', `${device}.jsonl`), lines.join(''));
  list();
  fs.statSync(path.join(HOMES.old, 'cache', 'snapshot.json'));
};

const REVIEWS = 300;

const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => keyboard });
const screen = Object.assign(
  new Writable({
    write(chunk, _, done) {
      done();
      answer(String(chunk));
    },
  }),
  { isTTY: true, columns: 80, rows: 24 },
);
for (const [name, value] of Object.entries({ stdin: keyboard, stdout: screen })) {
  Object.defineProperty(process, name, { value });
}

tty.isatty = () => true;

const program = new Program(dist, []);
let isStarted = false;
const save = () => program.save(path.join(folder, codeTag()));

/**
 * A card is answered and graded as soon as it is seen. What a start needs is kept before: what
 * more is compiled later would only make a start slower.
 */
const answer = (text) => {
  if (!text.includes('\u001B[?2026l')) return;
  if (!isStarted) save();
  isStarted = true;
  setImmediate(() => keyboard.write(keys.next().value ?? ''));
};
const keys = (function* () {
  yield* [' ', '3', ' ', '1', ' ', '4'];
  for (;;) yield 'q';
})();

// The first start of all reads a folder with nothing in it, each other one a snapshot.
const RUNS = [
  [HOMES.new, 'list'],
  [HOMES.old, 'study', '--new', '3', '-n', '3'],
  [HOMES.old, '--help'],
];

const compile = async () => {
  makeOldHome();
  for (const [home, ...argv] of RUNS) {
    process.env.LLM_QUIZ_HOME = home;
    process.argv.splice(2, Number.POSITIVE_INFINITY, ...argv);
    await program.load('./start.cjs').main(root, 'compiled');
    if (process.exitCode > 0) throw new Error(`llm-quiz ${argv.join(' ')} failed`);
  }
  if (!isStarted) throw new Error('the session painted nothing');
  save();
};

let isDone = false;
process.once('exit', () => {
  fs.rmSync(work, { recursive: true, force: true });
  // A session that waits for what never comes would end as if all were well.
  if (!isDone) process.exitCode = 1;
});
compile().then(() => {
  isDone = true;
});
