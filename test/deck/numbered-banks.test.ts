import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('a number without a dot', () => {
  const asked = range(1, 6).map((at) => `### ${at}. Why is bay ${at} deep?\n\nSilt.\n`);
  const text = (...more: readonly string[]): string =>
    `# Interview\n\n${[...asked, ...more.map((name) => `### ${name}\n\nText.\n`)].join('\n')}`;

  it('counts where it is the next one on a numbered level, behind a sign as well', () => {
    const outline = outlineText(text('✅7 **Reef and bank**', '8. Why foam?', '✅ 9 **Tide**'));
    expect(questionsOf(outline).slice(-3)).toEqual(['Reef and bank', 'Why foam?', 'Tide']);
  });

  it('is a word of the text where the next heading has it, or it is another', () => {
    const outline = outlineText(text('7 seas in short', '7. Why foam?', '12 months at sea'));
    expect(questionsOf(outline)).toHaveLength(7);
    expect(questionsOf(outline).at(-1)).toBe('Why foam?');
  });
});

describe('numbers without dots on nearly all headings', () => {
  const part = (name: string, texts: readonly string[]): string =>
    `# ${name}\n\n${texts.map((text, at) => `## ${at + 1} ${text}\n\nSalt and wind.\n`).join('\n')}`;
  const topics = range(1, 22).map((at) => `Knot of kind ${at}`);
  const asked = [...topics, 'What is a reef?', 'Why salt?'];
  const alone = '# Stars\n\n## Polaris\n\nNorth.\n';
  const bank = (texts: readonly string[]): string =>
    [part('Rope', texts), part('Sail', texts), alone, part('Oar', texts)].join('\n');

  it('count questions, anew in each chapter, where they are many and fill the file', () => {
    const outline = outlineText(bank(asked));
    expect(outline.cards).toHaveLength(73);
    expect(questionsOf(outline)[0]).toBe('Knot of kind 1');
    expect(new Set(outline.cards.map(({ chapter }) => chapter)).size).toBe(4);
  });

  it('count the steps of a guide where none of them asks, or they are few', () => {
    expect(outlineText(bank(topics)).shape).toBe('none');
    expect(outlineText(part('Rope', asked)).shape).toBe('none');
  });

  it('count the sections of a book where they have several parts', () => {
    const text = bank(asked).replace(/^## (\d+) /gm, '## 2.$1 ');
    expect(outlineText(text).shape).toBe('none');
  });
});

describe('a number of a chapter and a question', () => {
  it('is one without a dot behind it in front of a quote or a sign, too', () => {
    const part = (at: number): string =>
      `# Part ${at}\n\n${range(1, 3)
        .map((n) => `## ${at}.${n} 🎙️ "Why is bay ${n} of ${at} deep?"\n\nSilt.\n`)
        .join('\n')}`;
    const text = `# Interview\n\n## Where it is asked most\n\nAt sea.\n\n${range(1, 3).map(part).join('\n')}`;
    const questions = questionsOf(outlineText(text));
    expect(questions).toHaveLength(9);
    expect(questions[0]).toBe('"Why is bay 1 of 1 deep?"');
  });
});

describe('numbers that are missing on the level of the questions', () => {
  const asked = (at: number, level = '##'): string => `${level} ${at}. Wave ${at}\n\nWater.\n`;
  const bank = (between: readonly string[], after: number): string =>
    `# Interview\n\n${[...range(1, 6).map((at) => asked(at)), ...between, ...range(after, after + 2).map((at) => asked(at))].join('\n')}`;

  it('are those of questions where the next deeper level has just them', () => {
    const deeper = range(7, 9).map((at) => asked(at, '###'));
    expect(questionsOf(outlineText(bank(deeper, 10)))).toEqual(
      range(1, 12).map((at) => `Wave ${at}`),
    );
  });

  it('are nothing where steps of an answer have them as well as others', () => {
    const steps = range(1, 9).map((at) => asked(at, '###'));
    expect(questionsOf(outlineText(bank(steps, 10)))).toHaveLength(9);
    const some = range(7, 8).map((at) => asked(at, '###'));
    expect(questionsOf(outlineText(bank(some, 10)))).toHaveLength(9);
  });
});

describe('a heading that asks between questions with labels', () => {
  const asked = (at: number): string => `## Question ${at}. Why is bay ${at} deep?\n\nSilt.\n`;
  const bank = (numbers: readonly number[]): string => {
    const [first = 0, ...others] = numbers;
    return [asked(first), '## Why silt settles\n\nIt sinks.\n', ...others.map(asked)].join('\n');
  };

  it('is a part of the answer where the numbers leave no gap', () => {
    expect(questionsOf(outlineText(bank(range(1, 8))))).toHaveLength(8);
  });

  it('is a question where a number is missing', () => {
    expect(questionsOf(outlineText(bank([1, ...range(3, 9)])))).toHaveLength(9);
  });
});

describe('headings that are nothing but numbers behind a sign', () => {
  const card = (at: number, text: string): string =>
    `## ⬛ ${at}\n\n${text}\n\n- A: Wool\n- B: Hemp\n<details><summary>Answer</summary>\n\n#### Answer: B\nIt holds.\n\n</details>\n`;

  it('count the questions that stand under them', () => {
    const texts = ['Which rope holds?', 'Which rope sinks?', 'Which rope lasts?'];
    const text = `# Ropes\n\n${texts.map((asked, at) => card(at + 1, asked)).join('\n')}`;
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(texts);
    expect(outline.cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
  });

  it('are questions themselves where they count nothing', () => {
    const codes = [200, 301, 404, 500].map(
      (code) => `## ${code}\n\n<details><summary>Answer</summary>\n\nCode ${code}.\n\n</details>\n`,
    );
    expect(questionsOf(outlineText(`# Codes quiz\n\n${codes.join('\n')}`))[2]).toBe('404');
  });
});

describe('a number', () => {
  it('may stand in front of the letter of a question', () => {
    const question = (at: number): string => `## ${at}Q: Why tar rope ${at}?\n\nIt lasts.\n\n`;
    const outline = outlineText(`# Ropes\n\n${[1, 2, 3].map(question).join('')}`);
    expect(questionsOf(outline)[1]).toBe('Why tar rope 2?');
  });

  it('makes questions of bullets, and no options, where most of them ask', () => {
    const rope = '## Rope\n\n- 1. Why tar it?\n\nIt lasts.\n\n- 2. Uses of hemp\n\nMany.\n\n';
    const knots = '## Knots\n\n- 1. What is a bend?\n\nA knot.\n\n- 2. How is it tied?\n\nSo.\n\n';
    const goals = '## Why this list\n\n- How a sailor learns\n- What a sailor does\n\n';
    const outline = outlineText(`# Sea\n\n${rope}${knots}${knots}`);
    expect(questionsOf(outline)).toHaveLength(6);
    expect(outlineText(`# Sea\n\n${goals}${rope}${knots.repeat(4)}`).cards).toHaveLength(10);
  });
});

describe('a part of a question that is called so', () => {
  it('is no question with an explanation of its own', () => {
    const parts = ['First', 'Second'].map(
      (name) => `### ${name} way\n\n#### Explanation\n\nSo.\n\n`,
    );
    const question = (at: number): string =>
      `## Q${at}: Why reef sail ${at}?\n\n### Explanation\n\nIt blows.\n\n`;
    const text = `# Sails\n\n${[1, 2, 3].map(question).join('')}## Q4: How?\n\n${parts.join('')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(4);
  });
});

describe('numbered questions on two levels', () => {
  const asked = (sign: string, number: string): string =>
    `${sign} ${number} Why is bay ${number} deep?\n\nSilt.\n\n`;

  it('are one list where the deeper ones are those before the first', () => {
    const deep = [1, 2, 3].map((at) => asked('####', `${at}.`)).join('');
    const rest = range(4, 9).map((at) => asked('###', `${at}.`));
    const text = `## Interview\n\n#### Additional Resources\n\n- [Maps](https://example.org)\n\n### Answers\n\n${deep}${rest.join('')}`;
    expect(questionsOf(outlineText(text))).toHaveLength(9);
  });

  it('are chapters as well, where these ask and are answered themselves', () => {
    const parts = range(1, 5).map((at) => asked('###', `1.${at}`));
    const tail = (title: string): string =>
      `# Interview\n\n## 1.1 Bays\n\n${parts.join('')}## 1.2 Capes\n\n${asked('###', '2.1')}${title}\n\nRock.\n`;
    expect(questionsOf(outlineText(tail('## 1.3 Why is a cape steep?')))).toHaveLength(7);
    expect(questionsOf(outlineText(tail('## 1.3 Steep capes')))).toHaveLength(6);
  });

  it('may start with a number and a letter behind their own', () => {
    const text = `# Interview\n\n${range(1, 5)
      .map((at) => asked('###', `1.${at}`))
      .join('')}### 1.6 3D maps of bays\n\nOf sand.\n`;
    expect(questionsOf(outlineText(text)).at(-1)).toBe('3D maps of bays');
  });
});

describe('a number with a comma of lists behind it', () => {
  const text = (last: string): string =>
    `# 面试题\n\n${range(1, 5)
      .map((at) => `## ${at}、为什么有潮汐${at}？\n\n月亮。\n\n`)
      .join('')}## ${last}\n\n水。\n`;

  it('may stand in front of a text that starts with a number, and is no row of numbers', () => {
    expect(questionsOf(outlineText(text('6、10个常用绳结'))).at(-1)).toBe('10个常用绳结');
    expect(questionsOf(outlineText(text('6、7、8月的风为什么大？'))).at(-1)).toBe(
      '6、7、8月的风为什么大？',
    );
  });
});

describe('a bold list that does not ask', () => {
  const list = (name: string, ...items: readonly string[]): string =>
    `## ${name}\n\n${items.map((item) => `- ${item}\n`).join('')}\n`;
  const asked = ['Ropes', 'Sails', 'Masts', 'Oars'].map((name) =>
    list(name, '**Why tar them?**', '**What breaks them?**', '**How do they age?**'),
  );
  const bank = (...items: readonly string[]): string =>
    `# Interview\n\n${asked.slice(1).join('')}${list('Tasks', ...items)}${asked[0]}`;

  it('is one of questions between many that are bold', () => {
    const tasks = ['**Reef a sail.**', '**Tie a bend.**', '**Scull a boat.**'];
    expect(outlineText(bank(...tasks)).cards).toHaveLength(15);
    expect(outlineText(bank(...tasks.map((task) => task.replaceAll('*', '')))).cards).toHaveLength(
      12,
    );
  });

  it('is one with links behind its items, whatever is listed after the last question', () => {
    const link = ' - [Learn from here](https://sea.example/knots)';
    const tasks = ['**Reef a sail.**', '**Tie a bend.**', '**Scull a boat.**'];
    const text = bank(...tasks.map((task) => `${task}${link}`)).replaceAll(
      'tar them?**',
      `tar them?**${link}`,
    );
    expect(outlineText(`${text}${list('Thanks', 'Give us a star.')}`).cards).toHaveLength(15);
  });

  it('is one of the same list as bold items that ask', () => {
    const items = ['**Reef and bank**', '**Bend and hitch**', '**Ebb and flood**', '**Why foam?**'];
    const answered = items.map((item) => `${item}\n  - In short, salt.`);
    expect(questionsOf(outlineText(bank(...answered)))).toHaveLength(16);
    const mixed = answered.map((item, at) => (at === 0 ? item.replaceAll('*', '') : item));
    expect(questionsOf(outlineText(bank(...mixed)))).toHaveLength(13);
  });
});

describe('a list with a number left out', () => {
  it('goes on behind it, although what comes there does not ask', () => {
    const text = `# Questions\n\n1. Why is rope tarred?\n* It lasts.\n\n3. Kinds of bends.\n4. How is rope laid?\n5. What is hemp?\n`;
    expect(questionsOf(outlineText(text))).toHaveLength(4);
    expect(outlineText(text.replace('3. Kinds', '2. Kinds')).cards).toHaveLength(4);
  });
});

describe('a bullet that asks', () => {
  it('is the question above numbers that do not', () => {
    const asked = ['rope', 'tar', 'hemp'].map((word) => `- Why ${word}?\nIt lasts.\n\n`).join('');
    const text = `# Questions\n\n## Ropes\n\n${asked}## Knots\n\n- What is a bend?\nA knot.\n\nTips:\n1. Keep it dry.\n2. Is it wet, hang it up.\n`;
    expect(questionsOf(outlineText(text)).at(-1)).toBe('What is a bend?');
  });
});

describe('a list item of dots', () => {
  it('is no question: it stands for more of the same', () => {
    const text =
      '# Questions\n\n1. Why is rope tarred?\n2. How is it laid?\n3. What is hemp?\n4. ...\n';
    expect(questionsOf(outlineText(text))).toHaveLength(3);
  });
});

describe('a numbered list in which most are called questions', () => {
  const asked = (at: number, label: string): string =>
    `${at}. ${label}Is sea ${at} salt?\n\n    A: Yes.\n\n`;
  const list = range(1, 8).map((at) => asked(at, at === 3 ? '' : 'Q: '));

  it('has some that are not, and none among bullets that come after it', () => {
    const notes =
      '## Notes\n\n- Why tides differ:\n  the moon\n- Where to read on?\n- How salt is made:\n';
    const text = `# Sea\n\n${list.join('')}${notes}`;
    expect(questionsOf(outlineText(text))).toEqual(range(1, 8).map((at) => `Is sea ${at} salt?`));
  });
});
