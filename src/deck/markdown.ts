import type { Root, RootContent } from 'mdast';
import { type CostlyPart, processorWithout } from './markdown-processor.ts';

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
  return why === undefined ? { kind: 'tree', root: parse(text) } : { kind: 'plain', text, why };
};

/**
 * What may be a bare address: a URL that no link or autolink seems to lead to, or an e-mail address
 * wherever it stands; not the `@` of `recall@10`.
 */
const BARE_ADDRESS = /(?<!\]\(|<)(?:https?:\/\/|www\.)|[-.\w+]@[-\w]*\./i;
/** What is an address in the words of text that was parsed. */
const ADDRESS = /https?:\/\/|www\.|[-.\w+]@[-\w]+\./i;
/** The second line of a table, maybe in a quote. */
const TABLE = /^[ \t>-]*[|:][ \t>|:-]*$/m;

/**
 * The tree of GFM. Most text has neither bare addresses nor tables, and looking for them takes more
 * than half of the time; so a text that seems to have none is parsed without. Where an address
 * shows up in its words after all, as `&#64;` does, it is parsed again.
 */
const parse = (text: string): Root => {
  const tables: readonly CostlyPart[] = TABLE.test(text) ? [] : ['tables'];
  const whole = processorWithout(tables);
  if (BARE_ADDRESS.test(text)) return whole.parse(text);
  const root = processorWithout(['addresses', ...tables]).parse(text);
  return hasAddress(root) ? whole.parse(text) : root;
};

const hasAddress = (root: Root): boolean => {
  const open: (Root | RootContent)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text' && ADDRESS.test(node.value)) return true;
    if ('children' in node) open.push(...node.children);
  }
  return false;
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
