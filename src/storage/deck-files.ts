import { createHash } from 'node:crypto';
import path from 'node:path';
import { type AssembledDeck, assembleDeck } from '../deck/assemble.ts';
import { type FileOutline, type OutlineOptions, outlineFile } from '../deck/outline.ts';
import type { Problem } from '../deck/problem.ts';
import { type FileMark, readMarks, saveDeck } from './deck-cache.ts';
import { findDeckFiles, statOf } from './deck-folder.ts';
import { nameOf } from './deck-name.ts';
import { type DeckPlace, isSameStamp, type Stamp, settledStamp, stampOf } from './deck-place.ts';
import type { DeckSource } from './deck-source.ts';
import { decodeText, readBytes } from './deck-text.ts';
import type { Disk } from './disk.ts';
import { HASH_LENGTH, type OutlineCache, openOutlines, saveOutlines } from './outline-cache.ts';

export type { DeckSource } from './deck-source.ts';

/** A file of a deck, and what was found in it. */
export interface ReadFile {
  readonly name: string;
  /** Read when it is asked for; empty where it cannot be read. */
  readonly text: string;
  readonly hash: string;
  readonly outline: FileOutline;
}

/** A deck as its files have it, with everything that is wrong in them. */
export interface ReadDeck extends DeckSource {
  readonly assembled: AssembledDeck;
  readonly files: readonly ReadFile[];
  readonly skipped: readonly { readonly file: string; readonly headings: readonly string[] }[];
  readonly problems: readonly Problem[];
  /** Equal for decks with the same files. */
  readonly fingerprint: string;
  /** How many files were looked through, and not known from before. */
  readonly looked: number;
  /** Keeps what was read for the next time. */
  save(): void;
}

/** How a deck is read: what overrules its author, and where what was read is kept. */
export interface ReadOptions {
  readonly options?: OutlineOptions | undefined;
  readonly place?: DeckPlace | undefined;
  /** Is told after each file how many have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads a deck from a Markdown file, or from a folder of them. Throws a QuizError where there is
 * nothing to read; whatever is wrong in the text is a problem in the result.
 *
 * @param from the folder that relative paths are shown from
 */
export const readDeck = (
  disk: Disk,
  target: string,
  from: string,
  { options = {}, place, onProgress }: ReadOptions = {},
): ReadDeck => {
  const found = findDeckFiles(disk, target, from);
  const now = Date.now();
  const folders = found.folders.map(
    (folder) => [path.relative(target, folder), settledStamp(stampOf(disk, folder), now)] as const,
  );
  const reader = new FileReader(disk, target, from, options, place);
  const files = found.files.map((file, index) => {
    onProgress?.(index, found.files.length);
    return reader.read(file);
  });
  const outlines = files.map(({ outline }) => outline);
  const assembled = assembleDeck(outlines);
  const bodies = new Map(assembled.cards.map(({ card, body }) => [card.key, body]));
  const problems = [...found.problems, ...assembled.problems];
  const fingerprint = hashOf(
    files.map(({ mark: [file, , hash] }) => `${file}\n${hash}`).join('\n'),
  );
  const read: ReadDeck = {
    deck: assembled.deck,
    assembled,
    files,
    skipped: outlines.map(({ file, skipped }) => ({ file, headings: skipped })),
    problems,
    fingerprint,
    looked: reader.looked,
    readBody: (card) => bodies.get(card.key) ?? '',
    save() {
      // A deck with a part that could not be read is not remembered as the whole.
      if (place === undefined || found.problems.length > 0) return;
      if (reader.looked > 0) {
        saveOutlines(disk, place, new Map(files.map(({ hash, outline }) => [hash, outline])));
      }
      const marks = files.map(({ mark }) => mark);
      const cached = { source: read, fingerprint, files: marks, folders };
      saveDeck(disk, place, { ...cached, problems: problems.length });
    },
  };
  return read;
};

const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);

interface MarkedFile extends ReadFile {
  readonly mark: FileMark;
}

/** Reads the files of a deck, and of each only what is not known yet. */
class FileReader {
  /** How many files had to be looked through. */
  looked = 0;
  readonly #disk: Disk;
  readonly #target: string;
  readonly #from: string;
  readonly #options: OutlineOptions;
  readonly #marks: ReadonlyMap<string, FileMark>;
  readonly #known: OutlineCache | undefined;
  readonly #now = Date.now();

  constructor(
    disk: Disk,
    target: string,
    from: string,
    options: OutlineOptions,
    place: DeckPlace | undefined,
  ) {
    this.#disk = disk;
    this.#target = target;
    this.#from = from;
    this.#options = options;
    this.#marks = place === undefined ? new Map() : readMarks(disk, place);
    this.#known = place === undefined ? undefined : openOutlines(disk, place);
  }

  read(file: string): MarkedFile {
    const name = nameOf(file, this.#from);
    const relative = path.relative(this.#target, file);
    const stamp = stampOf(this.#disk, file);
    const [, before, hash = ''] = this.#marks.get(relative) ?? [];
    const known = isSameStamp(stamp, before) ? this.#known?.find(hash, name) : undefined;
    if (known !== undefined) {
      return this.#file(file, name, known, [relative, settledStamp(stamp, this.#now), hash]);
    }
    return this.#look(file, name, relative, stamp);
  }

  /** Reads a file and, where its content is a new one, looks through it. */
  #look(file: string, name: string, relative: string, stamp: Stamp | undefined): MarkedFile {
    const size = Number(statOf(this.#disk, file)?.size ?? 0);
    const bytes = readBytes(this.#disk, file, name, size);
    if (!(bytes instanceof Uint8Array)) {
      this.looked++;
      const outline = outlineFile(name, '');
      const failed = { ...outline, problems: [bytes, ...outline.problems] };
      // Its stamp is not trusted: a permission may come back without it.
      return this.#file(file, name, failed, [relative, [-1, -1, -1], hashOf(`! ${bytes.message}`)]);
    }
    const hash = hashOf(bytes);
    const mark: FileMark = [relative, settledStamp(stamp, this.#now), hash];
    const known = this.#known?.find(hash, name);
    if (known !== undefined) return this.#file(file, name, known, mark);
    this.looked++;
    const { text, problems } = decodeText(bytes, name);
    const outline = outlineFile(name, text, this.#options);
    const whole = { ...outline, problems: [...problems, ...outline.problems] };
    return this.#file(file, name, whole, mark, text);
  }

  #file(
    file: string,
    name: string,
    outline: FileOutline,
    mark: FileMark,
    text?: string,
  ): MarkedFile {
    const disk = this.#disk;
    let known = text;
    return {
      name,
      hash: mark[2],
      outline,
      mark,
      get text() {
        known ??= readAgain(disk, file, name);
        return known;
      },
    };
  }
}

const readAgain = (disk: Disk, file: string, name: string): string => {
  const bytes = readBytes(disk, file, name, Number(statOf(disk, file)?.size ?? 0));
  return bytes instanceof Uint8Array ? decodeText(bytes, name).text : '';
};
