import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a label with a sign for its number', () => {
  const card = (at: number): string =>
    `## Question #: 0${at}\n\n**Tide ${at} comes from the moon.**\n\n- A. True\n- B. False\n\n<details>\n<summary><strong>✅ Check Answer</strong></summary>\n\n---\n\n### ✅ Correct Answer:\n\n**A. True**\n\n### Explanation:\n\nIt pulls.\n\n</details>\n\n`;
  const text = `${[1, 2, 3, 4].map(card).join('')}## Question #: 05\n`;

  it('is no part of its question, which stands below', () => {
    const { cards } = outlineText(text);
    expect(cards[0]?.question).toBe('Tide 1 comes from the moon.');
    expect(cards.map(({ kind }) => kind)).toEqual(Array(4).fill('choice'));
    expect(cards[0]?.body).toContain('- [x] True');
  });

  it('is no question where nothing stands below', () => {
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });
});

describe('a sentence with a blank', () => {
  const block = (name: string): string =>
    `<details>\n\t<summary>\n\t\t${name}\n\t</summary>\n\t\tThe moon\n</details>\n`;

  it('asks for what fills it', () => {
    const names = ['The tides of a sea come from _____.', '_____ holds the boat where it is.'];
    expect(questionsOf(outlineText(names.map(block).join('\n')))).toEqual(names);
  });

  it('is a form where it stands behind a colon', () => {
    const names = ['The full name of the ship: _____', 'The port that she sails from: _____'];
    expect(outlineText(names.map(block).join('\n')).cards).toEqual([]);
  });
});

describe('a task in another language', () => {
  it('asks with its first word', () => {
    const items = ['Fale sobre as velas', 'Liste os nós', 'Mencione um cabo'];
    const list = items.map((item) => `- **${item}.**\n    - Branco\n`).join('');
    expect(questionsOf(outlineText(`# Entrevista\n\n${list}`))).toHaveLength(3);
  });

  it('asks in Polish with an infinitive, too', () => {
    const items = ['Omówić budowę masztu.', 'Porównać liny i łańcuchy.', 'Scharakteryzuj pływy.'];
    const text = `# Morze\n\n${items.map((item) => `## ${item}\n\nSól.\n`).join('\n')}`;
    expect(questionsOf(outlineText(text))).toEqual(items);
  });
});

describe('a heading that does not ask among those that do', () => {
  const asked = (at: number): string =>
    `## ${at}. Why is tide ${at} low?\n\n### Answer\n\nThe moon.\n\n`;

  it('is a question where all are numbered and it has parts as they have', () => {
    const task = '## 3. A ship on the rocks - usual faults\n\n### Problem\n\nIt is stuck.\n\n';
    const text = `# Interview\n\n${asked(1)}${asked(2)}${task}${asked(4)}${asked(5)}${asked(6)}`;
    expect(questionsOf(outlineText(text))).toHaveLength(6);
  });

  it('is none in a chapter before all questions', () => {
    const list = Array.from({ length: 20 }, (_, at) => `### Why is tide ${at} low?\n\nMoon.\n\n`);
    const roles = '### The mate\n\n- Knots\n\n### The cook\n\n- Soup\n\n';
    const text = `# Interview\n\n## What to expect\n\n${roles}## Tides\n\n${list.join('')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(20);
    const tides = `# Interview\n\n## Tides\n\n${roles}${list.join('')}`;
    expect(questionsOf(outlineText(tides))).toHaveLength(22);
  });
});

describe('a heading that is called as the file is', () => {
  it('is a part of the document', () => {
    const asked = ['tar', 'hemp', 'coil'].map((word) => `## Why ${word}?\n\nSo.\n\n`).join('');
    const text = `# Questions\n\n${asked}## README.md\n\n- eng [English](https://example.org/en)\n`;
    expect(outlineText(text).cards).toHaveLength(3);
  });
});

describe('a label in the words of an interview', () => {
  const asked = (at: number): string => `Why is tide ${at} low?`;
  const chapter = (lines: string, at: number): string => `## Water ${at}\n\n${lines}\n`;

  it('is one whatever the number of stars around it', () => {
    const line = (at: number): string =>
      `***Question:*** ${asked(at)}\n\n***Answer:*** The moon.\n\n`;
    const text = `# Tides\n\n${[1, 3, 5].map((at) => chapter(line(at) + line(at + 1), at)).join('')}`;
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual([1, 2, 3, 4, 5, 6].map(asked));
    expect(outline.cards[5]?.chapter).toBe('Water 5');
  });

  it('names who asks', () => {
    const line = (at: number): string =>
      `**Interviewer**: ${asked(at)}\n\n**Candidate**: The moon.\n\n`;
    const text = `# Tides\n\n${[1, 3, 5].map((at) => chapter(line(at) + line(at + 1), at)).join('')}`;
    expect(questionsOf(outlineText(text))).toEqual([1, 2, 3, 4, 5, 6].map(asked));
  });

  it('is quoted where an answer has it behind text of its own', () => {
    const card = (at: number): string =>
      `### Question ${at}: ${asked(at)}\n\nThe moon.\n\n#### Spoken\n\n**Interviewer:** ${asked(at)}\n\nIt is the moon.\n\n`;
    const outline = outlineText(`# Tides\n\n${[1, 2, 3, 4, 5].map(card).join('')}`);
    expect(outline.questionLevel).toBe(3);
    expect(questionsOf(outline)).toEqual([1, 2, 3, 4, 5].map(asked));
  });
});

describe('a bold question with a label', () => {
  it('may have its answer behind it on the line', () => {
    const line = (at: number): string => `- **Q: Why is tide ${at} low?** → The moon, ${at}.\n`;
    const { cards } = outlineText(`# Tides\n\n${[1, 2, 3, 4, 5].map(line).join('')}`);
    expect(cards).toHaveLength(5);
    expect(cards[4]).toMatchObject({ question: 'Why is tide 5 low?', body: 'The moon, 5.' });
    expect(cards[4]?.isAnswered).toBe(true);
  });

  it('goes on behind its stars where the rest asks too', () => {
    const line = (at: number): string =>
      `**Q: Why is tide ${at} low?** And why not ${at + 1}?\nThe moon.\n\n`;
    const { cards } = outlineText(`# Tides\n\n${[1, 2, 3, 4, 5].map(line).join('')}`);
    expect(cards[0]?.question).toBe('Why is tide 1 low? And why not 2?');
  });

  it('may be a scenario with its number', () => {
    const line = (label: string): string => `**${label}. A ship is late. What now?**\nWait.\n\n`;
    const labels = ['Q1', 'Q2', 'Q3', 'Scenario 1', 'Scenario 2'];
    const outline = outlineText(`# Tides\n\n## Ships\n\n${labels.map(line).join('')}`);
    expect(questionsOf(outline)).toHaveLength(5);
  });
});
