import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Pty } from '../support/pty.ts';
import { openQuiz, readEvents, temporaryFolder } from '../support/quiz.ts';

const DECK = `# Deck

## What does a lock protect?

Shared memory.

## What does a queue hold?

Jobs.
`;

/** A session on a deck of two cards, with an editor that is a line of shell. */
const openWith = async (editor: string): Promise<{ home: string; quiz: Pty }> => {
  const home = temporaryFolder();
  const script = path.join(home, 'editor');
  fs.writeFileSync(path.join(home, 'deck.md'), DECK);
  fs.writeFileSync(script, `#!/bin/sh\n${editor}\n`, { mode: 0o755 });
  const env = { EDITOR: script };
  const quiz = openQuiz(['study', '--deck', 'deck.md', '-n', '2'], { home, env });
  await quiz.waitFor(/lock protect/);
  return { home, quiz };
};

const gradesIn = (home: string) => readEvents(home).filter(({ type }) => type === 'grade');

describe('the key that edits a card', () => {
  it('opens its file in the editor, and shows what was changed', async () => {
    const { home, quiz } = await openWith(
      'sed "s/Shared memory/Data that threads share/" "$1" > "$1.new" && mv "$1.new" "$1"',
    );
    await quiz.press('e', /Read again\./);
    await quiz.press(' ', /Data that threads share/);
    await quiz.press('3', /queue hold/);
    expect(gradesIn(home)).toHaveLength(1);
  });

  it('leaves what is typed with it to the editor: no card is graded', async () => {
    const { home, quiz } = await openWith('true');
    await quiz.press('e 3 3q', /Read again\./);
    expect(quiz.screen()).toMatch(/lock protect/);
    await quiz.press(' 3', /queue hold/);
    expect(gradesIn(home)).toHaveLength(1);
  });

  it('says that an editor gave up, and reads nothing', async () => {
    const { quiz } = await openWith('exit 1');
    await quiz.press('e', /editor ended with 1: nothing was read again/);
  });

  it('says what is wrong with an editor that is not there, and goes on', async () => {
    const { home, quiz } = await openWith('true');
    fs.rmSync(path.join(home, 'editor'));
    await quiz.press('e', /Set EDITOR to your editor: editor: no such file/);
    await quiz.press(' 3', /queue hold/);
    expect(gradesIn(home)).toHaveLength(1);
  });
});
