import { normalise } from '../identity.ts';
import { startTable } from '../line-start.ts';
import { keyLines } from './answer-key.ts';
import { mayStartAnswer, startsAnswer } from './answer-label.ts';
import { hasQuestionMark, likenessOf } from './asks.ts';
import type { Document } from './document.ts';
import type { Lead } from './finding.ts';
import { hasOptionsBelow } from './option-starts.ts';
import { type QuestionText, readQuestion } from './question-text.ts';
import { remember } from './remember.ts';
import { rightKeys } from './right-answers.ts';
import { isAnswerPart, isDocumentPart } from './vocabulary.ts';

/** A line that is bold from its start to its end, but for marks of difficulty, or up to an answer. */
export interface BoldLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Number of lines that it takes. */
  readonly height: number;
  readonly weight: number;
  /** Carries a number, or a sign behind it such as a mark of difficulty. */
  readonly isMarked: boolean;
  /** Its number stands in front of the stars, as that of a list item does. */
  readonly isListed: boolean;
  /** Its number, where that stands in the stars. */
  readonly number: number | undefined;
  /** The answer, where it stands on the same line behind the stars. */
  readonly lead?: Lead;
}

const BOLD = /^( {0,3})(?:\d{1,4}[.)]\s{0,3})?(\*\*|__)(?=\S)(.{2,2000}?)\2([^*_]{0,24})$/;
/** Only the number is bold, or it and a title in front of the question: `**3) Mean**. Compute…` */
const NUMBERED =
  /^( {0,3})(\*\*|__)(\(?(?:Q\.?\s?)?\d{1,4}[.):][^*_]{0,120}|(?:Q\.?\s?)\d{1,4})\2([.:)]?\s{1,4}\S.{0,2000})$/;
/** What an author forgot to close: it has a number, and a question mark at its end. */
const UNCLOSED = /^( {0,3})(\*\*|__)(?=(?:Q\.?\s?)?\d{1,4}[.):])([^*_]{2,2000}[?？؟]\s*)$/;
const NOTE = /^\s*[(（][^()（）]{2,20}[)）]\s*$/;
const STRONG = /^( {0,3})<(b|strong)>(.{2,2000}?)<\/\2>([^<]{0,12})(?:<br\s*\/?>)?\s*$/i;

/** The start of bold text that goes on below. */
const WRAPPED = /^ {0,3}(?:\d{1,4}[.)]\s{1,3})?\*\*(?=\S)(?:(?!\*\*).){20,2000}$/;
const MOST_LINES = 4;
const OPTION = /^\s{0,8}(?:[-*+]\s+)?(?:\*\*|__)?\(?([A-Ha-h])[.)]/;

const MAY_BE_BOLD = startTable('*_<0123456789');

const SIGN = /\p{So}(?:\p{M}|\u200D|\s)*$/u;

/** The bold lines of a file that may be questions: labels such as `**Example:**` are none. */
export const boldLines = remember((document: Document): readonly BoldLine[] => {
  const found: BoldLine[] = [];
  const led: TextLine[] = [];
  let next = 0;
  for (const { line, index } of linesOfBold(document)) {
    if (index < next) continue;
    const bold = readBold(line, index) ?? readWrapped(document, line, index);
    if (bold === undefined) {
      if (line.includes('**')) led.push({ line, index });
      continue;
    }
    if (isOption(document, index) || namesOption(bold, line)) continue;
    const isAsked = bold.weight === 0 && hasOptionsBelow(document, index + bold.height - 1);
    found.push(isAsked ? { ...bold, weight: 0.5 } : bold);
    next = index + bold.height;
  }
  return withoutLabels(withLed(found, led));
});

/** The lines that may be bold, and are text that is shown. */
const linesOfBold = (document: Document): readonly TextLine[] => {
  const keyed = keyLines(document);
  const found: TextLine[] = [];
  const { firsts } = document.scanned;
  for (let index = 0; index < firsts.length; index++) {
    if (MAY_BE_BOLD[firsts[index] ?? 0] !== 1 || keyed.has(index)) continue;
    const line = document.lines[index] ?? '';
    const isHidden = document.scanned.isInert(index) || document.detailsAt(index) >= 0;
    if (line.length <= 2_100 && !isHidden) found.push({ line, index });
  }
  return found;
};

interface TextLine {
  readonly line: string;
  readonly index: number;
}

/** Bold words with a text behind them, on one line. */
const LED = /^( {0,3}\*\*)(?=\S)([^*]{2,500})\*\*([.:]?\s{1,4})(\S.{0,2000})$/;
/** Fewer may be what a text asks itself. */
const FEWEST_LED = 10;

/** Where nearly all bold words that start a line ask, and are many, an answer is behind each. */
const withLed = (found: readonly BoldLine[], lines: readonly TextLine[]): readonly BoldLine[] => {
  if (lines.length < FEWEST_LED) return found;
  const all = lines.flatMap(({ line, index }) => ledAt(line, index) ?? []);
  const asked = all.filter(({ text }) => hasQuestionMark(text));
  const isBank = asked.length >= FEWEST_LED && asked.length >= all.length * 0.9;
  return isBank ? [...found, ...asked].toSorted((one, other) => one.line - other.line) : found;
};

const ledAt = (line: string, index: number): BoldLine | undefined => {
  const [, start, text = '', gap = '', answer = ''] = LED.exec(line) ?? [];
  if (start === undefined) return undefined;
  const column = start.length + 1;
  const question = readQuestion(text);
  return {
    line: index,
    column,
    text: text.trim(),
    weight: weightOf(question),
    isMarked: question.isNumbered || question.isLabelled,
    isListed: false,
    height: 1,
    number: question.number,
    lead: {
      line: index,
      column: column + text.length + 2 + gap.length,
      text: answer,
      isBehind: true,
    },
  };
};

const readBold = (line: string, index: number): BoldLine | undefined => {
  if (!line.includes('**') && !line.includes('__') && !line.includes('<')) return undefined;
  const whole = BOLD.exec(line) ?? STRONG.exec(line);
  const isWhole = whole !== null && isClosed(whole);
  const match = isWhole ? whole : (NUMBERED.exec(line) ?? UNCLOSED.exec(line));
  if (match === null) return undefined;
  const text = textOf(line, match);
  const question = readQuestion(text);
  if (!isPossible(question)) return undefined;
  const isSigned = isWhole && (SIGN.test(match[4] ?? '') || SIGN.test(match[3] ?? ''));
  return {
    line: index,
    column: line.indexOf(text) + 1,
    text,
    height: 1,
    weight: isWhole ? weightOf(question) : Math.max(0.5, weightOf(question)),
    isMarked: question.isNumbered || question.isLabelled || isSigned,
    isListed: /^\d/.test(text),
    number: /^\d/.test(line.trimStart()) ? undefined : question.number,
  };
};

/** A question between stars may be wrapped; other bold text is a paragraph then. */
const readWrapped = (document: Document, line: string, index: number): BoldLine | undefined => {
  if (!WRAPPED.test(line)) return undefined;
  let all = line.trimEnd();
  for (let height = 2; height <= MOST_LINES; height++) {
    const next = document.lines[index + height - 1] ?? '';
    if (next.trim() === '' || next.length > 2_000) return undefined;
    all = `${all} ${next.trim()}`;
    if (!next.includes('**')) continue;
    const bold = readBold(all, index);
    const isSure = bold?.weight === 1 || bold?.isMarked === true;
    return isSure ? { ...bold, height } : undefined;
  }
  return undefined;
};

/** The right one of some options may be bold: the letter next to its own stands beside it. */
const isOption = ({ lines, scanned }: Document, index: number): boolean => {
  const key = keyAt(lines, index);
  if (key === undefined) return false;
  let above = index - 1;
  while (above >= 0 && scanned.firsts[above] === 0) above--;
  let below = index + 1;
  while (below < lines.length && scanned.firsts[below] === 0) below++;
  const isBeside = (at: number, letter: number): boolean =>
    keyAt(lines, at) === letter && !(lines[at] ?? '').includes('**');
  return isBeside(above, key - 1) || isBeside(below, key + 1);
};

/** "**Correct:** B" and "**Answer B**" are answers, as bold as the questions. */
const namesOption = ({ weight }: BoldLine, line: string): boolean =>
  weight < 1 && mayStartAnswer(line) && rightKeys(line) !== undefined;

/** Code of the letter that an option on a line has. */
const keyAt = (lines: readonly string[], index: number): number | undefined =>
  OPTION.exec((lines[index] ?? '').slice(0, 24))?.[1]
    ?.toUpperCase()
    .charCodeAt(0);

/** Nothing is said behind the stars, but for a note in brackets behind what asks. */
const isClosed = ([, , , text = '', rest = '']: RegExpExecArray): boolean => {
  const said = withoutBreak(rest);
  if (!/[\p{L}\p{N}]{2}/u.test(said)) return true;
  return NOTE.test(said) && weightOf(readQuestion(text)) === 1;
};

/** The stars of a line that is not closed are no part of its text. */
const textOf = (line: string, match: RegExpExecArray): string =>
  (match[4] === undefined ? (match[3] ?? '') : line).trim();

const withoutBreak = (text: string): string => text.replace(/<br\s*\/?>/gi, '');

/** What starts with the name for an answer is one, as `**Answer: B**` is. */
const isPossible = ({ text, isLabelled }: QuestionText): boolean =>
  (/[\p{L}\p{N}]/u.test(text) || isLabelled) &&
  !isAnswerPart(text) &&
  !isDocumentPart(text) &&
  !(startsAnswer(text) && !isLabelled);

/** "**Advantages:**" names what follows, whatever its first word is. */
const weightOf = ({ text, isLabelled }: QuestionText): number => {
  if (isLabelled) return 1;
  const asks = likenessOf(text);
  return asks < 1 && /[:：]$/.test(text) ? 0 : asks;
};

const withoutLabels = (found: readonly BoldLine[]): readonly BoldLine[] => {
  if (found.every(({ weight }) => weight === 1)) return found;
  const counts = new Map<string, number>();
  const keys = found.map(({ text }) => normalise(text));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return found.filter(({ weight }, index) => {
    const copies = counts.get(keys[index] ?? '') ?? 0;
    return weight === 1 || copies <= 2 || copies <= found.length * 0.3;
  });
};
