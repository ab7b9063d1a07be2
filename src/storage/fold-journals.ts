import type { LedgerBase } from '../progress/base.ts';
import { foldAll } from '../progress/fold.ts';
import type { Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import { endOfLines, listJournals } from './journal.ts';

/**
 * The state as all events give it, read from their start.
 *
 * @param marks how far to read the journals; all that is there, unless they are given
 */
export const foldJournals = (
  disk: Disk,
  folder: string,
  marks: ReadonlyMap<string, { readonly offset: number }> = endsOf(disk, folder),
): LedgerBase => {
  const ends = new Map([...marks].map(([device, { offset }]) => [device, offset]));
  return foldAll((types) => readInOrder(disk, folder, ends, { types }));
};

const endsOf = (disk: Disk, folder: string): ReadonlyMap<string, { readonly offset: number }> =>
  new Map(
    listJournals(disk, folder).map((device) => [
      device,
      { offset: endOfLines(disk, folder, device) },
    ]),
  );
