import path from 'node:path';
import { QuizError } from '../quiz-error.ts';
import { bodyReader } from './deck-cache.ts';
import { decodeIndex, encodeIndex } from './deck-index.ts';
import type { DeckSource } from './deck-source.ts';
import type { Disk } from './disk.ts';

/** The folder that the build writes the deck to, below the program's own. */
const compiledFolder = (root: string): string => path.join(root, 'dist', 'deck');

const INDEX = 'index';
const BODIES = 'bodies';
const NEWLINE = 0x0a;

/**
 * The shipped deck as the build compiles it, its files by name: an index, whose first line names
 * the deck's own files, and the bodies one after the other.
 */
export const compileDeck = ({ deck, readBody }: DeckSource): ReadonlyMap<string, string> => {
  const files = [...new Set(deck.cards.map(({ source }) => source.file))];
  const bodies = deck.cards.map(readBody);
  let end = 0;
  const ends = bodies.map((body) => {
    end += Buffer.byteLength(body);
    return end;
  });
  const index = [JSON.stringify(files), ...encodeIndex(deck, files, ends)];
  return new Map([
    [INDEX, index.join('\n')],
    [BODIES, bodies.join('')],
  ]);
};

/** Opens the compiled deck; of the bodies those are read that are shown. */
export const openShippedDeck = (disk: Disk, root: string): DeckSource => {
  const folder = compiledFolder(root);
  try {
    const bytes = disk.readFileSync(path.join(folder, INDEX));
    const end = bytes.indexOf(NEWLINE);
    const files = JSON.parse(bytes.toString('utf8', 0, end)) as readonly string[];
    const { deck, bodyOf } = decodeIndex(bytes, end + 1, files);
    const handle = disk.openSync(path.join(folder, BODIES), 'r');
    return { deck, readBody: bodyReader(disk, handle, bodyOf) };
  } catch (error) {
    throw new QuizError(
      `the deck that comes with llm-quiz cannot be read (${folder})`,
      'install llm-quiz again; in a clone, run `npm run build`',
      { cause: error },
    );
  }
};
