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
      /^Chapter 3\. Which design pattern .*\? Junior, never studied\. Card \S+\.$/,
    );
    expect(await said(['settings', 'newPerDay'])).toMatch(/^newPerDay, .*: 10, the default\.$/);
    expect(await said(['paths'])).toMatch(/^(?:\w+: \/.*\n?)+$/);
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
