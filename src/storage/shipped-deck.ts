import path from 'node:path';
import { QuizError } from '../quiz-error.ts';
import { bodyReader } from './deck-cache.ts';
import { endsOf } from './deck-columns.ts';
import { type Common, decodeIndex } from './deck-index.ts';
import type { DeckSource } from './deck-source.ts';
import type { Disk } from './disk.ts';
import { encodeIndex } from './encode-index.ts';

/** The folder that the build writes the deck to, below the program's own. */
const compiledFolder = (root: string): string => path.join(root, 'dist', 'deck');

const INDEX = 'index';
const BODIES = 'bodies';
const NEWLINE = 0x0a;

/** The first line of the index. */
interface Head {
  /** The deck's own files. */
  readonly files: readonly string[];
  readonly common: Common;
}

/**
 * The shipped deck as the build compiles it, its files by name: an index, and the bodies one after
 * the other.
 */
export const compileDeck = ({ deck, readBody }: DeckSource): ReadonlyMap<string, Uint8Array> => {
  const files = [...new Set(deck.cards.map(({ source }) => source.file))];
  const bodies = deck.cards.map((card) => Buffer.from(readBody(card)));
  const { common, columns } = encodeIndex(deck, files, endsOf(bodies));
  const head: Head = { files, common };
  return new Map([
    [INDEX, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...columns])],
    [BODIES, Buffer.concat(bodies)],
  ]);
};

/** Opens the compiled deck; of the bodies those are read that are shown. */
export const openShippedDeck = (disk: Disk, root: string): DeckSource => {
  const folder = compiledFolder(root);
  try {
    const bytes = disk.readFileSync(path.join(folder, INDEX));
    const end = bytes.indexOf(NEWLINE);
    const { files, common } = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const read = (from: number, to: number): Buffer => bytes.subarray(from, to);
    const { deck, bodyOf } = decodeIndex(common, end + 1, read, (file) => files[file] ?? '');
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
