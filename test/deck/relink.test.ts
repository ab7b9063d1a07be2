import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfAnswer } from '../../src/deck/identity.ts';
import { matchCards, nearestCards } from '../../src/deck/relink.ts';
import type { AppearedCard } from '../../src/deck/relink-cards.ts';
import { similarity, wordsOf } from '../../src/deck/similarity.ts';
import { sharedText, sketchOf } from '../../src/deck/sketch.ts';

const card = (key: string, question: string, answer = '', parts: Partial<AppearedCard> = {}) => ({
  key,
  id: key,
  explicitId: false,
  question,
  answerHash: hashOfAnswer(answer),
  answered: answer !== '',
  hasTellingAnswer: answer.length >= 40,
  sketch: sketchOf(answer),
  ...parts,
});

const pairs = (vanished: readonly AppearedCard[], appeared: readonly AppearedCard[]) =>
  matchCards(vanished, appeared)
    .map(({ from, to, why }) => `${from}>${to} ${why}`)
    .toSorted();

const LONG = 'A process has memory of its own, and the threads of a process share what it has.';
const OTHER =
  'It computes the hash of the key and then looks into the bucket that this hash names.';

describe('a card that vanished and one that appeared are taken for one', () => {
  it('by the id that the author gave, whatever the text is', () => {
    const to = card('new/one', 'Something else?', OTHER, { id: 'one', explicitId: true });
    expect(pairs([card('old/one', 'What is it?', LONG, { id: 'one' })], [to])).toEqual([
      'old/one>new/one id',
    ]);
  });

  it('by the same question, whatever its marks and case are', () => {
    expect(pairs([card('a', 'What is RAG?', LONG)], [card('b', 'what is "RAG"', OTHER)])).toEqual([
      'a>b question',
    ]);
  });

  it('by the same answer of 40 characters or more', () => {
    expect(pairs([card('a', 'Processes?', LONG)], [card('b', 'Why threads?', LONG)])).toEqual([
      'a>b answer',
    ]);
    expect(pairs([card('a', 'Is it?', 'Yes.')], [card('b', 'Was there one?', 'Yes.')])).toEqual([]);
  });

  it.each([
    [
      'What is the difference between a list and a tuple?',
      'What is the diference of a list and a tuple?',
    ],
    [
      'How would you measure overfitting in practice?',
      'How would you measure over-fitting in practice?',
    ],
    ['Explain how an LLM samples its next token', 'Explain how LLMs sample their next token'],
  ])('by a question that is nearly the same: %s', (before, after) => {
    expect(pairs([card('a', before)], [card('b', after)])).toEqual(['a>b similar']);
  });

  it('by an answer that is nearly the same, under a question that is not wholly another', () => {
    const before = card('a', 'Compare processes and threads', `${LONG} ${OTHER}`);
    const after = card('b', 'How do threads differ from processes?', `${LONG} Now: ${OTHER}`);
    expect(pairs([before], [after])).toEqual(['a>b similar']);
  });
});

describe('no card takes the progress of another', () => {
  it.each([
    ['What is a GPU?', 'What is a TPU?'],
    ['What is new in Python 2?', 'What is new in Python 3?'],
    ['What are the advantages of SQL?', 'What are the disadvantages of SQL?'],
    ['What is supervised learning?', 'What is unsupervised learning?'],
    ['Why would you use mocks?', 'Why would you not use mocks?'],
    ['What is a list in Python?', 'What is a tuple in Python?'],
    ['How does a B-tree work?', 'How does a hash map work?'],
  ])('%s is not %s', (before, after) => {
    expect(pairs([card('a', before)], [card('b', after)])).toEqual([]);
  });

  it('where two are as near as each other', () => {
    const appeared = [
      card('b', 'How do you test a web service in production?'),
      card('c', 'How do you test a web service in staging?'),
    ];
    expect(pairs([card('a', 'How do you test a web service?')], appeared)).toEqual([]);
  });

  it('where two have the same answer', () => {
    const vanished = [card('a', 'Processes?', LONG), card('b', 'Threads?', LONG)];
    expect(pairs(vanished, [card('c', 'Memory?', LONG)])).toEqual([]);
  });

  it('where the answer is a placeholder, however long it is', () => {
    const text = 'To be completed as soon as somebody finds the time to do it.';
    const to = card('b', 'Locks?', text, { answered: false, hasTellingAnswer: false });
    expect(pairs([card('a', 'Threads?', text)], [to])).toEqual([]);
  });

  it('of equal titles: their answers tell them apart, and never their order', () => {
    const title = "What's the output?";
    const vanished = [card('a', title, LONG), card('b', title, OTHER)];
    const appeared = [card('d', title, `${OTHER} Really.`), card('c', title, `${LONG} Really.`)];
    expect(pairs(vanished, appeared)).toEqual(['a>c question', 'b>d question']);
  });

  it('of equal titles: two of one answer stay where they stand', () => {
    const title = 'How do you deal with sparse data?';
    const at = (previous: string, next: string) => ({ neighbours: [previous, next] as const });
    const vanished = [card('a', title, LONG, at('1', '2')), card('b', title, LONG, at('8', '9'))];
    const text = LONG.replace('share', 'have');
    const appeared = [card('d', title, text, at('8', '9')), card('c', title, text, at('1', '2'))];
    expect(pairs(vanished, appeared)).toEqual(['a>c place', 'b>d place']);
  });

  it('of a card that was never studied, but is as gone: it is a rival', () => {
    const vanished = [
      card('studied', 'How does a mutex work?', LONG),
      card('unstudied', 'How does a futex work on Linux?', OTHER),
    ];
    const appeared = [card('new', 'How does a futex work in Linux?', OTHER)];
    expect(pairs(vanished, appeared)).toEqual(['unstudied>new answer']);
  });
});

describe('matching', () => {
  const words = fc.constantFrom(
    ...'what is how does the a cache index thread lock between and differ from tree work'.split(
      ' ',
    ),
  );
  const question = fc.array(words, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
  const deck = (prefix: string) =>
    fc
      .array(fc.tuple(question, question), { maxLength: 12 })
      .map((list) => list.map(([q, a], index) => card(`${prefix}${index}`, q, a)));

  it('gives each card at most one partner, the same in whatever order they come', () => {
    fc.assert(
      fc.property(deck('a'), deck('b'), (vanished, appeared) => {
        const matches = matchCards(vanished, appeared);
        expect(new Set(matches.map(({ from }) => from)).size).toBe(matches.length);
        expect(new Set(matches.map(({ to }) => to)).size).toBe(matches.length);
        expect(pairs(vanished.toReversed(), appeared.toReversed())).toEqual(
          pairs(vanished, appeared),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes likeness for the same from both sides, from 0 to 1', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        const one = similarity(wordsOf(a), wordsOf(b));
        expect(one).toBeCloseTo(similarity(wordsOf(b), wordsOf(a)), 10);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
        expect(similarity(wordsOf(a), wordsOf(a))).toBe(1);
      }),
    );
  });

  it('compares 2,000 cards with 2,000 others in a blink', () => {
    const many = (prefix: string) =>
      Array.from({ length: 2_000 }, (_, n) =>
        card(`${prefix}${n}`, `What does part ${n * 7919} of the engine do in state ${prefix}?`),
      );
    const started = process.hrtime.bigint();
    matchCards(many('a'), many('b'));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5_000);
  });

  it('names the nearest cards of an orphan first', () => {
    const cards = [card('x', 'What is a mutex?'), card('y', 'What is a read lock?')];
    const orphan = card('o', 'What is a lock that readers share, a read lock?');
    expect(nearestCards(orphan, cards, 2).map(({ to }) => to.key)).toEqual(['y', 'x']);
  });
});

describe('a sketch', () => {
  it('shares most with a text of which a tenth is another, and nothing with another text', () => {
    const text = `${LONG} ${OTHER} ${LONG.toUpperCase()} and so on, as every book on systems has it.`;
    const edited = text.replace('share', 'use').replace('bucket', 'slot').replace('book', 'paper');
    expect(sharedText(sketchOf(text), sketchOf(edited))).toBeGreaterThan(0.5);
    expect(sharedText(sketchOf(LONG), sketchOf(OTHER))).toBeLessThan(0.1);
  });

  it('says nothing of a text of a few words', () => {
    expect(sharedText(sketchOf('Yes, it is.'), sketchOf('Yes, it is.'))).toBeUndefined();
    expect(sketchOf('')).toBe('');
  });

  it('takes each character of Chinese for a word', () => {
    const text = '进程拥有自己的内存，而线程共享进程的内存，所以线程之间的通信更快。';
    expect(sharedText(sketchOf(text), sketchOf(text.replace('更快', '更慢')))).toBeGreaterThan(0.6);
  });
});

describe('thousands of cards that are nearly the same', { timeout: 120_000 }, () => {
  const TOPICS = 'index cache tree graph queue lock thread cluster token vector'.split(' ');
  const topic = (number: number): string => TOPICS[number % TOPICS.length] ?? '';
  const numbered = (index: number, more: string): readonly [string, string] => [
    `What does ${topic(index)} number ${index} do in system ${index % 97}${more}?`,
    `It keeps value ${index * 31} in the ${topic(index * 7)}, as was told in chapter ${index % 41}.`,
  ];
  const equal = (index: number, more: string): readonly [string, string] => [
    'What is the output?',
    `It is ${index * 7}${more === '' ? '' : '1'}.`,
  ];
  /** Cards of which every third was reworded, and is matched with all of them. */
  const reworded = (
    count: number,
    textOf: typeof numbered,
    neighboursOf: (index: number) => AppearedCard['neighbours'],
  ) => {
    const made = (index: number, name: string, more: string): AppearedCard => {
      const [question, answer] = textOf(index, more);
      const parts = { hasTellingAnswer: false, neighbours: neighboursOf(index) };
      return card(`${name}${index}`, question, answer, parts);
    };
    const all = Array.from({ length: count }, (_, index) => index);
    const vanished = all
      .filter((index) => index % 3 === 0)
      .map((index) => made(index, 'a', ' now'));
    const appeared = all.map((index) => made(index, 'b', ''));
    const start = process.cpuUsage();
    const matches = matchCards(vanished, appeared);
    const { user, system } = process.cpuUsage(start);
    const wrong = matches.filter(({ from, to }) => from.slice(1) !== to.slice(1));
    return { seconds: (user + system) / 1e6, found: matches.length / vanished.length, wrong };
  };

  it('are matched in a time that grows with their number and not with its square', () => {
    reworded(1_000, numbered, () => undefined);
    const few = reworded(3_500, numbered, () => undefined);
    const many = reworded(14_000, numbered, () => undefined);
    expect([few.wrong, many.wrong]).toEqual([[], []]);
    expect([few.found, many.found]).toEqual([1, 1]);
    expect(many.seconds).toBeLessThan(Math.max(0.2, few.seconds) * 8);
  });

  it('are left alone where any of them could be meant, and matched by their neighbours', () => {
    const alone = reworded(9_000, equal, () => undefined);
    expect(alone).toMatchObject({ found: 0, wrong: [] });
    const placed = reworded(9_000, equal, (index) => [`${index - 1}`, `${index + 1}`]);
    expect(placed).toMatchObject({ found: 1, wrong: [] });
  });
});
