import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import { createInlineBuilder } from './inline-builder.ts';
import type { Scene } from './scene.ts';
import { type Span, spansText } from './span.ts';
import type { Cell, TableModel } from './table.ts';

/** A part of an HTML block: running text, or a table. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly spans: Span[] }
  | { readonly kind: 'table'; readonly table: TableModel };

/** The parts of an HTML block, which may be cut off anywhere. */
export const htmlParts = (html: string, scene: Scene): HtmlPart[] => {
  const parts: HtmlPart[] = [];
  let rest: readonly HtmlToken[] = htmlTokens(html);
  while (rest.length > 0) {
    const start = rest.findIndex((token) => token.kind === 'open' && token.tag === 'table');
    const end = rest.findIndex((token) => token.kind === 'close' && token.tag === 'table');
    const table = start === -1 || end < start ? undefined : rest.slice(start + 1, end);
    const simple = table !== undefined && isSimple(table);
    const text = simple ? rest.slice(0, start) : rest;
    parts.push({ kind: 'text', spans: toSpans(text, scene) });
    if (simple) parts.push({ kind: 'table', table: toTable(table, scene) });
    rest = simple ? rest.slice(end + 1) : [];
  }
  return parts;
};

/** Tables in tables and cells over several columns are read as running text. */
const isSimple = (tokens: readonly HtmlToken[]): boolean =>
  tokens.every(
    (token) =>
      token.kind !== 'open' ||
      (token.tag !== 'table' && !/\b(?:col|row)span\s*=\s*["']?0*[2-9]/i.test(token.attributes)),
  ) && tokens.some((token) => token.kind === 'open' && /^t[dh]$/.test(token.tag));

const toSpans = (tokens: readonly HtmlToken[], scene: Scene): Span[] => {
  const builder = createInlineBuilder(scene);
  for (const token of tokens) builder.addToken(token);
  return builder.finish();
};

interface HtmlRow {
  readonly cells: HtmlToken[][];
  heads: number;
}

const toTable = (tokens: readonly HtmlToken[], scene: Scene): TableModel => {
  const rows: HtmlRow[] = [{ cells: [], heads: 0 }];
  for (const token of tokens) addToRows(rows, token);
  const filled = rows.filter((row) => row.cells.length > 0);
  const titled = filled[0] !== undefined && filled[0].heads === filled[0].cells.length;
  const cells = filled.map((row) => row.cells.map((content): Cell => toSpans(content, scene)));
  const [header = [], ...body] = titled ? cells : [[], ...cells];
  return { align: [], header, rows: body.filter((row) => row.some(hasText)) };
};

const addToRows = (rows: HtmlRow[], token: HtmlToken): void => {
  const tag = token.kind === 'text' ? '' : token.tag;
  if (tag === 'tr' && token.kind === 'open') rows.push({ cells: [], heads: 0 });
  if (/^(?:tr|thead|tbody|tfoot)$/.test(tag)) return;
  const row = rows.at(-1);
  if (row === undefined) return;
  if (tag === 'td' || tag === 'th') {
    if (token.kind !== 'open') return;
    row.cells.push([]);
    if (tag === 'th') row.heads += 1;
    return;
  }
  if (token.kind === 'text' && token.text.trim() === '') return;
  // A caption, or text that stands in no cell.
  if (row.cells.length === 0) row.cells.push([]);
  row.cells.at(-1)?.push(token);
};

const hasText = (cell: Cell): boolean => spansText(cell).trim() !== '';
