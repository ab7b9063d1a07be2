import fs from 'node:fs';
import path from 'node:path';
import { type AssembledDeck, assembleDeck } from '../../src/deck/assemble.ts';
import { type FileOutline, type OutlineOptions, outlineFile } from '../../src/deck/outline.ts';
import { ROOT } from '../support/quiz.ts';

const FIXTURES = path.join(ROOT, 'test', 'fixtures', 'banks');

/** Banks that belong to their authors: read where they are, and only where they are. */
export const SHARED = path.join(ROOT, '..', 'shared', 'decks');

export const hasShared = fs.existsSync(path.join(SHARED, 'expected.json'));

export const bankNames: readonly string[] = fs
  .readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace(/\.md$/, ''));

export const bankText = (name: string): string =>
  fs.readFileSync(path.join(FIXTURES, `${name}.md`), 'utf8');

export const outlineBank = (name: string, options?: OutlineOptions): FileOutline =>
  outlineFile(`${name}.md`, bankText(name), options);

export const deckOf = (name: string): AssembledDeck => assembleDeck([outlineBank(name)]);

export const outlineText = (text: string, options?: OutlineOptions): FileOutline =>
  outlineFile('bank.md', text, options);

export const questionsOf = (outline: FileOutline): readonly string[] =>
  outline.cards.map(({ question }) => question);

/** Every bank that tests may read, by name. */
export const allBanks = (): ReadonlyMap<string, string> =>
  new Map([
    ...bankNames.map((name): [string, string] => [name, bankText(name)]),
    ...(hasShared
      ? fs
          .readdirSync(SHARED)
          .filter((name) => name.endsWith('.md'))
          .map((name): [string, string] => [name, fs.readFileSync(path.join(SHARED, name), 'utf8')])
      : []),
  ]);
