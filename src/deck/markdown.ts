import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Longer bodies are shown as they stand: remark's time grows faster than their length. */
export const MAX_BODY_LENGTH = 65_536;
/** Deeper lists and quotes are shown as they stand. */
export const MAX_DEPTH = 50;

/** A body as a tree, or the reason why it is shown as plain text. */
export type ParsedMarkdown =
  | { readonly kind: 'tree'; readonly root: Root }
  | { readonly kind: 'plain'; readonly text: string; readonly why: 'long' | 'deep' };

/** Parses the Markdown of one card, never of a whole file. Never throws on content. */
export const parseMarkdown = (text: string): ParsedMarkdown => {
  const why = whyPlain(text);
  return why === undefined
    ? { kind: 'tree', root: processor.parse(text) }
    : { kind: 'plain', text, why };
};

/** Why a body is not parsed; undefined where it is. */
export const whyPlain = (text: string): 'long' | 'deep' | undefined => {
  if (text.length > MAX_BODY_LENGTH) return 'long';
  return deepestLine(text) > MAX_DEPTH ? 'deep' : undefined;
};

/** How deep the quotes and lists of a text nest, at most: an upper bound, and cheap. */
const deepestLine = (text: string): number => {
  let deepest = 0;
  for (const line of text.split('\n')) {
    const markers = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/.exec(line)?.[0];
    if (markers === undefined) continue;
    const indent = markers.length - markers.trimStart().length;
    const own = markers.replace(/[^>*+.)-]/g, '').length;
    deepest = Math.max(deepest, own + Math.floor(indent / 2));
  }
  return deepest;
};
