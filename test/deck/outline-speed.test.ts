import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { outlineText } from './bank-files.ts';

const SIZE = 1_000_000;
/** Nothing that somebody writes may cost more than so many times what plain questions cost. */
const MOST = 20;

const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

const PLAIN = fill(
  '## What is a drone, and what does it do?\n\nA male bee, fed by the others.\n\n- one\n- two\n\n',
);

/** Processor time in milliseconds: the clock on the wall also measures other programs. */
const timeOf = (text: string): number => {
  const start = process.cpuUsage();
  assembleDeck([outlineText(text)]);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

const deep = (mark: string): string =>
  Array.from({ length: 500 }, (_, index) => `${mark.repeat(index)}What?`).join('\n\n');

const HOSTILE: readonly (readonly [string, string])[] = [
  ['quotes in quotes', fill(`${deep('> ')}\n\n`)],
  ['lists in lists', fill(`${deep('- ')}\n\n`)],
  ['numbers in numbers', fill(`${deep('1. ')}\n\n`)],
  [
    'lists that are indented ever deeper',
    fill(
      `${Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}- What?`).join('\n')}\n`,
    ),
  ],
  ['emphasis that is never closed', fill('**a *b _c __d `e ~~f ')],
  ['headings of emphasis that is never closed', fill(`## ${'**a *b _c '.repeat(150)}\n`)],
  ['links that are never closed', fill('## [a](b [c](d ![e](\n')],
  ['tags that are never closed', fill('## <a <b <!-- <details> <summary>\n')],
  ['100,000 headings', '## Why?\n'.repeat(100_000)],
  ['200,000 empty headings', '##\n'.repeat(200_000)],
  ['headings of two levels', fill('# A\n## B?\n')],
  ['answers under answers', fill('## Q1\n### Answer\n')],
  ['one line of letters', fill('a')],
  ['one line of spaces', `## a${' '.repeat(SIZE)}b`],
  ['one line of stars', fill('*')],
  ['one line of brackets', fill('[')],
  ['one line of backticks', fill('`')],
  ['one line of number signs', fill('#')],
  ['one line of list markers', fill('- ')],
  ['one line of tags', fill('<details>')],
  ['one heading of digits', `## ${fill('1.1.')}`],
  ['one heading of question marks', `## ${fill('?')}`],
  ['fences that are never closed', fill('```js\n')],
  ['fences of two kinds', fill('~~~js\n## a?\n```\n')],
  ['comments that are never closed', fill('<!--\n')],
  ['details that are never closed', fill('<details>\n<summary>Why?</summary>\n')],
  ['questions and answers', fill('Q: a?\nA: b\n')],
  ['options under paragraphs', fill('Which?\n\nA. b\n\nB. c\n\nAnswer: B\n\n')],
  ['answers in quotes', fill('## Which?\n- A) b\n- B) c\n\n> Answer: B\n')],
  ['a quote of answers under options', `## Which?\n- A) b\n- B) c\n\n${fill('> Answer\n')}`],
  ['tasks that an answer names', fill('## Which?\n- [ ] b\n- [ ] c\n\nAnswer: c, b, c\n')],
  ['numbers without a space', fill('1.a\n')],
  ['questions that are links', fill('- [Why?](https://a.b)\n- Why?\n')],
  ['questions with links behind them', fill('- Why do they? [a](b) and [c](d)\n')],
  ['links into the file', fill('## Why?\n[a](#b) | [c](#d)\n')],
  ['clozes', fill('C: [a] [b] [c]\n\n')],
  ['options', fill('## Which?\n- A. b\n- B. c\n\nAnswer: B\n')],
  ['answer sections', fill('## Answers\n1. A\n2. B\n')],
  ['the same card over and over', fill('**Why?**\n\nSo.\n\n')],
  ['underlines', fill('a\n===\n\n')],
];

describe('the outline of 1 MB', { timeout: 120_000 }, () => {
  timeOf(PLAIN);
  const plain = Math.min(timeOf(PLAIN), timeOf(PLAIN));

  it.each(HOSTILE)('of %s takes no more than plain questions times 20', (_, text) => {
    expect(timeOf(text)).toBeLessThan(Math.max(plain, 100) * MOST);
  });
});

describe('the outline', { timeout: 120_000 }, () => {
  it('grows with its text and not faster', () => {
    const small = Math.max(20, timeOf(PLAIN));
    expect(timeOf(PLAIN.repeat(4))).toBeLessThan(small * 12);
  });
});
