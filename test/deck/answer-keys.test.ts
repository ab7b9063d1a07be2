import { describe, expect, it } from 'vitest';
import { outlineText } from './bank-files.ts';

const OPTIONS = 'A. hemp\nB. wool\nC. wire';

const question = (at: number): string => `${at}. Which rope floats at ${at}?\n\n${OPTIONS}\n\n`;

const chapter = (count: number): string =>
  Array.from({ length: count }, (_, at) => question(at + 1)).join('');

/** The right option of each card, its text with a plus between several. */
const rightOf = (text: string): readonly string[] =>
  outlineText(text).cards.map(({ body }) =>
    [...body.matchAll(/^- \[x\] (.*)$/gm)].map((match) => match[1]).join('+'),
  );

const FOUND = ['wool', 'hemp', 'wire', 'wool'];

describe('an answer key', () => {
  it.each([
    '1. B\n2. A\n3. C\n4. B',
    '1. B 2. A 3. C 4. B',
    '1-B, 2-A, 3-C, 4-B',
    '1) b | 2) a | 3) c | 4) b',
    '**1.** B\n**2.** A\n**3.** C\n**4.** B',
    '**1. B** - light\n\n**2. A** - light\n\n**3. C** - light\n\n**4. B** - light',
    '- **1 - B**: light\n- **2 - A**: light\n- **3 - C**: light\n- **4 - B**: light',
    '1 → B\n2 → A\n3 → C\n4 → B',
    '1 B\n2 A\n3 C\n4 B',
    '1. B) wool\n2. A) hemp\n3. C) wire\n4. B) wool',
    '1. Answer: B\n2. Answer: A\n3. Answer: C\n4. Answer: B',
    '**Question 1:** B\n**Question 2:** A\n**Question 3:** C\n**Question 4:** B',
    'Q1: B\nQ2: A\nQ3: C\nQ4: B',
    '| Q | Answer | Why |\n|---|---|---|\n| 1 | **B** | It is. |\n| 2 | A | It is. |\n| 3 | C | - |\n| 4 | B | - |',
    '| 1 | 2 | 3 | 4 |\n|---|---|---|---|\n| B | A | C | B |',
    '### 1. B\n\nIt is light.\n\n### 2. A\n\nSo.\n\n### 3. C\n\nSo.\n\n### 4. B\n\nSo.',
    '### Question 1: Answer B - the light one\n### Question 2: Answer A\n### Question 3: Answer C\n### Question 4: Answer B',
  ])('is read as it is written: %j', (key) => {
    expect(rightOf(`# Rope quiz\n\n${chapter(4)}## Answers\n\n${key}\n`)).toEqual(FOUND);
  });

  it.each([
    '## ✅ Answer Key',
    '## Quiz Answers',
    '## Answers to the questions',
    '## Answers (1-4)',
    '## Answers (check after finishing)',
    '## Lösungen',
    '## Soluzioni',
    '## Odpowiedzi',
    '## Đáp án chi tiết',
    '**Answers**',
    '**Answer Key:**',
    'Answers:',
    '<details>\n<summary>Answers</summary>\n',
    '<details>\n<summary>Click to see the answers</summary>\n',
  ])('is called so: %j', (name) => {
    const end = name.startsWith('<') ? '\n\n</details>' : '';
    const text = `# Rope quiz\n\n${chapter(4)}${name}\n\n1. B\n2. A\n3. C\n4. B${end}\n`;
    expect(rightOf(text)).toEqual(FOUND);
    expect(outlineText(text).cards.at(-1)?.body).not.toContain('2. A');
  });

  it('is of headings that count their questions, and none of them is a question', () => {
    const cards = [1, 2, 3, 4]
      .map((at) => `## Câu ${at}: Dây ${at}\n**Dây nào nổi?**\n\n- A) gai\n- B) len\n\n`)
      .join('');
    const key = [1, 2, 3, 4].map((at) => `### Câu ${at}: Đáp án B\n\n**Giải thích:** nhẹ.\n\n`);
    const text = `# Đố vui\n\n# Phần 1\n\n${cards}# Đáp án chi tiết\n\n## Phần 1\n\n${key.join('')}`;
    expect(rightOf(text)).toEqual(['len', 'len', 'len', 'len']);
  });

  it('counts questions that have no numbers as they stand', () => {
    const text = `# Rope quiz\n\n${chapter(3).replace(/^\d\. (.*)$/gm, '**$1**')}## Answers\n\n`;
    expect(rightOf(`${text}1. B\n2. A\n3. C\n`)).toEqual(['wool', 'hemp', 'wire']);
    expect(rightOf(`${text}1. B\n2. A\n`)).toEqual(['', '', '']);
  });
});

describe('an answer key of several chapters', () => {
  const part = (name: string, ...keys: readonly string[]): string =>
    `### ${name}\n\n${keys.map((key, at) => `${at + 1}. ${key}`).join('\n')}\n\n`;
  const two = `# Rope quiz\n\n## Ropes\n\n${chapter(3)}## Knots\n\n${chapter(3)}`;

  it('has a part for each', () => {
    const key = `## Answers\n\n${part('Ropes', 'B', 'A', 'C')}${part('Knots', 'C', 'C', 'A')}`;
    expect(rightOf(two + key)).toEqual(['wool', 'hemp', 'wire', 'wire', 'wire', 'hemp']);
  });

  it('is that of the last one where it has one part', () => {
    expect(rightOf(`${two}## Answers\n\n1. B\n2. A\n3. C\n`)).toEqual([
      '',
      '',
      '',
      'wool',
      'hemp',
      'wire',
    ]);
  });

  it('says nothing of the chapter behind it', () => {
    const text = `# Rope quiz\n\n## Ropes\n\n${chapter(3)}### Answers\n\n1. B\n2. A\n3. C\n\n## Knots\n\n${chapter(3)}`;
    expect(rightOf(text)).toEqual(['wool', 'hemp', 'wire', '', '', '']);
  });

  it('says nothing where its parts are others', () => {
    const key = ['Ropes', 'Knots', 'Sails'].map((name) => part(name, 'B', 'A', 'C'));
    expect(rightOf(`${two}## Answers\n\n${key.join('')}`)).toEqual(Array(6).fill(''));
  });
});

describe('an answer key that cannot be right', () => {
  const right = (...keys: readonly string[]): readonly string[] =>
    rightOf(`# Rope quiz\n\n${chapter(3)}## Answers\n\n${keys.join('\n')}\n`);

  it('marks nothing where letter and words are of different options', () => {
    expect(right('1. B) wool', '2. A) wire', '3. C) wire')).toEqual(['wool', '', 'wire']);
  });

  it('marks nothing with a letter that no option has', () => {
    expect(right('1. B', '2. E', '3. A, F')).toEqual(['wool', '', '']);
  });

  it('marks nothing where a number stands twice', () => {
    expect(right('1. B', '2. A', '2. C', '3. C')).toEqual(['wool', '', 'wire']);
  });

  it('is no key where it is a list of what else is said', () => {
    const text = `# Rope quiz\n\n${chapter(3)}## Solutions\n\n1. B-trees are not ropes\n2. Dry them\n3. Coil them\n`;
    expect(rightOf(text)).toEqual(['', '', '']);
  });
});
