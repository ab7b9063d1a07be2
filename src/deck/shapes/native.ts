import { type CardComment, readCardComment } from '../card-comment.ts';
import type { FoundCard } from '../found-card.ts';
import { normalise } from '../identity.ts';
import { plainText } from '../plain-text.ts';
import { createProblem, type Problem } from '../problem.ts';
import { type Heading, headingsOf, type ScannedLines } from '../scan.ts';
import type { Document } from './document.ts';

/** What the native format makes of a file. */
export interface NativeFile {
  readonly cards: readonly FoundCard[];
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
  /** Whether a card says so itself, with a comment under its question. */
  readonly hasComments: boolean;
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

/** This program's own format: each heading of the second level is a question. */
export const readNative = (scanned: ScannedLines, file: string): NativeFile => {
  const headings = headingsOf(scanned);
  const ends = endsOf(headings, scanned.lines.length);
  const cards = headings.flatMap((heading, index) =>
    heading.level === QUESTION_LEVEL ? [readCard(scanned, heading, ends[index] ?? 0, file)] : [],
  );
  // Who marks cards as cards means every heading; a plain document has others among its own.
  const hasComments = cards.some(({ found }) => found.commentLine !== undefined);
  const kept = new Set(cards.filter(({ found }) => hasComments || isQuestion(found)));
  return {
    cards: [...kept].map(({ found }) => found),
    skipped: cards.filter((card) => !kept.has(card)).map(({ found }) => found.question),
    problems: [...kept].flatMap((card) => card.problems),
    hasComments,
  };
};

/** For each heading the line of the next one of its level or above. */
const endsOf = (headings: readonly Heading[], count: number): readonly number[] => {
  const next = [count, count, count, count, count, count, count];
  const ends: number[] = new Array(headings.length).fill(count);
  for (let index = headings.length - 1; index >= 0; index--) {
    const { level = 6, line = 0 } = headings[index] ?? {};
    ends[index] = next[level] ?? count;
    for (let deeper = level; deeper <= 6; deeper++) next[deeper] = line;
  }
  return ends;
};

interface ReadCard {
  readonly found: FoundCard;
  readonly problems: readonly Problem[];
}

const readCard = (scanned: ScannedLines, heading: Heading, end: number, file: string): ReadCard => {
  const { comment, commentLine, problems } = commentUnder(scanned, heading, file);
  const from = (commentLine ?? heading.line) + 1;
  const to = endOfBody(scanned.lines, from, end);
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

const OWN_SECTIONS = new Set(['key points', 'trap', 'choices', 'follow ups']);

/**
 * Whether most questions of a file have parts that are called as this program calls them. A few
 * may be so in any bank: then it is read as that bank is, without its numbers and labels.
 */
export const hasNativeSections = (headings: readonly Heading[]): boolean => {
  const questions: { hasOwn: boolean }[] = [];
  for (const { level, text } of headings) {
    const last = questions.at(-1);
    if (level === QUESTION_LEVEL) questions.push({ hasOwn: false });
    else if (level === 3 && last !== undefined && OWN_SECTIONS.has(normalise(text))) {
      last.hasOwn = true;
    }
  }
  const own = questions.filter(({ hasOwn }) => hasOwn).length;
  return own > 0 && own >= questions.length * 0.5;
};

/** Whether a question of the second level says with a comment that it is a card. */
export const hasCardComments = ({ lines, headings }: Document): boolean =>
  headings.some(({ level, line }) => {
    if (level !== QUESTION_LEVEL) return false;
    const below = lines[firstText(lines, line + 1, line + 4)] ?? '';
    return below.includes('<!--') && readCardComment(below) !== undefined;
  });
