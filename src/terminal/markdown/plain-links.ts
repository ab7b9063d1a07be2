import { cleanLine } from './clean.ts';
import { createLinkBook, isSafeUrl, type RenderedLink } from './links.ts';

/** A bullet with a link and nothing else, and nothing in it that Markdown reads as more than it is. */
const LINK =
  /^- \[([^\s\\`*_~^$|[\]<>&@]+(?: [^\s\\`*_~^$|[\]<>&@]+)*)\]\((https?:\/\/[^\s()<>\\&]+)\)$/;
/** What would be a link of its own within the words. */
const ADDRESS = /https?:|www\./i;

/**
 * The links of a list as decks write their references, a bullet each: found without a parser,
 * which would take a fifth of the time that an answer takes. Undefined for any other text.
 */
export const plainLinks = (text: string): readonly RenderedLink[] | undefined => {
  const book = createLinkBook();
  for (const line of text.trimEnd().split('\n')) {
    const [, words = '', url = ''] = LINK.exec(line) ?? [];
    if (url === '' || ADDRESS.test(words) || cleanLine(words) !== words || !isSafeUrl(url)) {
      return undefined;
    }
    book.numberOf(url, words);
  }
  return book.links;
};
