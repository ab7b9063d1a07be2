// The checklist for terminal programs that the project holds itself to (46 items), one test an item:
// here what can be seen without a screen; the screen's items are in checklist-screen.test.ts.
// Items 12 and 42 to 44 are about commands that do not exist yet.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Pty } from '../support/pty.ts';
import { BIN, openQuiz, ROOT, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = { LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };
const BAD = '## First?\n<!-- card: { level: guru } -->\n\n## Second?\n\nYes.\n';
const ESCAPE = '\u001B';

const homeWith = (name: string, text: string): string => {
  const home = temporaryFolder();
  fs.writeFileSync(path.join(home, name), text);
  return home;
};

/** A home in which two cards were graded. */
const studied = async (): Promise<string> => {
  const home = temporaryFolder();
  const quiz = openQuiz(['study', '-n', '3', '--new', '3'], { home, env: NOW });
  await quiz.waitFor(/card 1 of 3/);
  await quiz.press(' 3', /card 2 of 3/);
  await quiz.press(' 4', /card 3 of 3/);
  quiz.write('q');
  await quiz.exited();
  return home;
};

describe('help', () => {
  const pages = new Map<string, string>();
  const show = (...args: string[]) => runQuiz(args, { home: ROOT });

  beforeAll(() => {
    const { stdout } = show('--help');
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?= {2,}| \[| <)/gm)].map(
      ([, name]) => name,
    );
    pages.set('', stdout);
    for (const name of [...commands, 'deck add', 'deck list', 'deck remove']) {
      pages.set(name ?? '', show(...(name ?? '').split(' '), '--help').stdout);
    }
    expect(pages.size).toBeGreaterThan(20);
  });

  it('1: is there everywhere, the same text, on standard output, with exit code 0', () => {
    for (const [name, text] of pages) {
      const words = name === '' ? [] : name.split(' ');
      expect(text).toMatch(/^Usage: llm-quiz/);
      expect(show('help', ...words)).toEqual({ code: 0, stdout: text, stderr: '' });
    }
    expect(show('-h').stdout).toBe(pages.get(''));
    expect(show('study', '-h').stdout).toBe(pages.get('study'));
    expect(show('study', '--chapter', '3', '-h').stdout).toBe(pages.get('study'));
  });

  it('2: leads with examples, fits 80 columns, has them in the first 24 rows, and links to issues', () => {
    const { bugs } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    for (const [name, text] of pages) {
      const lines = text.split('\n');
      expect([name, lines.filter((line) => line.length > 80)]).toEqual([name, []]);
      expect([name, lines.slice(0, 24)]).toEqual([name, expect.arrayContaining(['Examples:'])]);
      // Where the package names a place for them.
      if (bugs !== undefined) expect(text).toContain(bugs.url);
    }
  });

  it('3: groups the commands by what they are for, the most used first', () => {
    const groups = [...(pages.get('') ?? '').matchAll(/^([A-Z][a-z ]+):$/gm)].map(
      ([, name]) => name,
    );
    expect(groups).toEqual(['Examples', 'Study', 'Look', 'Decks', 'Progress', 'Set up', 'Options']);
    expect(pages.get('')).toMatch(/^Study:\n {2}study /m);
  });

  it('4: the version is printed alone, by flag and by word', () => {
    for (const word of ['--version', '-V', 'version']) {
      expect(show(word)).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^[\d.]+\n$/),
        stderr: '',
      });
    }
  });

  it('8: exit codes and the environment have a page of their own', () => {
    expect(show('help', 'exit-codes').stdout).toMatch(
      /^ *0 [\s\S]*^ *1 [\s\S]*^ *2 [\s\S]*^ *130 [\s\S]*^ *143 /m,
    );
    expect(show('help', 'environment').stdout).toMatch(/NO_COLOR[\s\S]*LLM_QUIZ_HOME/);
    const unknown = show('help', 'exit-code');
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/did you mean exit-codes\?/);
  });
});

it('5: the bare program starts the session on a terminal, and is concise help with exit code 2 without', async () => {
  const home = temporaryFolder();
  const quiz = openQuiz([], { home });
  await quiz.waitFor(/Welcome to llm-quiz/);
  const run = runQuiz([], { home });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/Usage: llm-quiz/);
});

describe('6: did you mean', () => {
  it.each([
    [['studdy'], /Did you mean study\?/],
    [['deck', 'ad'], /did you mean add\?/],
    [['list', '--jsn'], /Did you mean --json\?/],
    [['study', '-c', 'ragg'], /did you mean 3 Retrieval/],
    [['list', '--level', 'senoir'], /did you mean senior/],
    [['reset', 'hnsw-how-it-work'], /did you mean hnsw-how-it-works/],
    [['unsuspend', 'hnsw-how-it-work'], /did you mean hnsw-how-it-works/],
    [['settings', 'newPerDy'], /did you mean newPerDay/],
    [['settings', 'theme', 'drak'], /did you mean dark/],
    [['list', '--deck', 'llm-quizz'], /no deck "llm-quizz"/],
  ])('7: %j is a question, with exit code 2, and is never run', (args, guess) => {
    const home = temporaryFolder();
    const run = runQuiz(args, { home });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(guess);
    expect(fs.readdirSync(home)).toEqual([]);
  });
});

// 130 and q, Esc, Ctrl-D: session.test.ts ("ends with 130 and one line on Ctrl-C", "ends like q").
it('8: exit codes are 0, 1 for problems or nothing found, 2 for wrong usage, 143 for SIGTERM', async () => {
  const home = homeWith('bad.md', BAD);
  const card = (level: string, tag: string): string =>
    `## What is ${tag}?\n<!-- card: { level: ${level}, tags: [${tag}] } -->\n\nA letter.\n\n`;
  fs.writeFileSync(path.join(home, 'two.md'), card('junior', 'a') + card('mid', 'b'));
  expect(runQuiz(['paths'], { home }).code).toBe(0);
  expect(runQuiz(['check', 'bad.md'], { home }).code).toBe(1);
  expect(runQuiz(['read', '--deck', 'two.md', '--level', 'mid', '--tag', 'a'], { home }).code).toBe(
    1,
  );
  expect(runQuiz(['check', '--nope'], { home }).code).toBe(2);
  const command = `"${process.execPath}" "${BIN}" study -n 3 --new 3; echo "code $?"`;
  const shell = new Pty(['sh', '-c', command], {
    cwd: home,
    env: { HOME: home, LLM_QUIZ_HOME: path.join(home, 'quiz') },
  });
  onTestFinished(() => shell.close());
  await shell.waitFor(/card 1 of 3/);
  await shell.press(' 3', /card 2 of 3/);
  process.kill(Number(readEvents(home)[0]?.['pid']), 'SIGTERM');
  await shell.waitFor(/code 143/);
});

it('9: data goes to standard output, messages to standard error', () => {
  const home = homeWith('bad.md', BAD);
  const { stdout, stderr } = runQuiz(['check', 'bad.md'], { home });
  expect(stderr).toMatch(/error\[E005\]/);
  expect(stdout).toMatch(/^bad\.md: .*2 cards/);
  expect(stdout).not.toMatch(/E005/);
  expect(JSON.parse(runQuiz(['check', 'bad.md', '--json'], { home }).stdout)).toBeDefined();
  expect(runQuiz(['undo', '--list'], { home })).toMatchObject({
    stdout: '',
    stderr: /nothing/ as never,
  });
});

it('10: every reading command gives JSON with a schema, without colour, and whole', async () => {
  const home = await studied();
  for (const args of [
    ['list'],
    ['read', '-n', '3'],
    ['check'],
    ['deck', 'list'],
    ['relink'],
    ['undo', '--list'],
    ['doctor'],
    ['settings'],
    ['paths'],
  ]) {
    const env = { ...NOW, FORCE_COLOR: '1' };
    const { code, stdout } = runQuiz([...args, '--json'], { home, env });
    expect([args, code]).toEqual([args, 0]);
    expect(JSON.parse(stdout).schema).toMatch(/^llm-quiz\/[a-z-]+\/1$/);
    expect(stdout).not.toContain(ESCAPE);
  }
  const { cards } = JSON.parse(runQuiz(['list', '--json'], { home }).stdout);
  expect(
    Math.max(...cards.map(({ question }: { question: string }) => question.length)),
  ).toBeGreaterThan(100);
});

it('11: tables in a pipe are rows with tabs, without a header, whole, with ISO dates and states in words', async () => {
  const home = await studied();
  const rows = (...args: string[]) =>
    runQuiz(args, { home, env: NOW })
      .stdout.replace(/\n$/, '')
      .split('\n')
      .map((row) => row.split('\t'));
  const list = rows('list');
  expect(list.every((row) => row.length === 6)).toBe(true);
  expect(Math.max(...list.map(([, , question = '']) => question.length))).toBeGreaterThan(100);
  const dates = list.flatMap(([, , , , , due = '']) => (due === '' ? [] : [due]));
  expect(dates).toHaveLength(2);
  for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(new Set(list.map(([, , , , state]) => state))).toEqual(
    new Set(['new', 'learning', 'review']),
  );
  expect(rows('undo', '--list').map((row) => row[1])).toEqual([
    expect.stringMatching(/^2026-12-01T09:00:\d\d\.\d{3}Z$/),
    expect.stringMatching(/^2026-12-01T09:00:\d\d\.\d{3}Z$/),
  ]);
  expect(runQuiz(['undo', '--list', '--ascii'], { home }).stdout).toMatch(/^[\x00-\x7F]+$/);
  expect(rows('deck', 'list')[0]?.slice(0, 3)).toEqual(['llm-quiz', String(list.length), '2']);
  expect(rows('settings')[0]).toHaveLength(4);
  expect(rows('paths')[0]).toHaveLength(2);
});

describe('colour', () => {
  const read = (env: Record<string, string>, ...flags: string[]): boolean =>
    runQuiz(['read', '-n', '1', ...flags], { home: ROOT, env }).stdout.includes(ESCAPE);
  const onTerminal = async (env: Record<string, string>, ...flags: string[]): Promise<boolean> => {
    const quiz = openQuiz(['list', '-n', '1', ...flags], { home: temporaryFolder(), env });
    await quiz.exited();
    return /\u001B\[\d/.test(quiz.raw);
  };

  it('13: is off where a stream is no terminal, for each stream alone', async () => {
    expect(read({})).toBe(false);
    const home = homeWith('bad.md', BAD);
    const command = `"${process.execPath}" "${BIN}" check bad.md >out`;
    const shell = new Pty(['sh', '-c', command], { cwd: home, env: { HOME: home } });
    await shell.exited();
    expect(shell.raw).toContain('\u001B[31m');
    expect(fs.readFileSync(path.join(home, 'out'), 'utf8')).not.toContain(ESCAPE);
  });

  it('14: is off with NO_COLOR, unless that is empty', async () => {
    expect(await onTerminal({ NO_COLOR: '1' })).toBe(false);
    expect(await onTerminal({ NO_COLOR: '' })).toBe(true);
  });

  it('15: is on in a pipe with FORCE_COLOR or CLICOLOR_FORCE, off with 0, and a flag beats all', async () => {
    expect(read({ FORCE_COLOR: '1' })).toBe(true);
    expect(read({ CLICOLOR_FORCE: '1' })).toBe(true);
    expect(read({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
    expect(read({ NO_COLOR: '1' }, '--color')).toBe(true);
    expect(await onTerminal({ FORCE_COLOR: '0' })).toBe(false);
    expect(await onTerminal({ CLICOLOR: '0' })).toBe(false);
    expect(await onTerminal({ CLICOLOR: '0' }, '--color')).toBe(true);
  });
  // 16 (TERM=dumb): accessible.test.ts, "goes from the welcome to the summary with TERM=dumb".
});

// Without a terminal: bad-input.test.ts, "asks nothing without a terminal".
it('17: nothing is asked with --no-input or in CI, on a terminal too: exit code 2, and what to do', async () => {
  for (const [flags, env, word] of [
    [['--no-input'], {}, /without --no-input/],
    [[], { CI: 'true' }, /with CI= before it/],
  ] as const) {
    const quiz = openQuiz(['study', ...flags], { home: temporaryFolder(), env, columns: 200 });
    expect(await quiz.exited()).toEqual({ code: 2, signal: undefined });
    expect(quiz.transcript()).toMatch(word);
  }
  const quiz = openQuiz(['study'], { home: temporaryFolder(), env: { CI: 'false' } });
  await quiz.waitFor(/Welcome/);
});

it('18: everything that is asked can be a flag', async () => {
  const home = temporaryFolder();
  const flags = ['-c', '3', '-n', '4', '--order', 'random', '--yes'];
  const first = openQuiz(['study', ...flags], { home });
  await first.waitFor(/3 RAG.*card 1 of 4/);

  const plain = openQuiz(['study', '--yes'], { home });
  await plain.waitFor(/card 1 of 10/);
  await plain.press(' 3', /card 2 of 10/);
  plain.write('\u0003');
  await plain.exited();
  const resumed = openQuiz(['study', '--yes'], { home });
  await resumed.waitFor(/card 2 of 10/);
});

it('39: an error says what, where and how to mend it, without a stack, unless it is asked for', () => {
  const home = temporaryFolder();
  const run = (...args: string[]) => runQuiz(args, { home }).stderr;
  expect(run('study', '--deck', '/nope')).toMatch(
    /^llm-quiz: there is no file or folder .*\/nope\n {2}\S.*\n$/,
  );
  expect(run('--debug', 'study', '--deck', '/nope')).toMatch(/^ {4}at /m);
  const broken = path.join(home, 'broken.cjs');
  fs.writeFileSync(
    broken,
    "require('node:os').hostname = () => { throw new TypeError('broken'); };",
  );
  const fault = runQuiz(['list'], { home, env: { NODE_OPTIONS: `--require ${broken}` } });
  expect(fault).toMatchObject({ code: 1, stdout: '' });
  expect(fault.stderr).not.toMatch(/^ {4}at /m);
  const log = /with (\S+fault\.log)$/m.exec(fault.stderr)?.[1] ?? '';
  expect(fs.readFileSync(log, 'utf8')).toMatch(
    /^llm-quiz [\d.]+, Node [\s\S]*TypeError: broken\n {4}at /,
  );
});

// All errors at once, in the compiler's style, exit code 1, --json: bad-input.test.ts, "a deck that is not right".
it('40: check marks problems in a pull request under GITHUB_ACTIONS', () => {
  const home = homeWith('bad.md', BAD);
  const run = runQuiz(['check', 'bad.md'], { home, env: { GITHUB_ACTIONS: 'true' } });
  expect(run.stderr).toMatch(/^::error file=bad\.md,line=2,col=\d+,title=E005::.*guru/m);
  expect(run.stderr).toMatch(/^::warning file=bad\.md,line=1,col=4,title=W010::/m);
  expect(runQuiz(['check', 'bad.md'], { home }).stderr).not.toMatch(/^::/m);
});

it('41: settings, progress and caches are where XDG says, and paths prints where', async () => {
  const home = temporaryFolder();
  const env = {
    LLM_QUIZ_HOME: '',
    XDG_CONFIG_HOME: path.join(home, 'a'),
    XDG_DATA_HOME: path.join(home, 'b'),
    XDG_CACHE_HOME: path.join(home, 'c'),
  };
  const { config, data, cache } = JSON.parse(runQuiz(['paths', '--json'], { home, env }).stdout);
  expect([config, data, cache]).toEqual(
    ['a', 'b', 'c'].map((name) => path.join(home, name, 'llm-quiz')),
  );
  runQuiz(['settings', 'theme', 'dark'], { home, env });
  runQuiz(['settings', 'newPerDay', '5'], { home, env });
  expect(fs.readdirSync(config)).toContain('settings.json');
  expect(fs.readdirSync(data)).toContain('progress');
  expect(fs.readdirSync(home).filter((name) => !['a', 'b', 'c'].includes(name))).toEqual([]);
});

it('45: a reader that goes away is no error', () => {
  for (const command of ['list', 'read -c 2']) {
    const script = `"${process.execPath}" "${BIN}" ${command} | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const home = temporaryFolder();
    const env = { PATH: process.env['PATH'], HOME: home };
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { env, encoding: 'utf8' });
    expect([command, stdout, stderr]).toEqual([command, '0\n', '']);
  }
});

// Reset asks, --dry-run and its backup: progress.test.ts, "llm-quiz reset".
it('46: what destroys asks, needs --yes without a terminal, has --dry-run and keeps a copy', async () => {
  const home = await studied();
  const run = (...args: string[]) => runQuiz(args, { home, env: NOW });
  const refused = run('reset', '--all');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/--yes[\s\S]*--dry-run/);
  expect(run('reset', '--all', '--dry-run').stdout).toMatch(/2 cards would be new again/);
  expect(run('export', 'all.json').code).toBe(0);
  expect(run('export', 'all.json').code).toBe(2);
  expect(run('reset', '--all', '--yes').stdout).toMatch(/kept in .*backups/);
  expect(run('import', 'all.json', '--dry-run').code).toBe(0);
});
