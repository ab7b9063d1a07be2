import { decodeEntities } from './entities.ts';

/** A tag or a text of an HTML node. Comments and declarations are left out. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly tag: string };

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(?<slash>\/?)(?<tag>[a-zA-Z][\w-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;

/** What stands in these is no text of the document. */
const MUTED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

/** The tags and texts of a piece of HTML, in order. Never throws: what is no tag is text. */
export const htmlTokens = (html: string): HtmlToken[] => {
  const tokens: HtmlToken[] = [];
  let end = 0;
  let muted: string | undefined;
  const text = (until: number): void => {
    if (muted === undefined && until > end) {
      tokens.push({ kind: 'text', text: decodeEntities(html.slice(end, until)) });
    }
  };
  for (const match of html.matchAll(MARKUP)) {
    text(match.index);
    end = match.index + match[0].length;
    const { slash = '', tag: name, attributes = '' } = match.groups ?? {};
    const tag = name?.toLowerCase();
    if (tag === undefined) continue;
    if (muted !== undefined) {
      if (slash !== '' && tag === muted) muted = undefined;
    } else if (slash !== '') tokens.push({ kind: 'close', tag });
    else if (MUTED.has(tag)) muted = tag;
    else tokens.push({ kind: 'open', tag, attributes });
  }
  text(html.length);
  return tokens;
};

/** The value of an attribute, or `undefined`. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeEntities(value);
};
