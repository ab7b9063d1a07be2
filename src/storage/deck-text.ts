import { createProblem, type Problem } from '../deck/problem.ts';
import { reasonOf } from '../quiz-error.ts';
import type { Disk } from './disk.ts';

/** Larger files are not decks, and would fill the memory. */
export const MAX_FILE_SIZE = 20 * 1024 * 1024;

/** A file's text, and what is wrong with it as a file. */
export interface DeckText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The bytes of a file, or why there are none. */
export const readBytes = (
  disk: Disk,
  file: string,
  name: string,
  size: number,
): Uint8Array | Problem => {
  const at = { file: name, line: 1, column: 1 };
  if (size > MAX_FILE_SIZE) {
    return createProblem(
      'E001',
      at,
      `the file has ${Math.round(size / 1_048_576)} MB; the limit is 20 MB`,
      'split it into smaller files',
    );
  }
  try {
    return disk.readFileSync(file);
  } catch (error) {
    const message = `the file cannot be read: ${reasonOf(error)}`;
    return createProblem('E001', at, message, 'allow reading it, or leave it out');
  }
};

/** Decodes UTF-8; whatever else a file may be is a problem and not an exception. */
export const decodeText = (bytes: Uint8Array, name: string): DeckText => {
  const at = { file: name, line: 1, column: 1 };
  const isUtf16 = isMark(bytes, 0xff, 0xfe) || isMark(bytes, 0xfe, 0xff);
  if (isUtf16 || bytes.includes(0)) {
    const what = isUtf16 ? 'the file is UTF-16 text' : 'the file is not text';
    return { text: '', problems: [createProblem('E001', at, what, 'save it as UTF-8 text')] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder().decode(bytes);
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    const message = 'the file is not UTF-8; what could not be read shows as \uFFFD';
    return {
      text,
      problems: [createProblem('E001', { ...at, line }, message, 'save it as UTF-8')],
    };
  }
};

const isMark = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second;
