import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { readChoices } from '../../src/deck/choices.ts';
import { convertDeck } from '../../src/deck/convert.ts';
import { sectionText, splitSections } from '../../src/deck/sections.ts';
import { deckOf, outlineBank, outlineText } from './bank-files.ts';

const rightOf = (body: string): readonly string[] =>
  readChoices(sectionText(splitSections(body), 'choices'))
    .options.filter(({ right }) => right)
    .map(({ text }) => text);

describe('an answer', () => {
  const of = (body: string) => {
    const text = `# Bay\n\n## What is a reef?\n${body}\n\n## What is a bar?\nA bank of sand.\n`;
    const bank = assembleDeck([outlineText(text)]);
    const native = assembleDeck(convertDeck(bank).files.map((file) => outlineText(file.text)));
    return [bank, native].map(({ cards }) => cards[0]?.card.answered);
  };

  it.each(['![](reef.png)', '<p><img src="reef.png"></p>', 'Rock.', 'To be completed. See below.'])(
    'is there, in a bank and in the native format: %s',
    (body) => {
      expect(of(body)).toEqual([true, true]);
    },
  );

  it.each([
    '',
    '<br>',
    '...',
    'To be completed.',
    'To be completed.\n\nUseful resources:\n\n- [Reefs](https://example.org)',
    '#### Source\n\n- https://example.org/reefs',
  ])('is not, in either of them: %j', (body) => {
    expect(of(body)).toEqual([false, false]);
  });
});

describe('options', () => {
  it.each([
    ['task-list', [['Emmental'], ['Stilton', 'Roquefort'], ["`print('whey'); ↵ print('!');`"], []]],
    ['details-answer', [['`tails`'], ['1', '2'], [], []]],
    ['exam', [['Honey fungus.'], ['Oyster.', 'Shiitake.'], ['Perigord.']]],
    ['exam-text-answer', [['Polypropylene'], ['Nylon'], []]],
    ['exam-numbers', [['Counts the swings'], ['Water']]],
    ['exam-key', [['Contours'], ['Meridians'], ['Compass', 'Sextant']]],
  ])('of %s are read with all that are right', (name, expected) => {
    expect(outlineBank(name).cards.map(({ body }) => rightOf(body))).toEqual(expected);
  });

  it.each([
    ['- A. x\n- B. y\n\nCorrect answer: B', ['y']],
    ['A) x\nB) y\n\n**Answer: B) y**', ['y']],
    ['a) x\nb) y\n\nAnswer: b', ['y']],
    [
      '**A)** x\n**B)** y\n\n<details><summary>Answer</summary>\n\n**B**\n\nAnswer: B\n</details>',
      ['y'],
    ],
    ['- A: x\n- B: y\n- C: z\n\n#### Answer: A and C', ['x', 'z']],
    ['- A: x\n- B: y\n- C: z\n\nAnswer: AC', ['x', 'z']],
    ['- A: x\n- B: y\n\n答案：B', ['y']],
    ['- A: x\n- B: y\n\nПравильный ответ: A', ['x']],
    ['- A: x\n- B: y\n\nRespuesta correcta: **B**', ['y']],
    ['- A: x\n- B: y\n\nالإجابة هي الخيار الثاني : B', ['y']],
    ['- 1: x\n- 2: y\n\n##### Answer: 2', ['y']],
    ['1. x\n2. y\n\n##### Answer: 1', ['x']],
    ['- A: x ✅\n- B: y', ['x']],
    ['- A. x\n- B. y (correct)', ['y']],
    ['- A. x\n- **B. y**', ['y']],
    ['- A. x\n- B. **y**', ['y']],
    ['a) x\nb) y\n\n**Explanation:**\nThe correct answer is b) y, since x is not.', ['y']],
    ['[ ] x\n[x] y', ['y']],
    ['- A) x\n- B) y\n\n> **Answer: B**  \n> Since x is not.', ['y']],
    ['- [ ] red tea\n- [ ] green tea\n\n**Answer:** green tea', ['green tea']],
    ['- [ ] x, or y\n- [ ] y\n- [ ] z\n\n**Answer:** z, x, or y', ['x, or y', 'z']],
    ['- [ ] a) x\n- [ ] b) y\n\n**Respuesta correcta: b)**', ['y']],
    ['1. x\n2. y\n\nThe correct answer is **2. y**', ['y']],
    ['1. x\n2. y\n3. z\n\nThe correct answers are **1. x** and **3. z**', ['x', 'z']],
    ['1. 3\n2. 4\n3. 5\n\nAnswer: 4', ['4']],
    ['A. x\n\nB. y\n\nA is not correct because of z.\n\nB is correct because of z.', ['y']],
    ['**Answer:**\n\n1. **x** - the first\n2. **y** - the second', []],
    ['```\n> Answer: B\n```\n\n- A) x\n- B) y', []],
  ])('are found in %j', (body, right) => {
    const outline = outlineText(`## Which?\n\n${body}\n`);
    expect(rightOf(outline.cards[0]?.body ?? '')).toEqual(right);
  });

  it('stay text where nobody says which is right', () => {
    const outline = outlineText('## Which?\n\n- A. x\n- B. y\n');
    expect(outline.cards[0]?.body).toBe('- A. x\n- B. y');
    expect(outline.cards[0]?.kind).toBeUndefined();
  });

  it('are asked, with the code in front of them as their own question', () => {
    const { cards } = deckOf('details-answer');
    expect(cards.map(({ card }) => card.kind)).toEqual(['choice', 'choice', 'recall', 'recall']);
    expect(cards[0]?.body).toBe(
      'The coin is loaded.\n\n### Choices\n\n```js\nconsole.log(toss());\n## no heading\n```\n\n- [ ] heads\n- [x] `tails`\n- [ ] an edge\n- [ ] nothing',
    );
  });

  it('keep a reason that is nested under one of them', () => {
    expect(outlineBank('task-list').cards[1]?.body).toBe(
      '**Explanation:** mould.\n\n### Choices\n\n- [x] Stilton\n  - It comes from three counties.\n- [ ] Gouda\n- [x] Roquefort',
    );
  });

  it('are explained by what their answer is quoted with', () => {
    const text = '## Which?\n\n- A) x\n- B) y\n\n> **Answer: B**\n> Since x is not.\n';
    expect(outlineText(text).cards[0]?.body).toBe(
      '> Since x is not.\n\n### Choices\n\n- [ ] x\n- [x] y',
    );
  });

  it('are not said again by the answer that names one in its own words', () => {
    const text = '## Which?\n\n- [ ] mint\n- [ ] sage\n\nAnswer: sage\n\nIt is bitter.\n';
    expect(outlineText(text).cards[0]?.body).toBe(
      'It is bitter.\n\n### Choices\n\n- [ ] mint\n- [x] sage',
    );
  });

  it('are not followed by a call to choose one', () => {
    const text = '## Which?\n\n1. x\n2. y\n\nChoose the correct answer.\n\nAnswer: 2\n';
    expect(outlineText(text).cards[0]?.body).toBe('### Choices\n\n- [ ] x\n- [x] y');
  });

  it('are not what a to-do list has', () => {
    const text = '## What is next?\n\n- [ ] Paint\n- [ ] Sand\n\n## What was?\n\nWork.\n';
    expect(outlineText(text).cards.map(({ kind }) => kind)).toEqual([undefined, undefined]);
  });
});

describe('a name for an answer', () => {
  it.each(['### ✅ Answer', '**Réponse attendue :**', '**Expected answer:**'])(
    'is cut from its start: %s',
    (label) => {
      expect(outlineText(`## Why sing?\n\n${label}\n\nFor a mate.\n`).cards[0]?.body).toBe(
        'For a mate.',
      );
    },
  );
});

describe('the end of a body', () => {
  it.each([
    ['[Table of Contents](#Birds)'],
    ['[к оглавлению](#Птицы)'],
    ['<b><a href="#">↥ вернуться к началу</a></b>'],
    ['> :arrow_up:[Top](#birds)  :house:[Home](https://example.org)'],
    ['[뒤로](https://example.org)/[위로](#새)'],
    ['> :arrow_up:[Top](#birds)\n> - []()'],
    ['<br/>\n\n**[⬆ Inicio](#birds)**'],
  ])('does not lead elsewhere in the file: %s', (line) => {
    expect(outlineText(`## Why sing?\n\nFor a mate.\n\n${line}\n`).cards[0]?.body).toBe(
      'For a mate.',
    );
  });

  it.each(['See [the nest](#nest).', '- [Nest](#nest)', '[Nest](https://example.org)'])(
    'is an answer where it says something: %s',
    (line) => {
      expect(outlineText(`## Why sing?\n\n${line}\n`).cards[0]?.body).toBe(line);
    },
  );

  it('is no answer where it is all there is', () => {
    const { cards } = outlineText('## Why sing?\n\n[Top](#birds)\n\n## Why fly?\n\n`// todo`\n');
    expect(cards.map(({ isAnswered }) => isAnswered)).toEqual([false, false]);
  });
});

describe('a body', () => {
  it.each([
    ['headings', 0, 'Yeast eats sugar and gives off gas.\n\n### Steps\n1. Mix\n2. Wait'],
    [
      'headings',
      2,
      'Oil drops that stay apart.\n\n### References\n- [A book](https://example.org/emulsions)',
    ],
    ['details', 0, 'Uranus.\n\n### A heading inside\n\nIts axis lies in its orbit.'],
    ['details', 1, 'About eight minutes.\n**Why so long?**\nIt is far.'],
    ['list-headings', 0, 'A male bee. It is fed by others:\n\n    an indented code block'],
    [
      'list-headings',
      1,
      'In a figure of eight.\n1. Walk straight\n2. Turn back\n\n### Key Points\n\nThe angle tells the way.',
    ],
    ['list-headings', 2, '```text\nsugar\n```'],
    ['list', 0, 'It moves the chain.\n\n1. Forth\n2. Back'],
    ['list-bullets', 1, '- In spring\n- Under glass'],
    ['q-and-a', 1, 'Each pedal moves one note.\n\n- up\n- down'],
    ['q-and-a', 2, 'fifth\n\nA fifth spans seven semitones, see [here](https://example.org).'],
    ['q-and-a-chinese', 0, '因为先杀青。'],
    ['bold', 1, '**Sugar** is burnt on top.'],
    ['exam', 2, 'Found with pigs.\n\n### Choices\n\n- [x] Perigord.\n- [ ] Puffball.'],
    ['right-to-left', 1, 'بسبب الأنهار.'],
    ['traps', 0, '```sh\n## no question\n```'],
  ])('of %s, card %i, is native Markdown without wrappers and labels', (name, index, body) => {
    expect(outlineBank(name).cards[index]?.body).toBe(body);
  });

  it.each([
    '**[⬆ Back to Top](#table-of-contents)**',
    '[[↑] Back to top](#Git)',
    '<br>[⬆ Back to top](#table-of-contents)',
    '<b><a href="#top">↥ back to top</a></b>',
    '[[⬆]](#toc)',
    '[Volver al índice](#contenido)',
    '[返回顶部](#目录)',
    '[top](#)',
  ])('loses the line %j', (line) => {
    const outline = outlineText(`## Why?\n\nSo.\n\n---\n\n${line}\n\n<br/>\n\n## How?\n\nThus.\n`);
    expect(outline.cards.map(({ body }) => body)).toEqual(['So.', 'Thus.']);
  });

  it('keeps words that only look like it', () => {
    const outline = outlineText('## Why?\n\nSugar is burnt on top.\n\nAnswer the door.\n');
    expect(outline.cards[0]?.body).toBe('Sugar is burnt on top.\n\nAnswer the door.');
  });

  it.each([
    '**Answer:** Four.',
    '**Answer**: Four.',
    'A: Four.',
    '**A:** Four.',
    'Ans. Four.',
    '#### Answer\n\nFour.',
    'Respuesta: Four.',
    'Ответ: Four.',
    '答案：Four.',
    '<details><summary>Show answer</summary>\n<p>\n\nFour.\n\n</p>\n</details>',
  ])('loses the label of %j', (answer) => {
    const outline = outlineText(`## How many?\n\n${answer}\n\n## Why?\n\n${answer}\n`);
    expect(outline.cards.map(({ body }) => body)).toEqual(['Four.', 'Four.']);
  });

  it.each([
    'To be completed.',
    '*Answer here*',
    'TBD',
    '**TODO**',
    '…',
    'Coming soon',
    '待补充',
    'To be completed.\n\nUseful resources:\n\n- [A page](https://example.org)',
  ])('is no answer where it is %j', (answer) => {
    const [card] = outlineText(`## How many?\n\n${answer}\n\n## Why?\n\nSo.\n`).cards;
    expect(card?.isAnswered).toBe(false);
  });

  it('has no heading that would end its card in the native format', () => {
    const text =
      '1. ### What is a drone?\n\n   # Big\n\n   ## Less\n\n   Text.\n\n2. ### Why do bees die?\n   So.\n\n3. ### How do bees live?\n   Thus.\n';
    expect(outlineText(text).cards[0]?.body).toBe('### Big\n\n### Less\n\nText.');
  });
});
