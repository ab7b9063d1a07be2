import path from 'node:path';
import { type AssembledDeck, assembleDeck } from '../deck/assemble.ts';
import { type FileOutline, outlineFile } from '../deck/outline.ts';
import { createProblem, type Problem } from '../deck/problem.ts';
import type { Card, Deck } from '../deck/types.ts';
import { EXIT, QuizError, reasonOf } from '../quiz-error.ts';
import type { Disk } from './disk.ts';

/** A deck that can be studied: its cards, and the text under each question when it is wanted. */
export interface DeckSource {
  readonly deck: Deck;
  readBody(card: Card): string;
}

/** A deck as its files have it, with everything that is wrong in them. */
export interface ReadDeck extends DeckSource {
  readonly assembled: AssembledDeck;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly skipped: readonly { readonly file: string; readonly headings: readonly string[] }[];
  readonly problems: readonly Problem[];
}

/** Larger files are not decks, and would fill the memory. */
const MAX_FILE_SIZE = 20 * 1024 * 1024;
const MAX_FILES = 10_000;

/**
 * Reads a deck from a Markdown file, or from a folder of them. Throws a QuizError where there is
 * nothing to read; whatever is wrong in the text is a problem in the result.
 *
 * @param from the folder that relative paths are shown from
 */
export const readDeck = (disk: Disk, target: string, from: string): ReadDeck => {
  const files = listFiles(disk, target).map((file) => readText(disk, file, from));
  const outlines = files.map(({ name, text, problems }): FileOutline => {
    const outline = outlineFile(name, text);
    return { ...outline, problems: [...problems, ...outline.problems] };
  });
  const assembled = assembleDeck(outlines);
  const bodies = new Map(assembled.cards.map(({ card, body }) => [card.key, body]));
  return {
    deck: assembled.deck,
    assembled,
    files,
    skipped: outlines.map(({ file, skipped }) => ({ file, headings: skipped })),
    problems: assembled.problems,
    readBody: (card) => bodies.get(card.key) ?? '',
  };
};

const listFiles = (disk: Disk, target: string): readonly string[] => {
  const stat = statOf(disk, target);
  if (stat === undefined) {
    throw new QuizError(
      `there is no file or folder ${target}`,
      'give the path of a Markdown file, or of a folder with Markdown files',
      { exitCode: EXIT.usage },
    );
  }
  if (stat.isFile()) return [target];
  if (!stat.isDirectory()) {
    throw new QuizError(
      `${target} is neither a file nor a folder`,
      'give the path of a Markdown file',
      {
        exitCode: EXIT.usage,
      },
    );
  }
  const root = disk.realpathSync(target);
  const files = walk(disk, target, root, new Set());
  if (files.length === 0) {
    throw new QuizError(
      `there is no Markdown file in ${target}`,
      'a deck is a file, or files in a folder, whose names end in .md',
    );
  }
  return files;
};

const statOf = (disk: Disk, file: string): ReturnType<Disk['statSync']> => {
  try {
    return disk.statSync(file);
  } catch {
    return undefined;
  }
};

/** Markdown files below a folder, in natural order; no link leads out of it or round in it. */
const walk = (disk: Disk, folder: string, root: string, seen: Set<string>): string[] => {
  const real = disk.realpathSync(folder);
  if (seen.has(real) || (real !== root && !real.startsWith(root + path.sep))) return [];
  seen.add(real);
  const names = disk.readdirSync(folder).toSorted(naturally);
  return names
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((name) => {
      const file = path.join(folder, name);
      const stat = statOf(disk, file);
      if (stat?.isDirectory()) return walk(disk, file, root, seen);
      const isMarkdown = stat?.isFile() === true && /\.(?:md|markdown)$/i.test(name);
      return isMarkdown && disk.realpathSync(file).startsWith(root + path.sep) ? [file] : [];
    })
    .slice(0, MAX_FILES);
};

const naturally = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : 1);

interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

const readText = (disk: Disk, file: string, from: string): TextFile => {
  const relative = path.relative(from, file);
  const name = relative.startsWith('..') || relative === '' ? file : relative;
  const start = { file: name, line: 1, column: 1 };
  const failed = (message: string, help: string): TextFile => ({
    name,
    text: '',
    problems: [createProblem('E001', start, message, help)],
  });
  const size = Number(statOf(disk, file)?.size ?? 0);
  if (size > MAX_FILE_SIZE) {
    return failed(
      `the file has ${Math.round(size / 1_048_576)} MB; the limit is 20 MB`,
      'split it into smaller files',
    );
  }
  try {
    return decode(name, disk.readFileSync(file));
  } catch (error) {
    return failed(
      `the file cannot be read: ${reasonOf(error)}`,
      'allow reading it, or leave it out',
    );
  }
};

const decode = (name: string, bytes: Uint8Array): TextFile => {
  const at = { file: name, line: 1, column: 1 };
  if (bytes.includes(0)) {
    const problem = createProblem('E001', at, 'the file is not text', 'save it as UTF-8 text');
    return { name, text: '', problems: [problem] };
  }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder().decode(bytes);
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    const message = 'the file is not UTF-8; what could not be read shows as \uFFFD';
    return {
      name,
      text,
      problems: [createProblem('E001', { ...at, line }, message, 'save it as UTF-8')],
    };
  }
};
