import type { Disk } from '../storage/disk.ts';
import { progressLine } from '../terminal/progress-bar.ts';

/** What long work is shown on. */
interface Place {
  readonly stderr: { readonly isTTY: boolean; readonly columns: number; write(text: string): void };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly accessible?: boolean;
  /** A clock that never goes back, in ms. */
  readonly elapsed: () => number;
}

/** Tells how far work is. */
export type OnProgress = (done: number, total: number) => void;

/** Work that takes no longer is not shown. */
const SHOWN_AFTER = 300;
/** Milliseconds from one picture to the next. */
const REDRAWN_AFTER = 100;
const ERASE = '\r\u001B[K';

/**
 * Does work that may be long, and shows on standard error how far it is: only on a terminal, only
 * where it takes more than 300 ms, and erased when it is done. Where nothing is to move, one
 * sentence says that it takes a while, and one that it is done.
 *
 * @param what what is done, such as "Reading the deck"
 * @param unit what is counted, such as "files", or "bytes"
 */
export const showWork = <Result>(
  place: Place,
  what: string,
  unit: string,
  work: (onProgress: OnProgress) => Result,
): Result => {
  const { stderr, env, elapsed } = place;
  if (!stderr.isTTY) return work(() => undefined);
  const isSaid = place.accessible === true || (env['NO_MOTION'] ?? '') !== '';
  const startedAt = elapsed();
  let shownAt: number | undefined;
  let isOver = false;
  const show: OnProgress = (done, total) => {
    // A disk that tells of reads may be kept by whoever did the work.
    if (isOver) return;
    const now = elapsed();
    if (now - (shownAt ?? startedAt) < (shownAt === undefined ? SHOWN_AFTER : REDRAWN_AFTER))
      return;
    const isFirst = shownAt === undefined;
    shownAt = now;
    if (!isSaid) {
      const line = progressLine({ what, unit, done, total, startedAt }, now, stderr.columns);
      stderr.write(ERASE + line);
    } else if (isFirst) stderr.write(`${what}. This takes a while.\n`);
  };
  try {
    return work(show);
  } finally {
    isOver = true;
    if (shownAt !== undefined) stderr.write(isSaid ? `${what}: done.\n` : ERASE);
  }
};

/** So few bytes are read before there is anything to tell; what is left is not counted for them. */
const SOON_READ = 1 << 20;

/**
 * A disk that tells how many bytes were read from it in pieces.
 *
 * @param total how many there are to read; asked once, when much was read
 */
export const tellReads = (disk: Disk, total: () => number, onProgress: OnProgress): Disk => {
  let done = 0;
  let all: number | undefined;
  const readSync = (...args: Parameters<Disk['readSync']>): number => {
    const size = disk.readSync(...args);
    done += size;
    if (done < SOON_READ) return size;
    all ??= total();
    onProgress(done, all);
    return size;
  };
  return Object.assign(Object.create(disk) as Disk, { readSync: readSync as Disk['readSync'] });
};
