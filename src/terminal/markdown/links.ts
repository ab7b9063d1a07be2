import { cleanLine } from './clean.ts';
import { glue, linkTo, restyle, type Span, spansText, textSpan } from './span.ts';

/** A link of a rendered text, as it is listed below it. */
export interface RenderedLink {
  readonly number: number;
  /** The words that lead there; for a bare URL the URL itself. */
  readonly text: string;
  readonly url: string;
}

/** Numbers the links of one text; the same URL keeps its number. */
export interface LinkBook {
  readonly links: readonly RenderedLink[];
  /** The number of a link, or 0 where links are not numbered. */
  readonly numberOf: (url: string, text: string) => number;
  /** What stands behind the words of a link. */
  readonly markOf: (number: number) => string;
}

/**
 * Schemes that a terminal may open; and nothing in the URL that could end an escape code, or did
 * before the parser replaced it.
 */
const SAFE_URL = /^(?:https?:\/\/|mailto:)[^\s\p{C}\u2028\u2029\uFFFD]+$/iu;
const MAX_URL_LENGTH = 2_000;

/** Whether a URL may be followed from a terminal. */
export const isSafeUrl = (url: string): boolean =>
  url.length <= MAX_URL_LENGTH && SAFE_URL.test(url);

/** A book that numbers links in the order in which they come. */
export const createLinkBook = (linear = false): LinkBook => {
  const links = new Map<string, RenderedLink>();
  return {
    get links() {
      return [...links.values()];
    },
    numberOf: (url, text) => {
      const known = links.get(url) ?? { number: links.size + 1, text, url };
      links.set(url, known);
      return known.number;
    },
    markOf: (number) => (linear ? ` (link ${number})` : ` [${number}]`),
  };
};

/** A book for text that has no list of links with it. */
export const unnumberedLinks: LinkBook = { links: [], numberOf: () => 0, markOf: () => '' };

/** Spans that lead to a URL: dressed and numbered if the URL is one to follow, else as they are. */
export const linkSpans = (
  url: string,
  content: readonly Span[],
  book: LinkBook,
): readonly Span[] => {
  if (!isSafeUrl(url)) return content;
  const words = cleanLine(spansText(content));
  const shown = words === '' ? [textSpan(url)] : content;
  const number = book.numberOf(url, words === '' ? url : words);
  const dressed = restyle(linkTo(shown, { number, url }), 'link');
  return number === 0 ? glue(dressed) : glue([...glue(dressed), textSpan(book.markOf(number))]);
};
