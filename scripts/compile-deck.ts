import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../src/storage/deck-files.ts';
import { compileDeck } from '../src/storage/shipped-deck.ts';

/** Compiles `questions/` into the `deck` folder of a build, so that a start parses no Markdown. */
const [root = process.cwd(), dist = path.join(root, 'dist')] = process.argv.slice(2);
const deck = readDeck(fs, path.join(root, 'questions'), root);
for (const { severity, message, at } of deck.problems) {
  if (severity === 'error') throw new Error(`${at.file}:${at.line}: ${message}`);
}
fs.mkdirSync(path.join(dist, 'deck'), { recursive: true });
for (const [name, bytes] of compileDeck(deck)) {
  fs.writeFileSync(path.join(dist, 'deck', name), bytes);
}
