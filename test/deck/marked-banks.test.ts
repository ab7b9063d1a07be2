import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a heading that does not ask among those that do', () => {
  const asked = ['Why do ropes rot?', 'What is tar?', 'How is hemp grown?', 'Which knots slip?'];
  const bank = (odd: string): string =>
    `# Ropes\n\n${[...asked.slice(0, 2), odd, ...asked.slice(2)].map((text) => `## ${text}\n`).join('')}`;

  it('is a question where it is a sentence, although nothing stands under it', () => {
    const odd = 'Walk along the harbour and name the ropes.';
    expect(questionsOf(outlineText(bank(odd)))).toContain(odd);
    expect(outlineText(bank(odd)).cards.every(({ chapter }) => chapter === undefined)).toBe(true);
  });

  it('is a chapter where it is a name', () => {
    expect(questionsOf(outlineText(bank('Fibres and their care')))).toEqual(asked);
  });

  it('asks in German with a verb in front of its subject, a letter before it or not', () => {
    for (const odd of ['a) Vergleichen Sie Hanf und Sisal', 'Vergleichen Sie Hanf und Sisal'])
      expect(questionsOf(outlineText(bank(odd)))).toContain(odd);
  });
});

describe('a label in another language', () => {
  it.each(['Questão', 'Fråga', 'Otázka', 'Pitanje', 'Kérdés', 'Spørgsmål'])(
    'is taken off: %s',
    (word) => {
      const text = [1, 2, 3].map((at) => `## ${word} ${at}: Tau ${at}\n\nText.\n`).join('\n');
      expect(questionsOf(outlineText(text))).toEqual(['Tau 1', 'Tau 2', 'Tau 3']);
    },
  );
});

describe('a bold question', () => {
  it('may have a line break in HTML behind it', () => {
    const text = [1, 2, 3]
      .map((at) => `**${at}. Explain rope ${at}.**<br>\nIt holds.\n`)
      .join('\n');
    expect(questionsOf(outlineText(`# Ropes\n\n${text}`))).toHaveLength(3);
  });
});

describe('the number of a question', () => {
  const question = (at: number): string => `**${at}. Which knot holds at ${at}?**\n\n**Answer:**\n`;
  const bank = (...items: readonly string[]): string =>
    `# Knots\n\n${[1, 2, 3, 4].map(question).join('\n')}\n${items.join('\n')}\n${question(5)}`;

  it('stands in the stars or before them, and the other is one of a list in an answer', () => {
    const list = ['1.  **The bowline (a loop):**', '    * Holds.', '2.  **The bend:**'];
    expect(questionsOf(outlineText(bank(...list)))).toHaveLength(5);
    expect(questionsOf(outlineText(bank('**5. The bend**\n\nIt joins.')))).toHaveLength(6);
  });

  it('may lack its sign where it is the next one', () => {
    const text = (odd: string): string =>
      ['**Q1. What is tar?**', odd, '**Q3.**Why coil?', '**Q4. What is a bend?**'].join(
        '\n\nA: Hemp.\n\n',
      );
    expect(questionsOf(outlineText(text('**Q2  How is rope laid?**')))).toHaveLength(4);
    expect(questionsOf(outlineText(text('Q2 is a good quarter for rope')))).toHaveLength(3);
  });
});

describe('an introduction', () => {
  const list = (heading: string, under: string): string =>
    `#### ${heading}\n\n${['Why tar?', 'What is hemp?'].map((text) => `* ${text} (${heading})\n${under}`).join('\n')}\n`;
  const chapters = ['Fibres', 'Knots'].map((name) => list(name, '\n  > It holds.\n')).join('\n');

  it('is the first chapter where all that it lists asks and is answered', () => {
    const { cards } = outlineText(
      `# Ropes\n\n${list('Introduction', '\n  > It is old.\n')}\n${chapters}`,
    );
    expect(cards).toHaveLength(6);
    expect(cards[0]?.chapter).toBe('Introduction');
  });

  it('is a part of the document where its list is not answered, and so is any other', () => {
    for (const part of [
      list('Introduction', ''),
      list('Introduction', '  * here\n'),
      list('Contributing', '\n  > It is old.\n'),
    ])
      expect(outlineText(`# Ropes\n\n${part}\n${chapters}`).cards).toHaveLength(4);
  });
});

describe('a bold line of a bank', () => {
  const line = (text: string, answer = 'Hemp.'): string => `**${text}**\n\n${answer}\n\n`;

  it('is no question where it is a row of signs to write on', () => {
    const text = `# Exam\n\n${line('Why is rope tarred?', '_'.repeat(40))}${line('What is a bend?', '_'.repeat(40))}`;
    expect(outlineText(text).cards).toHaveLength(2);
  });

  it('may have a note in brackets behind it, where it asks', () => {
    const text = `# Exam\n\n${line('Why is rope tarred?')}**How is it laid?** (to be done)\n\nBy hand.\n\n${line('What is a bend?')}`;
    expect(outlineText(text).cards).toHaveLength(3);
    expect(outlineText(text.replace('How is it laid?', 'Laid rope')).cards).toHaveLength(2);
  });

  it('is a part of an answer between two that are called questions and leave no gap', () => {
    const called = (at: number): string => line(`【Extra 2-${at}】Why reef sail ${at}?`);
    const all = Array.from({ length: 12 }, (_, at) => called(at + 1));
    const text = `# Sails\n\n${all.join(`${line('The reef')}${line('Why?')}`)}${line('Furling')}`;
    const { cards } = outlineText(text);
    expect(cards.slice(0, 12).map(({ question }) => question)).toEqual(
      all.map((_, at) => `Why reef sail ${at + 1}?`),
    );
    expect(cards).toHaveLength(12);
  });
});

describe('an answer behind the bold question on its line', () => {
  const asked = (at: number): string => `**Why is tide ${at} low?** The moon, ${at}.\n\n`;
  const list = (count: number): string =>
    Array.from({ length: count }, (_, at) => asked(at + 1)).join('');

  it('is one where many lines start so, and nearly all of them ask', () => {
    const outline = outlineText(`# Tides\n\n**What is a tide?**\n\nWater.\n\n${list(11)}`);
    expect(questionsOf(outline)).toHaveLength(12);
    expect(questionsOf(outline)[11]).toBe('Why is tide 11 low?');
    expect(outline.cards[11]).toMatchObject({ body: 'The moon, 11.', isAnswered: true });
  });

  it('is a text that asks itself where few do, or the others name things', () => {
    const named = ['Ebb', 'Flood', 'Foam'].map((name) => `**${name}.** It is water.\n\n`);
    expect(outlineText(`# Tides\n\n${list(6)}`).cards).toEqual([]);
    expect(outlineText(`# Tides\n\n${list(11)}${named.join('')}`).cards).toEqual([]);
  });
});

describe('a label without a space behind its sign', () => {
  it('is one in front of a link or of brackets further on, and none before the call of a function', () => {
    const bank = (...texts: readonly string[]): string =>
      `# 船\n\n${texts.map((text) => `${text}\n\n缆绳。\n\n`).join('')}`;
    const asked = [
      'Q1：帆船（单桅）为什么逆风？',
      'Q2：[锚](https://sea.example)如何抓底？',
      'Q3：潮汐(大潮)是什么？',
    ];
    expect(
      questionsOf(outlineText(bank(...asked, 'Q4：缆绳为什么断？', 'Q5：灯塔是什么？'))),
    ).toEqual([
      '帆船（单桅）为什么逆风？',
      '锚如何抓底？',
      '潮汐(大潮)是什么？',
      '缆绳为什么断？',
      '灯塔是什么？',
    ]);
    expect(outlineText('Q.all([tide, wind]);\n\nQ.when(tide);\n\nQ.race(wind);\n').cards).toEqual(
      [],
    );
  });
});
