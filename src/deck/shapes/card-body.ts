import { normalise } from '../identity.ts';
import { firstOf, startTable } from '../line-start.ts';
import { plainText } from '../plain-text.ts';
import type { Level } from '../types.ts';
import { labelLength, startsAnswer } from './answer-label.ts';
import type { BodyLine } from './body-line.ts';
import { bodyLines, outdent, trimLines } from './body-lines.ts';
import type { Document } from './document.ts';
import type { Mark } from './finding.ts';
import { splitGiven } from './given.ts';
import { type HiddenKeys, hiddenKeys } from './hidden-keys.ts';
import { isQuoted } from './named-options.ts';
import {
  type BodyOption,
  type KnownAnswer,
  type Quiz,
  type SplitBody,
  splitOptions,
} from './options.ts';
import { rightKeys, withoutFront } from './right-answers.ts';
import { isSaid, startsWithLink } from './said.ts';
import { isAnswerLabel } from './vocabulary.ts';

/** Where a line of a body stands in its file: line from 0, column of its first character from 1. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

/** What stands under a question, in the native format, whatever shape it came from. */
export interface CardBody {
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly isAnswered: boolean;
  readonly hasChoices: boolean;
  readonly tags: readonly string[];
  readonly level: Level | undefined;
}

/**
 * Turns what stands under a mark into a native body: the answer without wrappers and labels, then
 * its options as a task list under `### Choices`.
 *
 * @param known what an answer section of the file says of it
 * @param quiz what the options of most questions of the file are: then those of which none is known
 *   to be right are options as well
 */
export const readBody = (
  document: Document,
  mark: Mark,
  known: KnownAnswer | undefined,
  quiz: Quiz | undefined,
): CardBody => {
  const { lines, notes } = bodyLines(document, mark);
  const hidden = known === undefined ? hiddenKeys(document, lines) : undefined;
  const split = splitKnown(lines, known, hidden, quiz);
  const { given, answer: told } =
    split === undefined
      ? splitGiven(document, mark, lines)
      : { given: [], answer: withoutKeys(split, hidden) };
  const answer = withReferences(withoutLabels(told, split !== undefined));
  const all =
    split === undefined ? withGiven(answer, given) : withChoices(answer, split.stem, split.options);
  const hasRight = split?.options.some(({ isRight }) => isRight) === true;
  return {
    text: all.map(({ text }) => text).join('\n'),
    origins: originsOf(all),
    isAnswered: hasRight || isAnsweredBy(document, answer),
    hasChoices: split !== undefined,
    tags: notes.tags,
    level: notes.level,
  };
};

/** A number that a block hides may be the first of a list: then it names no option. */
const splitKnown = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
  hidden: HiddenKeys | undefined,
  quiz: Quiz | undefined,
): SplitBody | undefined => {
  const hiding =
    hidden === undefined ? undefined : { ...hidden, text: '', isEither: hidden.isVague };
  const split = splitOptions(lines, known ?? hiding, quiz);
  if (split === undefined || hidden?.isVague !== true) return split;
  const isSaid = split.options.some(
    ({ text, isRight, line }) =>
      isRight && line !== hidden.line.line && startsSame(text, hidden.rest),
  );
  return isSaid ? split : splitOptions(lines, undefined, quiz);
};

/** An option of several lines is repeated on several as well. */
const startsSame = (text: string, words: string): boolean =>
  words !== '' && `${normalise(plainText(text))} `.startsWith(`${words} `);

const saysSame = (text: string, words: string): boolean => normalise(plainText(text)) === words;

/** The hidden line that names the right option goes where it says no more than that option does. */
const withoutKeys = (
  { answer, options }: SplitBody,
  hidden: HiddenKeys | undefined,
): readonly BodyLine[] => {
  if (hidden === undefined) return answer;
  const { line, rest } = hidden;
  const isSaid = rest === '' || options.some(({ text }) => saysSame(text, rest));
  return isSaid ? answer.filter((each) => each.line !== line.line) : answer;
};

/** A line of a body may have been made of two; each of its lines has an origin. */
const originsOf = (lines: readonly BodyLine[]): readonly Origin[] => {
  if (!lines.some(({ text }) => text.includes('\n'))) {
    return lines.map(({ line, column }) => ({ line, column }));
  }
  const origins: Origin[] = [];
  for (const { text, line, column } of lines) {
    const origin = { line, column };
    origins.push(origin);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      origins.push(origin);
  }
  return origins;
};

const made = (text: string, line: number): BodyLine => ({ text, line, column: 1, isInert: false });

/** The lines of an answer, and below them the options as a task list. */
const withChoices = (
  answer: readonly BodyLine[],
  stem: readonly BodyLine[],
  options: readonly BodyOption[],
): readonly BodyLine[] => {
  const line = options[0]?.line ?? 0;
  const all = [...answer];
  if (answer.length > 0) all.push(made('', answer.at(-1)?.line ?? 0));
  all.push(made('### Choices', stem[0]?.line ?? line), made('', line));
  for (const each of stem) all.push(each);
  if (stem.length > 0) all.push(made('', line));
  for (const option of options) {
    all.push(made(`- [${option.isRight ? 'x' : ' '}] ${option.text}`, option.line));
    for (const reason of option.reasons) all.push(made(`  - ${reason}`, option.line));
  }
  return all;
};

/** The lines of an answer, and below them what is shown with the question. */
const withGiven = (
  answer: readonly BodyLine[],
  given: readonly BodyLine[],
): readonly BodyLine[] => {
  const shown = trimLines(given);
  const line = shown[0]?.line ?? 0;
  if (shown.length === 0) return answer;
  const gap = answer.length > 0 ? [made('', answer.at(-1)?.line ?? 0)] : [];
  // Not pushed: there may be more lines than a call takes.
  return [...answer, ...gap, made('### Given', line), made('', line), ...shown];
};

/** Labels that say what a part is, and not only that it is the answer, stay. */
const KEPT =
  /^[\s>*_#]*(?:explanation|hint|hints|note|solution|解析|解説|해설|explicación|пояснен)/i;

/** Takes the first name for an answer off the lines: as a heading, a line, or words of one. */
const withoutLabels = (lines: readonly BodyLine[], hasOptions: boolean): readonly BodyLine[] => {
  const kept: BodyLine[] = [];
  let isFirst = true;
  for (const [index, line] of lines.entries()) {
    const isText = !line.isInert || (hasOptions && isQuoted(lines, index));
    const bare = isFirst && isText ? withoutLabel(line, hasOptions) : line;
    if (bare !== line) isFirst = false;
    if (bare !== undefined) kept.push(bare);
  }
  return outdent(trimLines(kept));
};

/** A heading may have a sign in front of the name for an answer: `### ✅ Answer`. */
const isAnswerHeading = (text: string): boolean =>
  text.startsWith('#') &&
  text.length < 100 &&
  !KEPT.test(text) &&
  isAnswerLabel(plainText(text.replace(/^#+/, '')));

const namesRight = (text: string): boolean =>
  text.length < 40 && !KEPT.test(text) && rightKeys(withoutFront(text)) !== undefined;

/** A line that only names the right option is nothing to show; without options it is the answer. */
const withoutLabel = (line: BodyLine, hasOptions: boolean): BodyLine | undefined => {
  if (isAnswerHeading(line.text) || (hasOptions && namesRight(line.text))) return undefined;
  if (line.text.length > 4_000 || !startsAnswer(line.text) || KEPT.test(line.text)) return line;
  const length = labelLength(line.text);
  const rest = line.text.slice(length);
  if (rest.replace(/[\s*_#>]/g, '') === '') return undefined;
  // "**Answer: text**" loses the two stars that closed it.
  const isCut = /\*\*/.test(line.text.slice(0, length)) && (rest.split('**').length - 1) % 2 === 1;
  const text = isCut ? rest.replace(/\*\*(?=[^*]*$)/, '') : rest;
  // What goes on as a quote starts as one.
  return { ...line, text: line.isInert ? `> ${text}` : text, column: line.column + length };
};

const SOURCES =
  /^ {0,3}(?:#{1,6}\s+|\*\*)(?:sources?|references?|ref(?:erence)? links?|resources?|further reading|read more|learn more|see also|useful (?:links|resources)|additional (?:links|resources)|links?|fuentes?|referencias|источники?|ссылки|参考(?:资料|文献|链接)?|참고(?:자료)?)\s*[:：]?(?:\*\*)?\s*[:：]?\s*#*\s*$/i;
const REFERENCES = '### References';

const MAY_NAME = startTable('#*');

/** A heading "Source" with nothing but links up to the end becomes the native references. */
const withReferences = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  const at = lines.findLastIndex(
    ({ text, isInert }) =>
      !isInert && text.length < 80 && MAY_NAME[firstOf(text)] === 1 && SOURCES.test(text),
  );
  if (at < 0) return lines;
  const below = lines.slice(at + 1).filter(({ text }) => text.trim() !== '');
  const isList = below.length > 0 && below.every(({ text }) => startsWithLink(text));
  const heading = lines[at];
  if (!isList || heading === undefined) {
    return below.length === 0 ? trimLines(lines.slice(0, at)) : lines;
  }
  return [...lines.slice(0, at), { ...heading, text: REFERENCES }, ...lines.slice(at + 1)];
};

/** Whether there is an answer. Where one is hidden, what stands in front of it is the question's. */
const isAnsweredBy = (document: Document, lines: readonly BodyLine[]): boolean => {
  const isHidden = ({ line }: BodyLine): boolean => document.detailsAt(line) >= 0;
  const hasHidden = document.details.length > 0 && lines.some(isHidden);
  const counted = hasHidden ? lines.filter(isHidden) : lines;
  const sources = counted.findIndex(({ text }) => text === REFERENCES);
  const own = sources < 0 ? counted : counted.slice(0, sources);
  return isSaid(own.map(({ text }) => text));
};
