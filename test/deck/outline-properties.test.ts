import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import type { FileOutline } from '../../src/deck/outline.ts';
import { normaliseLines } from '../../src/deck/outline.ts';
import { plainText } from '../../src/deck/plain-text.ts';
import { readDocument } from '../../src/deck/shapes/document.ts';
import { ASKABLE_SHAPES } from '../../src/deck/shapes/names.ts';
import { allBanks, outlineText } from './bank-files.ts';

const banks = allBanks();

/** What every outline of any text must be. */
const expectSound = (text: string, outline: FileOutline): void => {
  const lines = normaliseLines(text).split('\n');
  let last = { line: -1, endLine: 0, isCloze: false };
  for (const card of outline.cards) {
    expect(card.line).toBeLessThan(lines.length);
    expect(card.endLine).toBeLessThanOrEqual(lines.length);
    expect(card.endLine).toBeGreaterThan(card.line);
    // The deletions of one sentence share its lines; no other cards share any.
    const isSibling = card.cloze !== undefined && last.isCloze && last.line === card.line;
    if (!isSibling) expect(card.line).toBeGreaterThanOrEqual(last.endLine);
    last = { line: card.line, endLine: card.endLine, isCloze: card.cloze !== undefined };
    expect(card.bodyLine).toBeGreaterThanOrEqual(card.line);
    expect(card.bodyLine).toBeLessThanOrEqual(card.endLine);
    expect(card.column).toBeGreaterThan(0);
    expect(card.column).toBeLessThanOrEqual((lines[card.line] ?? '').length + 1);
    const origins = card.origins ?? [];
    if (card.origins !== undefined && card.body !== '') {
      expect(origins).toHaveLength(card.body.split('\n').length);
    }
    for (const origin of origins) expect(origin.line).toBeLessThan(card.endLine);
  }
  expect(outline.why === undefined).toBe(outline.cards.length > 0);
};

const lettersOf = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Pieces of all shapes, so that chance finds their seams. */
const piece = fc.constantFrom(
  '# Title',
  '## What is it?',
  '### 1. Why?',
  '1. ### How?',
  '2. Which?',
  '- [ ] no',
  '- [x] yes',
  '- A. one',
  '- B. two',
  'Answer: B',
  '#### Answer: A',
  '<details>',
  '<summary>Answer</summary>',
  '<summary><b>Who?</b></summary> Me.',
  '</details>',
  'Q: What?',
  'A: That.',
  'C: a [b] c [d]',
  '**Bold?**',
  '**1)** What',
  '```js',
  '```',
  '~~~',
  '<!--',
  '-->',
  '> quote',
  '---',
  '',
  '',
  '    indented',
  '- item',
  '  - nested?',
  'Text.',
  '## Answers',
  '1. B',
  '===',
  '\u200B```',
  '[⬆ top](#x)',
  'To be completed.',
);

describe('an outline', { timeout: 60_000 }, () => {
  it('of any text is made without a throw, and is sound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expectSound(text, outlineText(text));
      }),
      { numRuns: 500 },
    );
  });

  it('of pieces of all shapes in any order is sound', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (lines) => {
        const text = lines.join('\n');
        const outline = outlineText(text);
        expectSound(text, outline);
        assembleDeck([outline]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('in whatever shape somebody says it has is sound', () => {
    const said = fc.oneof(
      fc.record({ shape: fc.constantFrom(...ASKABLE_SHAPES) }),
      fc.record({ questionLevel: fc.integer({ min: 1, max: 6 }) }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), said, (lines, options) => {
        const text = lines.join('\n');
        expectSound(text, outlineText(text, options));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([...banks])('of %s is sound, and of any mutation of it', (_, text) => {
    expectSound(text, outlineText(text));
    const short = text.slice(0, 20_000);
    const place = fc.nat(short.length);
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'grapheme', maxLength: 8 }), (a, b, inserted) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const cut = short.slice(0, from) + inserted + short.slice(to);
        const moved = short.slice(to) + inserted + short.slice(0, from);
        for (const mutated of [cut, moved]) expectSound(mutated, outlineText(mutated));
      }),
      { numRuns: 20 },
    );
  });

  it.each([...banks])('of %s is sound for 500 beginnings of it', { timeout: 60_000 }, (_, text) => {
    const short = text.slice(0, 12_000);
    for (let count = 0; count < 500; count++) {
      const prefix = short.slice(0, Math.round((short.length * count) / 500));
      expectSound(prefix, outlineText(prefix));
    }
  });

  it.each([...banks])('of %s has positions that point at the text of its questions', (_, text) => {
    const lines = normaliseLines(text).split('\n');
    for (const card of outlineText(text).cards) {
      const here = lines.slice(card.line, card.line + 8).join(' ');
      const start = here.slice(card.column - 1);
      const asked = (card.cloze?.sentence ?? card.question).replace('[…]', '');
      // Marks and labels may stand in front of it, so the first words are looked for near it.
      const words = lettersOf(asked).slice(0, 24);
      expect(lettersOf(start.slice(0, 600)).replaceAll('…', '')).toContain(words);
    }
  });

  it('of a well-formed deck has the headings of remark’s own tree', () => {
    const word = fc.constantFrom('tar', 'lye', 'soap', '`code`', '*why*', 'what?');
    const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.array(word, { minLength: 1 }));
    const block = fc.oneof(
      heading.map(([level, words]) => `${'#'.repeat(level)} ${words.join(' ')}`),
      fc.constantFrom(
        'Text.',
        '```\n## code\n```',
        '~~~md\n# code\n~~~',
        '> ## quote',
        '<!-- ## comment -->',
        '- item\n- item',
        '1. one\n2. two',
        '    ## indented',
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 30 }), (blocks) => {
        const text = blocks.join('\n\n');
        const tree = unified().use(remarkParse).parse(text);
        const own = tree.children.flatMap((node) =>
          node.type === 'heading' ? [`${node.depth} ${node.position?.start.line}`] : [],
        );
        const found = readDocument(text).headings.map(({ level, line }) => `${level} ${line + 1}`);
        expect(found).toEqual(own);
      }),
    );
  });
});
