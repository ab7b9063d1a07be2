import { clip, widthOf, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';

/** Size of the window in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a screen looks like, a text a row; never more rows or columns than the window has. */
export interface Frame {
  readonly lines: readonly string[];
  /** Lines that can be scrolled down further; 0 where everything is seen. */
  readonly below: number;
  /** Lines of content that the window shows at once. */
  readonly pageSize: number;
  /** The line from which the content is best read at first; 0 where it is left out. */
  readonly start?: number;
}

/** The smallest window that a card can be read in. */
export const SMALLEST: Size = { columns: 40, rows: 10 };

/** Text stands in a measure of at most this many columns: longer lines are hard to follow. */
export const MEASURE = 76;

/** Below this height screens drop what is not needed to study. */
export const ROOMY_ROWS = 16;

export const isTooSmall = ({ columns, rows }: Size): boolean =>
  columns < SMALLEST.columns || rows < SMALLEST.rows;

export const measureOf = ({ columns }: Size, widest = MEASURE): number =>
  Math.min(widest, columns - 4);

/** A frame that fills the window: head, content, and foot at the bottom. */
export const layOut = (
  head: readonly string[],
  content: readonly string[],
  foot: readonly string[],
  size: Size,
): readonly string[] => {
  const room = Math.max(0, size.rows - head.length - foot.length);
  const shown = content.slice(0, room);
  const blank = Array.from({ length: room - shown.length }, () => '');
  return [...head, ...shown, ...blank, ...foot].slice(0, size.rows);
};

/** A thin line over the whole window. */
export const ruleOf = ({ columns }: Size, theme: Theme): string =>
  theme.quiet(theme.symbols.rule.repeat(columns));

/** A key, what it does, and the same in a word where there is little room. */
export type Hint = readonly [key: string, what: string, short?: string];

type Hints = readonly Hint[];

/**
 * Key hints on one line, as many as fit. What can be said in a word is; then what stands in the
 * middle goes first; the first hint, the way to all keys and the way out stay longest.
 */
export const hintLine = (hints: Hints, size: Size, theme: Theme): string => {
  const widthOfAll = (kept: Hints): number =>
    kept.reduce((sum, [key, what]) => sum + widthOf(`${key} ${what}`) + 3, -3);
  let kept: Hints = hints;
  if (widthOfAll(kept) > size.columns) {
    kept = kept.map(([key, what, short]): Hint => [key, short ?? what]);
  }
  while (kept.length > 1 && widthOfAll(kept) > size.columns) {
    const middle = kept.findLastIndex(
      ([key], index) => index > 0 && index < kept.length - 1 && key !== '?',
    );
    const dropped = middle > 0 ? middle : Math.max(1, kept.length - 2);
    kept = kept.filter((_, index) => index !== dropped);
  }
  return kept.map(([key, what]) => `${theme.strong(key)} ${what}`).join('   ');
};

/** What a window shows that is too small for a card. */
export const tooSmallFrame = (title: string, size: Size): Frame => {
  const width = Math.max(1, size.columns - 1);
  const text = [
    title,
    'Window too small.',
    `Make it ${SMALLEST.columns} x ${SMALLEST.rows}.`,
    'q quit',
  ].flatMap((line) => wrapText(line, width));
  return {
    lines: text.slice(0, size.rows).map((line) => clip(line, width, '')),
    below: 0,
    pageSize: size.rows,
  };
};
