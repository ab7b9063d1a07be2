import path from 'node:path';
import { type Disk, FILE_MODE, FOLDER_MODE } from './disk.ts';
import { journalFile } from './journal.ts';
import { makeFolderInside, writeWhole } from './safe-files.ts';

/** Characters that are kept back for one write. */
const BATCH = 1 << 16;

/** Journals on their way in: written to a folder of their own, and merged from there. */
export class Staging {
  readonly folder: string;
  readonly #disk: Disk;
  readonly #open = new Map<string, { readonly handle: number; pending: string }>();

  /** Makes the folder below `root`; throws a QuizError where it cannot. */
  constructor(disk: Disk, root: string, mark: string) {
    this.#disk = disk;
    this.folder = path.join(root, `.staging-${mark}`);
    makeFolderInside(disk, root, root);
    disk.mkdirSync(this.folder, { mode: FOLDER_MODE });
  }

  /** Adds a line to a device's journal. */
  add(device: string, line: string): void {
    const known = this.#open.get(device);
    const journal = known ?? {
      handle: this.#disk.openSync(journalFile(this.folder, device), 'wx', FILE_MODE),
      pending: '',
    };
    if (known === undefined) this.#open.set(device, journal);
    journal.pending += `${line}\n`;
    if (journal.pending.length > BATCH) this.#flush(journal);
  }

  /** How many journals there are. */
  get devices(): number {
    return this.#open.size;
  }

  /** Writes what is kept back. */
  finish(): void {
    for (const journal of this.#open.values()) this.#flush(journal);
  }

  /** Removes the folder; it never held the only copy of anything. */
  remove(): void {
    for (const { handle } of this.#open.values()) this.#disk.closeSync(handle);
    this.#open.clear();
    this.#disk.rmSync(this.folder, { recursive: true, force: true });
  }

  #flush(journal: { readonly handle: number; pending: string }): void {
    writeWhole(this.#disk, journal.handle, journal.pending);
    journal.pending = '';
  }
}
