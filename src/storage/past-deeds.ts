import { type Deed, findDeeds } from '../progress/deeds.ts';
import type { Event } from '../progress/events.ts';
import { undoneIn } from '../progress/refold.ts';
import type { Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import { endOfLines, JournalReader, listJournals, START } from './journal.ts';

/** A deed that a journal has, and whether it was taken back since. */
export interface PastDeed extends Deed {
  readonly isUndone: boolean;
}

/** What of a journal's end is read at first; more where there are too few deeds in it. */
const FIRST_READ = 1 << 17;

const isUndo = ({ main }: Deed): boolean => main.type === 'undo';

/** The last deeds of a device, newest first, without those that are undos themselves. */
export const lastDeeds = (
  disk: Disk,
  folder: string,
  device: string,
  isWanted: (deed: PastDeed) => boolean,
  count: number,
): readonly PastDeed[] => {
  const undone = undoneEvents(disk, folder);
  const end = endOfLines(disk, folder, device);
  for (let size = FIRST_READ; ; size *= 8) {
    const from = Math.max(0, end - size);
    const reader = new JournalReader(disk, folder, device, { ...START, offset: from });
    const deeds = findDeeds(eventsOf(reader))
      .filter((deed) => !isUndo(deed))
      .map((deed) => withUndone(deed, undone))
      .filter(isWanted)
      .toReversed();
    // The first deed of a part may be the end of a longer one.
    if (from === 0 || deeds.length > count) return deeds.slice(0, count);
  }
};

/** The deed that an event belongs to, in whatever journal it is. */
export const findDeed = (disk: Disk, folder: string, id: string): PastDeed | undefined => {
  const session = id.slice(0, id.lastIndexOf('-'));
  for (const device of listJournals(disk, folder)) {
    const reader = new JournalReader(disk, folder, device, START);
    const events = eventsOf(reader, (event) => event.session === session);
    const deed = findDeeds(events).find(({ events: own }) => own.some((event) => event.id === id));
    if (deed !== undefined) return withUndone(deed, undoneEvents(disk, folder));
  }
  return undefined;
};

const withUndone = (deed: Deed, undone: ReadonlySet<string>): PastDeed => ({
  ...deed,
  isUndone: deed.events.some(({ id }) => undone.has(id)),
});

const eventsOf = (
  reader: JournalReader,
  isWanted: (event: Event) => boolean = () => true,
): readonly Event[] => {
  const events: Event[] = [];
  for (let entry = reader.next(); entry !== undefined; entry = reader.next()) {
    if (isWanted(entry.event)) events.push(entry.event);
  }
  return events;
};

/** Ids of all events that are taken back, by whatever device. */
const undoneEvents = (disk: Disk, folder: string): ReadonlySet<string> => {
  const ends = new Map(
    listJournals(disk, folder).map((device) => [device, endOfLines(disk, folder, device)]),
  );
  return undoneIn([...readInOrder(disk, folder, ends, { types: new Set(['undo']) })]);
};
