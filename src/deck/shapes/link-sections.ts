import { startTable } from '../line-start.ts';
import type { Document, DocumentHeading } from './document.ts';

const LINK_LINE =
  /^\s*(?:[-*+]|\d+[.)]|\|)?\s*(?:\[[ xX]\]\s*)?(?:\*\*|_|~~|`)*(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?|<a [^>]*>.*<\/a>)[\s*_~`.,;|)-]*(?:[-–—:].{0,200}|\([^)]*\))?\s*$/i;

const MAY_BE_LINK = startTable('-*+|[_~`!<hH0123456789');

const isLinkLine = (line: string): boolean => line.length < 1_000 && LINK_LINE.test(line);

/**
 * A section that is nearly all links is a table of contents, or a list of sources. Some lines of a
 * table of contents wait for their links, but no answer has many into its own file.
 */
export const isLinkList = (
  document: Document,
  heading: DocumentHeading,
  fewest: number,
): boolean => {
  const count = countLines(document, heading);
  return (count.texts >= fewest && count.links / count.texts > 0.85) || isContents(count);
};

export const isContents = ({ texts, inside }: LineCount): boolean =>
  (inside >= 8 && inside > texts * 0.5) || (inside >= 3 && inside > texts * 0.85);

interface LineCount {
  readonly texts: number;
  readonly links: number;
  /** Links into the file. */
  readonly inside: number;
}

/** Counts what is under a heading; a long section is not read to its end for this. */
export const countLines = (document: Document, heading: DocumentHeading): LineCount => {
  const end = document.endOfSection(heading.line, heading.level);
  let links = 0;
  let inside = 0;
  let texts = 0;
  for (let index = heading.line + heading.height; index < end; index++) {
    const first = document.scanned.firsts[index] ?? 0;
    const line = document.lines[index] ?? '';
    if (first === 0 || line.startsWith('#')) continue;
    texts++;
    if (MAY_BE_LINK[first] === 1 && isLinkLine(line)) {
      links++;
      if (line.includes('](#')) inside++;
    }
    if (texts >= 60 && links < texts / 2) break;
  }
  return { texts, links, inside };
};
