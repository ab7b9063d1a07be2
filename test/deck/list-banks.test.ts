import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');
const asked = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Why is ${name} ${at + 1} used?`);
const chapter = (name: string, items: string): string => `## ${name}\n\n${items}\n`;
const chaptersOf = (text: string): readonly (string | undefined)[] => [
  ...new Set(outlineText(text).cards.map(({ chapter }) => chapter)),
];

describe('a list that goes on counting from chapter to chapter', () => {
  const names = ['Hull', 'Sails', 'Ropes', 'Anchors', 'Lamps', 'Pumps'];
  const text = (title: string, isRestarted: boolean): string =>
    `# ${title}\n\n${names
      .map((name, at) => {
        const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
        const from = isRestarted ? 0 : at * 10;
        const items = numbers.map((number) => `${from + number}. ${name}, part ${number}.\n`);
        const asking = at === 0 ? 4 : 1;
        items.splice(
          0,
          asking,
          ...items.slice(0, asking).map((item) => item.replace('.\n', '?\n')),
        );
        return chapter(`${at + 1}. ${name}`, items.join(''));
      })
      .join('')}`;

  it('is one of questions where the title promises some, though few of them ask', () => {
    const outline = outlineText(text('Interview Questions', false));
    expect(questionsOf(outline)).toHaveLength(60);
    expect(outline.cards[59]).toMatchObject({ question: 'Pumps, part 10.', chapter: 'Pumps' });
  });

  it('is none without such a title, or where each chapter starts anew', () => {
    expect(outlineText(text('A ship', false)).shape).toBe('none');
    expect(outlineText(text('Interview Questions', true)).shape).toBe('none');
  });
});

describe('an item between two that hold headings', () => {
  const item = (number: number, text: string): string => `${number}. ${text}\n\n   The moon.\n\n`;
  const text = (number: number): string =>
    `# Tides\n\n${item(1, '#### Why ebb?')}${item(2, '#### Why flood?')}${item(number, '**Why foam?**')}${item(4, '#### Why salt?')}`;

  it('is a question too where it has the number between theirs', () => {
    const questions = ['Why ebb?', 'Why flood?', 'Why foam?', 'Why salt?'];
    expect(questionsOf(outlineText(text(3)))).toEqual(questions);
    expect(questionsOf(outlineText(text(1)))).toHaveLength(3);
  });
});

describe('a letter in brackets behind a number', () => {
  it('is that of a part of the question', () => {
    const items = ['Why do tides turn?', '(a) Suppose that the moon is new. What follows?'];
    const more = ['(b) How does that change with the sun behind the earth?', 'Why is salt salty?'];
    const list = [...items, ...more].map((item, at) => `${at + 1}. ${item}\nIt pulls.\n\n`);
    expect(questionsOf(outlineText(`# Tides\n\n${list.join('')}`))).toHaveLength(4);
  });
});

describe('a chapter that is called as a table of contents is', () => {
  const list = asked('salt', 6);

  it('is one behind the questions of others', () => {
    const text = `# Interview\n\n${chapter('Form', bullets(asked('ink', 4)))}${chapter('Content', bullets(list))}`;
    expect(questionsOf(outlineText(text))).toHaveLength(10);
    expect(chaptersOf(text)).toEqual(['Form', 'Content']);
  });

  it('is none in front of them', () => {
    const text = `# Interview\n\n${chapter('Content', bullets(list))}${chapter('Salt', bullets(list))}`;
    expect(questionsOf(outlineText(text))).toEqual(list);
  });
});

describe('a list between many of questions', () => {
  const others = ['Ink', 'Salt', 'Wax'].map((name) => chapter(name, bullets(asked(name, 3))));
  const bank = (title: string, list: readonly string[]): string =>
    `# ${title}\n\n${others.join('')}${chapter('At the desk', bullets(list))}${chapter('Glue', bullets(asked('glue', 3)))}`;

  it('has the tasks of a bank where nearly each item starts as one', () => {
    const tasks = [
      'Write a letter.',
      'Build a press.',
      'Draw a seal.',
      'Sand, and what it is for.',
    ];
    expect(questionsOf(outlineText(bank('Interview', tasks.slice(0, 3))))).toHaveLength(15);
    expect(questionsOf(outlineText(bank('Interview', tasks)))).toHaveLength(12);
    expect(questionsOf(outlineText(bank('A desk', tasks.slice(0, 3))))).toHaveLength(12);
  });

  it('may have two numbers where there are many lists', () => {
    const numbered = (items: readonly string[]): string =>
      items.map((item, at) => `${at + 1}) ${item}\n`).join('');
    const names = ['Ink', 'Salt', 'Wax', 'Glue', 'Sand', 'Lead', 'Gold'];
    const chapters = names.map((name) => chapter(name, numbered(asked(name, 3))));
    const plans = chapter('Plans', numbered(['The press', 'The shop']));
    const text = (count: number): string =>
      `# Interview\n\n${[...chapters.slice(0, count), plans, ...chapters.slice(-1)].join('')}`;
    expect(questionsOf(outlineText(text(6)))).toHaveLength(23);
    expect(questionsOf(outlineText(text(3)))).toHaveLength(12);
  });
});

describe('a block that hides a part of a list', () => {
  const items = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at)
      .map((at) => `${at}. **Why is tide ${at} low?**\n   > The moon, ${at}.\n\n`)
      .join('');
  const fold = (inner: string): string =>
    `<details>\n<summary>More of them</summary>\n\n${inner}</details>\n\n`;

  it('is read where its numbers go on where those before it leave off', () => {
    const text = `# Tides\n\n## Ebb\n\n${items(1, 3)}${fold(items(4, 6))}## Flood\n\n${items(7, 9)}${fold(items(10, 12))}`;
    const { cards } = outlineText(text);
    expect(cards).toHaveLength(12);
    expect(cards[2]?.body.trim()).toBe('> The moon, 3.');
    expect(cards[5]?.body.trim()).toBe('> The moon, 6.');
    expect(chaptersOf(text)).toEqual(['Ebb', 'Flood']);
  });

  it('hides an answer where its numbers start with 1', () => {
    const text = `# Tides\n\n${items(1, 3)}${fold('1. It ebbs.\n2. It floods.\n3. It ebbs.\n\n')}${items(4, 6)}`;
    expect(questionsOf(outlineText(text))).toHaveLength(6);
  });
});

describe('bold items of a list', () => {
  it('are told from its other items by nothing but stars that are broken', () => {
    const list = Array.from({ length: 12 }, (_, at) => `${at + 1}. **Why is tide ${at} low?**\n`);
    list[4] = '5. **Why is the *tide** of* a river low?\n';
    const text = list.map((item) => `${item}\n   The moon.\n\n`).join('');
    expect(questionsOf(outlineText(`# Tides\n\n${text}`))).toHaveLength(12);
  });
});

describe('a numbered list that is all of a file', () => {
  const items = ['Reefs', 'Tides', 'Salt', 'Wind and current', 'Masts'];
  const list = items.map((item, at) => `${at + 1}. ${item}\n`).join('');
  const cards = (text: string): number => outlineText(text).cards.length;

  it('is one of questions where the file is called so, though none of them asks', () => {
    expect(cards(`# Questions for the exam\n\n${list}`)).toBe(5);
    expect(cards(`# Sea\n\nHere is a list of questions.\n\n${list}`)).toBe(5);
    expect(cards(`# Вопросы к зачёту\n\n${list}`)).toBe(5);
  });

  it('is none under another name, or beside other text', () => {
    expect(cards(`# Steps to an interview\n\n${list}`)).toBe(0);
    expect(cards(`# Questions\n\n${list}\n${'We sail on.\n\n'.repeat(4)}`)).toBe(0);
    expect(cards(`# Questions\n\n${list}\n1. Once more\n`)).toBe(0);
  });
});
