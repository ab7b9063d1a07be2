import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparableCards } from '../../src/commands/deck-cards.ts';
import { type AssembledDeck, assembleDeck } from '../../src/deck/assemble.ts';
import { headingText, sealBody } from '../../src/deck/native-text.ts';
import { outlineFile } from '../../src/deck/outline.ts';
import type { VanishedCard } from '../../src/deck/relink-cards.ts';
import { followCards } from '../../src/progress/follow.ts';
import { createRandom, shuffle } from '../../src/session/random.ts';
import { addSentences, type Edit, makeTypos, renumber, reword } from '../support/bank-edits.ts';
import { FakeStore, grade, moment } from '../support/events.ts';
import { ROOT } from '../support/quiz.ts';

const BANKS = path.join(path.dirname(ROOT), 'shared', 'decks');
const banks = fs.existsSync(BANKS)
  ? fs.readdirSync(BANKS).filter((name) => name.endsWith('.md'))
  : [];

const read = (text: string, name = 'bank.md'): AssembledDeck =>
  assembleDeck([outlineFile(name, text)]);

const sourceOf = (deck: AssembledDeck) => {
  const bodies = new Map(deck.cards.map(({ card, body }) => [card.key, body]));
  return { deck: deck.deck, readBody: ({ key }: { key: string }) => bodies.get(key) ?? '' };
};

const memoryOf = (deck: AssembledDeck): readonly VanishedCard[] =>
  comparableCards(sourceOf(deck)).map(({ key, id, question, answerHash, sketch }) => ({
    key,
    id,
    question,
    answerHash,
    sketch,
  }));

/** Studies every card once, each at a minute of its own, by which its progress is known again. */
const studied = (deck: AssembledDeck): FakeStore => {
  const store = new FakeStore();
  deck.cards.forEach(({ card: { key, question, answerHash } }, index) => {
    store.record(
      [{ type: 'seen', card: key, question, answer: answerHash }, grade(key, 'good')],
      moment(100, index),
    );
  });
  return store;
};

const follow = (store: FakeStore, before: AssembledDeck, after: AssembledDeck): void => {
  const then = { cards: memoryOf(before), orphans: [] };
  const cards = comparableCards(sourceOf(after));
  const { links } = followCards(store.ledger, cards, then, () => new Set());
  store.record(
    links.map(({ from, to }) => ({ type: 'alias', from, to })),
    moment(101),
  );
};

/** The place in the old deck of the card whose progress each card has. */
const ownersOf = (store: FakeStore, deck: AssembledDeck): readonly (number | undefined)[] =>
  deck.cards.map(({ card }) => {
    const { memory } = store.ledger.card(card.key);
    return memory.stage === 'new' ? undefined : (memory.lastAt - moment(100).at) / 60_000;
  });

const edits: readonly (readonly [string, Edit])[] = [
  ['typos are made', makeTypos],
  ['a tenth of all words are reworded', reword],
  ['everything is renumbered', renumber],
  ['answers grow', addSentences],
  [
    'all of it happens at once',
    (text, seed) => renumber(reword(addSentences(makeTypos(text, seed), seed + 1), seed + 2), 0),
  ],
];

describe.each(banks)('the progress of %s', (name) => {
  const text = fs.readFileSync(path.join(BANKS, name), 'utf8').replaceAll('\r\n', '\n');
  const before = read(text);

  it.each(edits)('stays with its cards when %s', (_, edit) => {
    let cards = 0;
    let kept = 0;
    const wrong: string[] = [];
    for (const seed of [1, 2]) {
      const after = read(edit(text, seed));
      expect(after.cards.length).toBe(before.cards.length);
      const store = studied(before);
      follow(store, before, after);
      ownersOf(store, after).forEach((owner, index) => {
        cards++;
        if (owner === index) kept++;
        else if (owner !== undefined) wrong.push(after.cards[index]?.card.question ?? '');
      });
    }
    expect(wrong).toEqual([]);
    expect(kept / cards).toBeGreaterThanOrEqual(0.99);
  });
});

describe('the progress of all banks', () => {
  it('stays with its cards when chapters, cards and files are moved, renamed and cut down', () => {
    let cards = 0;
    let kept = 0;
    for (const name of banks) {
      const found = moveAbout(read(fs.readFileSync(path.join(BANKS, name), 'utf8')));
      expect(found.wrong).toBe(0);
      cards += found.cards;
      kept += found.kept;
    }
    // Two cards of one bank ask the same and have nearly the same answer: moved and edited both,
    // nothing tells them apart.
    expect(kept).toBeGreaterThanOrEqual(cards * 0.99);
  });
});

/** Writes a bank anew with its chapters and cards elsewhere, a fifth of them gone, and typos. */
const moveAbout = (before: AssembledDeck) => {
  const plain = before.cards.map(({ card, body }) => ({
    chapter: card.chapter?.title ?? '',
    text: `## ${headingText(card.question)}\n\n${sealBody(body)}\n\n`,
  }));
  const inChapters = (order: readonly number[]): ReadonlyMap<string, readonly number[]> => {
    const chapters = new Map<string, number[]>();
    for (const index of order) {
      const name = plain[index]?.chapter ?? '';
      chapters.set(name, [...(chapters.get(name) ?? []), index]);
    }
    return chapters;
  };
  const written = (order: readonly number[], edit: Edit, file: string): AssembledDeck =>
    assembleDeck(
      [...inChapters(order).values()].map((own, index) => {
        const text = own.map((at) => plain[at]?.text ?? '').join('');
        return outlineFile(`${file}${index}.md`, edit(text, index + 1), { shape: 'native' });
      }),
    );
  const all = plain.map((_, index) => index);
  const order = shuffle(
    all.filter((index) => index % 5 !== 0),
    createRandom(7),
  );
  const old = written(all, (text) => text, 'old');
  const now = written(order, makeTypos, 'other/new-');
  expect([old.cards.length, now.cards.length]).toEqual([all.length, order.length]);
  const store = studied(old);
  follow(store, old, now);
  const oldOrder = [...inChapters(all).values()].flat();
  const newOrder = [...inChapters(order).values()].flat();
  const owners = ownersOf(store, now);
  const kept = owners.filter((owner, index) => oldOrder[owner ?? -1] === newOrder[index]).length;
  const found = owners.filter((owner) => owner !== undefined).length;
  return { cards: owners.length, kept, wrong: found - kept };
};
