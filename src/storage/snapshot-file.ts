import path from 'node:path';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from '../progress/snapshot.ts';
import { reasonOf } from '../quiz-error.ts';
import type { Disk } from './disk.ts';

export type ReadSnapshot =
  | { readonly kind: 'none' }
  /** Made by another version of the fold: thrown away without a word. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'ok'; readonly snapshot: Snapshot };

/** Reads the snapshot with no more than the file system: conf costs more than the whole start. */
export const readSnapshot = (disk: Disk, file: string): ReadSnapshot => {
  let text: string;
  try {
    text = disk.readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? { kind: 'none' } : { kind: 'damaged', why: reasonOf(error) };
  }
  try {
    const snapshot = decodeSnapshot(JSON.parse(text));
    return snapshot === 'stale' ? { kind: 'stale' } : { kind: 'ok', snapshot };
  } catch {
    return { kind: 'damaged', why: 'it is not what llm-quiz wrote' };
  }
};

/**
 * Writes the snapshot with conf, and reads it back: on a nearly full disk conf publishes half a
 * file without an error. A snapshot that cannot be written is no loss, so nothing is thrown.
 */
export const writeSnapshot = async (
  disk: Disk,
  file: string,
  snapshot: Snapshot,
): Promise<void> => {
  try {
    const { default: Conf } = await import('conf');
    const value = encodeSnapshot(snapshot);
    const store = new Conf<Record<string, unknown>>({
      cwd: path.dirname(file),
      configName: path.basename(file, '.json'),
      projectName: 'llm-quiz',
      projectSuffix: '',
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      // The old snapshot is never looked at: each write replaces it as a whole.
      deserialize: () => ({}),
      serialize: (whole) => JSON.stringify(whole),
    });
    store.store = value;
    if (disk.readFileSync(file, 'utf8') !== JSON.stringify(value)) removeQuietly(disk, file);
  } catch {
    removeQuietly(disk, file);
  }
};

const removeQuietly = (disk: Disk, file: string): void => {
  try {
    disk.rmSync(file, { force: true });
  } catch {
    // It is read as damaged at the next start, and rebuilt.
  }
};
