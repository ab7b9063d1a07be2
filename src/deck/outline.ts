import { type CardComment, readCardComment } from './card-comment.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { normalise } from './identity.ts';
import { plainText } from './plain-text.ts';
import { createProblem, type Problem } from './problem.ts';
import { type Heading, headingsOf, type ScannedLines, scanLines } from './scan.ts';

/** A question found in a file, before it has an id and a chapter. Lines count from 0. */
export interface FoundCard {
  readonly question: string;
  readonly line: number;
  readonly column: number;
  readonly comment: CardComment;
  readonly commentLine: number | undefined;
  readonly bodyLine: number;
  /** End of the body, exclusive. */
  readonly endLine: number;
  readonly body: string;
}

/** What one file holds. A pure function of its text, so it can be kept as long as the text is. */
export interface FileOutline {
  readonly file: string;
  readonly front: FrontMatter;
  /** The first heading of the first level: the file's own title. */
  readonly title: string | undefined;
  readonly cards: readonly FoundCard[];
  /** Headings of the question level that are no questions, as they stand. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

const QUESTION_LEVEL = 2;

/** Headings that are part of a document and not questions; they must match as a whole. */
const NOT_QUESTIONS: ReadonlySet<string> = new Set([
  'table of contents',
  'contents',
  'toc',
  'index',
  'preamble',
  'introduction',
  'about',
  'contributing',
  'contributors',
  'license',
  'licence',
  'references',
  'resources',
  'sources',
  'source',
  'acknowledgements',
  'acknowledgments',
  'further reading',
]);

/**
 * Finds the questions of a file and what is wrong with it. Never throws on content.
 *
 * @param file what to call the file in problems and sources
 * @param raw the decoded text, as it stands on disk
 */
export const outlineFile = (file: string, raw: string): FileOutline => {
  const { data: front, text, problems } = readFrontMatter(normaliseLines(raw), file);
  const scanned = scanLines(text);
  const headings = headingsOf(scanned);
  const level = headings.filter((heading) => heading.level === QUESTION_LEVEL);
  const cards = level.map((heading) => readCard(scanned, headings, heading, file));
  // Who marks cards as cards means every heading; a plain document has others among its own.
  const isNative = cards.some(({ found }) => found.commentLine !== undefined);
  const kept = cards.filter(({ found }) => isNative || isQuestion(found));
  return {
    file,
    front,
    title: plainTitle(headings.find((heading) => heading.level === 1)),
    cards: kept.map(({ found }) => found),
    skipped: cards.filter((card) => !kept.includes(card)).map(({ found }) => found.question),
    problems: [...problems, ...kept.flatMap((card) => card.problems)],
  };
};

/** Text without byte order mark, with LF line ends. */
export const normaliseLines = (text: string): string =>
  text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const plainTitle = (heading: Heading | undefined): string | undefined => {
  const title = heading === undefined ? '' : plainText(heading.text);
  return title === '' ? undefined : title;
};

interface ReadCard {
  readonly found: FoundCard;
  readonly problems: readonly Problem[];
}

const readCard = (
  scanned: ScannedLines,
  headings: readonly Heading[],
  heading: Heading,
  file: string,
): ReadCard => {
  const next = headings.find((other) => other.line > heading.line && other.level <= heading.level);
  const { comment, commentLine, problems } = commentUnder(scanned, heading, file);
  const from = (commentLine ?? heading.line) + 1;
  const to = endOfBody(scanned.lines, from, next?.line ?? scanned.lines.length);
  const start = firstText(scanned.lines, from, to);
  return {
    found: {
      question: plainText(heading.text),
      line: heading.line,
      column: heading.column,
      comment,
      commentLine,
      bodyLine: start,
      endLine: to,
      body: scanned.lines.slice(start, to).join('\n'),
    },
    problems,
  };
};

const commentUnder = (
  scanned: ScannedLines,
  heading: Heading,
  file: string,
): { comment: CardComment; commentLine: number | undefined; problems: readonly Problem[] } => {
  const index = firstText(scanned.lines, heading.line + 1, heading.line + 4);
  const read = readCardComment(scanned.lines[index] ?? '');
  if (read === undefined) return { comment: {}, commentLine: undefined, problems: [] };
  const problems = read.faults.map(({ offset, length, message, help }) =>
    createProblem('E005', { file, line: index + 1, column: offset + 1 }, message, help, { length }),
  );
  return { comment: read.comment, commentLine: index, problems };
};

const firstText = (lines: readonly string[], from: number, to: number): number => {
  for (let index = from; index < Math.min(to, lines.length); index++) {
    if ((lines[index] ?? '').trim() !== '') return index;
  }
  return Math.min(from, to);
};

const DECORATION =
  /^\s*(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>|(?:<[^>]+>\s*)*\**\[?[^\]\w]*\[?(?:⬆️?\s*)?back to (?:the )?top\b.*)\s*$/iu;

/** Rules, breaks and back-to-top lines at the end of an answer are the document's, not the card's. */
const endOfBody = (lines: readonly string[], from: number, to: number): number => {
  let end = to;
  while (end > from) {
    const line = lines[end - 1] ?? '';
    if (line.trim() !== '' && !DECORATION.test(line)) break;
    end--;
  }
  return end;
};

const isQuestion = (card: FoundCard): boolean => {
  if (normalise(card.question) === '') return false;
  if (NOT_QUESTIONS.has(normalise(card.question))) return false;
  return !isLinkList(card.body);
};

/** A body of links to headings of the same file is a table of contents. */
const isLinkList = (body: string): boolean => {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const links = lines.filter((line) =>
    /^\s*(?:[-*+]|\d+[.)])?\s*\[[^\]]*\]\(#[^)]*\)\s*$/.test(line),
  );
  return lines.length > 2 && links.length / lines.length > 0.85;
};
