import { describe, expect, it } from 'vitest';
import { outlineText, questionsOf } from './bank-files.ts';

describe('a heading that names the options', () => {
  const question = (number: number, text: string): string =>
    `## Question ${number}\n**${text}**\n\n### Options:\n- A) Wool\n- B) Hemp\n\n### Answer:\n**B) Hemp**\n\n### Explanation:\nIt holds.\n`;

  it('is a part of its question, which is the one above', () => {
    const outline = outlineText(
      [question(1, 'Which rope floats?'), question(2, 'Which rope holds?')].join('\n'),
    );
    expect(questionsOf(outline)).toEqual(['Which rope floats?', 'Which rope holds?']);
    expect(outline.cards.map(({ kind }) => kind)).toEqual(['choice', 'choice']);
  });

  it('makes no questions of the commands of a program', () => {
    const commands = ['tie', 'cut', 'coil', 'splice', 'whip']
      .map((name) => `## ${name}\n\nDoes it.\n\n### Options\n\n- \`-q\` quietly\n`)
      .join('\n');
    expect(outlineText(`# Rope tool\n\n${commands}`).shape).toBe('none');
  });
});

describe('a task list of which nothing is ticked', () => {
  const tasks = '- [ ] wool\n- [ ] hemp\n- [ ] silk\n- [ ] wire\n';
  const text = ['floats', 'holds', 'burns']
    .map((verb, at) => `${at + 1}. Which rope ${verb}?\n${tasks}`)
    .join('\n');

  it('does not outnumber the questions of a quiz', () => {
    const questions = ['Which rope floats?', 'Which rope holds?', 'Which rope burns?'];
    expect(questionsOf(outlineText(`# Quiz 1\n${text}`))).toEqual(questions);
  });

  it('is what is to be done in a file that promises no questions', () => {
    expect(outlineText(`# Plans\n${text}`).shape).toBe('none');
  });
});

describe('bullets without letters', () => {
  const card = (at: number, answer: string): string =>
    `${at}. Which rope number ${at} holds?\n- the one of wool\n- the one of hemp\n- wire\n\nAnswer: ${answer}\nIt does.\n`;
  const bank = (answer: string): string =>
    `# Quiz\n\n${[1, 2, 3].map((at) => card(at, answer)).join('\n')}`;

  it('are options where the answer is one of them', () => {
    const { cards } = outlineText(bank('the one of hemp'));
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
    expect(cards[0]?.body).toContain('- [x] the one of hemp');
    expect(cards[0]?.body).toContain('It does.');
  });

  it('are text where the answer says more, or other things', () => {
    const kinds = ['the one of hemp, as a rule', 'all of them'].flatMap((answer) =>
      outlineText(bank(answer)).cards.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(Array(6).fill(undefined));
  });
});

describe('paragraphs above lettered options', () => {
  const card = (text: string): string => `${text}\n\n* A) wool\n* B) hemp\n`;
  const texts = ['Rope of reef', 'Rope of sail', 'Rope of net', 'Rope of mast', 'Rope of oar'];

  it('are questions without an answer where they are numbered one after the other', () => {
    const text = texts.map((one, at) => card(`${at + 1} - ${one}`)).join('\n');
    expect(questionsOf(outlineText(`# Week 7\n${text}`))).toEqual(texts);
  });

  it('are none where they have no numbers', () => {
    expect(outlineText(`# Week 7\n${texts.map(card).join('\n')}`).shape).toBe('none');
  });
});

describe('a block that hides the letter of the right option', () => {
  const bank = (options: string, answer: string): string =>
    [1, 2]
      .map(
        (at) =>
          `## Which rope floats at ${at}?\n\n${options}\n\n<details>\n<summary>Answer</summary>\n\n${answer}\n\n</details>\n`,
      )
      .join('\n');
  const right = (options: string, answer: string): readonly (string | undefined)[] => {
    const { cards } = outlineText(bank(options, answer));
    return [cards[1]?.kind, /- \[x\] (.*)/.exec(cards[1]?.body ?? '')?.[1]];
  };
  const lettered = 'A. Hemp\nB. Wool';

  it.each(['B', '**B**', 'B)', 'B. Wool', '**B) Wool**', '**B** is light.'])(
    'names it without a word: %s',
    (answer) => {
      expect(right(lettered, answer)).toEqual(['choice', 'Wool']);
    },
  );

  it('shows no more than what is said besides', () => {
    const bodyOf = (answer: string): string =>
      outlineText(bank(lettered, answer)).cards[1]?.body ?? '';
    expect(bodyOf('B\n\nIt is light.')).toMatch(/^It is light\./);
    expect(bodyOf('**B. Wool**\n\nIt is light.')).toMatch(/^It is light\./);
    expect(bodyOf('**B** is light.')).toMatch(/^\*\*B\*\* is light\./);
  });

  it('may stand under bullets with letters alone', () => {
    expect(right('- A Hemp\n- B Wool', '**B** is light.')).toEqual(['choice', 'Wool']);
    expect(right('- A rope\n- Wool', '**A** is light.')[0]).toBeUndefined();
  });

  it.each(['2) Wool', '2. Wool', 'b) Wool'])(
    'names it by a number or a small letter where it repeats the option: %s',
    (answer) => {
      expect(right('1. Hemp\n2. Wool', answer)).toEqual(['choice', 'Wool']);
    },
  );

  it('names none by a number in front of something else', () => {
    expect(right('1. Hemp\n2. Wool', '1. It is heavy.')[0]).toBeUndefined();
    expect(right('1. Hemp\n2. Wool', '1. Hemp\n2. Wool')[0]).toBeUndefined();
  });

  it('names none where it goes through all options, or starts a sentence', () => {
    expect(right(lettered, 'A) is heavy.\nB) is light.')[0]).toBeUndefined();
    expect(right(lettered, 'A rope of wool.')[0]).toBeUndefined();
  });
});

describe('a key of answers at the end', () => {
  it('may be called so in another language, with a sign in front', () => {
    const question = (at: number): string => `## Pregunta ${at}\n¿Flota?\n\na) sí\nb) no\n`;
    const key = '## ✅ CLAVE DE RESPUESTAS\n1. **b** - no\n2. **a** - sí\n3. **a** - sí\n';
    const { cards } = outlineText(`# Test\n\n${[1, 2, 3].map(question).join('\n')}\n${key}`);
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
  });
});

describe('lettered options of which none is known to be right', () => {
  const asked = (verb: string, above = ''): string =>
    `### Which rope ${verb}?\n\n${above}- A) wool\n- B) hemp\n- C) silk\n\n`;

  it('are options in a quiz, whose cards have no answer', () => {
    const { cards } = outlineText(
      `# Exam\n\n${['floats', 'holds', 'burns'].map((verb) => asked(verb)).join('')}`,
    );
    expect(cards.map(({ kind, isAnswered }) => [kind, isAnswered])).toEqual(
      Array(3).fill(['choice', false]),
    );
    expect(cards[0]?.body).toContain('- [ ] wool\n- [ ] hemp\n- [ ] silk');
  });

  it('are no options of a question that is answered above them', () => {
    const answer = `${['It is', 'so', 'as told', 'by all'].join('\n\n')}\n\n`;
    const { cards } = outlineText(
      `# Ropes\n\n${['floats', 'holds', 'burns'].map((verb) => asked(verb, answer)).join('')}`,
    );
    expect(cards.map(({ kind }) => kind)).toEqual([undefined, undefined, undefined]);
  });

  it('are no options where few questions have some', () => {
    const plain = ['bends', 'breaks', 'sinks'].map(
      (verb) => `### Which rope ${verb}?\n\nHemp.\n\n`,
    );
    const { cards } = outlineText(`# Ropes\n\n${asked('floats')}${plain.join('')}`);
    expect(cards.map(({ kind }) => kind)).not.toContain('choice');
  });
});

describe('numbered items with lettered options under most of them', () => {
  const rope = (at: number): string =>
    `${at}. Rope ${at} is made of:<br>\nA. Wool<br>\nB. Hemp<br>\nC. Wire<br>\n`;
  const shown = (at: number): string =>
    `${at}. A line of the log:<br>\n\`\`\`\nrope ${at}\n\`\`\`\nIt means:<br>\nA. Wool<br>\nB. Hemp<br>\nC. Wire<br>\n`;
  const part = (name: string, card: (at: number) => string): string =>
    `## ${name}\n\n${[1, 2, 3, 4].map(card).join('\n')}\n### ${name} answers\n${[1, 2, 3, 4].map((at) => `${at}. B\n`).join('')}\n`;
  const steps = '## How to use it\n\n1. Go through one part.\n2. Look up what was wrong.\n\n';
  const bank = part('Ropes', rope) + steps + part('Logs', shown);

  it('are the questions, although they ask nothing, and other numbers are none', () => {
    const { cards } = outlineText(`# A bank\n\n${bank}`);
    expect(cards).toHaveLength(8);
    expect(cards.map(({ kind }) => kind)).toEqual(Array(8).fill('choice'));
    expect(cards.every(({ body }) => body.includes('- [x] Hemp'))).toBe(true);
    expect(cards[7]?.question).toBe('A line of the log:');
  });
});

describe('numbered statements with an answer to each', () => {
  const asked = [1, 2, 3, 4, 5].map((at) => `${at}. Why is rope ${at} long?\n\n   It must be.\n`);
  const statement = (at: number): string => `${at}. Rope ${at} floats.\n   **Answer: True**\n`;
  const bank = (more: string): string =>
    `# Quiz\n\n## Open\n\n${asked.join('\n')}\n## True or false\n\n${more}`;

  it('are questions beside those that ask', () => {
    const all = [1, 2, 3, 4, 5].map(statement);
    expect(outlineText(bank(all.join('\n'))).cards).toHaveLength(10);
    expect(outlineText(bank(all.join('\n'))).cards[9]).toMatchObject({
      question: 'Rope 5 floats.',
      chapter: 'True or false',
    });
  });

  it('are none where some have no answer', () => {
    const some = [1, 2, 3, 4].map(statement).join('\n');
    expect(outlineText(bank(`${some}\n5. Rope 5 sinks.\n`)).cards).toHaveLength(5);
  });
});

describe('options between marks of code', () => {
  it('are options, whole or by their key', () => {
    const card = (at: number, a: string, b: string): string =>
      `## Which rope is number ${at}?\n\n${a}\n${b}\n\n**Correct answer:** \`B. Hemp\`\n\n`;
    const bank =
      card(1, '- `A. Wool`', '- `B. Hemp`') +
      card(2, '- `A.` Wool', '- `B.` Hemp') +
      card(3, '- A. `Wool`', '- B. `Hemp`');
    const { cards } = outlineText(`# Quiz\n\n${bank}`);
    expect(cards.map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice']);
    expect(cards.map(({ body }) => /- \[x\] (.*)/.exec(body)?.[1])).toEqual([
      '`Hemp`',
      'Hemp',
      '`Hemp`',
    ]);
  });
});
