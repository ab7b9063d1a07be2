import path from 'node:path';
import { EVENT_VERSION, type Happening, type KnownEvent } from '../progress/events.ts';
import { Ledger } from '../progress/ledger.ts';
import type { Entry } from '../progress/order.ts';
import type { Snapshot } from '../progress/snapshot.ts';
import { QuizError } from '../quiz-error.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { DAY_MS, type Timestamp, toTimestamp } from '../scheduler/units.ts';
import { makeBackup } from './backup.ts';
import { ensureDevice, type Host, readDevice } from './device.ts';
import { cannotWrite, type Disk, makeFolder } from './disk.ts';
import { foldJournals } from './fold-journals.ts';
import { journalFile } from './journal.ts';
import { JournalFolder } from './journal-folder.ts';
import { type JournalWriter, openJournal, type Written } from './journal-writer.ts';
import { FORMAT, migrate, requireFormat } from './migrations.ts';
import type { Paths } from './paths.ts';
import { guardFolder, makeFolderInside } from './safe-files.ts';
import { SetAside } from './set-aside.ts';
import { formatSnapshot, readSnapshot, whyDamaged, writeSnapshot } from './snapshot-file.ts';
import type { TwinFile } from './twin-file.ts';

/** What a store needs from the world around it. */
export interface StoreOptions {
  readonly disk: Disk;
  readonly paths: Paths;
  readonly host: Host;
  /** Hexadecimal digits that nobody else has: two for each byte. */
  readonly randomHex: (bytes: number) => string;
  /** The clock, to notice reviews that are dated in the future. */
  readonly now?: () => Timestamp;
}

/** A new snapshot is worth its write when a start would fold this many events. */
const SNAPSHOT_AFTER = 200;

/** Bytes of an event, about: lines that could not be read take time at each start as well. */
const EVENT_SIZE = 200;

/** Behind a snapshot lies little; a journal that grew by more is read from its start, in less memory. */
const MAX_TAIL = 4 << 20;

/** How often an append is tried where the file is taken away under it. */
const TRIES = 3;

/** The progress of this user on this disk: journals, snapshot, and the state folded from them. */
export class ProgressStore {
  readonly ledger: Ledger;
  readonly #options: StoreOptions;
  readonly #journals: JournalFolder;
  readonly #aside: SetAside;
  #writer: JournalWriter | undefined;
  #device: string;
  #counter = 0;
  #sinceSnapshot = 0;
  #session: string | undefined;
  #isClosed = false;
  /** The snapshot that the state came from, parts of which may not have been read. */
  #snapshot: TwinFile | undefined;
  #notices: string[] = [];
  readonly #told = new Set<string>();
  /** Events whose write failed: they may be there all the same. */
  #doubtful: readonly KnownEvent[] = [];

  constructor(options: StoreOptions) {
    const { disk, paths, host } = options;
    this.#options = options;
    this.#migrate();
    this.#device = readDevice(disk, paths.data, host) ?? '';
    this.#aside = new SetAside(disk, paths, (notice) => this.#tell(notice));
    this.#journals = new JournalFolder(disk, paths.progress, (damage) => this.#aside.lines(damage));
    const snapshot = this.#readSnapshot();
    this.ledger = new Ledger(this.#journals, snapshot?.base);
    if (snapshot === undefined) this.#startOver();
    else this.#takeIn(MAX_TAIL);
    this.#tellFuture();
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
    const { disk, paths, host, randomHex } = this.#options;
    if (this.#writer !== undefined) return;
    makeFolder(disk, paths.data);
    makeFolderInside(disk, paths.data, path.join(paths.data, 'devices'));
    makeFolderInside(disk, paths.data, paths.progress);
    this.#device = ensureDevice(disk, paths.data, host, () => randomHex(6));
    this.#writer = openJournal(disk, paths.progress, this.#device);
  }

  /**
   * Writes what happened to the journal and the disk, and then takes it into the state. When this
   * returns, it is there for good; when it throws a QuizError, it counts as not done.
   *
   * @returns the ids of the events, in order
   */
  record(happenings: readonly Happening[], moment: Moment): readonly string[] {
    if (happenings.length === 0) return [];
    this.open();
    const undos = this.#takeBackDoubtful().map((undo) => this.#eventOf(undo, moment));
    const own = happenings.map((happening) => this.#eventOf(happening, moment));
    try {
      this.#append([...undos, ...own]);
    } catch (error) {
      this.#doubtful = [...this.#doubtful, ...own];
      throw error;
    }
    this.#doubtful = [];
    return own.map(({ id }) => id);
  }

  #eventOf(happening: Happening, moment: Moment): KnownEvent {
    const { device, session } = this;
    const id = `${session}-${(this.#counter++).toString(36)}`;
    const t = toTimestamp(Math.round(moment.at));
    return { v: EVENT_VERSION, id, device, session, t, day: moment.day, ...happening };
  }

  /** Takes in what other windows and devices have written since. */
  refresh(): void {
    try {
      this.#takeIn();
      this.#tellFuture();
    } catch (error) {
      // What others did can wait; what this window does is checked when it is written.
      if (!(error instanceof QuizError)) throw error;
      this.#tell(`What other windows did could not be read: ${error.message}.`);
    }
  }

  /**
   * Lets go of the journal, and saves a snapshot where it is worth it; never after Ctrl-C, as
   * nobody waits for it then. A store that is closed stays closed.
   */
  async close({ snapshot = true }: { readonly snapshot?: boolean } = {}): Promise<void> {
    this.#letGo();
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (snapshot && this.#sinceSnapshot >= SNAPSHOT_AFTER) await this.saveSnapshot();
  }

  /** Writes a snapshot; false where it could not be, which is no loss. */
  async saveSnapshot(): Promise<boolean> {
    const { disk, paths } = this.#options;
    let text: string;
    try {
      // In a folder of its own the cache may be a link; inside the data folder it may not lead out.
      const isInside = !path.relative(paths.data, paths.cache).startsWith('..');
      if (isInside) guardFolder(disk, paths.data, paths.cache);
      makeFolder(disk, paths.cache);
      text = formatSnapshot({ journals: this.#journals.marks, base: this.ledger.toBase() });
    } catch {
      return false;
    }
    // All of it has been read now, and some systems replace no file that is open.
    this.#snapshot?.close();
    this.#snapshot = undefined;
    this.#sinceSnapshot = 0;
    return writeSnapshot(disk, paths.snapshot, text, this.session);
  }

  /** Reads everything again, whatever the snapshot says. */
  rebuild(): void {
    this.#startOver();
  }

  /** Whoever comes first with a newer program brings the folder to its format. */
  #migrate(): void {
    const { disk, paths, randomHex, now } = this.#options;
    if (requireFormat(disk, paths) === FORMAT) return;
    const at = now?.() ?? toTimestamp(0);
    migrate(disk, paths, {
      backUp: () => makeBackup(disk, paths, 'migration', at),
      mark: randomHex(6),
    });
  }

  #letGo(): void {
    this.#writer?.close();
    this.#writer = undefined;
  }

  #append(events: readonly KnownEvent[]): void {
    const { disk, paths } = this.#options;
    let missing = events;
    for (let tries = 0; missing.length > 0; tries++) {
      if (tries === TRIES) {
        const error = new Error('what was written is not there');
        throw cannotWrite(journalFile(paths.progress, this.#device), error);
      }
      if (tries > 0) {
        // A sync tool has put another file in its place, or a line that another window tore on a
        // full disk has swallowed ours. Opened again, the journal is looked at anew.
        this.#letGo();
        this.#writer = openJournal(disk, paths.progress, this.#device);
      }
      if (this.#writer === undefined) continue;
      const isThere = this.#takeInOwn(this.#writer, this.#writer.append(missing));
      missing = isThere ? [] : missing.filter(({ id }) => !this.ledger.has(id));
    }
  }

  /** A write that failed may be on the disk all the same: then it is taken back before the next. */
  #takeBackDoubtful(): readonly Happening[] {
    if (this.#doubtful.length === 0) return [];
    this.#takeIn();
    return this.#doubtful
      .filter(({ id, type }) => type !== 'start' && type !== 'end' && this.ledger.has(id))
      .map((event) => {
        const undo = { type: 'undo', target: event.id } as const;
        return 'card' in event ? { ...undo, card: event.card } : undo;
      })
      .toReversed();
  }

  /** What this window wrote is taken in as it stands on the disk; true where all of it does. */
  #takeInOwn(writer: JournalWriter, written: Written): boolean {
    const entries = this.#journals.takeOwn(writer, written);
    if (entries === undefined) this.#takeIn();
    else this.#apply(entries);
    return entries !== undefined;
  }

  #takeIn(most?: number): void {
    const entries = this.#journals.readNew(most);
    if (typeof entries === 'string') this.#startOver();
    else this.#apply(entries);
  }

  #apply(entries: readonly Entry[]): void {
    this.#sinceSnapshot += entries.length;
    if (entries.length > 0) this.ledger.apply(entries);
  }

  #startOver(): void {
    this.#journals.startOver();
    this.ledger.rebuild();
    const lines = Math.floor(this.#journals.bytes / EVENT_SIZE);
    this.#sinceSnapshot = Math.max(this.ledger.events, lines);
  }

  #readSnapshot(): Snapshot | undefined {
    const { disk, paths } = this.#options;
    const read = readSnapshot(disk, paths.snapshot, (reason, marks) => {
      this.#aside.snapshot(whyDamaged(reason));
      this.#sinceSnapshot = SNAPSHOT_AFTER;
      return foldJournals(disk, paths.progress, marks);
    });
    if (read.kind === 'damaged') this.#aside.snapshot(read.why);
    if (read.kind !== 'ok') return undefined;
    const isUsed = this.#journals.resume(read.snapshot.journals);
    if (isUsed) this.#snapshot = read.file;
    else read.file.close();
    return isUsed ? read.snapshot : undefined;
  }

  #tellFuture(): void {
    const now = this.#options.now?.();
    if (now === undefined) return;
    for (const [device, latest] of this.#journals.latest) {
      if (latest <= now + DAY_MS) continue;
      const whose = device === this.#device ? 'this computer' : `another device (${device})`;
      const until = new Date(latest).toISOString().slice(0, 10);
      this.#tell(
        `Reviews of ${whose} are dated in the future, up to ${until}. They count as they are; set its clock right.`,
      );
    }
  }

  #tell(notice: string): void {
    if (this.#told.has(notice)) return;
    this.#told.add(notice);
    this.#notices.push(notice);
  }
}
