import path from 'node:path';
import type { Happening, KnownEvent } from '../progress/events.ts';
import { EVENT_VERSION } from '../progress/events.ts';
import { type History, Ledger } from '../progress/ledger.ts';
import type { Entry } from '../progress/order.ts';
import type { Snapshot } from '../progress/snapshot.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { toTimestamp } from '../scheduler/units.ts';
import { ensureDevice, type Host, readDevice } from './device.ts';
import { type Disk, FILE_MODE, makeFolder } from './disk.ts';
import {
  bytesBefore,
  type Cursor,
  type DamagedLine,
  type JournalWriter,
  listJournals,
  openJournal,
  readJournal,
  START,
} from './journal.ts';
import type { Paths } from './paths.ts';
import { readSnapshot, writeSnapshot } from './snapshot-file.ts';

/** What a store needs from the world around it. */
export interface StoreOptions {
  readonly disk: Disk;
  readonly paths: Paths;
  readonly host: Host;
  /** Hexadecimal digits that nobody else has: two for each byte. */
  readonly randomHex: (bytes: number) => string;
}

/** A new snapshot is worth its write when a start would fold this many events. */
const SNAPSHOT_AFTER = 200;

/** The progress of this user on this disk: journals, snapshot, and the state folded from them. */
export class ProgressStore {
  readonly ledger: Ledger;
  readonly #options: StoreOptions;
  readonly #cursors = new Map<string, Cursor>();
  #writer: JournalWriter | undefined;
  #device: string;
  #counter = 0;
  #sinceSnapshot = 0;
  #session: string | undefined;
  #notices: string[] = [];

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#device = readDevice(options.disk, options.paths.data, options.host) ?? '';
    const snapshot = this.#readSnapshot();
    const history: History = {
      readCards: (keys) => this.#readHistory(keys),
      readAll: () => this.#readHistory(undefined),
    };
    for (const [device, { offset, maxT }] of snapshot?.journals ?? []) {
      this.#cursors.set(device, { offset, maxT: toTimestamp(maxT) });
    }
    this.ledger = new Ledger(history, snapshot?.base);
    this.refresh();
  }

  /** This device's name, empty before its first event. */
  get device(): string {
    return this.#device;
  }

  /** This process's name in the journal: 64 random bits. */
  get session(): string {
    this.#session ??= this.#options.randomHex(8);
    return this.#session;
  }

  /** What the person should know of files that could not be read, a sentence each, and once. */
  takeNotices(): readonly string[] {
    const notices = this.#notices;
    this.#notices = [];
    return notices;
  }

  /**
   * Makes sure that progress can be saved. Throws a QuizError that says what stands in the way.
   */
  open(): void {
    const { disk, paths, host } = this.#options;
    if (this.#writer !== undefined) return;
    makeFolder(disk, paths.data);
    this.#device = ensureDevice(disk, paths.data, host, () => this.#options.randomHex(6));
    this.#writer = openJournal(disk, paths.progress, this.#device);
  }

  /**
   * Writes what happened to the journal and the disk, and then takes it into the state. When this
   * returns, it is there for good; when it throws a QuizError, the state is as it was.
   *
   * @returns the ids of the events, in order
   */
  record(happenings: readonly Happening[], { at, day }: Moment): readonly string[] {
    if (happenings.length === 0) return [];
    this.open();
    const events = happenings.map(
      (happening, index): KnownEvent => ({
        v: EVENT_VERSION,
        id: `${this.session}-${(this.#counter + index).toString(36)}`,
        device: this.#device,
        session: this.session,
        t: toTimestamp(Math.round(at)),
        day,
        ...happening,
      }),
    );
    this.#writer?.append(events);
    // A write that fails gives its ids back: written again, the event is still one event.
    this.#counter += events.length;
    this.refresh();
    return events.map(({ id }) => id);
  }

  /** Takes in what other windows and devices have written since. */
  refresh(): void {
    const { disk, paths } = this.#options;
    const entries: Entry[] = [];
    for (const device of listJournals(disk, paths.progress)) {
      const cursor = this.#cursors.get(device) ?? START;
      const read = readJournal(disk, paths.progress, device, cursor);
      this.#cursors.set(device, read.cursor);
      for (const line of read.damaged) this.#setAside(line);
      entries.push(...read.entries);
    }
    this.#sinceSnapshot += entries.length;
    if (entries.length > 0) this.ledger.apply(entries);
  }

  /** Saves a snapshot where it is worth it, and lets go of the journal. */
  async close(): Promise<void> {
    this.#writer?.close();
    this.#writer = undefined;
    if (this.#sinceSnapshot < SNAPSHOT_AFTER) return;
    await this.saveSnapshot();
  }

  async saveSnapshot(): Promise<void> {
    const { disk, paths } = this.#options;
    const journals = new Map(
      [...this.#cursors].map(([device, { offset, maxT }]) => [
        device,
        { offset, maxT, before: bytesBefore(disk, paths.progress, device, offset) },
      ]),
    );
    await writeSnapshot(disk, paths.snapshot, { journals, base: this.ledger.toBase() });
  }

  #readSnapshot(): Snapshot | undefined {
    const { disk, paths } = this.#options;
    const read = readSnapshot(disk, paths.snapshot);
    if (read.kind === 'damaged') this.#moveSnapshotAside(read.why);
    if (read.kind !== 'ok') return undefined;
    return this.#isOfTheseJournals(read.snapshot) ? read.snapshot : undefined;
  }

  /** A journal that shrank, went or was replaced makes a snapshot of it worthless. */
  #isOfTheseJournals({ journals }: Snapshot): boolean {
    const { disk, paths } = this.#options;
    return [...journals].every(
      ([device, { offset, before }]) =>
        bytesBefore(disk, paths.progress, device, offset) === before,
    );
  }

  #moveSnapshotAside(why: string): void {
    const { disk, paths } = this.#options;
    const aside = this.#asideName('snapshot.json');
    try {
      makeFolder(disk, paths.damaged);
      disk.renameSync(paths.snapshot, aside);
      this.#notices.push(
        `The snapshot of your progress could not be read (${why}). It was rebuilt from your reviews; the damaged file is kept as ${aside}.`,
      );
    } catch {
      this.#notices.push(
        `The snapshot of your progress, ${paths.snapshot}, could not be read (${why}). Your reviews are all there; delete that file to be rid of this message.`,
      );
    }
  }

  #asideName(name: string): string {
    const { disk, paths } = this.#options;
    let aside = path.join(paths.damaged, name);
    for (let copy = 2; disk.existsSync(aside); copy++) {
      aside = path.join(paths.damaged, `${copy}-${name}`);
    }
    return aside;
  }

  /** Keeps a damaged line in a file of its own, once, and says so. */
  #setAside({ device, offset, text }: DamagedLine): void {
    const { disk, paths } = this.#options;
    const file = path.join(paths.damaged, `${device}-${offset}.txt`);
    if (disk.existsSync(file)) return;
    const where = `One line of your review journal (${device}.jsonl, byte ${offset}) could not be read, such as after a crash. All others are used`;
    try {
      makeFolder(disk, paths.damaged);
      disk.writeFileSync(file, text, { mode: FILE_MODE, flag: 'wx' });
      this.#notices.push(`${where}; the line is kept as ${file}.`);
    } catch {
      this.#notices.push(`${where}.`);
    }
  }

  #readHistory(keys: ReadonlySet<string> | undefined): Entry[] {
    const { disk, paths } = this.#options;
    const names =
      keys === undefined ? undefined : [...keys].map((key) => `"card":${JSON.stringify(key)}`);
    const keep = (line: string): boolean =>
      names === undefined || names.some((name) => line.includes(name));
    // Not beyond what has been taken in: lines behind the cursor come with the next refresh.
    return [...this.#cursors].flatMap(([device, { offset }]) =>
      readJournal(disk, paths.progress, device, START, keep).entries.filter(
        ({ order }) => order.offset < offset,
      ),
    );
  }
}
