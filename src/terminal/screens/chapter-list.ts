import type { Chapter } from '../../deck/types.ts';
import { count } from '../format.ts';
import { clip } from '../text.ts';
import type { Theme } from '../theme.ts';
import type { Frame, Size } from './frame.ts';
import { PAGE_FOOT, renderPage } from './text-screens.ts';

/** A chapter that can be chosen. */
export interface ChapterRow {
  readonly chapter: Chapter;
  readonly cards: number;
  readonly isChosen: boolean;
}

export interface ChapterListView {
  readonly rows: readonly ChapterRow[];
  /** Index of the row that keys are about. */
  readonly cursor: number;
  /** One line about what just happened; empty where there is nothing to say. */
  readonly message: string;
}

/** The title above the rows, with its blank line. */
const HEAD = 2;

const HINTS = [
  ['space', 'choose'],
  ['enter', 'start'],
  ['up/down', 'move'],
  ['a', 'all'],
  ['q', 'quit'],
] as const;

/** Chapters to choose several of; the row of the cursor is always seen. */
export const renderChapterList = (
  { rows, cursor, message }: ChapterListView,
  size: Size,
  theme: Theme,
): Frame => {
  const room = Math.max(1, size.rows - PAGE_FOOT - HEAD);
  const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), rows.length - room));
  const shown = rows.slice(top, top + room);
  const lines = shown.map((row, index) => rowLine(row, top + index === cursor, size, theme));
  const frame = renderPage(
    [titleLine(rows, message, size, theme), '', ...lines],
    HINTS,
    0,
    size,
    theme,
  );
  return { ...frame, pageSize: room };
};

const titleLine = (
  rows: readonly ChapterRow[],
  message: string,
  { columns }: Size,
  theme: Theme,
): string => {
  if (message !== '') return theme.alarm(clip(message, columns, theme.symbols.ellipsis));
  const chosen = rows.filter(({ isChosen }) => isChosen);
  const cards = chosen.reduce((sum, row) => sum + row.cards, 0);
  const so = chosen.length === 0 ? '' : `  ${chosen.length} chosen, ${count(cards, 'card')}`;
  return theme.strong('Which chapters?') + so;
};

const rowLine = (
  { chapter, cards, isChosen }: ChapterRow,
  isCursor: boolean,
  { columns }: Size,
  theme: Theme,
): string => {
  const { clipped, ellipsis } = theme.symbols;
  const mark = isCursor ? clipped : ' ';
  const box = isChosen ? '[x]' : '[ ]';
  const number = String(chapter.number).padStart(2);
  const size = ` (${count(cards, 'card')})`;
  const room = columns - `${mark} ${box} ${number} ${size}`.length - 1;
  const line = `${mark} ${box} ${number} ${clip(chapter.title, room, ellipsis)}${size}`;
  return isCursor ? theme.accent(line) : line;
};
