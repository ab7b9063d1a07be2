import path from 'node:path';
import { markOf } from '../session/random.ts';
import { codeOf, type Disk } from './disk.ts';
import type { Damage, DamagedLine } from './journal.ts';
import type { Paths } from './paths.ts';
import { makeFolderInside, writeNewFile } from './safe-files.ts';

/** Keeps what could not be read in files of its own, once, and says so. */
export class SetAside {
  readonly #disk: Disk;
  readonly #paths: Paths;
  readonly #tell: (notice: string) => void;

  constructor(disk: Disk, paths: Paths, tell: (notice: string) => void) {
    this.#disk = disk;
    this.#paths = paths;
    this.#tell = tell;
  }

  /** Damaged lines of one journal; those that are only counted stay where they are. */
  lines({ lines, count: all }: Damage): void {
    const fresh = lines.filter((line) => !this.#disk.existsSync(this.#fileOf(line)));
    const [first] = fresh;
    if (first === undefined) return;
    const journal = `${first.device}.jsonl`;
    const where = this.#keep(fresh);
    const count = fresh.length + all - lines.length;
    this.#tell(
      count === 1
        ? `One line of your review journal (${journal}, byte ${first.offset}) could not be read, such as after a crash. All others are used${where === undefined ? '' : `; the line is kept as ${where}`}.`
        : `${count} lines of your review journal (${journal}, from byte ${first.offset} on) could not be read, such as after a crash. All others are used${where === undefined ? '' : `; the lines are kept in ${path.dirname(where)}`}.`,
    );
  }

  /** A snapshot that is not what was written. */
  snapshot(why: string): void {
    const { snapshot, data, damaged } = this.#paths;
    try {
      makeFolderInside(this.#disk, data, damaged);
      const aside = this.#freeName('snapshot.json');
      this.#disk.renameSync(snapshot, aside);
      this.#tell(
        `The snapshot of your progress could not be read (${why}). It was rebuilt from your reviews; the damaged file is kept as ${aside}.`,
      );
    } catch {
      this.#tell(
        `The snapshot of your progress, ${snapshot}, could not be read (${why}). Your reviews are all there; delete that file to be rid of this message.`,
      );
    }
  }

  /** Where the first of the lines is kept now; undefined where none could be. */
  #keep(lines: readonly DamagedLine[]): string | undefined {
    try {
      makeFolderInside(this.#disk, this.#paths.data, this.#paths.damaged);
      for (const line of lines) {
        try {
          writeNewFile(this.#disk, this.#fileOf(line), [line.bytes]);
        } catch (error) {
          // Another window was first.
          if (codeOf(error) !== 'EEXIST') throw error;
        }
      }
      const [first] = lines;
      return first === undefined ? undefined : this.#fileOf(first);
    } catch {
      return undefined;
    }
  }

  /** By its content and not its place: a merge may move it, and it is the same line still. */
  #fileOf({ device, bytes }: DamagedLine): string {
    const text = Buffer.from(bytes).toString('latin1');
    return path.join(this.#paths.damaged, `${device}-${markOf(text)}.txt`);
  }

  #freeName(name: string): string {
    let aside = path.join(this.#paths.damaged, name);
    for (let copy = 2; this.#disk.existsSync(aside); copy++) {
      aside = path.join(this.#paths.damaged, `${copy}-${name}`);
    }
    return aside;
  }
}
