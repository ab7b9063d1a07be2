import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { outlineFile } from '../../src/deck/outline.ts';
import { allBanks } from './bank-files.ts';

const banks = [...allBanks()];

describe('a body', () => {
  it.each(banks)(
    'of %s, written in the native format, is read as the same card again',
    (name, text) => {
      const { cards } = assembleDeck([outlineFile(name, text)]);
      for (const { card, body } of cards) {
        // An author may leave a fence open in an answer; a file of its own closes nothing for him.
        const comment = `<!-- card: { id: a${card.kind === 'recall' ? '' : `, kind: ${card.kind}`} } -->`;
        const again = assembleDeck([outlineFile('a.md', `## Why?\n${comment}\n\n${body}\n`)]);
        const [read, ...others] = again.cards;
        expect(others.map(({ card: other }) => other.question)).toEqual([]);
        expect(read?.body.trimEnd()).toBe(body.trimEnd());
        expect(read?.card.choices).toBe(card.choices);
        expect(read?.card.answerHash).toBe(card.answerHash);
        expect(read?.card.kind).toBe(card.kind);
      }
    },
  );
});
