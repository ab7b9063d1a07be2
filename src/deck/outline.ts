import type { FoundCard } from './found-card.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { chaptersOf } from './shapes/chapters.ts';
import { type Document, readDocument } from './shapes/document.ts';
import type { AskableShape, Finding, Shape } from './shapes/finding.ts';
import { foundCards } from './shapes/found-cards.ts';
import { hasCardComments, hasNativeSections, readNative } from './shapes/native.ts';
import { findAs } from './shapes/said-shape.ts';
import { countTexts, skippedTexts, withoutSkipped } from './shapes/skipped.ts';
import { titleOf } from './shapes/title.ts';
import { type WayIn, waysIn, whyNoCards } from './shapes/why.ts';

export type { FoundCard } from './found-card.ts';
export type { AskableShape, Shape } from './shapes/finding.ts';
export type { WayIn } from './shapes/why.ts';

/** What one file holds. A pure function of its text, so it can be kept as long as the text is. */
export interface FileOutline {
  readonly file: string;
  readonly front: FrontMatter;
  /** The first heading of the first level: the file's own title. */
  readonly title: string | undefined;
  /** How the questions are written. */
  readonly shape: Shape;
  /** Level of the headings that are questions, where headings are. */
  readonly questionLevel: number | undefined;
  readonly cards: readonly FoundCard[];
  /** Texts that could have been questions and are none; repeated ones once, as `Source ×25`. */
  readonly skipped: readonly string[];
  /** Why there is no card, in one clause; undefined where there are cards. */
  readonly why: string | undefined;
  /** What could be its questions all the same; only where there is no card. */
  readonly waysIn?: readonly WayIn[];
  readonly problems: readonly Problem[];
}

/** What a user may say of a file that was read wrongly; its front matter may say the same. */
export interface OutlineOptions {
  readonly shape?: AskableShape | undefined;
  /** 1 to 6: headings of this level are the questions. */
  readonly questionLevel?: number | undefined;
  /** Texts of questions that are none. */
  readonly skip?: readonly string[] | undefined;
}

/**
 * Finds the questions of a file, however they are written, and what is wrong with it. Never
 * throws on content.
 *
 * @param file what to call the file in problems and sources
 * @param raw the decoded text, as it stands on disk
 * @param options what the user says of the file; front matter comes second
 */
export const outlineFile = (
  file: string,
  raw: string,
  options: OutlineOptions = {},
): FileOutline => {
  const { data: front, text, problems } = readFrontMatter(normaliseLines(raw), file);
  const document = readDocument(text, [front.title ?? '', nameOf(file)]);
  const shape = options.shape ?? front.shape;
  const level = options.questionLevel ?? front.questionLevel;
  const skip = [...(options.skip ?? []), ...front.skip];
  const common = { file, front, title: titleOf(document) };
  const isAsked = level === undefined && (shape === undefined || shape === 'native');
  if (isAsked && (shape === 'native' || hasCardComments(document))) {
    return { ...common, ...nativeOutline(readNative(document.scanned, file), problems, skip) };
  }
  const finding = findAs(document, shape, level);
  const native =
    isAsked && isOwnFormat(document, front, finding)
      ? readNative(document.scanned, file)
      : undefined;
  return native !== undefined && native.cards.length > 0
    ? { ...common, ...nativeOutline(native, problems, skip) }
    : { ...common, problems, ...foundOutline(document, finding, skip) };
};

/** A file name in words, without its folder and its ending. */
const nameOf = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[-_.]+/g, ' ');

/** Text without byte order mark, with LF line ends. */
export const normaliseLines = (text: string): string =>
  withoutReturns(text.startsWith('\uFEFF') ? text.slice(1) : text);

const withoutReturns = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

type Found = Omit<FileOutline, 'file' | 'front' | 'title'>;

/** The front matter of a deck, or sections that only this program has, with questions on H2. */
const isOwnFormat = (
  document: Document,
  front: FrontMatter,
  finding: Finding | undefined,
): boolean => {
  const isOnSecond = finding === undefined || finding.questionLevel === 2;
  return isOnSecond && (front.deck !== undefined || hasNativeSections(document.headings));
};

const nativeOutline = (
  native: ReturnType<typeof readNative>,
  problems: readonly Problem[],
  skip: readonly string[],
): Found => {
  const kept = withoutSkipped(native.cards, skip);
  return {
    shape: 'native',
    questionLevel: 2,
    cards: kept.cards,
    skipped: countTexts([...native.skipped, ...kept.skipped]),
    why: kept.cards.length === 0 ? 'every heading of the second level is left out' : undefined,
    problems: [...problems, ...native.problems],
  };
};

const foundOutline = (
  document: Document,
  finding: Finding | undefined,
  skip: readonly string[],
): Omit<Found, 'problems'> => {
  const chapters = finding === undefined ? [] : chaptersOf(document, finding.marks);
  const found =
    finding === undefined
      ? []
      : foundCards(document, finding.marks, chapters, finding.shape === 'task-list');
  const { cards, skipped } = withoutSkipped(found, skip);
  const isFound = finding !== undefined && cards.length > 0;
  return {
    shape: isFound ? shapeOf(finding, chapters) : 'none',
    questionLevel: isFound ? finding.questionLevel : undefined,
    cards,
    skipped: countTexts([...skippedTexts(document, finding), ...skipped]),
    ...(isFound ? { why: undefined } : { why: whyNoCards(document), waysIn: waysIn(document) }),
  };
};

/** Headings under chapters are a shape of their own: family B. */
const shapeOf = (finding: Finding, chapters: readonly (string | undefined)[]): Shape =>
  finding.shape === 'headings' && chapters.some((chapter) => chapter !== undefined)
    ? 'chaptered'
    : finding.shape;
