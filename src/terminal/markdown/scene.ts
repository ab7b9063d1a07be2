import type { Definition } from 'mdast';
import type { Theme } from '../theme.ts';
import type { Ink } from './ink.ts';
import type { LinkBook } from './links.ts';

/** What is the same for every node of one text, and the room that is left for the node at hand. */
export interface Scene {
  readonly theme: Theme;
  readonly ink: Ink;
  readonly links: LinkBook;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The Markdown that the positions of the tree point into, where it is known. */
  readonly source: string | undefined;
  /** The columns that running text may fill. */
  readonly measure: number;
  /** The columns that code and tables may fill. */
  readonly width: number;
  /** Whether it is the words of a link: links do not nest. */
  readonly isInLink?: boolean;
  /** Whether it is to be read from top to bottom: nothing stands in columns. */
  readonly linear: boolean;
}

/** Text is not squeezed into fewer columns than this to show how deep it is nested. */
const LEAST_MEASURE = 10;

/** The scene for content that is set in by some columns, or `undefined` where there is no room. */
export const inset = (scene: Scene, columns: number): Scene | undefined =>
  scene.measure - columns < LEAST_MEASURE
    ? undefined
    : { ...scene, measure: scene.measure - columns, width: scene.width - columns };
