import { plainText } from '../plain-text.ts';
import type { ScannedLines } from '../scan.ts';
import { type BorderOf, openBlockBorders } from './details-borders.ts';
import { withoutCode } from './inline-code.ts';

/** An outermost `<details>` block. Lines count from 0. */
export interface Details {
  readonly line: number;
  /** First line after the block. */
  readonly end: number;
  /** Raw text of the summary, its tags still in it. */
  readonly summary: string;
  readonly summaryLine: number;
  /** Column of the summary's text, from 1. */
  readonly summaryColumn: number;
  /** Where the text after `</summary>` starts. */
  readonly bodyLine: number;
  readonly bodyColumn: number;
}

const TAG = /<(\/?)(details|summary)\b[^>]{0,300}>/gi;
/** A summary that is not closed within so many lines is none. */
const MAX_SUMMARY_LINES = 12;

interface Open {
  line: number;
  summary: string[];
  state: 'before' | 'in' | 'after';
  summaryLine: number;
  summaryColumn: number;
  bodyLine: number;
  bodyColumn: number;
}

/** Finds the outermost details blocks, by their tags and not by a tree: most are broken HTML. */
export const findDetails = (scanned: ScannedLines): readonly Details[] => {
  const tagged = taggedLines(scanned);
  // Most files have none.
  if (tagged.length === 0) return [];
  const reader = new DetailsReader(hasAllClosed(tagged), openBlockBorders(scanned));
  let next = 0;
  for (let index = tagged[0]?.index ?? 0; index < scanned.lines.length; index++) {
    const isTagged = tagged[next]?.index === index;
    const tags = isTagged ? (tagged[next++]?.tags ?? NO_TAGS) : NO_TAGS;
    if (!isTagged && (!reader.isInSummary || scanned.isInert(index))) continue;
    reader.readLine(scanned.lines[index] ?? '', index, tags);
  }
  return reader.end(scanned.lines.length);
};

/** A line with tags of details or summaries. */
interface TaggedLine {
  readonly index: number;
  readonly tags: readonly RegExpExecArray[];
}

const taggedLines = (scanned: ScannedLines): readonly TaggedLine[] => {
  const tagged: TaggedLine[] = [];
  for (let index = 0; index < scanned.lines.length; index++) {
    const line = scanned.lines[index] ?? '';
    if (!line.includes('<') || scanned.isInert(index)) continue;
    const tags = tagsIn(line);
    if (tags.length > 0) tagged.push({ index, tags });
  }
  return tagged;
};

class DetailsReader {
  readonly #found: Details[] = [];
  readonly #mayNest: boolean;
  readonly #borderOf: BorderOf;
  #open: Open | undefined;
  #depth = 0;

  constructor(mayNest: boolean, borderOf: BorderOf) {
    this.#mayNest = mayNest;
    this.#borderOf = borderOf;
  }

  /** Whether lines without tags count as well. */
  get isInSummary(): boolean {
    return this.#open?.state === 'in';
  }

  readLine(line: string, index: number, tags: readonly RegExpExecArray[]): void {
    let from = 0;
    for (const tag of tags) {
      const isClosing = tag[1] === '/';
      const after = tag.index + tag[0].length;
      if (tag[2]?.toLowerCase() !== 'details') {
        this.#readSummary(isClosing, line, { from, at: tag.index, after, index });
      } else if (isClosing) this.#closeOne(index + 1);
      else this.#openOne(index);
      from = after;
    }
    if (this.#open?.state === 'in') collect(this.#open, line.slice(from), index);
  }

  end(line: number): readonly Details[] {
    this.#closeForgotten(line);
    return this.#found;
  }

  #openOne(index: number): void {
    // A block that starts before the last one's summary has ended means that one was never closed.
    const isForgotten = this.#open !== undefined && this.#open.state !== 'after';
    if (isForgotten || !this.#mayNest) this.#closeForgotten(index);
    if (this.#open === undefined) this.#open = startOf(index);
    else this.#depth++;
  }

  #closeOne(end: number): void {
    if (this.#depth > 0) this.#depth--;
    else this.#close(end);
  }

  #closeForgotten(before: number): void {
    const open = this.#open;
    this.#close(open?.state === 'after' ? this.#borderOf(open, before) : before);
  }

  #close(end: number): void {
    if (this.#open?.state === 'after') this.#found.push(detailsOf(this.#open, end));
    this.#open = undefined;
    this.#depth = 0;
  }

  #readSummary(isClosing: boolean, line: string, place: TagPlace): void {
    if (this.#open !== undefined && this.#depth === 0) {
      readSummaryTag(this.#open, isClosing, line, place);
    }
  }
}

interface TagPlace {
  /** End of the tag before, on the same line. */
  readonly from: number;
  readonly at: number;
  readonly after: number;
  readonly index: number;
}

const NO_TAGS: readonly RegExpExecArray[] = [];
const MAY_HAVE_TAG = /<\/?(?:details|summary)/i;

const tagsIn = (line: string): readonly RegExpExecArray[] =>
  line.length < 20_000 && MAY_HAVE_TAG.test(line) ? [...withoutCode(line).matchAll(TAG)] : NO_TAGS;

const startOf = (line: number): Open => ({
  line,
  summary: [],
  state: 'before',
  summaryLine: line,
  summaryColumn: 1,
  bodyLine: line + 1,
  bodyColumn: 1,
});

/** Where some block is never closed, no block is taken for nested: one would swallow the rest. */
const hasAllClosed = (tagged: readonly TaggedLine[]): boolean => {
  let open = 0;
  for (const { tags } of tagged) {
    for (const tag of tags) {
      if (tag[2]?.toLowerCase() === 'details') open += tag[1] === '/' ? -1 : 1;
    }
  }
  return open <= 0;
};

const readSummaryTag = (open: Open, isClosing: boolean, line: string, place: TagPlace): void => {
  if (!isClosing && open.state === 'before') {
    open.state = 'in';
    open.summaryLine = place.index;
    open.summaryColumn = place.after + 1;
  } else if (isClosing && open.state === 'in') {
    collect(open, line.slice(place.from, place.at), place.index);
    open.state = 'after';
    open.bodyLine = place.index;
    open.bodyColumn = place.after + 1;
  }
};

const collect = (open: Open, text: string, index: number): void => {
  if (open.summary.every((part) => plainText(part) === '') && text.trim() !== '') {
    open.summaryLine = index;
    if (open.summary.length > 0) open.summaryColumn = text.search(/\S/) + 1;
  }
  open.summary.push(text);
  if (open.summary.length > MAX_SUMMARY_LINES) open.state = 'before';
};

const detailsOf = (open: Open, end: number): Details => ({
  line: open.line,
  end,
  summary: open.summary.join(' ').trim(),
  summaryLine: open.summaryLine,
  summaryColumn: open.summaryColumn,
  bodyLine: open.bodyLine,
  bodyColumn: open.bodyColumn,
});
