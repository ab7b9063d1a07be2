import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
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
