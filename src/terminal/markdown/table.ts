import type { AlignType, PhrasingContent, Table } from 'mdast';
import { widthOf } from '../width.ts';
import { styled } from './inline-builder.ts';
import type { Scene } from './scene.ts';
import { type Piece, PLAIN, QUIET, type Span, spansText, textSpan } from './span.ts';
import { extent, type Line, lineWidth, wrapSpans } from './wrap.ts';

/** A table before it is laid out; rows may be shorter or longer than the header. */
export interface TableModel {
  readonly align: readonly AlignType[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The content of one cell. */
export type Cell = readonly Span[];

const GAP = 2;
/** A column narrower than this breaks its text after every other word. */
const LEAST_COLUMN = 8;
/** Sets the lines of a long value in under its name. */
const RECORD_INDENT = 2;
/** Taller rows are easier to read as records. */
const TALLEST_ROW = 6;

/** A Markdown table with its cells as spans. */
export const tableModel = (
  node: Table,
  toSpans: (nodes: readonly PhrasingContent[]) => Span[],
): TableModel => {
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) => toSpans(cell.children)),
  );
  return { align: node.align ?? [], header, rows };
};

/** A table in columns if they fit the width without squeezing the text, else as records. */
export const renderTable = (table: TableModel, scene: Scene): string[] => {
  const header = table.header.map((cell) => styled(cell, 'strong', scene));
  const count = Math.max(0, header.length, ...table.rows.map((row) => row.length));
  const fill = (row: readonly Cell[]): Cell[] =>
    Array.from({ length: count }, (_, index) => row[index] ?? []);
  const model = { align: table.align, header: fill(header), rows: table.rows.map(fill) };
  const room = scene.linear ? 0 : scene.width - GAP * (count - 1);
  const widths = columnWidths([model.header, ...model.rows], room);
  return (
    (widths === undefined ? undefined : renderColumns(model, widths, scene)) ??
    renderRecords(model, scene)
  );
};

/** The width of each column, or `undefined` if some word would have to be broken. */
const columnWidths = (rows: readonly (readonly Cell[])[], room: number): number[] | undefined => {
  const extents = rows.map((row) => row.map(extent));
  const columns = (rows[0] ?? []).map((_, index) => {
    const cells = extents.map((row) => row[index] ?? { natural: 0, least: 0 });
    const natural = Math.max(1, ...cells.map((cell) => cell.natural));
    const least = Math.max(...cells.map((cell) => cell.least), Math.min(natural, LEAST_COLUMN));
    return { natural, least };
  });
  const widths = columns.map(({ natural }) => natural);
  if (sum(columns.map(({ least }) => least)) > room) return undefined;
  let excess = sum(widths) - room;
  // The widest column gives way first: it has the most words to wrap.
  while (excess > 0) {
    let widest = -1;
    for (const [index, width] of widths.entries()) {
      const canShrink = width > (columns[index]?.least ?? 0);
      if (canShrink && (widest === -1 || width > (widths[widest] ?? 0))) widest = index;
    }
    if (widest === -1) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
};

const renderColumns = (
  { align, header, rows }: TableModel,
  widths: readonly number[],
  scene: Scene,
): string[] | undefined => {
  const layOut = (row: readonly Cell[]): Line[][] =>
    row.map((cell, index) => wrapSpans(cell, widths[index] ?? 1));
  const body = rows.map(layOut);
  if (body.some((row) => rowHeight(row) > TALLEST_ROW)) return undefined;
  const print = (row: readonly Line[][]): string[] =>
    Array.from({ length: rowHeight(row) }, (_, line) =>
      scene.ink.line(
        joinCells(
          row.map((cell) => cell[line] ?? []),
          widths,
          align,
        ),
      ),
    );
  const head = layOut(header);
  const rule = widths.map((width): Line => [{ text: ruleOf(scene, width), look: QUIET }]);
  const titled = rowHeight(head) > 0;
  return [
    ...(titled ? [...print(head), scene.ink.line(joinCells(rule, widths, []))] : []),
    ...body.flatMap(print),
  ];
};

/** One line of a row. Nothing is padded on its right unless a cell follows. */
const joinCells = (
  cells: readonly Line[],
  widths: readonly number[],
  align: readonly AlignType[],
): Line => {
  const line: Piece[] = [];
  let owed = 0;
  for (const [index, cell] of cells.entries()) {
    const free = (widths[index] ?? 0) - lineWidth(cell);
    const left = indentOf(align[index], free);
    if (cell.length > 0) {
      line.push({ text: ' '.repeat(owed + left), look: PLAIN }, ...cell);
      owed = 0;
    }
    owed += (cell.length > 0 ? free - left : free) + GAP;
  }
  return line;
};

const indentOf = (align: AlignType | undefined, free: number): number => {
  if (align === 'right') return Math.max(0, free);
  return align === 'center' ? Math.max(0, Math.floor(free / 2)) : 0;
};

/** Each row as `Header: value` lines, with a blank line between rows. */
const renderRecords = ({ header, rows }: TableModel, scene: Scene): string[] => {
  const print = (spans: readonly Span[]): string[] =>
    wrapSpans(spans, scene.measure - RECORD_INDENT).map((line, index) =>
      index === 0 ? scene.ink.line(line) : ' '.repeat(RECORD_INDENT) + scene.ink.line(line),
    );
  const records = rows.length === 0 ? [header] : rows;
  return records.flatMap((row, number) => {
    const lines = row.flatMap((cell, index) => {
      const name = header[index] ?? [];
      if (spansText(cell).trim() === '') return [];
      return print(name === cell || name.length === 0 ? cell : [...name, textSpan(': '), ...cell]);
    });
    return number === 0 || lines.length === 0 ? lines : ['', ...lines];
  });
};

/** A rule of so many columns. */
export const ruleOf = (scene: Scene, width: number): string => {
  const { rule } = scene.theme.symbols;
  return rule.repeat(Math.floor(width / Math.max(1, widthOf(rule))));
};

const rowHeight = (row: readonly Line[][]): number =>
  Math.max(0, ...row.map((cell) => cell.length));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
