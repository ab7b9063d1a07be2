import type { BodyLine } from './body-line.ts';
import { trimLines } from './body-lines.ts';
import { spreadOptions } from './inline-options.ts';
import {
  keyOfOption,
  MOST_OPTIONS,
  type NamedOptions,
  namedOptions,
  wordsOf,
} from './named-options.ts';
import { bulletOptions, type FoundOption, keyedOptions, taskOptions } from './option-lines.ts';
import { isBoldText, withoutBold, withoutCross } from './ticks.ts';

/** How a quiz writes its options: as a list of tasks, or with letters. */
export type Quiz = 'tasks' | 'letters';

/** A body with its options taken out. */
export interface SplitBody {
  /** What stands between the question and its options: code, a second sentence. */
  readonly stem: readonly BodyLine[];
  readonly options: readonly BodyOption[];
  readonly answer: readonly BodyLine[];
}

export interface BodyOption {
  readonly text: string;
  readonly isRight: boolean;
  readonly reasons: readonly string[];
  readonly line: number;
}

/** What is known of the right options from elsewhere: their keys, or their text. */
export interface KnownAnswer {
  readonly keys: readonly string[] | undefined;
  readonly text: string;
  /** The keys are ways to write one and the same. */
  readonly isEither?: boolean;
}

/**
 * Finds the options of a question in any of the notations. Options of which none is known to
 * be right stay the text that they are, but for those of a quiz: to see them only with the answer
 * would be no question.
 *
 * @param known what an answer section of the file says, for a body that names none itself
 * @param quiz what the options of most questions of the file are
 */
export const splitOptions = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
  quiz: Quiz | undefined,
): SplitBody | undefined => {
  const tasks = splitTasks(lines, known, quiz === 'tasks');
  if (tasks !== undefined) return tasks;
  const sure = splitKeyed(lines, known) ?? splitSpread(lines, known) ?? splitBullets(lines, known);
  return sure ?? (quiz === 'letters' ? splitUnknown(lines) : undefined);
};

const splitKeyed = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
): SplitBody | undefined => {
  for (const notation of ['letters', 'digits', 'bare'] as const) {
    const found = keyedOptions(lines, notation);
    if (found.length === 0) continue;
    const named = namedOptions(lines, found);
    const right = named?.right ?? knownOf(found, known);
    if (right.includes(true)) return split(lines, found, right, named);
    const ticked = found.map(({ isTicked }) => isTicked);
    if (ticked.includes(true)) {
      return areParts(lines, found) ? undefined : split(lines, found, ticked, undefined);
    }
    const bold = found.map(({ text }) => isBoldText(text));
    if (bold.filter(Boolean).length === 1 && notation === 'letters') {
      return split(lines, found, bold, undefined);
    }
  }
  return undefined;
};

/** Marked things that are told of one after the other, under headings or rules, are an answer. */
const areParts = (lines: readonly BodyLine[], found: readonly FoundOption[]): boolean =>
  lines
    .slice(found[0]?.from, found.at(-1)?.from)
    .some(({ text, isInert }) => !isInert && /^ {0,3}(?:#{1,6}\s|(?:---+|\*\*\*+)\s*$)/.test(text));

/** The same with options side by side, each of which becomes a line. */
const splitSpread = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
): SplitBody | undefined => {
  const spread = spreadOptions(lines);
  return spread === lines ? undefined : splitKeyed(spread, known);
};

/** Under more lines than these, options are those of a further question. */
const MOST_ABOVE = 3;

/** Lettered options of which nothing says which is right. */
const splitUnknown = (lines: readonly BodyLine[]): SplitBody | undefined => {
  const found = keyedOptions(lines, 'letters');
  const above = lines.slice(0, found[0]?.from).filter((line) => !line.isInert && line.text !== '');
  if (found.length < 2 || above.length > MOST_ABOVE) return undefined;
  return split(lines, found, Array(found.length).fill(false), undefined);
};

/** Which options an answer section means; none of them where its letters and its words differ. */
const knownOf = (
  found: readonly FoundOption[],
  known: KnownAnswer | undefined,
): readonly boolean[] => {
  const none = found.map(() => false);
  if (known === undefined || found.length > MOST_OPTIONS) return none;
  const said = wordsOf(known.text);
  const same = found.map(({ text }) => said !== '' && wordsOf(text) === said);
  const isSaid = same.filter(Boolean).length === 1;
  const { keys } = known;
  if (keys === undefined) return isSaid ? same : none;
  const own = found.map(keyOfOption);
  const right = own.map((key) => key !== '' && keys.includes(key));
  const isOther = isSaid && same.some((one, at) => one && right[at] === false);
  const isKnown = known.isEither === true || keys.every((key) => own.includes(key));
  return isOther || !isKnown ? none : right;
};

/** Bullets are options where an answer is one of them in its very words: "Answer: the third". */
const splitBullets = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
): SplitBody | undefined => {
  const found = bulletOptions(lines);
  const ticked = found.map(({ isTicked }) => isTicked);
  if (isOneTicked(lines, found)) return split(lines, found, ticked, undefined);
  const right = knownOf(found, known);
  if (right.includes(true)) return split(lines, found, right, undefined);
  const named = found.length === 0 ? undefined : namedOptions(lines, found);
  return named?.isBare === true && named.right.includes(false)
    ? split(lines, found, named.right, named)
    : undefined;
};

/** Nothing but bullets under the question, and a tick at one of them: that marks the right one. */
const isOneTicked = (lines: readonly BodyLine[], found: readonly FoundOption[]): boolean =>
  found.length >= 3 &&
  found.filter(({ isTicked }) => isTicked).length === 1 &&
  lines.slice(0, found[0]?.from).every(({ text }) => text.trim() === '');

/** A task list is one of options where some are ticked, or where the answer names them. */
const splitTasks = (
  lines: readonly BodyLine[],
  known: KnownAnswer | undefined,
  isQuiz: boolean,
): SplitBody | undefined => {
  const tasks = taskOptions(lines);
  if (tasks.length === 0) return undefined;
  const ticks = tasks.map(({ isTicked }) => isTicked);
  if (ticks.includes(true)) return split(lines, tasks, ticks, undefined);
  const named = namedOptions(lines, tasks);
  const right = named?.right ?? knownOf(tasks, known);
  return right.includes(true) || isQuiz ? split(lines, tasks, right, named) : undefined;
};

const split = (
  lines: readonly BodyLine[],
  found: readonly FoundOption[],
  right: readonly boolean[],
  named: NamedOptions | undefined,
): SplitBody => {
  const answerLine = named?.index;
  const from = found[0]?.from ?? 0;
  const to = found.at(-1)?.to ?? 0;
  const isAnswerAbove = answerLine !== undefined && answerLine < from;
  const above = lines.slice(0, from).filter((_, index) => index !== answerLine);
  // A line that repeats the right option in its own words is nothing to show beside it.
  const bare = named?.isBare === true ? answerLine : undefined;
  const below = withoutCall(lines.slice(to).filter((_, index) => index + to !== bare));
  return {
    stem: isAnswerAbove ? [] : trimLines(above),
    options: withoutKeys(
      withoutMarks(found, right).map((option, index) =>
        readOption(lines, option, right[index] === true),
      ),
    ),
    answer: trimLines(isAnswerAbove ? [...above, ...below] : below),
  };
};

/** Stars and crosses that told the right options from the wrong say too much once it is known. */
const withoutMarks = (
  found: readonly FoundOption[],
  right: readonly boolean[],
): readonly FoundOption[] => {
  const isTold = found.every(({ text }, index) => isBoldText(text) === (right[index] === true));
  return found.map((option) => {
    const text = withoutCross(option.text);
    return { ...option, text: isTold ? withoutBold(text) : text };
  });
};

const CALL =
  /^[\s*_(]*(?:please )?(?:choose|select|pick) (?:the|all|any|one|two|three|only)\b[^.:]{0,60}[\s.:*_)]*$/i;

/** "Choose the correct answer." below the options says what everybody sees. */
const withoutCall = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  const at = lines.findIndex(({ text }) => text.trim() !== '');
  const isCall = at >= 0 && lines[at]?.isInert === false && CALL.test(lines[at]?.text ?? '');
  return isCall ? lines.slice(at + 1) : lines;
};

/** Tasks may be lettered as well; the letters go, because options are asked in another order. */
const withoutKeys = (options: readonly BodyOption[]): readonly BodyOption[] => {
  const rests = options.map(({ text }, index) => {
    const match = /^\(?([A-Ja-j])(?:[.):]\s*|\s+(?=`)|$)/.exec(text);
    const isNext = match?.[1]?.toUpperCase() === String.fromCharCode(65 + index);
    return isNext ? text.slice(match?.[0].length) : undefined;
  });
  return rests.every((rest) => rest !== undefined && rest !== '')
    ? options.map((option, index) => ({ ...option, text: rests[index] ?? option.text }))
    : options;
};

const readOption = (
  lines: readonly BodyLine[],
  option: FoundOption,
  isRight: boolean,
): BodyOption => {
  const text = [option.text];
  const reasons: string[] = [];
  let code: string[] | undefined;
  for (const line of lines.slice(option.from + 1, option.to)) {
    if (line.isInert && /^\s*(?:`{3,}|~{3,})/.test(line.text)) {
      if (code !== undefined) text.push(inlineCode(code));
      code = code === undefined ? [] : undefined;
    } else if (code !== undefined) code.push(line.text);
    else addText(line.text, text, reasons);
  }
  if (code !== undefined) text.push(inlineCode(code));
  return { text: text.join(' ').trim(), isRight, reasons, line: lines[option.from]?.line ?? 0 };
};

/** An item nested under an option is its reason, other text goes on with what was there. */
const addText = (line: string, text: string[], reasons: string[]): void => {
  if (line.trim() === '') return;
  const nested = /^\s+[-*+]\s+(.*)$/.exec(line);
  if (nested !== null) reasons.push(nested[1] ?? '');
  else (reasons.length > 0 ? reasons : text).push(line.trim());
};

/** An option is one line, so a block of code in it becomes a code span. */
const inlineCode = (lines: readonly string[]): string => {
  const code = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ↵ ');
  if (code === '') return '';
  const mark = code.includes('`') ? '``' : '`';
  return mark === '`' ? `\`${code}\`` : `${mark} ${code} ${mark}`;
};
