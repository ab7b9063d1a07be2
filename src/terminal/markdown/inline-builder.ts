import { cleanText } from './clean.ts';
import { attribute, type HtmlToken } from './html-tokens.ts';
import { imageSpans } from './images.ts';
import { linkSpans } from './links.ts';
import type { Scene } from './scene.ts';
import { subscript, superscript } from './scripts.ts';
import { BREAK, glue, restyle, type Span, type StyleName, spansText, textSpan } from './span.ts';

/** Tags that begin and end a line of their own. */
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  `p div li ul ol dl dt dd tr table details summary h1 h2 h3 h4 h5 h6 section article header footer
   blockquote pre center figure figcaption hr`.split(/\s+/),
);

/** Tags whose content is changed as a whole when they are closed. */
const INLINE_TAGS: ReadonlySet<string> = new Set(
  'b strong i em del strike code tt samp kbd sub sup a dt th h1 h2 h3 h4 h5 h6'.split(' '),
);

/** Tags deeper than this are dropped: no one nests so many, and each costs a pass over its text. */
const MAX_OPEN_TAGS = 50;

/** Stands before what explains a term. */
export const DEFINES = ': ';

interface Frame {
  readonly tag: string;
  readonly attributes: string;
  readonly spans: Span[];
}

/**
 * Collects inline content in which HTML tags stand between other nodes, as remark delivers them.
 * A tag that is never closed, or was never opened, is dropped and its text kept.
 */
export interface InlineBuilder {
  readonly add: (spans: readonly Span[]) => void;
  readonly addToken: (token: HtmlToken) => void;
  readonly finish: () => Span[];
}

/** A builder for one run of inline content. */
export const createInlineBuilder = (scene: Scene): InlineBuilder => {
  const root: Frame = { tag: '', attributes: '', spans: [] };
  const frames: Frame[] = [root];
  const top = (): Frame => frames.at(-1) ?? root;

  const add = (spans: readonly Span[]): void => {
    for (const span of spans) top().spans.push(span);
  };
  const newLine = (): void => {
    if (frames.some((frame) => frame.spans.length > 0) && top().spans.at(-1) !== BREAK) {
      top().spans.push(BREAK);
    }
  };
  const image = (attributes: string): readonly Span[] => {
    const isInLink = scene.isInLink === true || frames.some(({ tag }) => tag === 'a');
    const url = attribute(attributes, 'src') ?? '';
    return imageSpans(attribute(attributes, 'alt'), url, { ...scene, isInLink });
  };
  const open = (tag: string, attributes: string): void => {
    if (BLOCK_TAGS.has(tag)) newLine();
    if (tag === 'br') add([BREAK]);
    else if (tag === 'img') add(image(attributes));
    else if (tag === 'li') add([textSpan(`${scene.theme.symbols.bullet} `)]);
    else if (tag === 'dd') add([textSpan(DEFINES)]);
    else if (INLINE_TAGS.has(tag) && frames.length < MAX_OPEN_TAGS)
      frames.push({ tag, attributes, spans: [] });
  };
  const close = (tag: string): void => {
    const at = frames.findLastIndex((frame) => frame.tag === tag);
    if (at > 0) {
      flatten(frames, at + 1);
      const frame = frames.pop();
      if (frame !== undefined) add(closed(frame, scene));
    }
    if (BLOCK_TAGS.has(tag)) newLine();
    else if (tag === 'td' || tag === 'th') add([textSpan(' ')]);
  };
  return {
    add,
    addToken: (token) => {
      if (token.kind === 'text') add([textSpan(cleanText(token.text))]);
      else if (token.kind === 'open') open(token.tag, token.attributes);
      else close(token.tag);
    },
    finish: () => {
      flatten(frames, 1);
      return root.spans;
    },
  };
};

/** A style around spans, with the marks that the theme shows where it has no colour. */
export const styled = (spans: readonly Span[], style: StyleName, scene: Scene): Span[] => {
  const { before, after } = scene.ink.marks(style);
  if (before === '' && after === '') return restyle(spans, style);
  if (spansText(spans).trim() === '') return [...spans];
  return restyle([textSpan(before), ...spans, textSpan(after)], style);
};

/** Inline code; it keeps its backticks, which survive copying and a screen without colour. */
export const codeSpans = (code: string): Span[] => {
  const text = cleanText(code);
  const fence = text.includes('`') ? '``' : '`';
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return glue([textSpan(`${fence}${padding}${text}${padding}${fence}`, 'code')]);
};

/** Deleted text keeps the marks of Markdown, since not every terminal strikes text out. */
export const deleted = (spans: readonly Span[]): Span[] =>
  spansText(spans).trim() === '' ? [...spans] : [textSpan('~~'), ...spans, textSpan('~~')];

/** Drops the tags of all frames from this one on; their content goes to the frame below. */
const flatten = (frames: Frame[], from: number): void => {
  for (const frame of frames.splice(from)) frames.at(-1)?.spans.push(...frame.spans);
};

const closed = ({ tag, attributes, spans }: Frame, scene: Scene): readonly Span[] => {
  const text = spansText(spans).trim();
  switch (tag) {
    case 'i':
    case 'em':
      return styled(spans, 'emphasis', scene);
    case 'del':
    case 'strike':
      return deleted(spans);
    case 'code':
    case 'tt':
    case 'samp':
      return text === '' ? spans : codeSpans(text);
    case 'kbd':
      return text === '' ? spans : glue([textSpan(`[${text}]`)]);
    case 'sub':
      return text === '' ? spans : [textSpan(subscript(text) ?? `_${text}`)];
    case 'sup':
      return text === '' ? spans : [textSpan(superscript(text) ?? `^${text}`)];
    case 'a':
      return linkSpans(attribute(attributes, 'href') ?? '', spans, scene.links);
    default:
      return styled(spans, tag.startsWith('h') ? 'heading' : 'strong', scene);
  }
};
