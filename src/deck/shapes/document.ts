import { plainText } from '../plain-text.ts';
import { type Heading, headingsOf, type ScannedLines, scanLines } from '../scan.ts';
import { type Details, findDetails } from './details-blocks.ts';
import { htmlHeadings, setextHeadings } from './other-headings.ts';
import { tellFolds } from './tell-folds.ts';
import { isAnswerLabel, isDocumentPart, keyOf, promisesQuestions } from './vocabulary.ts';

/** A file as its lines, with what stands in them: what all shapes look at. */
export interface Document {
  readonly scanned: ScannedLines;
  readonly lines: readonly string[];
  /** Headings in all notations, in order, those inside of a details block too. */
  readonly headings: readonly DocumentHeading[];
  readonly details: readonly Details[];
  /** Blocks that hide a part of a list: what stands in them stands in the file. */
  readonly folds: readonly Details[];
  /** Whether its title, or its name, promises questions. */
  readonly isPromising: boolean;
  /** Index of the details block that a line stands in, -1 outside of all. */
  detailsAt(line: number): number;
  /** Index of the last heading outside of details at or above a line, -1 if there is none. */
  headingAbove(line: number): number;
  /** First line after `line` whose heading, outside of details, has at most this level. */
  endOfSection(line: number, level: number): number;
}

export interface DocumentHeading extends Heading {
  readonly isInDetails: boolean;
  /** Plain text, numbers and labels still on it. */
  readonly plain: string;
  /** Its letters and digits: headings of the same key say the same. */
  readonly key: string;
  /** Names a part of the document, such as a table of contents. */
  readonly isPart: boolean;
  /** Is nothing but a name for an answer. */
  readonly isAnswer: boolean;
  /** Number of lines that the heading itself takes: 2 with an underline. */
  readonly height: 1 | 2;
}

/**
 * Reads the lines of a text once, so that no shape has to look for fences again.
 *
 * @param names what else the file is called: its title in front matter, its file name
 */
export const readDocument = (text: string, names: readonly string[] = []): Document => {
  const scanned = scanLines(text);
  const { details, folds } = tellFolds(scanned, findDetails(scanned));
  const inside = new Int32Array(scanned.lines.length).fill(-1);
  details.forEach((block, index) => {
    inside.fill(index, block.line, block.end);
  });
  const headings = readHeadings(scanned, inside);
  const above = headingsAbove(headings, scanned.lines.length);
  const nextOf: (Int32Array | undefined)[] = [];
  return {
    scanned,
    lines: scanned.lines,
    headings,
    details,
    folds,
    isPromising: [...names, headings[0]?.plain ?? ''].some(promisesQuestions),
    detailsAt: (line) => inside[line] ?? -1,
    headingAbove: (line) => above[line] ?? -1,
    endOfSection: (line, level) => {
      nextOf[level] ??= nextOfLevel(headings, level, scanned.lines.length);
      return nextOf[level]?.[(above[line] ?? -1) + 1] ?? scanned.lines.length;
    },
  };
};

/** For each line the index of the last heading at or above it, but for those in details. */
const headingsAbove = (headings: readonly DocumentHeading[], count: number): Int32Array => {
  const above = new Int32Array(count + 1);
  let last = -1;
  let from = 0;
  headings.forEach(({ line, isInDetails }, index) => {
    if (isInDetails) return;
    above.fill(last, from, line);
    last = index;
    from = line;
  });
  return above.fill(last, from);
};

/** Indices of the lines that count, start with a character of a table and pass a test. */
export const linesWhere = (
  { lines, scanned }: Pick<Document, 'lines' | 'scanned'>,
  firsts: Uint8Array | undefined,
  test: (line: string, index: number) => boolean,
): readonly number[] => {
  const found: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const first = scanned.firsts[index] ?? 0;
    if (first === 0 || (firsts !== undefined && firsts[first] !== 1)) continue;
    if (!scanned.isInert(index) && test(lines[index] ?? '', index)) found.push(index);
  }
  return found;
};

const readHeadings = (scanned: ScannedLines, inside: Int32Array): readonly DocumentHeading[] => {
  const atx = headingsOf(scanned);
  const html = htmlHeadings(scanned);
  const setext = setextHeadings(scanned, atx);
  const underlined = new Set(setext.map(({ line }) => line));
  const others = [...html, ...setext];
  const all = others.length === 0 ? atx : [...atx, ...others].toSorted((a, b) => a.line - b.line);
  return all.map(({ level, text, line, column }): DocumentHeading => {
    const plain = plainText(text);
    return {
      level,
      text,
      line,
      column,
      plain,
      key: keyOf(plain),
      isInDetails: (inside[line] ?? -1) >= 0,
      isPart: isDocumentPart(plain),
      isAnswer: isAnswerLabel(plain),
      height: underlined.has(line) ? 2 : 1,
    };
  });
};

/** For each heading, the line of the next heading of a level or above, from it on. */
const nextOfLevel = (
  headings: readonly DocumentHeading[],
  level: number,
  count: number,
): Int32Array => {
  const next = new Int32Array(headings.length + 1).fill(count);
  let line = count;
  for (let at = headings.length - 1; at >= 0; at--) {
    const heading = headings[at];
    if (heading !== undefined && !heading.isInDetails && heading.level <= level)
      line = heading.line;
    next[at] = line;
  }
  return next;
};
