import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const chaptersOf = (text: string): readonly (string | undefined)[] => [
  ...new Set(outlineText(text).cards.map(({ chapter }) => chapter)),
];

describe('a bullet that is indented by one', () => {
  const text = (indent: string): string =>
    `# Interview\n\n* Which knots do you know?\n* Which of these hold?\n${indent}* bowline\n${indent}* Is a reef knot one?\n* What is a splice?\n`;

  it('is nested, as one that is indented by two', () => {
    expect(questionsOf(outlineText(text(' ')))).toHaveLength(3);
    expect(questionsOf(outlineText(text('  ')))).toHaveLength(3);
  });

  it('is one of its list where most are indented so', () => {
    const list = '* Why knot?\n * Why rope?\n * Why sail?\n * Why row?\n';
    expect(questionsOf(outlineText(`# Interview\n\n${list}`))).toHaveLength(4);
  });
});

describe('questions that are links into the file', () => {
  const contents = ['Why salt?', 'Why tide?', 'Why foam?']
    .map((name, at) => `1. [x] [${name}](#${at})`)
    .join('\n');

  it('are headings of list items, and no table of contents', () => {
    const answers = ['Why salt?', 'Why tide?', 'Why foam?']
      .map((name, at) => `- #### [${name}](#${at})\n  <div id="${at}" />\n  Because.\n`)
      .join('\n');
    const outline = outlineText(
      `# Preguntas\n\n### Lista\n${contents}\n\n### Respuestas\n${answers}`,
    );
    expect(questionsOf(outline)).toEqual(['Why salt?', 'Why tide?', 'Why foam?']);
    expect(outline.cards[0]?.kind).toBeUndefined();
  });

  it('are list items with text of their own under them', () => {
    const answers = ['Why salt?', 'Why tide?', 'Why foam?']
      .map((name, at) => `1. [${name}](#${at})\n   Because.\n`)
      .join('\n');
    const text = `# Preguntas\n\n### Lista\n${contents}\n\n### Respuestas\n${answers}`;
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });
});

describe('a list of tasks', () => {
  it('is one of questions where its bullets carry numbers and the title promises some', () => {
    const items = ['Given a rope, find its end', 'Join two ropes', 'What is a knot?', 'Why coil?'];
    const list = items.map(
      (item, at) => `- **[1.${at + 1}](#r-${at}) ${item}**\n  \`\`\`\n  x\n  \`\`\`\n`,
    );
    const text = (title: string): string =>
      `# ${title}\n\n## Ropes\n<a name="r"></a><a name="1.1"></a>\n${list.join('\n')}`;
    expect(questionsOf(outlineText(text('Interview questions')))).toEqual(items);
    expect(chaptersOf(text('Interview questions'))).toEqual(['Ropes']);
  });

  const part = (name: string): string =>
    `## ${name}\n\n### Theory\n\n1. **Wind:** What is wind?\n2. **Rain:** Why does it rain?\n3. **Ice:** How does ice form?\n`;
  const tasks =
    '\n### Practice\n\n1. **Sail:** Sew a sail\n2. **Mast:** Raise a mast\n3. **Oar:** Carve an oar\n';

  it('is taken where one stands beside the questions of each chapter', () => {
    const text = `# Interview\n\n${['Sea', 'Lake', 'River'].map((name) => part(name) + tasks).join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(18);
  });

  it('is none where it stands at the end of the last chapter alone', () => {
    const parts = ['Sea', 'Lake', 'River'].map((name, at) => part(name) + (at === 2 ? tasks : ''));
    expect(questionsOf(outlineText(`# Interview\n\n${parts.join('\n')}`))).toHaveLength(9);
  });
});

describe('headings of a bank', () => {
  it('are questions where most have no deeper ones under them', () => {
    const plain = Array.from({ length: 14 }, (_, at) => `### Fish ${at}\n\nIt swims.\n`);
    const parts = ['Cod', 'Eel', 'Ray', 'Bass'].map(
      (name) =>
        `### ${name}\n\n${[1, 2, 3, 4, 5].map((at) => `#### ${name} ${at}\n\nText.\n`).join('\n')}`,
    );
    const text = `# Questions and answers\n\n${[...plain, ...parts].join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(18);
  });

  it('are questions on another level too where all are called so, and not bare ones at the end', () => {
    const asked = [1, 2, 3, 4].map((at) => `## Q. Why is bay ${at} deep?\n\nSilt.\n`).join('\n');
    const answered =
      '### Q. ***What is a fjord?***\n\nA valley.\n\n### Q. ***What is a ria?***\n\nOne more.\n';
    const last = ['What is a fjord?', 'What is a ria?'];
    expect(questionsOf(outlineText(`# Bays\n\n${asked}\n${answered}`)).slice(-2)).toEqual(last);
    const bare = '#### Q. ***What is a fjord?***\n#### Q. ***What is a ria?***\n';
    expect(questionsOf(outlineText(`# Bays\n\n${asked}\n${bare}`))).toHaveLength(4);
  });

  it('are none where more than half of what is under one leads into the file', () => {
    const names = Array.from({ length: 10 }, (_, at) => `Why is reef ${at} dead?`);
    const links = names.map((name, at) => `- [${name}](#reef-${at})`).join('\n');
    const rest = '- one more\n- and one more\n';
    const text = `## 3. Reefs\n\n${links}\n${rest}\n${names.map((name) => `## ${name}\n\nHeat.\n`).join('\n')}`;
    expect(questionsOf(outlineText(text))).toEqual(names);
  });

  it('are borders of cards, and no chapters, where each has one question', () => {
    const card = (at: number): string =>
      `## ${at}. Tide ${at}\n\n**Scenario:** Low water.\n\n**Question:** Why is tide ${at} low?\n\nThe moon.\n`;
    const text = `# Tides\n\n${[1, 2, 3, 4, 5].map(card).join('\n')}`;
    const { cards } = outlineText(text);
    expect(cards.map(({ body }) => body)).toEqual(Array(5).fill('The moon.'));
    expect(chaptersOf(text)).toEqual([undefined]);
  });
});

describe('code in a line', () => {
  it('opens no block, whatever tags it names', () => {
    const text =
      '# Quiz\n\n**Q1.** Which pair hides text?\n\n- A) `<div>` and `<b>`\n- B) `<summary>` inside `<details>`\n- C) `<i>`\n\n> **Answer: B**\n> The `<details>` pair.\n\n**Q2.** Which one is bold?\n\n- A) `<b>`\n- B) `<i>`\n\n> **Answer: A**\n';
    const { cards } = outlineText(text);
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice']);
    expect(cards[0]?.body).toContain('- [x] `<summary>` inside `<details>`');
  });
});

describe('a heading above a question', () => {
  it('may be a sign with a number, and then what is under it is asked', () => {
    const card = (at: number): string => `### SEA-00${at}\nWhat is wave ${at} made of?\n`;
    const text = (asked: string): string =>
      `# Waves\n\n## Wind\n\n${asked}\n\n## Swell\n\n${card(6)}`;
    const { cards } = outlineText(text([1, 2, 3, 4, 5].map(card).join('\n')));
    expect(cards.map(({ question }) => question).at(-1)).toBe('What is wave 6 made of?');
    expect(cards.map(({ chapter }) => chapter)).toEqual([...Array(5).fill('Wind'), 'Swell']);
    const days = [1, 2, 3, 4, 5].map((at) => `### Day ${at}\nWe sailed on.\n`).join('\n');
    expect(outlineText(`# Log\n\n${days}`).shape).toBe('none');
  });

  it('is no chapter where it is a number alone', () => {
    const card = (at: number): string => `## #${at}\n\n#### Why is bay ${at} deep?\n\nSilt.\n`;
    expect(chaptersOf([1, 2, 3, 4].map(card).join('\n'))).toEqual([undefined]);
  });
});

describe('a numbered question with one sign too few', () => {
  const asked = (at: number, sign = '####'): string =>
    `${sign} ${at}. Why is tide ${at} low?\n\nMoon.\n`;

  it('is one where its number is missing among the others, or goes on after them', () => {
    const text = `## Tides\n\n${[1, 2].map((at) => asked(at)).join('\n')}\n${asked(3, '###')}\n${[4, 5, 6].map((at) => asked(at)).join('\n')}\n${asked(7, '###')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(7);
  });

  it('is a chapter where its number is one of chapters', () => {
    const part = (at: number): string =>
      `## ${at}. Tides of sea ${at}\n\nAll of them.\n\n${[1, 2, 3].map((n) => asked(n, '###')).join('\n')}`;
    expect(questionsOf(outlineText([1, 2, 3, 4].map(part).join('\n')))).toHaveLength(12);
  });
});

describe('an answer of links alone', () => {
  const links = ['a', 'b', 'c']
    .map((name) => `- [${name}](https://example.org/${name})`)
    .join('\n');
  const asked = ['Why salt?', 'Why foam?', 'Why sand?', 'Why mud?']
    .map((name) => `### ${name}\n\nText.\n`)
    .join('\n');

  it('has a question above it where that asks', () => {
    const text = `# Shores\n\n${asked}\n### Why shells?\n\n${links}\n`;
    expect(questionsOf(outlineText(text))).toHaveLength(5);
  });

  it('has none where the links lead into the file', () => {
    const inside = links.replaceAll('https://example.org/', '#');
    const text = `# Shores\n\n### What is in here?\n\n${inside}\n\n${asked}`;
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });
});

describe('what ends a bank', () => {
  it('is a list of further reading, which does not speak against the questions', () => {
    const asked = ['什么是潮汐？', '潮汐有哪些？']
      .map((name) => `- ${name}\n\n> 水。\n`)
      .join('\n');
    const links = [1, 2, 3, 4].map((at) => `- [海${at}](https://example.org/${at})`).join('\n');
    expect(questionsOf(outlineText(`${asked}\n### 扩展阅读\n\n${links}\n`))).toHaveLength(2);
  });

  it('is no block that was opened above it and never closed', () => {
    const asked = [1, 2, 3]
      .map((at) => `${at}. ### Why is reef ${at} dead?\n\n   Heat.\n`)
      .join('\n');
    const text = `# Reefs\n\n<details open>\n<summary>\nHide contents\n</summary>\n\n| 1 | [a](#a) |\n\n## All\n\n${asked}`;
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });
});

describe('a list of questions without a heading for each part', () => {
  it('ends where the numbers start anew, with what does not ask as well', () => {
    const text =
      'Knots :\n1. What is a knot?\n2. Why tie one?\n3. Reef knots in use\n\nRopes :\n1. What is a rope?\n2. How is it made?\n';
    expect(questionsOf(outlineText(`# Interview\n\n${text}`))).toHaveLength(5);
  });

  it('goes on in bullets where the author stopped counting', () => {
    const numbers = [1, 2, 3].map((at) => `${at}. **Why is knot ${at} used?**\n   It holds.\n`);
    const bullets = [4, 5, 6].map((at) => `- **Why is knot ${at} used?**\n  It holds.\n`);
    const text = `# Knots\n\n${numbers.join('\n')}\n\n${bullets.join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(6);
  });

  it('is none where a sign of another encoding looks like a question mark', () => {
    const items = ['Use a long rope', 'Avoid wet sand', 'Keep it dry', 'Fold it'];
    const text = items.map((item) => `- ? ${item}`).join('\n');
    expect(outlineText(`# Ropes\n\n## Advice\n\n${text}\n`).shape).toBe('none');
  });
});

describe('a label without a number', () => {
  it('is none of a question where it names them all', () => {
    const asked = [1, 2, 3, 4, 5].map((at) => `Q${at}) Why is tide ${at} low?`).join('\n');
    expect(questionsOf(outlineText(`Questions:\n${asked}\n`))).toHaveLength(5);
  });
});

describe('a number without a space behind it', () => {
  it('is one of the list where it is the next', () => {
    const text = '# Interview\n\n1. Why a reef?\n2. Why a knot?\n3.Why a rope?\n\n2.Not this\n';
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });
});

describe('questions on more than one level', () => {
  const asked = (level: string, at: number): string =>
    `${level} ${at}. Knot ${at} and its use\n\nText.\n`;
  const numbers = [1, 2, 3, 4, 5, 6];

  it('are those under a chapter that promises them as well', () => {
    const text = (title: string): string =>
      `# ${title}\n\n${[1, 2, 3].map((at) => asked('###', at)).join('\n')}\n${numbers.map((at) => `# ${at}. What is sail ${at}?\n\nCloth.\n`).join('\n')}`;
    expect(questionsOf(outlineText(text('Basic questions')))).toHaveLength(9);
    expect(questionsOf(outlineText(text('Summary of knots')))).toHaveLength(6);
  });
});

describe('a label of a question', () => {
  it('is a heading where a rule stands under it', () => {
    const card = (at: number): string =>
      `Question ${at}\n----------\nWhy is sea ${at} salt?\n\n* Rivers\n* Rain\n\nAnswer:\n\nRivers\n`;
    const text = `# Week 1\n\n${[1, 2, 3].map(card).join('\n')}`;
    expect(questionsOf(outlineText(text))[2]).toBe('Why is sea 3 salt?');
  });

  it('is none of a question where dots stand for one', () => {
    const asked = [1, 2, 3].map(
      (at) => `- Question ${at}.1: True or false? Sea ${at} is salt.\n  - Answer: True\n`,
    );
    const text = `Format:\nQuestion: ...\nAnswer: ...\n\n# Lesson\n\n${asked.join('\n')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });
});

describe('a numbered list that does not ask', () => {
  const list = (name: string, items: readonly string[]): string =>
    `## ${name}\n${items.map((item, at) => `${at + 1}. ${item}`).join('\n')}\n`;
  const asked = ['Why salt?', 'Why foam?', 'Why mud?'];

  it('is of questions between many that do, where there are no other lists', () => {
    const parts = [
      list('Sea', asked),
      list('Lake', asked),
      list('Pond', ['Depth', 'Reeds', 'Frogs']),
    ];
    expect(questionsOf(outlineText([...parts, list('River', asked)].join('\n')))).toHaveLength(12);
    expect(questionsOf(outlineText([list('Bay', asked), ...parts].join('\n')))).toHaveLength(9);
  });
});

describe('empty boxes', () => {
  it('are options where an answer behind a sign writes the right one out', () => {
    const card = (at: number): string =>
      `### ${at}. Which sea is salt?\n\n* [ ] North\n* [ ] Pool\n\n<details>\n<summary>Show Answer</summary>\n\n✅ **Correct Answer:** North\n\n</details>\n`;
    const { cards } = outlineText([1, 2, 3].map(card).join('\n'));
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
    expect(cards[0]?.body).toContain('- [x] North');
  });
});
