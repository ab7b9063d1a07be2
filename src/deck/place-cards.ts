import type { FoundCard } from './found-card.ts';
import type { FileOutline } from './outline.ts';
import type { Chapter } from './types.ts';

/** A card that was found, with its file and its chapter. */
export interface PlacedCard {
  readonly outline: FileOutline;
  readonly found: FoundCard;
  readonly chapter: Chapter | undefined;
}

/**
 * Gives each card its chapter: the one that its file has inside, or the file itself where a deck
 * is a folder of files or the file says so. Files with a chapter number come in its order.
 */
export const placeCards = (
  outlines: readonly FileOutline[],
): { readonly placed: readonly PlacedCard[]; readonly chapters: readonly Chapter[] } => {
  const ordered = orderFiles(outlines.filter((outline) => outline.cards.length > 0));
  const chapters: Chapter[] = [];
  const placed = ordered.flatMap((outline) => placeFile(outline, chapters, ordered.length > 1));
  return { placed, chapters };
};

/** Files that say their chapter number come in its order, the others in the order given. */
const orderFiles = (outlines: readonly FileOutline[]): readonly FileOutline[] =>
  outlines.every((outline) => outline.front.chapter !== undefined)
    ? outlines.toSorted((a, b) => (a.front.chapter ?? 0) - (b.front.chapter ?? 0))
    : outlines;

const placeFile = (
  outline: FileOutline,
  chapters: Chapter[],
  isFolder: boolean,
): readonly PlacedCard[] => {
  const { chapter, title, short } = outline.front;
  const isNumbered = chapter !== undefined;
  const hasOwn = isFolder || isNumbered || title !== undefined;
  const name = title ?? outline.title ?? titleOfFile(outline.file);
  let open:
    | { readonly title: string | undefined; readonly chapter: Chapter | undefined }
    | undefined;
  const enter = (inside: string | undefined): Chapter | undefined => {
    if (chapter === 0 || (inside === undefined && !hasOwn)) return undefined;
    // A file with a number is one chapter, whatever headings stand in it.
    const own = inside ?? name;
    const made = {
      number: chapter ?? chapters.length + 1,
      title: own,
      short: inside === undefined ? (short ?? own) : own,
    };
    chapters.push(made);
    return made;
  };
  return outline.cards.map((found) => {
    const inside = isNumbered ? undefined : found.chapter;
    if (open === undefined || open.title !== inside)
      open = { title: inside, chapter: enter(inside) };
    return { outline, found, chapter: open.chapter };
  });
};

const titleOfFile = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file)
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_]+/g, ' ');
