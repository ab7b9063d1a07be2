import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { checkCard } from '../../src/deck/check-card.ts';
import { outlineText, questionsOf } from './bank-files.ts';

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

describe('a hostile deck', () => {
  it('has front matter in JavaScript, which is never run', () => {
    const text = '---js\n{ title: (() => { throw new Error("ran"); })() }\n---\n\n## Why?\n\nSo.\n';
    const outline = outlineText(text);
    expect(questionsOf(outline)).toEqual(['Why?']);
    expect(outline.problems.map(({ code }) => code)).toEqual(['E004']);
  });

  it('has YAML with anchors that expand', () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const before = index === 0 ? '"lol"' : `*a${index - 1}`;
      return `a${index}: &a${index} [${Array(9).fill(before).join(', ')}]`;
    });
    const outline = outlineText(
      `---\n${levels.join('\n')}\ntags: *a11\nskip: *a11\n---\n\n## Why?\n\nSo.\n`,
    );
    expect(questionsOf(outline)).toEqual(['Why?']);
    expect(outline.problems.map(({ code }) => code)).toEqual(['E005', 'E005']);
  });

  it.each([
    ['a heading', '## Why\u001B[31m red\u0007?\n\nSo.\n'],
    [
      'a summary',
      '<details><summary>Why\u001B[31m red\u0007?</summary>\nSo.\n</details>\n\n<details><summary>Who\u0000?</summary>\nI.\n</details>\n',
    ],
    ['a list item', '1. Why\u001B[31m red\u0007?\n2. Who\u0000?\n3. What\u009B?\n'],
    ['a chapter', '# A\u001B[2Jb\n\n## Why\u001B[31m?\n\nSo.\n\n# B\u009Bc\n\n## Who?\n\nI.\n'],
    ['a code span', '## What is `\u001B[31m`?\n\nSo.\n'],
    ['a link', '## [Why\u001B?](https://example.org/\u001B[0m)\n\nSo.\n'],
    ['a cloze', 'C: a [b\u001B[31m] c\u0007\nC: d [e]\n'],
    ['a bold line', '**Why\u001B[31m?**\n\nSo.\n\n**Who\u0007?**\n\nI.\n'],
  ])('has control characters in %s, which reach no question and no chapter', (_, text) => {
    const { deck } = assembleDeck([outlineText(text)]);
    expect(deck.cards.length).toBeGreaterThan(0);
    for (const { question, chapter } of deck.cards) {
      expect(`${question}${chapter?.title ?? ''}${chapter?.short ?? ''}`).not.toMatch(CONTROL);
    }
  });

  it('has control characters in an answer, which is a problem with its true place', () => {
    const text =
      '1. Why is it red?\n\n   So.\n\n   <details><summary>Answer</summary>\n\n   It is \u001B[31mred.\n   </details>\n\n2. Who made it?\n\n   <details><summary>Answer</summary>\n\n   I.\n   </details>\n';
    const { cards } = assembleDeck([outlineText(text)]);
    const problems = cards.flatMap(checkCard).filter(({ code }) => code === 'W015');
    expect(problems.map(({ at }) => [at.line, at.column])).toEqual([[7, 10]]);
  });

  it('has links to scripts and files, which are problems', () => {
    const { cards } = assembleDeck([
      outlineText(
        '## Why?\n\n[a](javascript:alert) [b](file:///etc/passwd) [c](https://example.org)\n',
      ),
    ]);
    expect(cards.flatMap(checkCard).map(({ code }) => code)).toEqual(['W013', 'W013']);
  });

  it('has a body that is too long or too deep for the screen, which is a problem', () => {
    const long = `## Why?\n\n${'word '.repeat(20_000)}\n`;
    const deep = `## Who?\n\n${'> '.repeat(60)}I.\n`;
    const { cards } = assembleDeck([outlineText(`${long}\n${deep}`)]);
    expect(cards.flatMap(checkCard).map(({ code }) => code)).toEqual(['W016', 'W016']);
  });
});
