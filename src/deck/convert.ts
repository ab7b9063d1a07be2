import { type AssembledDeck, assembleDeck, kindOfBody } from './assemble.ts';
import { ID_PATTERN } from './id-pattern.ts';
import { headingText, sealBody } from './native-text.ts';
import { outlineFile } from './outline.ts';
import type { Card, CardWithBody, Chapter } from './types.ts';

/** A file in the native format. */
export interface NativeFile {
  /** Its name, without a folder. */
  readonly name: string;
  readonly text: string;
  readonly cards: number;
}

export interface Converted {
  readonly files: readonly NativeFile[];
  /** Cards that would be read from these files in another way than from the bank. */
  readonly inexact: readonly Card[];
}

/** A chapter with its cards; cards without one stand together. */
interface Part {
  readonly chapter: Chapter | undefined;
  readonly cards: readonly CardWithBody[];
}

/**
 * Writes a deck in the native format, one file a chapter. Each card gets its id as an explicit one,
 * so that it keeps its progress; reading the files again gives the same cards.
 */
export const convertDeck = (deck: AssembledDeck): Converted => {
  const parts = numbered(partsOf(deck.cards));
  const isFolder = parts.length > 1;
  const width = Math.max(2, String(parts.at(-1)?.chapter?.number ?? 0).length);
  const names = new Set<string>();
  const files = parts.map(({ chapter, cards }): NativeFile => {
    const front = frontMatter(deck, chapterLines(chapter, isFolder), cards);
    const shared = sharedTags(cards);
    const text = cards.map((card) => renderCard(card, shared)).join('\n');
    const name = freeName(fileName(chapter, width, isFolder), names);
    return { name, text: front + text, cards: cards.length };
  });
  return { files, inexact: findInexact(deck.cards, files) };
};

const partsOf = (cards: readonly CardWithBody[]): readonly Part[] => {
  const parts = new Map<Chapter | undefined, CardWithBody[]>();
  for (const card of cards) {
    const own = parts.get(card.card.chapter);
    if (own === undefined) parts.set(card.card.chapter, [card]);
    else own.push(card);
  }
  return [...parts].map(([chapter, own]) => ({ chapter, cards: own }));
};

/**
 * Several files come in the order of their numbers, so each needs one, and each a greater one;
 * cards that stand before all chapters have 0.
 */
const numbered = (parts: readonly Part[]): readonly Part[] => {
  if (parts.length < 2) return parts;
  const numbers = parts.map(({ chapter }) => chapter?.number ?? 0);
  const isOrdered = numbers.every((number, index) => number > (numbers[index - 1] ?? -1));
  if (isOrdered) return parts;
  return parts.map(({ chapter, cards }, index) => {
    const { title, short } = chapter ?? { title: 'Questions', short: 'Questions' };
    return { chapter: { number: index + 1, title, short }, cards };
  });
};

const frontMatter = (
  { deck }: AssembledDeck,
  chapter: readonly string[],
  cards: readonly CardWithBody[],
): string => {
  const name = deckOf(cards[0]?.card) ?? deck.name;
  const tags = sharedTags(cards);
  const lines = [
    ...(name === undefined ? [] : [`deck: ${name}`]),
    ...chapter,
    ...(tags.length === 0 ? [] : [`tags: [${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`]),
  ];
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
};

const chapterLines = (chapter: Chapter | undefined, isFolder: boolean): readonly string[] => {
  if (chapter === undefined) return isFolder ? ['chapter: 0'] : [];
  const { number, title, short } = chapter;
  return [
    `chapter: ${number}`,
    `title: ${JSON.stringify(title)}`,
    ...(short === title ? [] : [`short: ${JSON.stringify(short)}`]),
  ];
};

const deckOf = (card: Card | undefined): string | undefined =>
  card === undefined || card.key === card.id
    ? undefined
    : card.key.slice(0, card.key.length - card.id.length - 1);

const sharedTags = (cards: readonly CardWithBody[]): readonly string[] =>
  (cards[0]?.card.tags ?? []).filter((tag) => cards.every(({ card }) => card.tags.includes(tag)));

const fileName = (chapter: Chapter | undefined, width: number, isFolder: boolean): string => {
  if (chapter === undefined) return isFolder ? `${'0'.repeat(width)}-questions` : 'questions';
  const slug = chapter.short
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return `${String(chapter.number).padStart(width, '0')}-${slug === '' ? 'chapter' : slug}`;
};

const freeName = (name: string, taken: Set<string>): string => {
  let free = name;
  for (let copy = 2; taken.has(free); copy++) free = `${name}-${copy}`;
  taken.add(free);
  return `${free}.md`;
};

const renderCard = ({ card, body }: CardWithBody, shared: readonly string[]): string => {
  const sealed = sealBody(body);
  const head = `## ${headingText(card.question)}`.trimEnd();
  return `${head}\n${cardComment(card, sealed, shared)}\n${sealed === '' ? '' : `\n${sealed}\n`}`;
};

const cardComment = (card: Card, body: string, shared: readonly string[]): string => {
  const tags = card.tags.filter((tag) => !shared.includes(tag));
  const values = [
    ...(ID_PATTERN.test(card.id) ? [`id: ${card.id}`] : []),
    ...(card.level === undefined ? [] : [`level: ${card.level}`]),
    ...(card.weight === 2 ? [] : [`weight: ${card.weight}`]),
    ...(card.kind === 'choice' || card.kind !== kindOfBody(body) ? [`kind: ${card.kind}`] : []),
    ...(tags.length === 0 ? [] : [`tags: [${tags.join(', ')}]`]),
  ];
  return `<!-- card: { ${values.join(', ')} } -->`;
};

/** Reads the files as they would be read from a disk, and compares card by card. */
const findInexact = (
  cards: readonly CardWithBody[],
  files: readonly NativeFile[],
): readonly Card[] => {
  const again = assembleDeck(files.map(({ name, text }) => outlineFile(name, text))).cards;
  if (again.length !== cards.length) return cards.map(({ card }) => card);
  return cards.flatMap(({ card, body }, index) => {
    const other = again[index];
    return other?.body === body && isSameCard(other.card, card) ? [] : [card];
  });
};

const isSameCard = (one: Card, other: Card): boolean =>
  one.key === other.key &&
  one.question === other.question &&
  one.kind === other.kind &&
  one.level === other.level &&
  one.choices === other.choices &&
  one.chapter?.title === other.chapter?.title &&
  one.tags.length === other.tags.length &&
  one.tags.every((tag) => other.tags.includes(tag));
