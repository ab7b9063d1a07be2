import type { SyntaxName } from '../theme.ts';

/** The styles of a theme that running text asks for. */
export type TextStyle = 'strong' | 'emphasis' | 'code' | 'heading' | 'link' | 'quiet';

/** The styles of a theme that Markdown asks for. */
export type StyleName = TextStyle | SyntaxName;

/** Where a link leads, and the number that it has on this screen; 0 where links are not numbered. */
export interface LinkTarget {
  readonly number: number;
  readonly url: string;
}

/** How a run of text is dressed: its styles, outermost first, and the link that it is part of. */
export interface Look {
  readonly styles: readonly StyleName[];
  readonly link: LinkTarget | undefined;
}

/** Text of one look. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
}

/**
 * Inline content before it is laid out, as a flat list. What stands between `open` and `close` is
 * kept on one line where a line can hold it. Flat and not a tree, because HTML tags nest without
 * limit and a walk over a list cannot overflow the stack.
 */
export type Span =
  | ({ readonly kind: 'text' } & Piece)
  | { readonly kind: 'break' }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

/** Text in the default look. */
export const PLAIN: Look = { styles: [], link: undefined };
/** Rules, and marks that repeat. */
export const QUIET: Look = { styles: ['quiet'], link: undefined };
/** A forced line break. */
export const BREAK: Span = { kind: 'break' };

const OPEN: Span = { kind: 'open' };
const CLOSE: Span = { kind: 'close' };

/** A span of text in the given styles. */
export const textSpan = (text: string, ...styles: readonly StyleName[]): Span => ({
  kind: 'text',
  text,
  look: styles.length === 0 ? PLAIN : { styles, link: undefined },
});

/** The spans kept together on one line where a line can hold them. */
export const glue = (spans: readonly Span[]): Span[] => [OPEN, ...spans, CLOSE];

/** The spans with one more style around those that they have. */
export const restyle = (spans: readonly Span[], style: StyleName): Span[] =>
  mapLook(spans, (look) =>
    look.styles.includes(style) ? look : { ...look, styles: [style, ...look.styles] },
  );

/** The spans as parts of one link; links do not nest, so an inner one stays what it is. */
export const linkTo = (spans: readonly Span[], link: LinkTarget): Span[] =>
  mapLook(spans, (look) => (look.link === undefined ? { ...look, link } : look));

/** The words of the spans without any dress. */
export const spansText = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.kind === 'text') return span.text;
      return span.kind === 'break' ? ' ' : '';
    })
    .join('');

/** Whether two looks are drawn in the same way. */
export const sameLook = (a: Look, b: Look): boolean =>
  a === b ||
  (a.link?.number === b.link?.number &&
    a.link?.url === b.link?.url &&
    a.styles.join() === b.styles.join());

const mapLook = (spans: readonly Span[], change: (look: Look) => Look): Span[] =>
  spans.map((span) => (span.kind === 'text' ? { ...span, look: change(span.look) } : span));
