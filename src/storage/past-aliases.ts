import { isKnown } from '../progress/events.ts';
import type { Disk } from './disk.ts';
import { JournalReader, listJournals, START } from './journal.ts';

const ALIASES: ReadonlySet<string> = new Set(['alias']);

/** Every link that was ever made, as `from` and `to` in one line, those too that were taken back. */
export const readPastAliases = (disk: Disk, folder: string): ReadonlySet<string> => {
  const links = new Set<string>();
  for (const device of listJournals(disk, folder)) {
    const reader = new JournalReader(disk, folder, device, START, { types: ALIASES });
    for (let entry = reader.next(); entry !== undefined; entry = reader.next()) {
      const { event } = entry;
      if (isKnown(event) && event.type === 'alias') links.add(`${event.from}\n${event.to}`);
    }
  }
  return links;
};
