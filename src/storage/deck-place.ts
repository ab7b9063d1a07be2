import path from 'node:path';
import type { OutlineOptions } from '../deck/outline.ts';
import { markOf } from '../session/random.ts';
import type { Disk } from './disk.ts';

/** Where a deck is, and where what is known of it is kept. */
export interface DeckPlace {
  /** Absolute path of its file or folder, links followed. */
  readonly path: string;
  /** The path as it was asked for, absolute. */
  readonly target: string;
  /** The folder that paths are shown from. */
  readonly from: string;
  readonly options: OutlineOptions;
  /** The folder of all decks' caches. */
  readonly cache: string;
  /** The build of the program: another one may read the same text in another way. */
  readonly build: string;
}

/** The same place by another name is the same place. */
export const realPathOf = (disk: Disk, target: string): string => {
  try {
    return disk.realpathSync.native(target);
  } catch {
    return path.resolve(target);
  }
};

/** A file of the cache that belongs to a deck. */
export const cacheFile = (place: DeckPlace, kind: string): string =>
  path.join(place.cache, `${markOf(`${place.path}\n${JSON.stringify(place.options)}`)}.${kind}`);

/** What tells whether a file or folder is as it was, without reading it. */
export type Stamp = readonly [size: number, mtime: number, ctime: number];

/** A file that was changed just now may be changed again within the tick of its clock. */
const RACY_MS = 2_000;

/** The stamp of a file; undefined where there is none. */
export const stampOf = (disk: Disk, file: string): Stamp | undefined => {
  try {
    const { size, mtimeMs, ctimeMs } = disk.statSync(file);
    return [size, mtimeMs, ctimeMs];
  } catch {
    return undefined;
  }
};

export const isSameStamp = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** A stamp that can be trusted later, or one that equals no other. */
export const settledStamp = (stamp: Stamp | undefined, now: number): Stamp =>
  stamp !== undefined && now - Math.max(stamp[1], stamp[2]) > RACY_MS ? stamp : [-1, -1, -1];
