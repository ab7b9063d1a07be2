import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { poolOf } from '../../src/deck/card-pool.ts';
import type { Card } from '../../src/deck/types.ts';
import { openCachedDeck } from '../../src/storage/deck-cache.ts';
import { readDeck } from '../../src/storage/deck-files.ts';
import type { DeckPlace } from '../../src/storage/deck-place.ts';
import type { Disk } from '../../src/storage/disk.ts';
import { temporaryFolder } from '../support/quiz.ts';

/** The disk, and the files that were read from it. */
const countingDisk = () => {
  const reads: string[] = [];
  const disk: Disk = {
    ...fs,
    readFileSync: ((file: string, ...rest: []) => {
      reads.push(path.basename(file));
      return fs.readFileSync(file, ...rest);
    }) as typeof fs.readFileSync,
  };
  return { disk, readsOf: (end: string) => reads.filter((name) => name.endsWith(end)) };
};

const CARDS = `---
tags: [os]
---

# Systems

## What is a process? \u{1F9F5}
<!-- card: { id: process, level: mid, weight: 3, tags: [a] } -->

It has memory of its own \u2013 and more.

### Choices
- [x] right
- [ ] wrong

## What is a thread?

## What is a lock?

One at a time.
`;

const place = (target: string, parts: Partial<DeckPlace> = {}): DeckPlace => ({
  path: target,
  target,
  from: path.dirname(target),
  options: {},
  cache: path.join(path.dirname(target), 'cache'),
  build: '1.0.0',
  ...parts,
});

/** A time long enough ago that a stamp is trusted. */
const settle = (folder: string): void => {
  const old = new Date(Date.now() - 3_600_000);
  for (const name of fs.readdirSync(folder)) fs.utimesSync(path.join(folder, name), old, old);
};

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = path.join(temporaryFolder(), 'deck');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }
  settle(folder);
  fs.utimesSync(folder, new Date(0), new Date(0));
  return folder;
};

/** A card by all its parts; one out of a cache looks most of them up when they are asked for. */
const plain = (card: Card) => {
  const { key, id, explicitId, chapter, question, kind, level } = card;
  const { weight, tags, answered, choices, answerHash, source } = card;
  const text = { key, id, explicitId, chapter, question, kind, level, weight, tags };
  return { ...text, answered, choices, answerHash, source };
};

/** Reads and keeps a deck, with a clock of the disk on which all files are old. */
const keep = (target: string, disk: Disk = fs) => {
  const at = place(target);
  const read = readDeck(oldClock(disk), target, at.from, { place: at });
  read.save();
  return read;
};

/** A disk without times of change, which no test can set. */
const oldClock = (disk: Disk): Disk => ({
  ...disk,
  statSync: ((file: string) =>
    Object.assign(fs.statSync(file), {
      ctimeMs: fs.statSync(file).mtimeMs,
    })) as typeof fs.statSync,
});

const open = (target: string, disk: Disk = fs, parts: Partial<DeckPlace> = {}) =>
  openCachedDeck(oldClock(disk), place(target, parts));

describe('a deck that was read before', () => {
  it('is the same deck, card for card and body for body, without its files being read', () => {
    const folder = folderWith({ '1.md': CARDS, '2.md': '## Why?\n\nBecause.\n' });
    const read = keep(folder);
    const { disk, readsOf } = countingDisk();
    const cached = open(folder, disk);
    expect(cached?.deck.cards.map(plain)).toEqual(read.deck.cards.map(plain));
    expect(cached?.deck.chapters).toEqual(read.deck.chapters);
    expect(cached?.deck.name).toBe(read.deck.name);
    expect(cached?.deck.cards.map((card) => cached.readBody(card))).toEqual(
      read.deck.cards.map((card) => read.readBody(card)),
    );
    expect(cached?.fingerprint).toBe(read.fingerprint);
    expect(readsOf('.md')).toEqual([]);
  });

  it('has its cards by their places, made one by one or all at once', () => {
    const weights = CARDS.replaceAll('\n\n', '\n\n');
    const more = [3, 1, 2].map(
      (weight) => `## Weight ${weight}?\n\n<!-- weight: ${weight} -->\n\nYes.\n`,
    );
    const folder = folderWith({
      '1.md': weights,
      '2.md': more.join('\n'),
      '3.md': more.join('\n'),
    });
    const { cards } = keep(folder).deck;
    const expected = poolOf(cards);
    for (const isAllFirst of [false, true]) {
      const pool = open(folder)?.deck.pool;
      if (pool === undefined) throw new Error('no pool');
      if (isAllFirst) expect(pool.cards).toHaveLength(cards.length);
      for (const [place, { key }] of cards.entries()) {
        expect([pool.keys[place], pool.placeOf(key)]).toEqual([key, place]);
        expect(plain(pool.cardAt(place))).toEqual(plain(expected.cardAt(place)));
        expect(pool.cardAt(place)).toBe(pool.cardAt(place));
      }
      expect(pool.cards.every((card, place) => card === pool.cardAt(place))).toBe(true);
      expect([pool.size, pool.placeOf('no-such-card')]).toEqual([cards.length, undefined]);
      expect(pool.lanes.map((lane) => [...Array.from(lane)])).toEqual(expected.lanes);
    }
  });

  it('costs one file where one has changed', () => {
    const folder = folderWith({
      '1.md': CARDS,
      '2.md': '## Why?\n\nBecause.\n',
      '3.md': '## So?\n\nYes.\n',
    });
    keep(folder);
    fs.writeFileSync(path.join(folder, '2.md'), '## Why not?\n\nBecause.\n');
    expect(open(folder)).toBeUndefined();
    const { disk, readsOf } = countingDisk();
    const at = place(folder);
    const read = readDeck(oldClock(disk), folder, at.from, { place: at });
    expect(read.looked).toBe(1);
    expect(readsOf('.md')).toEqual(['2.md']);
    expect(read.deck.cards.map(({ question }) => question)).toContain('Why not?');
  });

  it('is not looked through again where only the time of a file has changed, or its name', () => {
    const folder = folderWith({ '1.md': CARDS, '2.md': '## Why?\n\nBecause.\n' });
    keep(folder);
    fs.utimesSync(path.join(folder, '1.md'), new Date(5_000), new Date(5_000));
    fs.renameSync(path.join(folder, '2.md'), path.join(folder, '0.md'));
    const at = place(folder);
    const read = readDeck(oldClock(fs), folder, at.from, { place: at });
    expect(read.looked).toBe(0);
    expect(read.deck.cards[0]?.source.file).toBe(path.join('deck', '0.md'));
  });

  it('is read again where a file was changed within the last two seconds', () => {
    const folder = folderWith({ '1.md': CARDS });
    fs.writeFileSync(path.join(folder, '1.md'), CARDS);
    keep(folder);
    expect(open(folder)).toBeUndefined();
  });

  it.each<[string, (folder: string) => void]>([
    ['a file came', (folder) => fs.writeFileSync(path.join(folder, '9.md'), '## New?\n\nYes.\n')],
    ['a file went', (folder) => fs.rmSync(path.join(folder, '2.md'))],
    ['a folder came', (folder) => fs.mkdirSync(path.join(folder, 'more'))],
  ])('is read again where %s', (_, change) => {
    const folder = folderWith({ '1.md': CARDS, '2.md': '## Why?\n\nBecause.\n' });
    keep(folder);
    change(folder);
    expect(open(folder)).toBeUndefined();
  });

  it('is read again by another version of the program, and with other options', () => {
    const folder = folderWith({ '1.md': CARDS });
    keep(folder);
    expect(open(folder)).toBeDefined();
    expect(open(folder, fs, { build: '1.0.1' })).toBeUndefined();
    expect(open(folder, fs, { options: { questionLevel: 3 } })).toBeUndefined();
  });

  it('names its files from wherever it is opened', () => {
    const folder = folderWith({ '1.md': CARDS });
    keep(folder);
    expect(open(folder, fs, { from: folder })?.deck.cards[0]?.source.file).toBe('1.md');
  });
});

describe('a cache', () => {
  const files = (folder: string): readonly string[] =>
    fs.readdirSync(path.join(path.dirname(folder), 'cache'));

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['no JSON', () => Buffer.from('<html>\n<html>\n')],
    [
      'changed in one place',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        changed[changed.length - 40] = 0x22;
        return changed;
      },
    ],
  ])('that is %s is passed over, and made anew', (_, damage) => {
    const folder = folderWith({ '1.md': CARDS });
    const before = keep(folder);
    for (const name of files(folder)) {
      const file = path.join(path.dirname(folder), 'cache', name);
      fs.writeFileSync(file, damage(fs.readFileSync(file)));
    }
    expect(open(folder)).toBeUndefined();
    const again = keep(folder);
    expect(again.deck.cards.map(plain)).toEqual(before.deck.cards.map(plain));
    expect(open(folder)).toBeDefined();
  });

  it('of a large deck that is damaged in what was not read yet is thrown away, and says so', () => {
    const question = (n: number) => `Why is ${'very '.repeat(30)}large number ${n} so large?`;
    const cards = Array.from({ length: 2_000 }, (_, n) => `## ${question(n)}\n\nBecause ${n}.\n`);
    const folder = folderWith({ '1.md': cards.join('\n') });
    keep(folder);
    const index = files(folder).find((name) => name.endsWith('.index')) ?? '';
    const file = path.join(path.dirname(folder), 'cache', index);
    const bytes = fs.readFileSync(file);
    const at = bytes.lastIndexOf('number 1234 so');
    bytes[at] = 0x22;
    fs.writeFileSync(file, bytes);
    const deck = open(folder)?.deck;
    expect(deck?.cards[7]?.question).toBe(question(7));
    expect(() => deck?.cards[1_234]?.question).toThrow(/deck, is damaged/);
    expect(fs.existsSync(file)).toBe(false);
    expect(open(folder)).toBeUndefined();
    expect(keep(folder).deck.cards[1_234]?.question).toBe(question(1_234));
    expect(open(folder)?.deck.cards[1_234]?.question).toBe(question(1_234));
  });

  it('that cannot be written is no loss', () => {
    const folder = folderWith({ '1.md': CARDS });
    const full: Disk = {
      ...fs,
      writeSync: (() => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      }) as typeof fs.writeSync,
    };
    expect(keep(folder, full).deck.cards).toHaveLength(3);
    expect(open(folder)).toBeUndefined();
  });

  it('keeps the bodies of one state of a deck, and is for the user alone', () => {
    const folder = folderWith({ '1.md': CARDS });
    keep(folder);
    fs.writeFileSync(path.join(folder, '1.md'), `${CARDS}\nMore.\n`);
    keep(folder);
    expect(files(folder).filter((name) => name.endsWith('.bodies'))).toHaveLength(1);
    for (const name of files(folder)) {
      const { mode } = fs.statSync(path.join(path.dirname(folder), 'cache', name));
      expect(mode & 0o777).toBe(0o600);
    }
  });
});
