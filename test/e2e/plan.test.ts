import { describe, expect, it } from 'vitest';
import { openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

const NOW = { LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };
const plan = (home: string, ...args: string[]) => runQuiz(['plan', ...args], { home, env: NOW });

describe('llm-quiz plan', () => {
  it('asks for a date where there is no plan', () => {
    const run = plan(temporaryFolder());
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/there is no plan yet\n {2}llm-quiz plan --date/);
  });

  it.each([
    ['2026-11-30', /is over: today is 2026-12-01/],
    ['2026-13-01', /is no date/],
    ['tomorrow', /is no date/],
  ])('refuses %s as a date', (date, message) => {
    const home = temporaryFolder();
    const run = plan(home, '--date', date);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(readEvents(home)).toEqual([]);
  });

  it.each([
    ['2026-12-01', /Interview on 2026-12-01, today: 20 min a day/],
    ['2026-12-02', /Interview on 2026-12-02, tomorrow/],
    ['2036-12-01', /looks half a year ahead/],
  ])('answers for %s', (date, message) => {
    expect(plan(temporaryFolder(), '--date', date).stdout).toMatch(message);
  });

  it('shows day by day what is studied, and what does not fit', () => {
    const { stdout } = plan(temporaryFolder(), '--date', '2026-12-08', '--minutes', '20');
    expect(stdout).toMatch(/today {6}\s+\d+ new\s+0 review\s+2\d min/);
    expect(stdout).toMatch(/said after 30 reviews/);
    expect(stdout).toMatch(/cards do not fit before the day and are left out, the least asked:/);
  });

  it('says what 0 minutes mean, and plans for what is asked alone', () => {
    const home = temporaryFolder();
    expect(plan(home, '--date', '2026-12-08', '--minutes', '0').stdout).toMatch(
      /With 0 minutes nothing is studied/,
    );
    expect(plan(home, '--minutes', '60', '-c', 'rag').stdout).toMatch(
      /60 min a day, 25 cards[\s\S]*Every card fits/,
    );
  });

  it('is kept, compared, and cleared, each as an event', () => {
    const home = temporaryFolder();
    plan(home, '--date', '2026-12-08', '--minutes', '20');
    expect(plan(home, '--what-if', '--minutes', '40').stdout).toMatch(/minutes a day +20 +40/);
    expect(plan(home).stdout).toMatch(/20 min a day/);
    expect(plan(home, '--clear').stdout).toMatch(/No plan/);
    expect(plan(home).code).toBe(2);
    expect(readEvents(home).map(({ type }) => type)).toEqual(['set', 'set']);
  });

  it('is JSON where that is asked', () => {
    const home = temporaryFolder();
    const json = JSON.parse(plan(home, '--date', '2026-12-08', '--json').stdout);
    expect(json).toMatchObject({
      schema: 'llm-quiz/plan/1',
      setting: { date: '2026-12-08', minutes: 20 },
    });
    expect(json.days).toHaveLength(7);
  });
});

describe('study with a plan', () => {
  it('goes by minutes, shows recall under the keys, and says why', async () => {
    const home = temporaryFolder();
    plan(home, '--date', '2026-12-08', '--minutes', '20');
    const quiz = openQuiz(['study'], { home, env: NOW });
    await quiz.waitFor(/0 of 20 min/);
    await quiz.press('w', /New, \d+ unseen in 7 days: on 2026-12-08 0 % without, \d+ % with it/);
    await quiz.press(' ', /chance to know it on 2026-12-08[\s\S]*\d+ % +\d+ % +\d+ % +\d+ %/);
    await quiz.press('3', /card 2 of/);
    await quiz.press('q', /Added 0\.\d cards that you are expected to know on 2026-12-08/);
    expect((await quiz.exited()).code).toBe(0);
  });

  it('leaves the plan for --new, --due, --order and --limit, and the header says so', async () => {
    const home = temporaryFolder();
    plan(home, '--date', '2026-12-08', '--minutes', '20');
    const quiz = openQuiz(['study', '--new', '3'], { home, env: NOW });
    await quiz.waitFor(/study, not by the plan[\s\S]*space show answer/);
  });

  it('goes on with what gains most with --more', async () => {
    const quiz = openQuiz(['study', '--more', '--minutes', '5'], {
      home: temporaryFolder(),
      env: NOW,
    });
    await quiz.waitFor(/study --more[\s\S]*0 of 5 min/);
  });
});

describe('study after the day of the plan', () => {
  const AFTER = { LLM_QUIZ_NOW: '2026-12-10T09:00:00Z' };

  const homeWithPastPlan = (): string => {
    const home = temporaryFolder();
    plan(home, '--date', '2026-12-08', '--minutes', '20');
    return home;
  };
  const values = (home: string): readonly unknown[] =>
    readEvents(home).flatMap(({ type, value }) => (type === 'set' ? [value] : []));

  it('asks for a new date, and follows it', async () => {
    const home = homeWithPastPlan();
    const quiz = openQuiz(['study'], { home, env: AFTER });
    await quiz.waitFor(/2026-12-08, was 2 days ago/);
    await quiz.press('\r', /such as 2026-12-15/);
    for (const [text, answer] of [
      ['2026-12-09\r', /2026-12-09 is over: today is 2026-12-10/],
      ['\u001521.12.2026\r', /is no date: write it as year, month and day/],
      ['\u00152026-12-21\r', /0 of 20 min/],
    ] as const) {
      for (const key of text) quiz.write(key);
      await quiz.waitFor(answer);
    }
    await quiz.press('q', /\S/);
    expect((await quiz.exited()).code).toBe(0);
    expect(values(home)).toHaveLength(2);
    expect(JSON.parse(String(values(home)[1]))).toMatchObject({ date: '2026-12-21', minutes: 20 });
    const again = openQuiz(['study'], { home, env: AFTER });
    await again.waitFor(/0 of 20 min/);
  });

  it('goes on without a plan, and does not ask again', async () => {
    const home = homeWithPastPlan();
    const quiz = openQuiz([], { home, env: AFTER });
    await quiz.waitFor(/was 2 days ago/);
    await quiz.press('n', /card 1 of 10/);
    await quiz.press('q', /\S/);
    expect((await quiz.exited()).code).toBe(0);
    expect(values(home)[1]).toBeNull();
    const again = openQuiz(['study'], { home, env: AFTER });
    await again.waitFor(/card 1 of 10/);
  });

  it('asks again where it was left', async () => {
    const home = homeWithPastPlan();
    const quiz = openQuiz(['study'], { home, env: AFTER });
    await quiz.waitFor(/was 2 days ago/);
    quiz.write('q');
    expect((await quiz.exited()).code).toBe(0);
    await openQuiz(['study'], { home, env: AFTER }).waitFor(/was 2 days ago/);
  });

  it('asks by numbers in accessible mode', async () => {
    const home = homeWithPastPlan();
    const env = { ...AFTER, ACCESSIBLE: '1' };
    const quiz = openQuiz(['study'], { home, env, columns: 200, rows: 50 });
    await quiz.waitFor(/1\. A new date\.\n2\. Go on without a plan[\s\S]*Type 1 or 2/);
    await quiz.press('1\r', /Type the day of the next interview/);
    await quiz.press('2026-12-21\r', /Question: /);
    await quiz.press('q\r', /Nothing graded/);
    expect((await quiz.exited()).code).toBe(0);
    expect(String(values(home)[1])).toMatch(/2026-12-21/);
  });

  it('does not ask where the session was told what to study, and says so', async () => {
    const home = homeWithPastPlan();
    const quiz = openQuiz(['study', '-c', '3'], { home, env: AFTER, columns: 200 });
    await quiz.waitFor(/0 of 20 min/);
    await quiz.press('q', /plan --date` sets a new one, `llm-quiz plan --clear`/);
    expect(values(home)).toHaveLength(1);
  });

  it('only says so without a terminal, and with --no-input', () => {
    const home = homeWithPastPlan();
    const run = runQuiz(['study', '--no-input'], { home, env: AFTER });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /2026-12-08, was 2 days ago\. `llm-quiz plan --date` sets a new one/,
    );
    expect(values(home)).toHaveLength(1);
  });
});
