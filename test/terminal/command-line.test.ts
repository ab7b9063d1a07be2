import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/terminal/command-line.ts';

describe('a command that is offered', () => {
  it('is the command itself for the deck that comes with the program', () => {
    expect(commandLine('llm-quiz', undefined)).toBe('llm-quiz');
    expect(commandLine('llm-quiz review --session', undefined)).toBe('llm-quiz review --session');
  });

  it('asks for the deck that was asked for', () => {
    expect(commandLine('llm-quiz', 'notes.md')).toBe('llm-quiz study --deck notes.md');
    expect(commandLine('llm-quiz review', '~/my decks/a.md')).toBe(
      "llm-quiz review --deck '~/my decks/a.md'",
    );
  });

  it.skipIf(process.platform === 'win32')('is what a shell takes for the same words', () => {
    const word = fc.string({
      unit: fc.constantFrom(...`ab/.-_ "'$\\*;&|<>()[]{}!#é~=`),
      minLength: 1,
      maxLength: 12,
    });
    const words = fc.sample(word, 40).filter((name) => !name.startsWith('~'));
    const line = words.map((name) => commandLine('printf "%s\\n"', name)).join('\n');
    const said = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
    expect(said).toBe(words.map((name) => `--deck\n${name}\n`).join(''));
  });
});
