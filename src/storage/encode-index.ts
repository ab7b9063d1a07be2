import { weightedLanesOf } from '../deck/card-pool.ts';
import { textHash } from '../deck/text-hash.ts';
import type { Card, Deck } from '../deck/types.ts';
import { encodeColumns, endsOf } from './deck-columns.ts';
import { type CardTraits, type Common, NONE } from './deck-index.ts';

/** A deck as a file keeps it. */
export interface DeckIndex {
  readonly common: Common;
  readonly columns: readonly Buffer[];
}

/** Takes a deck apart. */
export const encodeIndex = (
  deck: Deck,
  files: readonly string[],
  bodyEnds: readonly number[],
): DeckIndex => {
  const { cards, chapters } = deck;
  const fileOf = new Map(files.map((file, index) => [file, index]));
  const chapterOf = new Map(chapters.map((chapter, index) => [chapter, index]));
  const traits = new Map<string, number>();
  const traitsOf = (card: Card): number => {
    const text = JSON.stringify(traitsIn(card));
    const known = traits.get(text) ?? traits.size;
    traits.set(text, known);
    return known;
  };
  const lanes = weightedLanesOf(cards);
  const hashes = cards.map(({ key }) => textHash(key));
  const byHash = [...hashes.keys()].sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const columns = encodeColumns({
    numbers: {
      traits: cards.map(traitsOf),
      chapter: cards.map(({ chapter }) => (chapter && chapterOf.get(chapter)) ?? NONE),
      file: cards.map(({ source }) => fileOf.get(source.file) ?? NONE),
      line: cards.map(({ source }) => source.line),
      bodyLine: cards.map(({ source }) => source.bodyLine),
      endLine: cards.map(({ source }) => source.endLine),
      bodyEnd: bodyEnds,
      lane: lanes.flat(),
      hash: hashes,
      sorted: byHash.map((place) => hashes[place] ?? 0),
      byHash,
    },
    texts: {
      key: cards.map(({ key }) => key),
      question: cards.map(({ question }) => question),
      answerHash: cards.map(({ answerHash }) => answerHash),
      tags: cards.map(({ tags }) => (tags.length === 0 ? '' : JSON.stringify(tags))),
    },
  });
  return {
    common: {
      name: deck.name ?? null,
      chapters,
      traits: [...traits.keys()].map((text) => JSON.parse(text) as CardTraits),
      cards: cards.length,
      laneEnds: endsOf(lanes),
      sizes: columns.map(({ length }) => length),
    },
    columns,
  };
};

const traitsIn = (card: Card): CardTraits => {
  const { key, id, explicitId, kind, level, weight, answered, choices } = card;
  return {
    prefix: key.slice(0, key.length - id.length),
    explicitId,
    kind,
    ...(level === undefined ? {} : { level }),
    weight,
    answered,
    ...(choices === undefined ? {} : { choices }),
  };
};
