import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeck } from '../../src/storage/deck-files.ts';
import type { Disk } from '../../src/storage/disk.ts';
import { temporaryFolder } from '../support/quiz.ts';

/** A disk that refuses whatever has a name with `closed` in it, also to those who may read all. */
const refusing = (): Disk => {
  const refuse = (file: unknown): void => {
    if (!path.basename(String(file)).includes('closed')) return;
    throw Object.assign(new Error(`EACCES: permission denied, open '${String(file)}'`), {
      code: 'EACCES',
    });
  };
  const guarded = <Method extends (...args: never[]) => unknown>(method: Method): Method =>
    ((...args: never[]) => {
      refuse(args[0]);
      return method(...args);
    }) as Method;
  return {
    ...fs,
    readFileSync: guarded(fs.readFileSync as never),
    readdirSync: guarded(fs.readdirSync as never),
    openSync: guarded(fs.openSync),
  };
};

const CARD = '## What is a process?\n\nA program that runs.\n';

describe('a deck with what cannot be read', () => {
  it('names the file and the folder, and reads the others', () => {
    const deck = temporaryFolder();
    fs.mkdirSync(path.join(deck, 'closed'));
    for (const name of ['good.md', 'closed.md', 'closed/more.md']) {
      fs.writeFileSync(path.join(deck, name), CARD);
    }
    const { assembled, problems } = readDeck(refusing(), deck, deck);
    expect(assembled.deck.cards.map(({ source }) => source.file)).toEqual(['good.md']);
    expect(problems).toMatchObject([
      { code: 'E001', message: 'the folder cannot be read: permission denied (EACCES)' },
      { code: 'E001', message: 'the file cannot be read: permission denied (EACCES)' },
    ]);
    expect(problems.map(({ at }) => at?.file)).toEqual(['closed', 'closed.md']);
  });

  it('says why where it is the deck itself', () => {
    const deck = path.join(temporaryFolder(), 'closed.md');
    fs.writeFileSync(deck, CARD);
    const { assembled, problems } = readDeck(refusing(), deck, path.dirname(deck));
    expect(assembled.deck.cards).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'the file cannot be read: permission denied (EACCES)',
    ]);
  });
});
