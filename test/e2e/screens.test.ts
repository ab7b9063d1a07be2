import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/terminal/text.ts';
import { openQuiz, temporaryFolder } from '../support/quiz.ts';
import { bytesOf, SCREEN_CASES, SCREEN_SIZES } from '../support/screen-cases.ts';
import { SCREEN_DECK, SCREEN_NOW, Study } from '../support/study.ts';

describe.each(SCREEN_SIZES)('in a real terminal of $columns x $rows', ({ columns, rows }) => {
  it.each(SCREEN_CASES)('$name is the same as in memory', async ({ keys }) => {
    const home = temporaryFolder();
    fs.copyFileSync(SCREEN_DECK, path.join(home, 'deck.md'));
    const study = new Study();
    study.lines(columns, rows);
    const frames = [study.lines(columns, rows)];
    for (const key of keys) {
      study.app.press(key);
      frames.push(study.lines(columns, rows));
    }
    const env = { LLM_QUIZ_NOW: SCREEN_NOW, NO_COLOR: '1' };
    const quiz = openQuiz(['study', '--deck', 'deck.md', '--new', '10'], {
      home,
      env,
      columns,
      rows,
    });
    const isFrame = (index: number) => (screen: string) =>
      screen === frames[index]?.map((line) => line.trimEnd()).join('\n');
    await quiz.waitFor(isFrame(0));
    for (const [index, key] of keys.entries()) await quiz.press(bytesOf(key), isFrame(index + 1));
  });
});

describe.each(SCREEN_SIZES)('after a session in $columns x $rows', ({ columns, rows }) => {
  it('the whole summary is on the screen', async () => {
    const home = temporaryFolder();
    const env = { LLM_QUIZ_NOW: SCREEN_NOW };
    const args = ['study', '--new', '20', '-n', '20', '-c', '3'];
    const quiz = openQuiz(args, { home, env, columns, rows });
    await quiz.waitFor(/1 of 20/);
    for (let card = 1; card <= 12; card++) {
      await quiz.press(' ', /3 good/);
      await quiz.press('1', new RegExp(`${card + 1} of 20`));
    }
    quiz.write('q');
    expect((await quiz.exited()).code).toBe(0);
    const lines = quiz.screen().trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Session done\. {2}12 cards/);
    expect(lines.at(-1)).toMatch(/^Next: {2}llm-quiz review --session/);
    expect(lines.length).toBeLessThanOrEqual(rows - 2);
  });
});

describe('the choice of chapters', () => {
  it('is drawn anew when the window changes, with what was chosen, and without ghosts', async () => {
    const quiz = openQuiz(['study'], { home: temporaryFolder(), columns: 90, rows: 30 });
    await quiz.press('c', /Which chapters\?[\s\S]*17 /);
    await quiz.press(' jj ', /2 chosen/);
    for (const [columns, rows] of [
      [44, 11],
      [120, 40],
      [60, 12],
    ] as const) {
      quiz.resize(columns, rows);
      const screen = await quiz.waitFor((text) => {
        const lines = text.split('\n');
        const rule = '─'.repeat(columns);
        return lines[0]?.startsWith('Which chapters?') === true && lines[rows - 2] === rule;
      });
      expect(screen.match(/Which chapters\?/g)).toHaveLength(1);
      expect(screen).toMatch(/^\W+\[x\] {2}3 /m);
    }
    quiz.resize(30, 6);
    await quiz.waitFor(/Window too small/);
    quiz.resize(80, 24);
    await quiz.waitFor(/Which chapters\? {2}2 chosen/);
    await quiz.press('\r', /card 1 of 10/);
  });

  it('is left by q with exit code 0, and the terminal is given back', async () => {
    const quiz = openQuiz(['study'], { home: temporaryFolder() });
    await quiz.press('c', /Which chapters/);
    quiz.write('q');
    expect((await quiz.exited()).code).toBe(0);
    expect(quiz.isAlternateScreen()).toBe(false);
    expect(quiz.isCursorShown()).toBe(true);
  });
});

describe('what is printed', () => {
  it.each([40, 60, 80])('is not broken by a window of %d columns', async (columns) => {
    const home = temporaryFolder();
    const commands = [
      ['plan', '--date', '2027-02-01', '--minutes', '20'],
      ['plan', '--what-if', '--minutes', '40'],
      ['list', '-n', '9'],
      ['settings'],
      ['deck'],
      ['study', '--new', '0', '--due'],
    ];
    const env = { LLM_QUIZ_NOW: SCREEN_NOW };
    for (const args of commands) {
      const quiz = openQuiz(args, { home, env, columns });
      await quiz.exited();
      const lines = stripVTControlCharacters(quiz.raw).split(/\r?\n/);
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    }
  });
});
