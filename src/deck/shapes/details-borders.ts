import { startTable } from '../line-start.ts';
import { headingsOf, type ScannedLines } from '../scan.ts';

/** A block that was opened: its tag's line, and the line of the text behind its summary. */
interface OpenBlock {
  readonly line: number;
  readonly bodyLine: number;
}

/** The first line after a block, which is at most the one given. */
export type BorderOf = (block: OpenBlock, before: number) => number;

const ITEM = /^\s*(?:[-*+]|\d{1,4}[.)])\s/;
const MAY_BE_ITEM = startTable('-*+0123456789');
/** Deeper than all: any heading is a border where none stands above. */
const NO_HEADING = 7;

/**
 * Where details end whose author forgot to close them: with the section that they stand in, or
 * with the list item that they are indented under.
 */
export const openBlockBorders = (scanned: ScannedLines): BorderOf => {
  let levels: HeadingLevels | undefined;
  return ({ line, bodyLine }, before) => {
    levels ??= headingLevels(scanned);
    // Under the title alone, a chapter is a border as well.
    const level = Math.max(2, levels.above[line] ?? NO_HEADING);
    const indent = indentOf(scanned.lines[line] ?? '');
    for (let index = bodyLine + 1; index < before; index++) {
      const own = levels.at[index] ?? 0;
      if (own > 0 && own <= level) return index;
      if (indent >= 2 && isItemOutside(scanned, index, indent)) return index;
    }
    return before;
  };
};

interface HeadingLevels {
  /** For each line the level of the heading that it is, 0 for none. */
  readonly at: Uint8Array;
  /** For each line the level of the last heading at or above it. */
  readonly above: Uint8Array;
}

const headingLevels = (scanned: ScannedLines): HeadingLevels => {
  const at = new Uint8Array(scanned.lines.length);
  for (const { line, level } of headingsOf(scanned)) at[line] = level;
  const above = new Uint8Array(scanned.lines.length);
  let last = NO_HEADING;
  for (let index = 0; index < above.length; index++) {
    last = at[index] || last;
    above[index] = last;
  }
  return { at, above };
};

const isItemOutside = (
  { lines, firsts, isInert }: ScannedLines,
  index: number,
  indent: number,
): boolean => {
  if (MAY_BE_ITEM[firsts[index] ?? 0] !== 1 || isInert(index)) return false;
  const line = lines[index] ?? '';
  return indentOf(line) < indent && ITEM.test(line);
};

const indentOf = (line: string): number => line.length - line.trimStart().length;
