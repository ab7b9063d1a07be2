// Keeps what V8 compiles of the program in a session, so that a start need not do it again:
// runs in a process of its own, with a terminal that is none, on a deck and a folder that are
// thrown away.  node scripts/compile-code.cjs DIST FOLDER
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PassThrough, Writable } = require('node:stream');
const tty = require('node:tty');

const [, , dist, folder] = process.argv;
const { Program, codeTag } = require(path.join(dist, 'loader.cjs'));

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-build-'));
// What the program reads of the environment must not decide what is compiled: a build runs under
// CI, on a terminal without colours, and for people who have the program spoken.
for (const name of Object.keys(process.env)) {
  if (!['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].includes(name)) {
    delete process.env[name];
  }
}
Object.assign(process.env, { LLM_QUIZ_HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' });

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

const RUNS = [['study', '--new', '3', '-n', '3'], ['--help'], ['list']];

const compile = async () => {
  for (const argv of RUNS) {
    process.argv.splice(2, Number.POSITIVE_INFINITY, ...argv);
    await program.load('./start.cjs').main(path.dirname(dist));
    if (process.exitCode > 0) throw new Error(`llm-quiz ${argv.join(' ')} failed`);
  }
  if (!isStarted) throw new Error('the session painted nothing');
  save();
};

let isDone = false;
process.once('exit', () => {
  fs.rmSync(home, { recursive: true, force: true });
  // A session that waits for what never comes would end as if all were well.
  if (!isDone) process.exitCode = 1;
});
compile().then(() => {
  isDone = true;
});
