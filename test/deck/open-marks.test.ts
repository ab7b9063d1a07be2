import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('details that are never closed', () => {
  const names = ['Why salt?', 'Why tide?', 'Why foam?'];

  it('end with the section that they stand in', () => {
    const text = names
      .map((name) => `## ${name}\n\n<details><summary>Show answer</summary>\n\n### Note\n\nSo.\n`)
      .join('\n');
    const { cards } = outlineText(`# Sea\n\n${text}`);
    expect(cards.map(({ question }) => question)).toEqual(names);
    expect(cards.map(({ body }) => body)).toEqual(Array(3).fill('### Note\n\nSo.'));
  });

  it('end with the list item that they are indented under', () => {
    const tasks = ['Tie a knot', 'Coil a rope', 'Furl the sail'];
    const items = tasks.map(
      (task, at) =>
        `${at + 1}. **${task}.**\n    <details><summary>show</summary><p>\n\n    - Slowly.\n`,
    );
    const books = '1. The book of knots.\n2. The book of ropes.\n3. The book of sails.\n';
    const text = `# Practice\n\n## Books\n\n${books}\n## Tasks\n\n${items.join('\n')}`;
    expect(questionsOf(outlineText(text))).toEqual(tasks.map((task) => `${task}.`));
  });
});

describe('a bold line that is never closed', () => {
  it('is a question where it has a number and a question mark', () => {
    const text =
      '# Sea\n\n**1. Why salt?**\n\nRocks.\n\n**2. Why tide ?\n\nMoon.\n\n**3. Why foam?**\n\n**One wave\n';
    expect(questionsOf(outlineText(text))).toEqual(['Why salt?', 'Why tide ?', 'Why foam?']);
  });
});

describe('code in a list item that is never closed', () => {
  it('ends at the next item of the list', () => {
    const code = (name: string, end: string): string => `${name}\n\n    \`\`\`js\n    x\n${end}`;
    const text = `# Interview\n\n${code('1. Why salt?', '')}2. Why tide?\n\n    So.\n${code('3. Why foam?', '    ```\n')}4. Why sand?\n`;
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });
});

describe('a fence that is closed behind the last line of its code', () => {
  const text = (last: string): string =>
    `# Tides\n\n1. Why ebb?\n\n\`\`\`\nebb {\n${last}\n\n2. Why flood?\nThe moon.\n\n3. Why foam?\n\n\`\`\`js\nfoam();\n\`\`\`\n\n4. Why salt?\n`;

  it('ends there where the next one opens before any other end', () => {
    expect(questionsOf(outlineText(text('}```')))).toHaveLength(4);
    expect(questionsOf(outlineText(text('}\n```')))).toHaveLength(4);
  });
});
