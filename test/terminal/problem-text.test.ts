import { describe, expect, it } from 'vitest';
import { createProblem } from '../../src/deck/problem.ts';
import { createTheme } from '../../src/terminal/create-theme.ts';
import { problemLines } from '../../src/terminal/screens/problem-text.ts';

describe('a problem of a deck', () => {
  const related = { at: { file: 'a.md', line: 17, column: 5 }, note: 'first used here' };
  const problem = createProblem(
    'E003',
    { file: 'b.md', line: 5, column: 5 },
    'two cards have the same id "rag"',
    'give the second card a new id; until then it has one made from its question',
    { length: 3, related },
  );
  const texts = new Map([
    ['a.md', `${'\n'.repeat(16)}id: rag`],
    ['b.md', `${'\n'.repeat(4)}id: rag`],
  ]);
  const theme = createTheme({ color: false, ascii: true });

  it('is shown with both lines, each marked in its own way, and the way out within the window', () => {
    expect(`\n${problemLines(problem, texts, 60, theme).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      error[E003]: two cards have the same id "rag"
        --> b.md:5:5
         |
       5 | id: rag
         |     ^^^ used again here
        ::: a.md:17:5
         |
      17 | id: rag
         |     --- first used here
         = help: give the second card a new id; until then it has
                 one made from its question
      "
    `);
  });

  it('is shown with the way out on one line where nobody looks at a window', () => {
    const lines = problemLines(problem, texts, Number.POSITIVE_INFINITY, theme);
    expect(lines.at(-1)).toBe(`   = help: ${problem.help}`);
  });
});
