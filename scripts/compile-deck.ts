import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../src/storage/deck-files.ts';
import { compileDeck, compiledFolder } from '../src/storage/shipped-deck.ts';

/** Compiles `questions/` into `dist/deck/`, so that a start parses no Markdown. */
const root = process.argv[2] ?? process.cwd();
const deck = readDeck(fs, path.join(root, 'questions'), root);
for (const { severity, message, at } of deck.problems) {
  if (severity === 'error') throw new Error(`${at.file}:${at.line}: ${message}`);
}
fs.mkdirSync(compiledFolder(root), { recursive: true });
for (const [file, text] of compileDeck(root, deck)) fs.writeFileSync(file, text);
