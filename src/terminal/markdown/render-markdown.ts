import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast';
import type { Theme } from '../theme.ts';
import { renderBlocks } from './blocks.ts';
import { cleanLine, cleanText } from './clean.ts';
import { collect, plainBlocks } from './collect.ts';
import { createInk } from './ink.ts';
import { inlineSpans } from './inline.ts';
import { createLinkBook, type LinkBook, type RenderedLink, unnumberedLinks } from './links.ts';
import { hang } from './list.ts';
import type { Scene } from './scene.ts';
import { textSpan } from './span.ts';
import { wrapSpans } from './wrap.ts';

export type { RenderedLink } from './links.ts';

/** How a text is to be rendered. */
export interface RenderOptions {
  /** The columns that a line may fill, from 20 on. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether the terminal understands OSC 8. */
  readonly hyperlinks: boolean;
  /**
   * The Markdown that the tree was parsed from. Markdown takes the backslash of `\(x\)` and `\,`
   * away; with the source such formulas are read as they were written.
   */
  readonly source?: string;
  /** To be read from top to bottom: no columns, code whole, link numbers in words. */
  readonly linear?: boolean;
}

/** A text ready for a terminal. */
export interface Rendered {
  readonly lines: readonly string[];
  /** The links of the text by number, which stands behind each as ` [1]`. */
  readonly links: readonly RenderedLink[];
}

/** Longer lines of running text are hard to read, however wide the window is. */
const WIDEST_TEXT = 76;
/** Deeper trees are shown as plain text. */
const MAX_DEPTH = 50;

/**
 * Renders a tree of Markdown as lines of a terminal, each complete in itself: it closes what it
 * opens, and is no wider than `width`. Never throws, and lets no control character of the text by.
 */
export const renderMarkdown = (root: Root, options: RenderOptions): Rendered => {
  const { definitions, footnotes, depth } = collect(root, MAX_DEPTH);
  const links = createLinkBook(options.linear);
  const scene = createScene(options, links, definitions);
  if (depth > MAX_DEPTH) return { lines: renderPlain(root, scene), links: [] };
  const lines = renderBlocks(root.children, scene);
  const notes = footnotes.flatMap((note) => renderFootnote(note, scene));
  const gap = lines.length > 0 && notes.length > 0 ? [''] : [];
  return { lines: [...lines, ...gap, ...notes], links: links.links };
};

/**
 * The same walk for one inline run, such as a question, wrapped into lines. Its links have no
 * numbers, since there is no list to look them up in.
 */
export const renderInline = (nodes: readonly PhrasingContent[], options: RenderOptions): string => {
  const root: Root = { type: 'root', children: [...nodes] };
  const scene = createScene(options, unnumberedLinks, new Map());
  if (collect(root, MAX_DEPTH).depth > MAX_DEPTH) return renderPlain(root, scene).join('\n');
  return wrapSpans(inlineSpans(nodes, scene), scene.measure)
    .map((line) => scene.ink.line(line))
    .join('\n');
};

const createScene = (
  { width, theme, hyperlinks, source, linear = false }: RenderOptions,
  links: LinkBook,
  definitions: Scene['definitions'],
): Scene => {
  const columns = Number.isFinite(width) ? Math.max(1, Math.floor(width)) : WIDEST_TEXT;
  const ink = createInk(theme, hyperlinks);
  const measure = Math.min(columns, WIDEST_TEXT);
  const room = linear ? Number.POSITIVE_INFINITY : columns;
  return { theme, ink, links, definitions, source, measure, width: room, linear };
};

const renderFootnote = (note: FootnoteDefinition, scene: Scene): string[] =>
  hang(`[^${cleanLine(note.label ?? note.identifier)}] `, scene, (inner) =>
    renderBlocks(note.children, inner),
  );

const renderPlain = (root: Root, scene: Scene): string[] =>
  plainBlocks(root).flatMap((block, index) => {
    const lines = wrapSpans([textSpan(cleanText(block))], scene.measure).map((line) =>
      scene.ink.line(line),
    );
    return index === 0 ? lines : ['', ...lines];
  });
