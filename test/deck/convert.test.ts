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
import { allBanks } from './bank-files.ts';

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
    const { tags, source, answerHash, explicitId, ...own } = card;
    const text = { ...own, tags: tags.toSorted() };
    const answer = sectionText(sections, 'answer');
    const options = readChoices(sectionText(sections, 'choices')).options;
    return { ...text, answer, options: options.map(({ line, ...option }) => option) };
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

/** What these answers leave open would swallow the next card, so it is written in another way. */
const OPEN_FENCES: Readonly<Record<string, readonly string[]>> = {
  traps: ['What does an unclosed fence swallow?'],
};

const CHAPTERS = ['Basics', 'Locks'].map(
  (name) => `## ${name}\n\n### Why ${name}?\n\nSo.\n\n### What are ${name}?\n\nThese.\n`,
);

describe('a bank in the native format', () => {
  it.each([...allBanks()])('has the cards of %s', (name, text) => {
    const deck = read([[`${name}.md`, text]]);
    const inexact = convertDeck(deck).inexact.map(({ question }) => question);
    expect(inexact).toEqual(OPEN_FENCES[name] ?? []);
    const exact = ({ cards, ...rest }: ReturnType<typeof essence>) => ({
      ...rest,
      cards: cards.filter(({ question }) => !inexact.includes(question)),
    });
    expect(exact(essence(again(deck)))).toEqual(exact(essence(deck)));
  });

  it('asks a cloze as a cloze', () => {
    const deck = read([['a.md', 'C: A [fifth] spans [seven] semitones.\n\nC: [Do] is a note.\n']]);
    expect(convertDeck(deck).files[0]?.text).toContain('kind: cloze } -->');
    expect(again(deck).cards.map(({ card }) => [card.kind, card.question])).toEqual([
      ['cloze', 'A […] spans seven semitones.'],
      ['cloze', 'A fifth spans […] semitones.'],
      ['cloze', '[…] is a note.'],
    ]);
    expect(essence(again(deck))).toEqual(essence(deck));
  });

  it('asks options aloud where their author said so', () => {
    const deck = read([
      [
        'a.md',
        '## Which?\n<!-- card: { id: a, kind: recall } -->\n\n### Choices\n\n- [x] a\n- [ ] b\n',
      ],
    ]);
    expect(again(deck).cards[0]?.card.kind).toBe('recall');
  });

  it('has no chapter for cards that stand before all chapters', () => {
    const deck = read([['a.md', `# Bank\n\n### What is it?\n\nIt.\n\n${CHAPTERS.join('\n')}`]]);
    expect(deck.cards[0]?.card.chapter).toBeUndefined();
    expect(convertDeck(deck).files.map(({ name }) => name)).toEqual([
      '00-questions.md',
      '01-basics.md',
      '02-locks.md',
    ]);
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
