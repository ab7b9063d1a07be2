import { describe, expect, it } from 'vitest';
import {
  bankNames,
  bankText as bankTextOf,
  outlineBank,
  outlineText,
  questionsOf,
} from './bank-files.ts';

interface Expected {
  readonly shape: string;
  readonly level?: number;
  readonly questions: readonly string[];
  readonly chapters?: readonly string[];
  readonly unanswered?: number;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  headings: {
    shape: 'headings',
    level: 2,
    questions: [
      'Why does bread rise?',
      'What is the Maillard reaction?',
      'Explain emulsions',
      'Define umami',
      'Why does bread rise?',
    ],
    unanswered: 1,
  },
  'chaptered-h1-h2': {
    shape: 'chaptered',
    level: 2,
    questions: [
      'What is a reef in a sail?',
      'How do you tack?',
      'When is a bowline used?',
      'Which knot joins two ropes?',
    ],
    chapters: ['Sailing', 'Knots'],
  },
  'chaptered-h2-h4': {
    shape: 'chaptered',
    level: 4,
    questions: [
      'How do owls hear so well?',
      'Why is their flight silent?',
      'What do gulls drink?',
      'Where do gulls nest?',
    ],
    chapters: ['Owls', 'Gulls'],
  },
  'same-level-chapters': {
    shape: 'chaptered',
    level: 2,
    questions: [
      'What is a spring?',
      'What is a glacier tongue?',
      'What is a delta?',
      'Name three estuaries',
    ],
    chapters: ['SOURCES', 'MOUTHS'],
  },
  details: {
    shape: 'details',
    questions: [
      'Which planet spins on its side?',
      'How long does light from the Sun need to reach us?',
      'Name a red giant.',
      'What is a pulsar?',
    ],
    chapters: ['Planets', 'Stars'],
    unanswered: 2,
  },
  'details-answer': {
    shape: 'details-answer',
    level: 6,
    questions: [
      "What's the output?",
      "What's the output?",
      'Why are coins round?',
      'Who made the first coins?',
    ],
    unanswered: 1,
  },
  'list-headings': {
    shape: 'list',
    level: 3,
    questions: ['What is a drone?', 'How do bees dance?', 'Why does honey keep?'],
  },
  list: {
    shape: 'list',
    questions: [
      'What does a derailleur do?',
      'Explain how a freewheel works, and say why a track bike that is ridden on a banked wooden course does not have one at all.',
      'Hub dynamos',
      'Why do spokes cross?',
    ],
  },
  'list-bullets': {
    shape: 'list',
    questions: ['Why do tomatoes split?', 'When are leeks sown?', 'How deep do beans go?'],
    chapters: ['Ten minutes with a gardener'],
  },
  'list-questions': {
    shape: 'list-questions',
    questions: [
      'Who lives above?',
      'How thick are the walls?',
      'Is there a cellar?',
      'Where do bins go?',
      'When is it loud?',
      'Parking, and what it costs',
    ],
    chapters: ['The flat', 'The street'],
    unanswered: 5,
  },
  'task-list': {
    shape: 'task-list',
    level: 4,
    questions: [
      'Which cheese has holes?',
      'Which two are blue?',
      'What prints the word whey?',
      'Is rennet needed?',
    ],
    chapters: ['Cheese'],
    unanswered: 1,
  },
  'q-and-a': {
    shape: 'q-and-a',
    questions: [
      'How many strings has a violin?',
      'Why is the harp tuned with pedals?',
      'A […] spans seven semitones, see here.',
      'A fifth spans […] semitones, see here.',
      'What is a rest?',
    ],
    unanswered: 1,
  },
  'q-and-a-chinese': {
    shape: 'q-and-a',
    questions: ['绿茶为什么不发酵？', '水温多少合适？', '什么是普洱？'],
  },
  bold: {
    shape: 'bold',
    questions: ['What sets a custard?', 'Crème brûlée', 'How does gelatine work?', 'What is agar?'],
    chapters: ['Custards', 'Jellies'],
    unanswered: 1,
  },
  'bold-numbers': {
    shape: 'bold',
    questions: [
      'The number of full cups.',
      'All cups that leak, by colour.',
      'Matches. Strike the last one with a wet thumb.',
    ],
    chapters: ['Water', 'Fire'],
  },
  exam: {
    shape: 'list',
    questions: [
      'Which mushroom glows?',
      'Which grow on wood? (Choose TWO)',
      'Which of these is a truffle?',
    ],
  },
  'exam-text-answer': {
    shape: 'headings',
    level: 3,
    questions: ['Which fibre floats?', 'Which fibre stretches most?', 'Name one natural fibre.'],
    unanswered: 1,
  },
  'exam-numbers': {
    shape: 'details-answer',
    level: 4,
    questions: ['What does the escapement do', 'What drives a water clock'],
  },
  'exam-key': {
    shape: 'list',
    questions: [
      'What joins points of equal height?',
      'Which lines meet at the poles?',
      'Which two measure angles?',
    ],
  },
  'answer-headings': {
    shape: 'headings',
    level: 2,
    questions: ['Riddle of the bridge', 'The two doors', 'References'],
  },
  'right-to-left': {
    shape: 'headings',
    level: 3,
    questions: ['ما هو المد؟', 'لماذا البحر مالح؟', 'كيف تتكون الأمواج؟'],
  },
  traps: {
    shape: 'headings',
    level: 2,
    questions: [
      'What is in a fence behind a zero-width space?',
      'What is indented by three?',
      'What is written as HTML?',
      'What does an unclosed fence swallow?',
      'How is the next question found?',
    ],
  },
  native: { shape: 'native', level: 2, questions: ['Cumulus', 'License'] },
  links: { shape: 'none', questions: [] },
  guide: { shape: 'none', questions: [] },
};

describe('a bank of questions', () => {
  it('is a fixture for each shape', () => {
    expect([...bankNames].toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it.each(Object.entries(EXPECTED))('%s is read in its shape', (name, expected) => {
    const outline = outlineBank(name);
    expect(outline.shape).toBe(expected.shape);
    expect(outline.questionLevel).toBe(expected.level);
    expect(questionsOf(outline)).toEqual(expected.questions);
    const chapters = outline.cards.map(({ chapter }) => chapter);
    expect([...new Set(chapters)]).toEqual(
      expected.chapters ?? (expected.questions.length === 0 ? [] : [undefined]),
    );
    const unanswered = outline.cards.filter(({ isAnswered }) => isAnswered === false);
    expect(unanswered).toHaveLength(expected.unanswered ?? 0);
  });
});

describe('what is no question', () => {
  it('is said, repeated labels once with their number', () => {
    expect(outlineBank('headings').skipped).toEqual([
      'Table of Contents',
      'Preamble',
      'Want to buy the printed book?',
      'License',
      'Source',
    ]);
    const text = ['One', 'Two', 'Three', 'Four', 'Five']
      .map((name) => `## What is ${name}?\n\nText.\n\n### Example\n\nMore.\n`)
      .join('\n');
    expect(outlineText(text).skipped).toEqual(['Example ×5']);
  });

  it('is a chapter or an answer that stands once under each of many headings', () => {
    const text = ['Reefs', 'Knots', 'Sails', 'Masts', 'Keels']
      .map((name, index) => `## ${index + 1}. ${name}\n\n### What is it?\n\nA thing.\n`)
      .join('\n');
    const outline = outlineText(`# Boats quiz\n\n${text}`, { questionLevel: 2 });
    expect(outline.cards).toHaveLength(5);
    expect(outlineText(`# Boats quiz\n\n${text}`).questionLevel).not.toBe(3);
  });

  it('gives no cards and a reason', () => {
    expect(outlineBank('links').why).toBe('it is a list of links');
    expect(outlineBank('guide').why).toMatch(/none of its headings/);
    expect(outlineText('').why).toBe('the file is empty');
    expect(outlineText('Some words.\n').why).toBe('nothing in it reads as a question');
    expect(outlineBank('headings').why).toBeUndefined();
  });

  it('is a step of an answer, even where steps are numbered and many', () => {
    const text = ['press a shirt', 'tie a tie', 'fold a sheet', 'sew a hem', 'darn a sock']
      .map((task) => `## How do you ${task}?\n\nSo:\n\n### 1. Look\n\n### 2. Think\n\n### 3. Do\n`)
      .join('\n');
    expect(outlineText(text).questionLevel).toBe(2);
    expect(outlineText(text).cards).toHaveLength(5);
  });
});

describe('a chapter', () => {
  it.each(['Table of Contents - all 4 questions', 'Questions & Answers', 'Problem index'])(
    'is not what is called %j',
    (name) => {
      const cards = ['one', 'two', 'three', 'four'].map((word) => `### Why ${word}?\n\nSo.\n`);
      const outline = outlineText(`# Bank\n\n## ${name}\n\n${cards.join('\n')}`);
      expect(outline.cards.map(({ chapter }) => chapter)).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    },
  );
});

describe('a file with next to no words that ask', () => {
  it('has one question, where an answer says so', () => {
    const text =
      '### Generate the first ten primes.\n\n#### Answer\n\n2, 3, 5.\n\n#### Good to hear\n';
    expect(questionsOf(outlineText(text))).toEqual(['Generate the first ten primes.']);
  });

  it('has questions where each heading has its source', () => {
    const text = ['Oddball sum', 'Two sums', 'Lucky sevens', 'Clock angle', 'String rotation']
      .map((name) => `### ${name}\n\nText.\n\n###### Source\n- [x](https://example.org)\n`)
      .join('\n');
    expect(outlineText(`## Code\n\n${text}`).cards).toHaveLength(5);
  });

  it('is no deck where a project presents itself', () => {
    const text =
      '# Tool\n\n## What is this?\n\nA tool.\n\n## How does it look?\n\nFine.\n\n## License\n\nMIT\n';
    expect(outlineText(text).shape).toBe('none');
  });

  it('is no deck where it is the guide to a program, whatever is asked at its end', () => {
    const steps = ['Clone it', 'Build it', 'Run it', 'Formats', 'Deploy it', 'Themes'];
    const more = ['Why no database?', 'Why is it fast?', 'Why no plugins?'];
    const cards = [...steps, ...more].map((name) => `### ${name}\n\nSo it is.\n`).join('\n');
    const text = (parts: readonly string[]): string =>
      `# Tool\n\n${parts.map((part) => `## ${part}\n\nText.\n`).join('\n')}\n${cards}`;
    expect(questionsOf(outlineText(text(['Features', 'Installation', 'Usage'])))).toEqual([]);
    const translated = ['特性（Features）', '安装（Installation）', '用法（Usage）'];
    expect(questionsOf(outlineText(text(translated)))).toEqual([]);
  });

  it('has the title for its question where parts of it lead to the answer', () => {
    const text =
      '# Find the peak\n\nOf a list.\n\n## Objectives\n\n- fast\n\n## Constraints\n\n- n < 9\n\n## Solution\n\nBy halves.\n';
    expect(questionsOf(outlineText(text))).toEqual(['Find the peak']);
  });

  it('has the question under its number and its subject', () => {
    const text = '# Question 10 - Clean code\n\n## Which smells are there?\n\nMany.\n';
    expect(questionsOf(outlineText(text))).toEqual(['Which smells are there?']);
  });

  it('is no deck where a plan has numbered steps and to-do lists', () => {
    const text = [1, 2, 3, 4, 5, 6]
      .map((number) => `### Task ${number}: Build part ${number}\n\n- [ ] Write\n- [ ] Test\n`)
      .join('\n');
    expect(outlineText(`# Plan\n\n${text}`).shape).toBe('none');
  });
});

describe('the mark in front of a question', () => {
  it.each([
    ['12. What is tar?', 'What is tar?'],
    ['Q1: What is tar?', 'What is tar?'],
    ['Question 3. What is tar?', 'What is tar?'],
    ['Q. What is tar?', 'What is tar?'],
    ['P4. ¿Qué es el alquitrán?', '¿Qué es el alquitrán?'],
    ['Вопрос 7: что такое дёготь?', 'что такое дёготь?'],
    ['第 3 题：什么是焦油？', '什么是焦油？'],
    ['১. আলকাতরা কী?', 'আলকাতরা কী?'],
    ['1.2 What is tar?', 'What is tar?'],
    ['[[↑]](#toc) <a name="tar"></a>What is tar?', 'What is tar?'],
    ['***What is tar?***', 'What is tar?'],
    ['What is tar? [M]', 'What is tar?'],
    ['What is tar? (★★☆)', 'What is tar?'],
    ['What is tar? [[src](https://example.org)]', 'What is tar?'],
    ['What is tar? [[src]](https://example.org)', 'What is tar?'],
    ['QA: What is tar?', 'What is tar?'],
    ['What is tar? [#pitch](#pitch)', 'What is tar?'],
    [':star: What is tar? ⭐️⭐️', 'What is tar?'],
    ['3D printing: what is it?', '3D printing: what is it?'],
    ['What is Q-learning?', 'What is Q-learning?'],
    ['Why do 10.000 ants march?', 'Why do 10.000 ants march?'],
    ['**What does `a*b` give?**', 'What does a*b give?'],
  ])('is cut from %j', (heading, question) => {
    expect(questionsOf(outlineText(`## ${heading}\n\nText.\n`, { questionLevel: 2 }))).toEqual([
      question,
    ]);
  });

  it.each([
    ['★☆☆', 'junior'],
    ['★★☆', 'mid'],
    ['★★★', 'senior'],
    ['★★★☆☆', 'mid'],
    ['★★★★☆', 'senior'],
  ])('tells the level by its stars: %s', (stars, level) => {
    const outline = outlineText(`## What is tar? (${stars})\n\nBlack.\n`);
    expect(outline.cards[0]?.comment).toEqual({ level });
  });

  it('tells the level where it is plain, and tags where there are some', () => {
    const outline = outlineText(
      '## What is lye? [E]\n\nTags: soap, #base\n\nA base.\n\n## What is tar? 🚀\n\n**Difficulty:** Hard\n\n<!-- tags: (wood) (smoke) -->\n\nBlack.\n',
    );
    expect(outline.cards.map(({ comment }) => comment)).toEqual([
      { level: 'junior', tags: ['soap', 'base'] },
      { level: 'senior', tags: ['wood', 'smoke'] },
    ]);
    expect(outline.cards.map(({ body }) => body)).toEqual(['A base.', 'Black.']);
  });
});

describe('what a user or an author says of a file', () => {
  it('wins over what was found', () => {
    const text = '# Notes\n\n## Reefs\n\nA fold.\n\n### Why?\n\nWind.\n';
    expect(questionsOf(outlineText(text, { questionLevel: 2 }))).toEqual(['Reefs']);
    expect(questionsOf(outlineText(text, { questionLevel: 3 }))).toEqual(['Why?']);
    expect(outlineText(text, { shape: 'native' }).cards).toHaveLength(1);
    const front = `---\nquestion-level: 2\n---\n${text}`;
    expect(questionsOf(outlineText(front))).toEqual(['Reefs']);
    expect(questionsOf(outlineText(front, { questionLevel: 3 }))).toEqual(['Why?']);
  });

  it('leaves questions out, and says so', () => {
    const text = `---\nskip: [What is a drone?]\n---\n\n## What is a drone?\n\nA bee.\n\n## What is a queen?\n\nA bee.\n`;
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(['What is a queen?']);
    expect(outline.skipped).toEqual(['What is a drone?']);
    expect(outlineText(text, { skip: ['what is a QUEEN'] }).why).toBeDefined();
  });

  it.each([
    ['shape: tables', '`shape` in the front matter is not one of native, headings'],
    ['question-level: 9', '`question-level` in the front matter is not a heading level'],
    ['skip: 3', '`skip` in the front matter is not a list of texts'],
  ])('is a problem where it is %j', (line, message) => {
    const { problems } = outlineText(`---\n${line}\n---\n\n## Why?\n\nSo.\n`);
    expect(problems.map((problem) => problem.message.startsWith(message))).toEqual([true]);
  });
});

describe('the encoding of a file', () => {
  it.each(bankNames)('%s is the same with CRLF and a byte order mark', (name) => {
    const plain = outlineBank(name);
    const text = `\uFEFF${bankTextOf(name).replaceAll('\n', '\r\n')}`;
    expect(outlineText(text).cards).toEqual(plain.cards);
  });

  it('passes mojibake through unharmed', () => {
    const outline = outlineText('## Whatâ€™s up?\n\nItâ€™s fine.\n');
    expect(outline.cards[0]?.question).toBe('Whatâ€™s up?');
    expect(outline.cards[0]?.body).toBe('Itâ€™s fine.');
  });
});
