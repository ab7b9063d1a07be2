import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQuiz, runQuiz, temporaryFolder } from '../support/quiz.ts';

const CARD = '## What is a process?\n\nA program that runs.\n';

/** A home with a folder `deck` that has one good card in it. */
const homeWithDeck = (): { home: string; deck: string } => {
  const home = temporaryFolder();
  const deck = path.join(home, 'deck');
  fs.mkdirSync(deck);
  fs.writeFileSync(path.join(deck, 'good.md'), CARD);
  return { home, deck };
};

const check = (home: string, target = 'deck') => {
  const run = runQuiz(['check', target, '--json'], { home });
  expect(run.stderr).not.toMatch(/^ {4}at |fault of the program/m);
  return JSON.parse(run.stdout) as {
    files: string[];
    cards: number;
    problems: { code: string; message: string; at: { file: string } }[];
  };
};

describe('a folder of a deck', () => {
  it('is not left by a link to a file or a folder outside', () => {
    const { home, deck } = homeWithDeck();
    fs.mkdirSync(path.join(home, 'secret'));
    fs.writeFileSync(path.join(home, 'secret', 'own.md'), '## What is my password?\n\nxyz\n');
    fs.symlinkSync(path.join(home, 'secret', 'own.md'), path.join(deck, 'link.md'));
    fs.symlinkSync(path.join(home, 'secret'), path.join(deck, 'folder'));
    fs.symlinkSync('../secret', path.join(deck, 'relative'));
    expect(check(home)).toMatchObject({ cards: 1, files: ['deck/good.md'] });
  });

  it('is walked once where its links go round', () => {
    const { home, deck } = homeWithDeck();
    fs.mkdirSync(path.join(deck, 'inner'));
    fs.symlinkSync('..', path.join(deck, 'inner', 'up'));
    fs.symlinkSync('.', path.join(deck, 'self'));
    fs.symlinkSync('round.md', path.join(deck, 'round.md'));
    expect(check(home).files).toEqual(['deck/good.md']);
  });

  it('may have a pipe or a folder that is called like a file', () => {
    const { home, deck } = homeWithDeck();
    execFileSync('mkfifo', [path.join(deck, 'pipe.md')]);
    fs.mkdirSync(path.join(deck, 'folder.md'));
    fs.writeFileSync(path.join(deck, 'folder.md', 'in.md'), '## In it?\n\nYes.\n');
    expect(check(home).cards).toBe(2);
    const pipe = runQuiz(['check', 'deck/pipe.md'], { home });
    expect(pipe.stderr).toMatch(/neither a file nor a folder/);
  });

  it('may have a file of 100 MB: it is named, and the others are read', () => {
    const { home, deck } = homeWithDeck();
    const handle = fs.openSync(path.join(deck, 'large.md'), 'w');
    fs.ftruncateSync(handle, 100 * 1_048_576);
    fs.closeSync(handle);
    const { cards, problems } = check(home);
    expect(cards).toBe(1);
    expect(problems).toMatchObject([
      {
        code: 'E001',
        message: 'the file has 100 MB; the limit is 20 MB',
        at: { file: 'deck/large.md' },
      },
    ]);
  });

  it.each<[string, Buffer, RegExp]>([
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /is not text/],
    ['UTF-16', Buffer.from(`\uFEFF${CARD}`, 'utf16le'), /is UTF-16 text/],
  ])('may have %s: it is named, and the others are read', (_, bytes, message) => {
    const { home, deck } = homeWithDeck();
    fs.writeFileSync(path.join(deck, 'other.md'), bytes);
    const { cards, problems } = check(home);
    expect(cards).toBe(1);
    expect(problems.map((problem) => problem.message).join()).toMatch(message);
  });

  it('may have a byte order mark, and lines that end as on Windows', () => {
    const { home, deck } = homeWithDeck();
    fs.writeFileSync(path.join(deck, 'win.md'), `\uFEFF${CARD.replaceAll('\n', '\r\n')}`);
    expect(check(home)).toMatchObject({ cards: 2, problems: [] });
  });

  it('may have names that a terminal would obey: they are not sent to it', () => {
    const { home, deck } = homeWithDeck();
    fs.writeFileSync(path.join(deck, 'a\u001B[2Jb.md'), `${CARD}\n## Empty?\n`);
    const { stdout, stderr } = runQuiz(['check', 'deck'], { home });
    expect(stdout + stderr).not.toMatch(/\u001B/);
  });
});

describe('code that a terminal would obey', () => {
  const EVIL = 'sail()\u001B]0;title\u0007\u001B[3J';
  const block = `\`\`\`js\n${EVIL}\n${'x'.repeat(300)}\n\`\`\`\n\n`;
  it.each<[string, string]>([
    ['a hidden answer', '<details><summary>Answer</summary>\n\nYes.\n\n</details>\n'],
    ['options', '- [x] Yes\n- [ ] No\n'],
  ])('is not sent to it with the first question, above %s', async (_, answer) => {
    const home = temporaryFolder();
    const card = (at: number): string => `## What is ${at}?\n\n${block}${answer}\n`;
    fs.writeFileSync(path.join(home, 'bank.md'), `# Quiz\n\n${card(1)}${card(2)}${card(3)}`);
    const study = () => openQuiz(['study', '--deck', 'bank.md', '--order', 'deck'], { home });
    const first = study();
    await first.press('\r', /What is 1\?[\s\S]*sail/);
    first.write('q');
    await first.exited();
    const again = study();
    await again.waitFor(/What is 1\?[\s\S]*sail/);
    for (const { raw } of [first, again]) {
      expect(raw).not.toContain('\u001B]0;title');
      expect(raw).not.toContain('\u001B[3J');
    }
  });
});

describe('a deck that goes while it is studied', () => {
  it.each(['at the first start', 'when it was read before'])('is still asked %s', async (when) => {
    const { home, deck } = homeWithDeck();
    const old = new Date(Date.now() - 60_000);
    fs.utimesSync(path.join(deck, 'good.md'), old, old);
    if (when.includes('before')) runQuiz(['list', '--deck', 'deck'], { home });
    const quiz = openQuiz(['study', '--deck', 'deck', '-n', '1', '--new', '1'], { home });
    await quiz.waitFor(/What is a process\?/);
    fs.rmSync(deck, { recursive: true });
    fs.rmSync(path.join(home, 'quiz', 'cache'), { recursive: true, force: true });
    await quiz.press(' ', /A program that runs\./);
    await quiz.press('3', /again|Session done/);
    await quiz.press('q', /Session done/);
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(runQuiz(['study', '--deck', 'deck'], { home }).stderr).toMatch(/there is no/);
  });
});
