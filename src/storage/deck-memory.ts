import path from 'node:path';
import type { VanishedCard } from '../deck/relink-cards.ts';
import { markOf } from '../session/random.ts';
import type { Disk } from './disk.ts';
import type { Paths } from './paths.ts';
import { makeFolderInside, replaceFile } from './safe-files.ts';

/**
 * What a deck was when it was last studied: by it one tells what has changed in it since, and
 * which progress is that of its cards. Its file can be lost: then less is recognised, and nothing
 * is wrong.
 */
export interface DeckMemory {
  /** Real path of the deck. */
  readonly path: string;
  readonly fingerprint: string;
  readonly cards: readonly VanishedCard[];
  /** Keys of cards that have progress, and had left the deck even then. */
  readonly orphans: readonly VanishedCard[];
}

const VERSION = 1;

const folderOf = ({ data }: Paths): string => path.join(data, 'decks');

const fileOf = (paths: Paths, deck: string): string =>
  path.join(folderOf(paths), `${markOf(deck)}.json`);

interface Head {
  readonly version: number;
  readonly path: string;
  readonly fingerprint: string;
}

const HEAD_SIZE = 8_192;

/** The fingerprint that a deck had when it was last studied; reads one line and no cards. */
export const readFingerprint = (disk: Disk, paths: Paths, deck: string): string | undefined => {
  try {
    const handle = disk.openSync(fileOf(paths, deck), 'r');
    try {
      const bytes = Buffer.alloc(HEAD_SIZE);
      const size = disk.readSync(handle, bytes, 0, HEAD_SIZE, 0);
      const [line = ''] = bytes.toString('utf8', 0, size).split('\n', 1);
      const head = JSON.parse(line) as Head;
      return head.version === VERSION && head.path === deck ? head.fingerprint : undefined;
    } finally {
      disk.closeSync(handle);
    }
  } catch {
    return undefined;
  }
};

/** A deck as it was when it was last studied; undefined where it never was, or nobody knows. */
export const readMemory = (disk: Disk, paths: Paths, deck: string): DeckMemory | undefined => {
  const memory = readFile(disk, fileOf(paths, deck));
  return memory?.path === deck ? memory : undefined;
};

const readFile = (disk: Disk, file: string): DeckMemory | undefined => {
  try {
    const [head, ...lines] = disk.readFileSync(file, 'utf8').trimEnd().split('\n');
    const { version, path: deck, fingerprint } = JSON.parse(head ?? '') as Head;
    if (version !== VERSION || typeof deck !== 'string') return undefined;
    const cards: VanishedCard[] = [];
    const orphans: VanishedCard[] = [];
    for (const line of lines) {
      const [kind, key, id, question, answerHash, sketch] = JSON.parse(line) as string[];
      const card = { key: key ?? '', id: id ?? '', question: question ?? '' };
      const whole = { ...card, answerHash: answerHash ?? '', sketch };
      (kind === 'o' ? orphans : cards).push(whole);
    }
    return { path: deck, fingerprint: String(fingerprint), cards, orphans };
  } catch {
    return undefined;
  }
};

/** Remembers a deck as it is now; what cannot be written is no loss of progress. */
export const saveMemory = (disk: Disk, paths: Paths, memory: DeckMemory, mark: string): void => {
  try {
    makeFolderInside(disk, paths.data, folderOf(paths));
    const head: Head = {
      version: VERSION,
      path: memory.path,
      fingerprint: memory.fingerprint,
    };
    const row = (kind: string, card: VanishedCard): string => {
      const { key, id, question, answerHash, sketch = '' } = card;
      return `\n${JSON.stringify([kind, key, id, question, answerHash, sketch])}`;
    };
    replaceFile(
      disk,
      fileOf(paths, memory.path),
      [
        JSON.stringify(head),
        ...memory.cards.map((card) => row('c', card)),
        ...memory.orphans.map((card) => row('o', card)),
        '\n',
      ],
      mark,
    );
  } catch {
    // The next study compares with what was known before.
  }
};

/** The keys of all other decks that were studied here and are still there. */
export const keysOfOthers = (disk: Disk, paths: Paths, deck: string): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const name of listMemories(disk, paths)) {
    const memory = readFile(disk, path.join(folderOf(paths), name));
    if (memory === undefined || memory.path === deck || !disk.existsSync(memory.path)) continue;
    for (const { key } of [...memory.cards, ...memory.orphans]) keys.add(key);
  }
  return keys;
};

/** The memories of decks that are no longer where they were: one of them may be this one. */
export const memoriesOfGone = (disk: Disk, paths: Paths): readonly DeckMemory[] =>
  listMemories(disk, paths).flatMap((name) => {
    const memory = readFile(disk, path.join(folderOf(paths), name));
    return memory !== undefined && !disk.existsSync(memory.path) ? [memory] : [];
  });

const listMemories = (disk: Disk, paths: Paths): readonly string[] => {
  try {
    return disk.readdirSync(folderOf(paths)).filter((name) => /^[0-9a-f]{16}\.json$/.test(name));
  } catch {
    return [];
  }
};
