import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Pty, type PtyOptions } from '../support/pty.ts';
import { BIN, listCards, openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 30_000 });

const WAYS: readonly {
  readonly name: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}[] = [
  { name: 'ACCESSIBLE=1', flags: [], env: { ACCESSIBLE: '1' } },
  { name: '--accessible', flags: ['--accessible'], env: {} },
  { name: '--accessible --color', flags: ['--accessible', '--color'], env: { FORCE_COLOR: '3' } },
  { name: 'TERM=dumb', flags: [], env: { TERM: 'dumb' } },
  { name: 'TERM=dumb ACCESSIBLE=0', flags: [], env: { TERM: 'dumb', ACCESSIBLE: '0' } },
];

const ACCESSIBLE = { ACCESSIBLE: '1' };
const grades = (home: string): readonly Record<string, unknown>[] =>
  readEvents(home).filter(({ type }) => type === 'grade');

/** Wide enough that no sentence is wrapped. */
const openWide = (args: readonly string[], options: PtyOptions & { readonly home: string }): Pty =>
  openQuiz(args, { columns: 200, rows: 50, ...options });

describe('accessible mode in a real terminal', () => {
  it.each(WAYS)('goes from the welcome to the summary with $name', async ({ flags, env }) => {
    const home = temporaryFolder();
    const quiz = openWide(['study', ...flags], { home, env });
    await quiz.waitFor(/Press Enter to start with 10 cards/);
    await quiz.press('\r', /Card 1 of 10\..*\nQuestion: /);
    await quiz.press('\r', /1\. Again, next in 1 minute\.[\s\S]*Enter alone means \d, \w+: $/m);
    await quiz.press('3\r', /Good\. Next review in 10 minutes\. Saved\.[\s\S]*Card 2 of 10/);
    await quiz.press('q\r', /Session done\. 1 card in /);
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(quiz.raw).not.toContain('\u001B');
    expect(readEvents(home).map(({ type }) => type)).toEqual(['start', 'seen', 'grade', 'end']);
  });

  it('paints screens where ACCESSIBLE says no', async () => {
    const quiz = openWide(['study', '-n', '2'], {
      home: temporaryFolder(),
      env: { ACCESSIBLE: 'false' },
    });
    await quiz.waitFor(/card 1 of 2/);
    expect(quiz.isAlternateScreen()).toBe(true);
  });

  it('starts the session for the flag alone', async () => {
    const quiz = openWide(['--accessible'], { home: temporaryFolder() });
    await quiz.waitFor(/Press Enter to start with 10 cards/);
  });

  it('uses every line of a burst, also of one that came before the first question', async () => {
    const home = temporaryFolder();
    const quiz = openWide(['study', '-n', '40', '--new', '40'], { home, env: ACCESSIBLE });
    quiz.write('\r3\r'.repeat(20));
    await quiz.waitFor(/Card 21 of 40/);
    await quiz.press('\r3\r'.repeat(19), /Card 40 of 40/);
    expect(new Set(grades(home).map(({ card }) => card)).size).toBe(39);
    expect(quiz.raw).not.toContain('\u001B');
  });

  it('writes a question and its answer on one line, whenever the answer was typed', async () => {
    const quiz = openWide(['study', '-n', '4', '--new', '4'], {
      home: temporaryFolder(),
      env: ACCESSIBLE,
    });
    quiz.write('\r3\r\r');
    await quiz.waitFor(/u to undo the card before, .* Good: $/m);
    const lines = quiz.transcript().split('\n');
    expect(lines.some((line) => / Good: 3$/.test(line))).toBe(true);
    expect(lines.some((line) => /: (?:Answer|Good\.|Card|Right|You)/.test(line))).toBe(false);
  });

  it('ends with 130 and one line on Ctrl-C, with everything saved', async () => {
    const home = temporaryFolder();
    const quiz = openWide(['study', '-n', '4', '--new', '4'], { home, env: ACCESSIBLE });
    await quiz.waitFor(/Card 1 of 4/);
    await quiz.press('\r3\r', /Card 2 of 4/);
    quiz.write('\u0003');
    expect(await quiz.exited()).toEqual({ code: 130, signal: undefined });
    expect(quiz.screen()).toMatch(/^Stopped: 1 graded, all saved\.$/m);
    expect(readEvents(home).at(-1)).toMatchObject({ type: 'end', reason: 'interrupted' });

    const next = openWide(['study'], { home, env: ACCESSIBLE });
    await next.waitFor(/Press Enter to go on with card \d of 4/);
    expect(next.screen()).toMatch(/ended early, .* ago: it was interrupted\.$/m);
    await next.press('\r', /Card \d of 4\..*\nQuestion: /);
  });

  it('ends like q on Ctrl-D, with exit code 0', async () => {
    const quiz = openWide(['study', '-n', '4', '--new', '4'], {
      home: temporaryFolder(),
      env: ACCESSIBLE,
    });
    await quiz.waitFor(/Card 1 of 4/);
    await quiz.press('\r3\r', /Card 2 of 4/);
    quiz.write('\u0004');
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(quiz.screen()).toMatch(/^Session done\. 1 card in /m);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('dies of %s, with every grade kept', async (signal) => {
    const home = temporaryFolder();
    const quiz = openWide(['study', '-n', '4', '--new', '4'], { home, env: ACCESSIBLE });
    await quiz.waitFor(/Card 1 of 4/);
    await quiz.press('\r3\r', /Card 2 of 4/);
    quiz.kill(signal);
    expect((await quiz.exited()).signal).toBe(signal);
    expect(quiz.raw).not.toContain('\u001B');
    expect(listCards(home).filter(({ state }) => state['reps'] === 1)).toHaveLength(1);
  });

  it('stops on Ctrl-Z and goes on after fg, as every program by lines does', async () => {
    const home = temporaryFolder();
    const shell = new Pty(['bash', '--norc', '--noprofile', '-i'], {
      cwd: home,
      columns: 200,
      rows: 50,
      env: { HOME: home, LLM_QUIZ_HOME: home, PS1: 'ready> ', ...ACCESSIBLE },
    });
    onTestFinished(() => shell.close());
    await shell.press(`"${process.execPath}" "${BIN}" study -n 4 --new 4\r`, /Card 1 of 4/);
    await shell.press('\u001A', /Stopped[\s\S]*ready> /);
    await shell.press('fg\r', /ready> fg[\s\S]*study/);
    await shell.press('\r3\r', /Saved\.[\s\S]*Card 2 of 4/);
  });

  it('lets chapters be chosen by numbers and names, and keeps what was typed ahead', async () => {
    const home = temporaryFolder();
    const quiz = openWide(['study'], { home, env: ACCESSIBLE });
    await quiz.waitFor(/c to choose chapters/);
    await quiz.press('c\r', /These are the chapters:[\s\S]*or a name, or q to quit: $/m);
    await quiz.press('ragg\r', /There is no chapter ragg\. Did you mean 3, /);
    await quiz.press(
      '3\r\r2\r',
      /Hard\. Next review .* Saved\.[\s\S]*Card 2 of 10\. Chapter 3, RAG/,
    );
    expect(quiz.raw).not.toContain('\u001B');
  });

  it('leaves the choice of chapters by Ctrl-D with 0 and by Ctrl-C with 130', async () => {
    for (const [key, code] of [
      ['\u0004', 0],
      ['\u0003', 130],
    ] as const) {
      const quiz = openWide(['study'], { home: temporaryFolder(), env: ACCESSIBLE });
      await quiz.waitFor(/c to choose chapters/);
      await quiz.press('c\r', /or a name, or q to quit: $/m);
      quiz.write(key);
      expect(await quiz.exited()).toEqual({ code, signal: undefined });
    }
  });

  it('says tables as sentences, and leaves pipes and JSON alone', async () => {
    const home = temporaryFolder();
    const said = async (args: readonly string[]): Promise<string> => {
      const quiz = openWide(args, { home, env: ACCESSIBLE, columns: 300 });
      await quiz.exited();
      expect(quiz.raw).not.toContain('\u001B');
      return quiz.transcript().trimEnd();
    };
    expect(await said(['list', '-c', '3', '-n', '1'])).toMatch(
      /^Chapter 3\. Which design pattern .*\? Junior, never studied\. Card \S+\.\n1 card\.$/,
    );
    expect(await said(['settings', 'newPerDay'])).toMatch(/^newPerDay: 10, the default\. .*\.$/);
    expect(await said(['paths'])).toMatch(/^(?:\/\S* is the place of \w+\.\n?)+$/);
    expect(JSON.parse(await said(['paths', '--json']))).toMatchObject({
      schema: 'llm-quiz/paths/1',
    });
    const piped = runQuiz(['list', '-n', '1'], { home, env: ACCESSIBLE });
    expect(piped.stdout).toBe(runQuiz(['list', '-n', '1'], { home }).stdout);
  });

  it('asks nothing without a terminal', () => {
    const run = runQuiz(['study', '--accessible'], { home: temporaryFolder(), input: '\n3\n' });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/needs a terminal/);
  });

  it('says in sentences that nothing is due', async () => {
    const quiz = openWide(['study', '--new', '0'], { home: temporaryFolder(), env: ACCESSIBLE });
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(quiz.transcript().trim().split('\n')).toMatchInlineSnapshot(`
      [
        "Nothing is due now.",
        "Tomorrow: 0 due.",
        "You can still use these commands:",
        "llm-quiz study --new 5, to learn 5 new cards.",
        "llm-quiz study --more, to go on with what gains most.",
        "llm-quiz study --cram, to practise any card, with nothing scheduled.",
      ]
    `);
  });

  it('writes nothing while nobody types', async () => {
    const quiz = openWide(['study', '-n', '4'], { home: temporaryFolder(), env: ACCESSIBLE });
    await quiz.waitFor(/Card 1 of 4[\s\S]*q to quit: $/m);
    const { length } = quiz.raw;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(quiz.raw).toHaveLength(length);
  });
});

/** What is for the eye alone: boxes, bars, rows of one character, columns, carets, backticks. */
const FOR_THE_EYE = /[\u2500-\u259F\u001B\t`]|([#=^|~_-])\1{2,}|\S {2,}\S/;
/** What a reader pauses at; what is to be copied stands alone on its line, and needs none. */
const IS_ENDED = /[.,:;?!]["')\]]*$|^llm-quiz|^https?:\S+$|^$/;

describe('every command', () => {
  it('speaks in sentences', async () => {
    const home = temporaryFolder();
    const env = { ACCESSIBLE: '1', LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };
    const bad = [
      '# X',
      '## A?',
      '## B?',
      '<!-- card: { id: a } -->',
      '## C?',
      '<!-- card: { id: a } -->',
    ];
    fs.writeFileSync(path.join(home, 'bad.md'), `${bad.join('\n\n')}\n`);
    fs.mkdirSync(path.join(home, 'stick'));
    const study = openWide(['study', '--new', '5', '-c', '3'], { home, env });
    await study.waitFor(/Card 1 of 5/);
    await study.press('\r1\r', /Card 2 of 5/);
    await study.press('x\rq\r', /Session done/);
    await study.exited();
    const say = async (line: string): Promise<string> => {
      const quiz = openQuiz(line.split(' '), { home, env, columns: 1_000, rows: 50 });
      await quiz.exited();
      return quiz.transcript().trimEnd();
    };
    const faults: string[] = [];
    for (const group of COMMANDS) {
      const told = await Promise.all(group.map(async (line) => [line, await say(line)] as const));
      for (const [line, text] of told) {
        if (text === '') faults.push(`${line}: says nothing`);
        const wrong = text
          .split('\n')
          .filter((each) => FOR_THE_EYE.test(each) || !IS_ENDED.test(each));
        faults.push(...wrong.map((each) => `${line}: ${each}`));
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('makes lines as narrow as was asked for, by flag, environment and setting', async () => {
    const home = temporaryFolder();
    const widest = async (args: readonly string[], env = {}): Promise<number> => {
      const quiz = openQuiz(args, { home, env: { ...ACCESSIBLE, ...env }, columns: 100, rows: 50 });
      await quiz.waitFor((screen) => /quit:$|cards?\.$/.test(screen.trimEnd()));
      return Math.max(
        ...quiz
          .transcript()
          .split('\n')
          .map(({ length }) => length),
      );
    };
    const study = ['study', '-c', '3'];
    expect(await widest(study)).toBeGreaterThan(60);
    expect(await widest([...study, '--width', '40'])).toBeLessThanOrEqual(40);
    expect(await widest(study, { LLM_QUIZ_WIDTH: '50' })).toBeLessThanOrEqual(50);
    runQuiz(['settings', 'width', '45'], { home });
    expect(await widest(study)).toBeLessThanOrEqual(45);
    expect(await widest(['list', '-c', '3'])).toBeLessThanOrEqual(46);
  });

  it('is spoken where the setting says so, and painted where it does not', async () => {
    const home = temporaryFolder();
    runQuiz(['settings', 'accessible', 'yes'], { home });
    await openWide(['study'], { home }).waitFor(/Press Enter to start with 10 cards/);
    const painted = openWide(['study'], { home, env: { ACCESSIBLE: '0' } });
    await painted.waitFor(/enter start with 10 cards/);
  });

  it('knows the letters of the settings', async () => {
    const home = temporaryFolder();
    fs.mkdirSync(path.join(home, 'quiz'));
    const keys = { undo: ['z'], good: ['f'], quit: ['k'] };
    fs.writeFileSync(path.join(home, 'quiz', 'settings.json'), JSON.stringify({ keys }));
    const quiz = openWide(['study', '-n', '3', '--new', '3'], { home, env: ACCESSIBLE });
    await quiz.waitFor(/Card 1 of 3[\s\S]*or k to quit: $/m);
    await quiz.press('\rf\r', /Good\. Next review .* Saved\.[\s\S]*Card 2 of 3/);
    await quiz.press('z\r', /Undone: the grade Good/);
    quiz.write('k\r');
    expect((await quiz.exited()).code).toBe(0);
  });

  it('asks before a reset by a line, and Enter alone changes nothing', async () => {
    const home = temporaryFolder();
    const study = openWide(['study', '-n', '1', '--new', '1'], { home, env: ACCESSIBLE });
    await study.waitFor(/Card 1 of 1/);
    await study.press('\r4\r', /Session done/);
    study.write('\r');
    await study.exited();
    const refused = openWide(['reset', '--all'], { home, env: ACCESSIBLE });
    await refused.press(
      '\r',
      /Make 1 card new again\?\nType yes or no\. Enter alone means no: \n*Nothing was changed\./,
    );
    expect(refused.raw).not.toContain('\u001B');
    const sure = openWide(['reset', '--all'], { home, env: ACCESSIBLE });
    await sure.waitFor(/Enter alone means no: $/m);
    await sure.press('yes\r', /1 card new again\. To take it back:\nllm-quiz undo/);
  });
});

/** Command lines that can run side by side, and groups of them that come one after the other. */
const COMMANDS: readonly (readonly string[])[] = [
  ['plan', 'plan --date 2026-12-15 --minutes 20', 'list -n 3', 'list --suspended', 'settings'],
  ['plan', 'plan --what-if --minutes 40', 'paths', 'doctor', 'relink', 'deck', 'deck list'],
  ['undo --list', 'undo --dry-run', 'reset --all --dry-run', 'export progress.json', 'sync stick'],
  ['check', 'check bad.md', 'convert bad.md --out native', 'deck add bad.md'],
  ['import progress.json', 'sync stick', 'deck remove bad', 'review --leeches', 'undo'],
  ['unsuspend --all', 'plan --clear', 'studdy', 'list -c zzz', 'help', 'help study', '--help'],
  ['help exit-codes', 'help environment', 'help help', 'deck add --help', 'reset --all --yes'],
  ['settings newPerDay 20', 'settings theme pink', 'relink a b', 'check --help', 'list -c 99'],
];
