import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { readPlainStudy } from '../../src/commands/plain-study.ts';
import { runProgram } from '../../src/commands/program.ts';
import type { SessionFlags } from '../../src/commands/session-flags.ts';
import { testContext } from '../support/context.ts';

const asked = vi.hoisted((): { flags?: unknown } => ({}));
vi.mock('../../src/commands/study-session.ts', () => ({
  runStudySession: (_context: unknown, flags: unknown) => {
    asked.flags = flags;
    return Promise.resolve(0);
  },
}));

/** What commander makes of a command line. */
const byCommander = async (context: Context, argv: readonly string[]): Promise<SessionFlags> => {
  await runProgram(argv, context);
  return asked.flags as SessionFlags;
};

const FLAGS = ['-c', '--chapter', '--tag', '--level', '-n', '--limit', '--minutes', '--new'];
const MORE = ['--seed', '--deck', '--theme', '--due', '--cram', '--yes', '--more', '--ascii'];
const VALUES = ['3', '0', '5-7', 'rag, tools', 'senior', '', 'x y', '1000001', '2.5', 'dark'];
const word = fc.constantFrom(...FLAGS, ...MORE, ...VALUES, '--color', '-n5', '--new=4', '--order');

test('what is read without commander is what commander reads', async () => {
  const context = testContext();
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      const argv = ['study', ...words];
      const flags = readPlainStudy(argv);
      if (flags === undefined) return;
      read++;
      expect(flags).toEqual(await byCommander(context, argv));
    }),
    { numRuns: 2_000 },
  );
  expect(read).toBeGreaterThan(100);
});

test('the flags of every day are read without commander', () => {
  expect(readPlainStudy(['study'])).toMatchObject({ chapter: [], input: true });
  expect(
    readPlainStudy(['study', '-c', '3,5-7', '-c', 'rag', '--new', '0', '-n', '5', '--due']),
  ).toMatchObject({ chapter: ['3', '5-7', 'rag'], new: 0, limit: 5, due: true });
});

test.each([
  ['list'],
  ['study', '--help'],
  ['study', 'rag'],
  ['study', '-n'],
  ['study', '-n', '0'],
  ['study', '--new', '-1'],
  ['study', '--chapter=3'],
  ['study', '-n5'],
  ['study', '--order', 'random'],
  ['study', '--no-input'],
  ['study', '--deck', '--due'],
])('%s %s is left to commander', (...argv) => {
  expect(readPlainStudy(argv)).toBeUndefined();
});
