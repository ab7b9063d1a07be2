import { EXIT, QuizError, reasonOf } from '../quiz-error.ts';
import type { Disk } from './disk.ts';

const CHUNK = 1 << 18;

/** A file as text, piece by piece. Throws a QuizError where it is too large or cannot be read. */
export function* readText(disk: Disk, file: string, maxBytes: number): Generator<string> {
  let handle: number;
  try {
    handle = disk.openSync(file, 'r');
  } catch (error) {
    throw cannotOpen(file, error);
  }
  const decoder = new TextDecoder('utf-8');
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (let at = 0; ; ) {
      const size = disk.readSync(handle, chunk, 0, CHUNK, at);
      if (size === 0) break;
      at += size;
      if (at > maxBytes) {
        throw new QuizError(
          `${file} is larger than ${maxBytes >> 20} MB`,
          'import it in parts, or copy the journals and use `llm-quiz sync FOLDER`',
        );
      }
      yield decoder.decode(chunk.subarray(0, size), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof QuizError ? error : cannotOpen(file, error);
  } finally {
    disk.closeSync(handle);
  }
}

const cannotOpen = (file: string, error: unknown): QuizError =>
  new QuizError(`${file} cannot be read: ${reasonOf(error)}`, 'give the path of a file to import', {
    exitCode: EXIT.usage,
    cause: error,
  });
