import { describe, expect, it } from 'vitest';
import { outlineText } from './bank-files.ts';

const chaptersOf = (text: string): readonly (string | undefined)[] => [
  ...new Set(outlineText(text).cards.map(({ chapter }) => chapter)),
];

const list = (...words: readonly string[]): string =>
  `${words.map((word, at) => `${at + 1}. Why ${word}?`).join('\n')}\n\n`;

describe('chapters on several levels', () => {
  it('are all found where no level has most of the questions', () => {
    const asked = (word: string): string =>
      `#### Why ${word}?\n\nSo.\n\n#### When ${word}?\n\nNow.\n\n`;
    const text = `# Interview\n\n### Owls\n\n${asked('hoot')}### Gulls\n\n${asked('cry')}## Rays\n\n${asked('flat')}`;
    expect(chaptersOf(text)).toEqual(['Owls', 'Gulls', 'Rays']);
  });

  it('are all found where one heading has a sign too many', () => {
    const parts = ['Rays', 'Cod', 'Eels', 'Pike', 'Carp', 'Tuna', 'Hake', 'Bass', 'Sole'].map(
      (name) => `## ${name}\n\n${list('a', 'b', 'c')}`,
    );
    const text = `# Interview\n\n ### Owls\n\n${list('hoot', 'fly')}${parts.join('')}`;
    expect(chaptersOf(text)[0]).toBe('Owls');
    expect(chaptersOf(text)).toHaveLength(10);
  });

  it('are the parts of one that is but a name for them', () => {
    const text = `# Interview\n\n## General\n\n${list('sail', 'row')}## By sea\n\n### Baltic\n\n${list('salt', 'ice', 'tide')}### Adriatic\n\n${list('warm', 'blue', 'deep')}`;
    expect(chaptersOf(text)).toEqual(['General', 'Baltic', 'Adriatic']);
  });

  it('are a chapter and what splits off from it, if that has many of its questions', () => {
    const text = (words: readonly string[]): string =>
      `# Sails\n\n${list('jib', 'boom', 'mast', 'keel')}## Sails for the old\n\n${list(...words)}# Oars\n\n${list('pull', 'push')}`;
    expect(chaptersOf(text(['reef', 'furl', 'luff']))).toEqual([
      'Sails',
      'Sails for the old',
      'Oars',
    ]);
    expect(chaptersOf(text(['reef']))).toEqual(['Sails', 'Oars']);
  });
});

describe('a heading above questions', () => {
  const asked = (word: string): string => `### Why ${word}?\n\nSo.\n\n`;

  it('is a chapter although a part of a document is called so', () => {
    const text = `# Interview\n\n## Table of contents\n\n- [Introduction](#introduction)\n- [Knots](#knots)\n\n## Introduction\n\n${asked('rope')}## Knots\n\n${asked('reef')}${asked('bend')}`;
    expect(chaptersOf(text)).toEqual(['Introduction', 'Knots']);
    expect(chaptersOf(`${text}## Others\n\n${asked('oar')}`).at(-1)).toBe('Others');
    expect(
      chaptersOf(`# Interview\n\n## Questions\n\n${asked('oar')}${asked('keel')}${asked('jib')}`),
    ).toEqual([undefined]);
  });

  it('is no chapter where it is empty, or a whole sentence', () => {
    const said = 'These are those that I was asked on my way through all the harbours '.repeat(2);
    expect(chaptersOf(`# Interview\n\n##### ${said}\n\n${list('rope', 'sail')}`)).toEqual([
      undefined,
    ]);
    const text = `# Sea\n\n${asked('salt')}##\n\n${asked('tide')}# Land\n\n${asked('sand')}`;
    expect(chaptersOf(text)).toEqual(['Sea', 'Land']);
  });

  it('is no chapter where each has one question under a heading of its own', () => {
    const card = (at: number): string =>
      `## Question ${at}\n**Topic:** Tides\n\n### Question\nWhy is tide ${at} low?\n\n### Answer Options\n\nA) Wind\n\nB) The moon\n\n**Correct Answer: B**\n\n### Explanation\nIt pulls.\n\n`;
    const { cards } = outlineText(`# Practice Exam\n\n${[1, 2, 3, 4, 5].map(card).join('')}`);
    expect(cards.map(({ chapter, kind }) => [chapter, kind])).toEqual(
      Array(5).fill([undefined, 'choice']),
    );
  });
});

describe('a chapter that says whom it is for before its first question', () => {
  const asked = (text: string, hint = ''): string =>
    `**${text}**\n\n<details><summary>Answer</summary>\n\nSalt.\n\n</details>\n${hint}`;
  const chapter = (name: string, hint?: string): string =>
    `---\n# ${name}\nFor those at sea.\n\n${asked(`1. Why ${name}?`, hint)}\n${asked(`2. What is ${name}?`)}\n${asked(`3. Whose is ${name}?`)}`;

  it('is one where the answer before is a block that was closed', () => {
    const text = ['Rope', 'Sail', 'Oar'].map((name) => chapter(name)).join('\n');
    expect(chaptersOf(`# Sea interview\n\n${text}`)).toEqual(['Rope', 'Sail', 'Oar']);
  });

  it('is none where it stands deeper than the first one', () => {
    const parts = ['Rope', 'Sail', 'Oar'].map((name) => chapter(name, '\n### Mind\nThe wind.\n'));
    const text = `# Sea interview\n\n${parts.join('\n')}`;
    expect(outlineText(text).cards).toHaveLength(9);
    expect(chaptersOf(text)).toEqual(['Rope', 'Sail', 'Oar']);
  });
});

describe('headings of a bank on uneven levels', () => {
  const asked = (level: string, text: string): string => `${level} ${text}\n\nSalt and wind.\n`;
  const numbered = [1, 2, 3, 4, 5, 6].map((at) => asked('##', `${at}. Why is bay ${at} deep?`));
  const names = (text: string): readonly (string | undefined)[] => [
    ...new Set(outlineText(text).cards.map(({ chapter }) => chapter)),
  ];

  it('are questions where a chapter has them one level deeper, and nothing else', () => {
    const deeper = ['Why salt?', 'What is a reef?', 'Who keeps the light?'];
    const text = (...more: readonly string[]): string =>
      `# Sea\n\n${numbered.join('\n')}\n# Shore\n\n${deeper.map((one) => asked('###', one)).join('\n')}\n${more.join('\n')}`;
    expect(outlineText(text()).cards).toHaveLength(9);
    expect(names(text())).toEqual(['Sea', 'Shore']);
    expect(outlineText(text(asked('###', 'Tides and winds'))).cards).toHaveLength(6);
  });

  it('are questions where they count up to the next one from the level of the chapters', () => {
    const first = [asked('#', '1. Why salt?'), asked('#', '2. What is a reef?')];
    const others = [3, 4].map((at) => asked('##', `${at}. Why is reef ${at} steep?`));
    const text = `# Sea\n\n${[...numbered, ...first, ...others].join('\n')}`;
    expect(outlineText(text).cards).toHaveLength(10);
    expect(names(text)).toHaveLength(1);
  });

  it('lack the blank behind their signs here and there', () => {
    const text = `# Sea\n\n${numbered.join('\n')}\n##7. Why foam?\n\nIt is air.\n\n###tag\n`;
    expect(outlineText(text).cards.at(-1)?.question).toBe('Why foam?');
    expect(outlineText(text).cards).toHaveLength(7);
  });

  it('are questions where the only one beside the title asks, with a sign too few', () => {
    const some = Array.from({ length: 10 }, (_, at) => asked('##', `Why is bay ${at} deep?`));
    const text = (title: string): string =>
      `# ${title}\n\n${some.join('\n')}\n${asked('#', 'Why foam?')}\n${asked('##', 'Why salt?')}`;
    expect(outlineText(text('Sea')).cards).toHaveLength(12);
    expect(names(text('Sea'))).toEqual([undefined]);
    expect(outlineText(text('Why sail?')).cards).toHaveLength(11);
  });

  it('have no chapters of the names that parts of one card have', () => {
    const card = (at: number): string =>
      `# Question ${at}\n\n### Why is bay ${at} deep?\n\nSalt and wind.\n`;
    expect(names(`# Sea\n\n${[1, 2, 3, 4, 5].map(card).join('\n')}`)).toEqual([undefined]);
    const item = (at: number): string =>
      `${at}. ## Why is bay ${at} deep?\n\n### Answer\n\nSalt.\n\n### Example\n\nWind.\n`;
    expect(names(`# Sea\n\n${[1, 2, 3, 4, 5].map(item).join('\n')}`)).toEqual([undefined]);
  });

  it('have chapters on their own level, also with a place to link to behind these', () => {
    const text = (name: string, from: number): string =>
      `## ${name}\n\n<div id="to${from}"></div>\n\n${[1, 2, 3].map((at) => asked('##', `${from + at}. Why is bay ${at} deep?`)).join('\n')}\n`;
    expect(names(`# Sea\n\n${text('Bays', 0)}${text('Coves', 3)}`)).toEqual(['Bays', 'Coves']);
  });

  it('lack that blank everywhere', () => {
    const tight = [1, 2, 3, 4, 5].map((at) => `####${at}. Why is bay ${at} deep?\nSalt.\n`);
    expect(outlineText(`#Sea\n\n${tight.join('\n')}`).cards).toHaveLength(5);
    expect(outlineText(`#sea #salt\n\n${tight.slice(0, 2).join('\n')}`).cards).toHaveLength(0);
  });
});

describe('a heading in an answer, above the level of the questions', () => {
  const asked = (word: string): string => `##### ${word}. Why ${word}?\n\nSo.\n\n`;

  it('is no chapter where text follows, and the first question has none', () => {
    const text = `# Knots\n\n${asked('tar')}${asked('hemp')}## In use\n\nOn deck.\n\n${asked('coil')}`;
    expect(chaptersOf(text)).toEqual([undefined]);
    expect(chaptersOf(text.replace('On deck.\n\n', ''))).toEqual([undefined, 'In use']);
    const guided = text.replace('# Knots', '# Knots\n\n## How to use\n\nAsk these.');
    expect(chaptersOf(guided)).toEqual([undefined]);
  });

  it('is no chapter among others that have no question, where questions are called so', () => {
    const called = (at: number): string => `## Question ${at}. Why reef ${at}?\n\n`;
    const answer = ['Short answer', 'In full', 'At sea', 'In port'].map(
      (part) => `# ${part}\n\nIt holds.\n\n`,
    );
    const text = `# Set 1\n\n${called(1)}${answer.join('')}${called(2)}${called(3)}`;
    expect(new Set(chaptersOf(text)).size).toBe(1);
  });
});
