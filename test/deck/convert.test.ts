import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssembledDeck, assembleDeck } from '../../src/deck/assemble.ts';
import { readChoices } from '../../src/deck/choices.ts';
import { convertDeck } from '../../src/deck/convert.ts';
import { headingText, sealBody } from '../../src/deck/native-text.ts';
import { outlineFile } from '../../src/deck/outline.ts';
import { plainText } from '../../src/deck/plain-text.ts';
import { sectionText, splitSections } from '../../src/deck/sections.ts';
import { ROOT } from '../support/quiz.ts';

const BANKS = path.join(path.dirname(ROOT), 'shared', 'decks');
const banks = fs.existsSync(BANKS)
  ? fs.readdirSync(BANKS).filter((name) => name.endsWith('.md'))
  : [];

const read = (files: readonly (readonly [string, string])[]): AssembledDeck =>
  assembleDeck(files.map(([name, text]) => outlineFile(name, text)));

const again = (deck: AssembledDeck): AssembledDeck =>
  read(convertDeck(deck).files.map(({ name, text }) => [name, text] as const));

/** All that must be the same: question, answer, choices, chapters, order and ids. */
const essence = ({ cards, deck }: AssembledDeck) => ({
  name: deck.name,
  chapters: deck.chapters,
  cards: cards.map(({ card, body }) => {
    const sections = splitSections(body);
    const { key, id, question, kind, level, weight, tags, choices, chapter } = card;
    const text = { key, id, question, kind, level, weight, tags: tags.toSorted(), choices };
    const answer = sectionText(sections, 'answer');
    const options = readChoices(sectionText(sections, 'choices')).options;
    return { ...text, chapter, answer, options: options.map(({ line, ...option }) => option) };
  }),
});

const BANK_OF_ALL: readonly (readonly [string, string])[] = [
  [
    'a.md',
    '# A\n\n## Basics\n\n### 1. What is `<T>` in C#?\n\nA *type*.\n\n### 2. Why?\n\n## Locks\n\n### 3. What is a lock?\n\n```c\n# no heading\n```\n',
  ],
  [
    'b.md',
    '---\ntitle: "Other: things"\ntags: [x, "y z"]\n---\n\n## How?\n\nSo.\n\n## When?\n\nNow.\n',
  ],
];

describe('a bank in the native format', () => {
  it.each(banks)('has the cards of %s', (name) => {
    const deck = read([[name, fs.readFileSync(path.join(BANKS, name), 'utf8')]]);
    expect(convertDeck(deck).inexact.map(({ question }) => question)).toEqual([]);
    expect(essence(again(deck))).toEqual(essence(deck));
  });

  it('has the cards of the shipped deck, and is the same when it is converted again', () => {
    const folder = path.join(ROOT, 'questions');
    const names = fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .toSorted();
    const deck = read(
      names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')] as const),
    );
    expect(essence(again(deck))).toEqual(essence(deck));
    expect(convertDeck(again(deck)).files).toEqual(convertDeck(deck).files);
  });

  it('has the cards of files with and without chapters, in their order', () => {
    const deck = read(BANK_OF_ALL);
    expect(essence(again(deck))).toEqual(essence(deck));
    expect(convertDeck(deck).files.map(({ name }) => name)).toEqual([
      '01-basics.md',
      '02-locks.md',
      '03-other-things.md',
    ]);
  });

  it('tells cards that ask the same apart as before', () => {
    const deck = read([['a.md', "## What's the output?\n\n`1`\n\n## What's the output?\n\n`2`\n"]]);
    expect(essence(again(deck))).toEqual(essence(deck));
  });

  it('has the cards of any text', () => {
    const line = fc.constantFrom(
      ...'## What is it?|### Why?|- [x] yes|- [ ] no|```|~~~|<!-- open|-->|text|# One|Q: Who?|A: Me|**Bold?**|> quote|1. Which?|<details><summary>How?</summary>|</details>||### Choices|---|\\# x'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const deck = read([['a.md', lines.join('\n')]]);
        const other = again(deck);
        expect(other.cards.map(({ card }) => card.key)).toEqual(
          deck.cards.map(({ card }) => card.key),
        );
        expect(other.cards.map(({ card }) => card.question)).toEqual(
          deck.cards.map(({ card }) => card.question),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a question as a heading', () => {
  it.each([
    'What is C#?',
    'Why `a` and <b>?',
    'x #',
    '*a* _b_',
    '[a](b)',
    '&amp; &lt;',
    'a\\*b',
    '',
    '#',
  ])('is read as %j again', (question) => {
    const outline = outlineFile('a.md', `## ${headingText(question)}\n<!-- card: { id: a } -->\n`);
    expect(outline.cards[0]?.question).toBe(question);
  });

  it('is read again whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const question = plainText(text);
        const outline = outlineFile(
          'a.md',
          `## ${headingText(question)}\n<!-- card: { id: a } -->\n`,
        );
        expect(outline.cards[0]?.question).toBe(question);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a body among others', () => {
  it('begins no card, and leaves nothing open', () => {
    expect(sealBody('# One\n\n## Two\n\n```\n# code\n```')).toBe(
      '#### One\n\n#### Two\n\n```\n# code\n```',
    );
    expect(sealBody('<!-- never closed')).toBe('&lt;!-- never closed');
    expect(sealBody('```js\nnever closed')).toBe('\\`\\`\\`js\nnever closed');
  });
});
