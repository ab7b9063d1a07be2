import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Pty } from '../support/pty.ts';
import { BIN, listCards, openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 12 },
  { columns: 120, rows: 40 },
];

describe('a study session in a real terminal', () => {
  it.each(SIZES)('goes from the welcome to the summary at $columns x $rows', async (size) => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study'], { home, ...size });
    await quiz.waitFor(/Welcome to llm-quiz/);
    await quiz.press('\r', /card 1 of 10/);
    await quiz.press(' ', /1 again/);
    await quiz.press('3', /card 2 of 10/);
    await quiz.press('q', /Next: {2}llm-quiz/);
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(quiz.transcript()).toMatch(/Session done/);
    expect(quiz.isAlternateScreen()).toBe(false);
    expect(quiz.isCursorShown()).toBe(true);
    expect(readEvents(home).map(({ type }) => type)).toEqual(['start', 'seen', 'grade', 'end']);
  });

  it('shows the code above a hidden answer with the question, and pages through it', async () => {
    const home = temporaryFolder();
    const code = Array.from({ length: 12 }, (_, at) => `sail(${at});`).join('\n');
    fs.writeFileSync(
      path.join(home, 'bank.md'),
      `## What does this print?\n\n\`\`\`js\n${code}\n\`\`\`\n\n<details><summary>Answer</summary>\n\nTwelve.\n\n</details>\n\n## Why?\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n`,
    );
    const size = { columns: 60, rows: 12 };
    const quiz = openQuiz(['study', '--deck', 'bank.md', '--order', 'deck'], { home, ...size });
    await quiz.waitFor(/Welcome to llm-quiz|card 1 of 2/);
    await quiz.press('\r', /sail\(0\);[\s\S]*space show answer/);
    expect(quiz.transcript()).not.toContain('Twelve.');
    await quiz.press(' ', /sail\(11\);\s+Twelve\./);
  });

  it('keeps all of 40 cards graded by 80 keys sent at once', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '40', '--new', '40'], { home });
    await quiz.waitFor(/card 1 of 40/);
    await quiz.press(' 3'.repeat(40), /card 40 of 40, again/);
    const grades = readEvents(home).filter(({ type }) => type === 'grade');
    expect(new Set(grades.map(({ card }) => card)).size).toBe(40);
    expect(grades).toHaveLength(40);
  });

  it('keeps what is typed before the first question is there', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '8', '--new', '8'], { home });
    await quiz.press(' 3 3 3 3', /card 5 of 8/);
    expect(readEvents(home).filter(({ type }) => type === 'grade')).toHaveLength(4);
  });

  it('undoes three grades to the very state that was before', async () => {
    const home = temporaryFolder();
    const env = { LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };
    const first = openQuiz(['study', '-n', '6', '--new', '6'], { home, env });
    await first.waitFor(/card 1 of 6/);
    await first.press(' 3', /card 2 of 6/);
    await first.press('q', /Session done/);
    await first.exited();
    const before = listCards(home, [], env);

    const quiz = openQuiz(['study', '-n', '6', '--new', '6'], { home, env });
    await quiz.waitFor(/card 1 of 6/);
    await quiz.press(' 1 2 4', /card 4 of 6/);
    expect(listCards(home, [], env)).not.toEqual(before);
    await quiz.press('uuu', /card 1 of 6/);
    await quiz.press('q', /Nothing graded/);
    await quiz.exited();
    expect(listCards(home, [], env)).toEqual(before);
  });

  it('pages a long answer by space, and grades good after the last page', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '2', '--new', '2'], { home, columns: 60, rows: 12 });
    await quiz.waitFor(/card 1 of 2/);
    await quiz.press(' ', /lines 1-\d+ of \d+ {3}down/);
    expect(quiz.screen()).toMatch(/space next page/);
    for (let page = 0; page < 30 && !quiz.screen().includes('space = 3 good'); page++) {
      const seen = quiz.screen();
      await quiz.press(' ', (screen) => screen !== seen);
    }
    expect(quiz.screen()).toMatch(/lines \d+-(\d+) of \1 {3}end/);
    await quiz.press(' ', /card 2 of 2/);
    expect(readEvents(home).at(-1)).toMatchObject({ type: 'grade', rating: 'good' });
  });

  it('redraws at a new size without a trace of the old one, and comes back from too small', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '3', '--new', '3'], { home });
    await quiz.waitFor(/card 1 of 3/);
    quiz.resize(50, 20);
    await quiz.waitFor((screen) => screen.split('\n')[19]?.includes('q quit') === true);
    expect(quiz.screen().match(/1 of 3/g)).toHaveLength(1);
    quiz.resize(30, 8);
    await quiz.waitFor(/Window too small/);
    quiz.resize(80, 24);
    await quiz.waitFor(/card 1 of 3/);
    expect(quiz.transcript().match(/card 1 of 3/g)).toHaveLength(1);
  });

  it('ends with 130 and one line on Ctrl-C, with everything saved', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press(' 3', /card 2 of 4/);
    quiz.write('\u0003');
    expect(await quiz.exited()).toEqual({ code: 130, signal: undefined });
    expect(quiz.screen()).toMatch(/Stopped: 1 graded, all saved\./);
    expect(quiz.isAlternateScreen()).toBe(false);
    expect(readEvents(home).at(-1)).toMatchObject({ type: 'end', reason: 'interrupted' });
  });

  it.each(['\u0004', '\u001B', 'q'])('ends like q on %j, with exit code 0', async (key) => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press(' 3', /card 2 of 4/);
    quiz.write(key);
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(quiz.screen()).toMatch(/Session done/);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'gives the terminal back on %s, and dies of it',
    async (signal) => {
      const home = temporaryFolder();
      const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
      await quiz.waitFor(/card 1 of 4/);
      await quiz.press(' 3', /card 2 of 4/);
      quiz.kill(signal);
      expect((await quiz.exited()).signal).toBe(signal);
      expect(quiz.isAlternateScreen()).toBe(false);
      expect(quiz.isCursorShown()).toBe(true);
      expect(listCards(home).filter(({ state }) => state['reps'] === 1)).toHaveLength(1);
    },
  );

  it('goes on after kill -9 where it stopped, with every grade kept', async () => {
    const home = temporaryFolder();
    const first = openQuiz(['study'], { home });
    await first.press('\r', /card 1 of 10/);
    for (const done of [1, 2, 3]) await first.press(' 3', new RegExp(`card ${done + 1} of 10`));
    first.kill('SIGKILL');
    await first.exited();
    expect(listCards(home).filter(({ state }) => state['reps'] === 1)).toHaveLength(3);

    const second = openQuiz(['study'], { home });
    await second.waitFor(/Your last session ended early/);
    expect(second.screen()).toMatch(/All 3 grades were saved\. 7 cards of that session are left\./);
    await second.press('\r', /card 4 of 10/);
  });

  it('stops on Ctrl-Z and goes on after fg', async () => {
    const home = temporaryFolder();
    const shell = new Pty(['bash', '--norc', '--noprofile', '-i'], {
      cwd: home,
      env: { HOME: home, LLM_QUIZ_HOME: home, PS1: 'ready> ' },
    });
    onTestFinished(() => shell.close());
    await shell.press(`"${process.execPath}" "${BIN}" study -n 4 --new 4\r`, /card 1 of 4/);
    await shell.press('\u001A', /Stopped[\s\S]*ready> /);
    expect(shell.isAlternateScreen()).toBe(false);
    await shell.press('fg\r', /card 1 of 4/);
    await shell.press(' 3', /card 2 of 4/);
  });

  it('goes on at once after Ctrl-Z where no shell could bring it back', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press('\u001A', () => quiz.raw.split('\u001B[?1049h').length === 3);
    await quiz.press(' 3', /card 2 of 4/);
  });

  it('takes nothing from a paste, and says so', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press(`\u001B[200~${' 3'.repeat(500)}\u001B[201~`, /Pasted text was ignored/);
    expect(quiz.screen()).toMatch(/card 1 of 4/);
    expect(readEvents(home)).toEqual([]);
  });

  it('writes nothing while nobody presses a key', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press(' ', /1 again/);
    const { length } = quiz.raw;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(quiz.raw).toHaveLength(length);
  });

  it('skips, buries, suspends and brings back', async () => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '4', '--new', '4'], { home });
    await quiz.waitFor(/card 1 of 4/);
    await quiz.press('x', /card 2 of 4/);
    await quiz.press('b', /card 3 of 4/);
    await quiz.press('s', /space show answer/);
    await quiz.press('q', /Nothing graded/);
    await quiz.exited();
    const [suspended] = listCards(home, ['--suspended']);
    expect(suspended?.state['suspended']).toBe(true);
    expect(listCards(home).filter(({ state }) => state['buried'] === true)).toHaveLength(1);
    expect(runQuiz(['unsuspend', suspended?.id ?? ''], { home })).toMatchObject({
      code: 0,
      stdout: '1 card back in the queue.\n',
    });
    expect(listCards(home, ['--suspended'])).toEqual([]);
  });

  it('reviews what was missed, and not what was passed on a later day', async () => {
    const home = temporaryFolder();
    const day = (date: string) => ({ LLM_QUIZ_NOW: `2026-12-${date}T09:00:00Z` });
    const first = openQuiz(['study', '-n', '3', '--new', '3'], { home, env: day('01') });
    await first.waitFor(/card 1 of 3/);
    await first.press(' 1 4 1', /again/);
    await first.press('q', /Missed this time/);
    await first.exited();

    const review = openQuiz(['review'], { home, env: day('02') });
    await review.waitFor(/card 1 of 2/);
    await review.press(' 3', /card 2 of 2/);
    await review.press('q', /Session done/);
    await review.exited();

    const again = openQuiz(['review'], { home, env: day('03') });
    await again.waitFor(/card 1 of 1/);
  });
});
