import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, runQuiz, temporaryFolder } from './support/quiz.ts';

const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('has the table of chapters as the deck is now', async () => {
    const { withMadeParts } = (await import(path.join(ROOT, 'scripts', 'readme.mjs'))) as {
      withMadeParts: (text: string) => string;
    };
    expect(withMadeParts(readme)).toBe(readme);
  });

  it('names every command, and no other', () => {
    const help = runQuiz(['--help'], { home: temporaryFolder() }).stdout;
    const commands = [
      ...(help.split('Options:')[0] ?? '').matchAll(/^ {2}([a-z]+)(?= {2}| \[| <)/gm),
    ].map((match) => match[1] ?? '');
    const named = new Set(
      [...readme.matchAll(/llm-quiz ([a-z]+)/g)].map((match) => match[1] ?? ''),
    );
    for (const command of commands.filter((name) => name !== 'help'))
      expect(named).toContain(command);
    for (const name of named) expect(commands).toContain(name);
  });

  it('shows commands that the program understands', () => {
    const lines = [...readme.matchAll(/^(llm-quiz [^#\n]+)/gm)].map((match) =>
      (match[1] ?? '').trim(),
    );
    const examples = lines;
    expect(examples.length).toBeGreaterThan(5);
    // One person runs them one after the other, on a day before the dates that they name.
    const home = temporaryFolder();
    fs.mkdirSync(path.join(home, 'notes'));
    fs.writeFileSync(path.join(home, 'notes', 'a.md'), '## Q?\n\nA.\n');
    for (const line of examples) {
      const words = line
        .replace(/ {2,}#.*$/, '')
        .trim()
        .split(/\s+/)
        .slice(1);
      const { stderr } = runQuiz(words, { home, env: { LLM_QUIZ_NOW: '2026-11-24T09:00:00Z' } });
      expect([line, stderr.split('\n')[0]]).toEqual([
        line,
        expect.stringMatching(/needs a terminal|^$/),
      ]);
    }
    expect(fs.existsSync(BIN)).toBe(true);
  });
});
