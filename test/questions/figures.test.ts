import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeck } from '../../src/storage/deck-files.ts';
import { ROOT } from '../support/quiz.ts';
import type { Figure } from './figures/figure.ts';

const deck = readDeck(fs, path.join(ROOT, 'questions'), ROOT);
const texts = new Map(deck.files.map(({ name, text }) => [name, text.split('\n')]));
const folder = path.join(ROOT, 'test/questions/figures');
const chapters = fs.readdirSync(folder).filter((name) => name.startsWith('chapter-'));

/** The Markdown of a card, from its question line to the next card's. */
const sourceOf = (id: string): string => {
  const card = deck.deck.cards.find((known) => known.id === id);
  if (card === undefined) throw new Error(`no card ${id}`);
  const { file, line, endLine } = card.source;
  return (
    texts
      .get(file)
      ?.slice(line - 1, endLine)
      .join('\n') ?? ''
  );
};

const toNumber = (text: string): number =>
  Number(text.replace(/[,\s\u00A0\u202F_]/g, '').replace('−', '-'));

describe.each(chapters)('figures of %s', async (chapter) => {
  const { figures } = (await import(path.join(folder, chapter))) as { figures: readonly Figure[] };

  it.each(figures.map((figure) => [figure.card, figure.what, figure] as const))(
    '%s: %s',
    (_card, _what, { card, pattern, compute, tolerance = 0.01 }) => {
      const match = pattern.exec(sourceOf(card));
      expect(match, `${String(pattern)} is not in the card`).not.toBeNull();
      const read = Object.fromEntries(
        Object.entries(match?.groups ?? {}).map(([name, text]) => [name, toNumber(text)]),
      );
      const printed = read['value'] ?? Number.NaN;
      const computed = compute(read);
      expect(Math.abs(computed - printed)).toBeLessThanOrEqual(
        tolerance * Math.max(Math.abs(computed), 1e-12),
      );
    },
  );
});
