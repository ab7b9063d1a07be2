import { decodeEntities } from './entities.ts';

/**
 * A tag or a text of an HTML node. Comments and declarations are left out. What looks like a tag
 * but is none of HTML is text: `<port>` is something to fill in, `<s>` a token of a language model.
 */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly tag: string };

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(?<slash>\/?)(?<tag>[a-zA-Z][\w-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;

/** What stands in these is no text of the document. */
const MUTED: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'template', 'title']);

/** The tags of HTML that are read as such. They change the text, or part it, or mean nothing here. */
const KNOWN: ReadonlySet<string> = new Set(
  `a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col
   colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr
   i iframe img ins kbd li main mark nav nobr ol p picture pre q rp rt ruby samp script section small
   source span strike strong style sub summary sup svg table tbody td template tfoot th thead title
   tr tt u ul var video wbr`.split(/\s+/),
);

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
  for (const { tag, slash, attributes, start, stop } of tagsOf(html)) {
    text(start);
    end = stop;
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

/** The tags of HTML and its comments, which have no name. */
const tagsOf = (html: string) =>
  Array.from(html.matchAll(MARKUP), ({ 0: whole, index, groups }) => ({
    tag: groups?.['tag']?.toLowerCase(),
    slash: groups?.['slash'] ?? '',
    attributes: groups?.['attributes'] ?? '',
    start: index,
    stop: index + whole.length,
  })).filter(({ tag }) => tag === undefined || KNOWN.has(tag));

/** The value of an attribute, or `undefined`. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeEntities(value);
};
