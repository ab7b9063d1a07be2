import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const chaptersOf = (text: string): readonly (string | undefined)[] => [
  ...new Set(outlineText(text).cards.map(({ chapter }) => chapter)),
];

describe('numbers without a space behind them', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, at) => `${at + 1}.Wie tief ist See ${at + 1}?  `).join('\n');

  it('are a list where there are enough of them', () => {
    const outline = outlineText(`# Fragen\n\n## Seen\n\n${lines(6)}\n`);
    expect(outline.shape).toBe('list-questions');
    expect(questionsOf(outline)).toHaveLength(6);
    expect(questionsOf(outline)[0]).toBe('Wie tief ist See 1?');
  });

  it('are words of a text where there are few', () => {
    expect(outlineText('# Fragen\n\n3.js?\n\nText.\n\n2.js?\n').cards).toHaveLength(0);
  });
});

describe('a section of a list of questions', () => {
  it('may be called "Others", and then asks as all do', () => {
    const text =
      '# Interview\n\n## Birds\n\n- Why do they sing?\n- Why do they fly?\n\n## Others\n\n- Why do fish swim?\n';
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });

  it('has questions that are links to their answers, among others that are none', () => {
    const text =
      '# Interview\n\n- Why do they sing?\n- Why do they fly?\n- Why do they nest?\n- [Why do they moult?](https://example.org/moult)\n- [Handbook of birds](https://example.org)\n';
    expect(questionsOf(outlineText(text)).at(-1)).toBe('Why do they moult?');
  });

  it('has questions whose answers are links behind them', () => {
    const link = (word: string): string => `[here](https://example.org/${word})`;
    const text = `# Interview\n\n- **Why sing.** - Learn from ${link('song')}\n- Why do they fly? ${link('a')} and ${link('b')}\n- What is [this](https://example.org)?\n- Why nest? It is [warm](https://example.org) there.\n`;
    const { cards } = outlineText(text);
    expect(cards.map(({ question }) => question)).toEqual([
      'Why sing.',
      'Why do they fly?',
      'What is this?',
      'Why nest? It is warm there.',
    ]);
    expect(cards.map(({ body }) => body)).toEqual([
      `Learn from ${link('song')}`,
      `${link('a')} and ${link('b')}`,
      '',
      '',
    ]);
  });

  it('is no part of it where it says how to use the list', () => {
    const text =
      '# 反向提问\n\n## 如何使用\n\n- 看看哪些你喜欢\n\n# 房子\n\n- 墙有多厚？\n- 谁住楼上？\n- 有地下室吗？\n';
    expect(questionsOf(outlineText(text))[0]).toBe('墙有多厚？');
    expect(chaptersOf(text)).toEqual(['房子']);
  });

  it('ends a bank of list items with headings where only sources follow', () => {
    const items = ['sing', 'fly', 'nest', 'moult'].map((word) => `* ###### Why do they ${word}?\n`);
    const text = `# Interview\n\n${items.join('')}\n### Further readings and references:\n\n* ##### Why birds sing, by a friend\n`;
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });

  it('is no table of contents whose links have a question mark behind them', () => {
    const names = ['何为潮汐', '有何用处', '月亮的作用', '谁量它'];
    const toc = names.map((name) => `* [${name}](#${name})?`).join('\n');
    const cards = names.map((name) => `#### ${name}\n\n水。\n`).join('\n');
    const outline = outlineText(`# 潮汐面试题\n\n${toc}\n\n${cards}`);
    expect(questionsOf(outline)).toEqual(names);
  });
});

describe('a list that goes on over sections', () => {
  it('has its last tasks too, which do not ask', () => {
    const text =
      '# Співбесіда\n\n## Теорія\n\n1. Що таке стек?\n2. Що таке черга?\n\n## Практика\n\n3. Реалізуйте стек.\n4. Реалізуйте чергу.\n';
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });

  it('asks where each item says how hard it is', () => {
    const items = ['Explain lift', 'Build a kite', 'Mend a kite', 'Sell a kite', 'Draw a kite'];
    const graded = items.map((item, at) => `- ${at % 2 === 0 ? '🟡' : '🔴'} ${item}.`).join('\n');
    expect(questionsOf(outlineText(`# Kites\n\n${graded}\n`))).toHaveLength(5);
    const plain = items.map((item) => `- ${item}.`).join('\n');
    expect(outlineText(`# Kites\n\n${plain}\n`).cards).toHaveLength(0);
  });
});

describe('options with nothing but a paragraph above them', () => {
  const body = 'A. Wood.\n\nB. Wool.\n\nC. Iron.\n';

  it('are a question where an answer tells which is right', () => {
    const text = `# fibre-01\n\nThis is about sheep.\n\nSheep are shorn.\nWhich fibre is it?\n\n${body}\n## Feedback\n\nA is not correct because it burns.\n\nB is correct because it curls.\n`;
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(['Sheep are shorn. Which fibre is it?']);
    expect(outline.cards[0]?.kind).toBe('choice');
  });

  it('are several where there are several', () => {
    const text = `Which floats?\n\n${body}\nAnswer: A\n\n---\n\nWhich sinks?\n\n\`\`\`\nsea\n\`\`\`\n\n${body}\nAnswer: C\n`;
    expect(questionsOf(outlineText(text))).toEqual(['Which floats?', 'Which sinks?']);
  });

  it('are a list of points where nobody tells', () => {
    expect(outlineText(`# Fibres\n\nThere are three.\n\n${body}`).cards).toHaveLength(0);
  });
});

describe('a file of one question', () => {
  it('has all that follows its heading for the answer', () => {
    const text =
      '### Question\n\nWhat is a reef?\n\n### Answer\n\n### 1. What is it for?\n\nLess sail.\n\n### 2. Why tie it?\n\nIt flaps.\n';
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(['What is a reef?']);
    expect(outline.cards[0]?.body).toContain('It flaps.');
  });

  it('has an answer on the level of the question', () => {
    const text = '## 问题\n\n什么是潮汐？\n\n## 答案\n\n月亮。\n\n## 参考\n\n- 书\n';
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(['什么是潮汐？']);
    expect(outline.cards[0]?.isAnswered).toBe(true);
  });

  it('is one of several where each has its answer on its own level', () => {
    const card = (word: string): string => `## Why ${word}?\n\n## Answer\n\nFor ${word}.\n`;
    const outline = outlineText(['rain', 'snow', 'hail'].map(card).join('\n'));
    expect(outline.cards.map(({ body }) => body)).toEqual(['For rain.', 'For snow.', 'For hail.']);
  });
});

describe('headings that are called questions', () => {
  it('stand beside others that are the same under each, even if these ask', () => {
    const card = (at: number): string =>
      `### Question ${at}: How does lock ${at} open?\n\nSlowly.\n\n### How to say it\n\nIt opens.\n`;
    const outline = outlineText(`## Locks\n\n${[1, 2, 3, 4].map(card).join('\n')}`);
    expect(questionsOf(outline)).toHaveLength(4);
    expect(outline.skipped).toContain('How to say it ×4');
  });

  const card = (at: number): string =>
    `## Question ${at}: The lock that stuck\n\n### Scene\n\nA lock.\n\n### Interview question\n\nWhat now?\n\n### Follow-ups\n\n1. Why was it stuck?\n2. Who locked it?\n3. When did it rust?\n4. Who has a key?\n`;

  it('are the questions, however many more their answers ask', () => {
    const outline = outlineText(`# Locks\n\n${[1, 2, 3, 4].map(card).join('\n')}`);
    expect(outline.questionLevel).toBe(2);
    expect(outline.cards).toHaveLength(4);
  });
});

describe('a chapter', () => {
  const cards = (words: readonly string[]): string =>
    words.map((word) => `### Why ${word}?\n\nSo.\n`).join('\n');

  it('is not what stands before the title', () => {
    const text = `## [Home](../README.md)\n\n# Birds\n\n${cards(['sing', 'fly', 'nest'])}`;
    expect(chaptersOf(text)).toEqual([undefined]);
  });

  it('is no advert that stands in the middle of them again and again', () => {
    const advert = '## Buy this: [book](https://example.org)\n';
    const part = (name: string): string => `#### ${name}\n\n- Why ${name}?\n- When ${name}?\n`;
    const chapter = (name: string): string =>
      `### On ${name}s\n\n${part(`a ${name}`)}\n${advert}\n${part(`the ${name}`)}`;
    const text = `# Questions\n\n${['reef', 'knot', 'sail'].map(chapter).join('\n')}### On all\n\n- Why?\n- Who?\n- When?\n- Where?\n`;
    expect(chaptersOf(text)).not.toContain('Buy this: book');
  });

  it('is one whatever is said before its first question, between two levels of chapters', () => {
    const text =
      '# Questions\n\n## Birds\n\n### Owls\n\nAll of this is asked:\n\n- Why hoot?\n\n### Gulls\n\nAnd this:\n\n#### At sea\n\n- Why swim?\n\n## Fish\n\n- Why dive?\n\n### Rays\n\nAnd this:\n\n- Why flat?\n';
    expect(chaptersOf(text)).toContain('Birds');
    expect(outlineText(text).cards[0]?.body).toBe('');
  });

  it('is the upper one where the lower ones are called the same under each', () => {
    const list = (word: string): string =>
      `### Basics\n\n1. Why ${word}?\n2. When ${word}?\n\n### Advanced\n\n3. Who ${word}?\n`;
    const text = `# Questions\n\n## Birds\n\n${list('sings')}\n## Fish\n\n${list('swims')}\n## Bees\n\n${list('hums')}`;
    expect(chaptersOf(text)).toEqual(['Birds', 'Fish', 'Bees']);
  });
});

describe('a heading among questions', () => {
  it('is one on the level of chapters where most there ask and have no other under them', () => {
    const deep = Array.from({ length: 6 }, (_, at) => `### Why is bird ${at} blue?\n\nSo.\n`);
    const flat = Array.from(
      { length: 8 },
      (_, at) => `## ${at < 5 ? `Why is fish ${at} wet?` : `Fish ${at}`}\n\nSo.\n`,
    );
    const text = `# Birds\n\n## Jays\n\n${deep.join('\n')}\n## Tits\n\n${deep.join('\n')}\n# Fish\n\n${flat.join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(6 + 6 + 8);
    expect(chaptersOf(text)).toEqual(['Jays', 'Tits', 'Fish']);
  });

  it('is a problem that has a number for its name', () => {
    const text = Array.from({ length: 10 }, (_, at) => `### Problem ${at + 1}\n\nSum ${at}.\n`);
    const outline = outlineText(`# Daily sums\n\n## Problems\n\n${text.join('\n')}`);
    expect(questionsOf(outline)[9]).toBe('Sum 9.');
    expect(outlineText(`# Daily sums\n\n${text.slice(0, 4).join('\n')}`).cards).toHaveLength(0);
  });

  it('is none with the same number and words under each of them', () => {
    const parts = (at: number): string =>
      `## ${at}. Peak of heap ${at}\n\n### 1. Idea\n\nLook.\n\n### 2. Cost\n\nLittle.\n`;
    const text = Array.from({ length: 8 }, (_, at) => parts(at + 1)).join('\n');
    expect(outlineText(`# Heap questions\n\n${text}`).questionLevel).toBe(2);
  });

  it('is one too where only parts of its answer stand under it', () => {
    const text =
      '## Sails\n\n### Jib vs genoa\n\n#### Jib\n\nSmall.\n\n#### Genoa\n\nLarge.\n\n### What is a luff?\n\nAn edge.\n\n### What is a leech?\n\nAn edge.\n\n### What is a foot?\n\nAn edge.\n';
    expect(questionsOf(outlineText(text))[0]).toBe('Jib vs genoa');
  });

  it('is none before the first number and after the last, though it starts as one', () => {
    const cards = [1, 2, 3, 4, 5, 6].map((at) => `## ${at}. Why does it ring?\n\nSo.\n`);
    const text = `# Preguntas\n\n## Cómo usar estas respuestas\n\nLee.\n\n${cards.join('\n')}\n## Notas para la práctica\n\nMás.\n`;
    expect(questionsOf(outlineText(text))).toHaveLength(6);
  });
});

describe('headings of one level with a few words under each', () => {
  const flat = (names: readonly string[]): string =>
    names.map((name) => `## ${name}\n\nText.\n`).join('\n');
  const names = Array.from({ length: 12 }, (_, at) => `Country ${String.fromCharCode(65 + at)}`);

  it('are the two sides of cards', () => {
    expect(outlineText(flat(names)).cards).toHaveLength(12);
  });

  it('may have a title where they are many, and hardly a line is under each', () => {
    const many = Array.from({ length: 24 }, (_, at) => `Country ${String.fromCharCode(65 + at)}`);
    expect(outlineText(`# Travels\n\n${flat(many)}`).cards).toHaveLength(24);
    const long = flat(many).replaceAll('Text.', 'It is a long way, and there is more. '.repeat(3));
    expect(outlineText(`# Travels\n\n${long}`).cards).toHaveLength(0);
    expect(
      outlineText(`# Travels\n\nSo.\n\n## Far\n\n### Away\n\n${flat(many)}`).cards,
    ).toHaveLength(0);
  });

  it('are none where there is more than that', () => {
    expect(outlineText(`# Travels\n\n${flat(names)}`).cards).toHaveLength(0);
    expect(outlineText(flat(names.map((_, at) => `1.${at}.0`))).cards).toHaveLength(0);
  });
});
