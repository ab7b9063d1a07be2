import type { Rating } from '../../scheduler/memory.ts';
import { clip, padEnd, spread, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  type Frame,
  type Hint,
  hintLine,
  layOut,
  measureOf,
  ROOMY_ROWS,
  ruleOf,
  type Size,
} from './frame.ts';

/** One option of a card that is asked by its options. */
export interface OptionView {
  readonly key: string;
  readonly text: string;
  readonly chosen: boolean;
  /** Known after the answer only. */
  readonly right: boolean | undefined;
}

export interface GradeView {
  readonly key: string;
  readonly rating: Rating;
  /** Until the card comes back; empty where the schedule is left alone. */
  readonly when: string;
}

/** A card as it is to be shown, all in words. */
export interface CardView {
  readonly command: string;
  readonly chapter: string;
  readonly position: number;
  readonly total: number;
  readonly due: number;
  readonly new: number;
  /** Minutes of today in a session that follows the plan. */
  readonly minutes: { readonly done: number; readonly of: number } | undefined;
  /** The day that the numbers under the keys are about; empty where they are times. */
  readonly gradesOn: string;
  /** Seen before in this session. */
  readonly isAgain: boolean;
  readonly isMarked: boolean;
  readonly question: string;
  /** Lines between the question and its options. */
  readonly stem: readonly string[];
  readonly options: readonly OptionView[];
  readonly hints: readonly string[];
  readonly revealed: boolean;
  /** Lines of the answer at the measure of the window. */
  readonly answer: readonly string[];
  readonly grades: readonly GradeView[];
  /** What space does after the last page. */
  readonly suggested: Rating;
  /** One line about what just happened, or what went wrong. */
  readonly message: string;
  /** Columns that text may fill, at most. */
  readonly measure: number;
  readonly keyHints: readonly Hint[];
}

/** The question, or the question with its answer under it, from line `scroll` on. */
export const renderCard = (view: CardView, scroll: number, size: Size, theme: Theme): Frame => {
  const isRoomy = size.rows >= ROOMY_ROWS;
  const head = [headerLine(view, size, theme), ...(isRoomy ? [''] : [])];
  const { lines: content, answerAt } = contentLines(view, size, theme);
  const footHeight = view.revealed ? (isRoomy ? 5 : 4) : 2;
  const room = Math.max(1, size.rows - head.length - footHeight);
  const fits = content.length <= room;
  // The line that tells the position takes one of the lines that it tells about.
  const pageSize = fits ? room : Math.max(1, room - 1);
  const top = Math.min(Math.max(0, scroll), Math.max(0, content.length - pageSize));
  const below = Math.max(0, content.length - pageSize - top);
  const status = statusLine(
    view,
    { top, pageSize, lines: content.length, below, fits },
    size,
    theme,
  );
  const foot = footLines(view, below > 0, size, theme, isRoomy);
  const shown = content.slice(top, top + pageSize);
  return {
    lines: layOut(head, shown, [...(fits && view.message === '' ? [] : [status]), ...foot], size),
    below,
    pageSize,
    // A long question leaves at least half of the window to its answer.
    start: view.revealed && answerAt > pageSize / 2 ? answerAt - 1 : 0,
  };
};

/** Below this width the header says the same in fewer words. */
const ROOMY_COLUMNS = 60;

const headerLine = (view: CardView, size: Size, theme: Theme): string => {
  const { ellipsis } = theme.symbols;
  const counts =
    view.minutes === undefined
      ? `${view.due} due ${view.new} new`
      : `${view.minutes.done} of ${view.minutes.of} min`;
  const marks = [...(view.isAgain ? ['again'] : []), ...(view.isMarked ? ['marked'] : [])];
  if (size.columns < ROOMY_COLUMNS) {
    const place = [`${view.position} of ${view.total}`, ...marks].join(', ');
    return spread(view.chapter || view.command, `${place}   ${counts}`, size.columns, ellipsis);
  }
  const place = [`card ${view.position} of ${view.total}`, ...marks].join(', ');
  const left = view.chapter === '' ? view.command : `${view.command}   ${view.chapter}`;
  return spread(left, `${place}   ${counts}`, size.columns, ellipsis);
};

/** All lines of a card, and the first of them that is the answer's. */
const contentLines = (
  view: CardView,
  size: Size,
  theme: Theme,
): { readonly lines: readonly string[]; readonly answerAt: number } => {
  const measure = measureOf(size, view.measure);
  const question = wrapText(view.question, measure).map((line) => theme.strong(line));
  const hints = view.revealed
    ? []
    : view.hints.flatMap((hint) => ['', ...hanging(`hint  `, hint, measure)]);
  const options =
    view.options.length === 0
      ? []
      : ['', ...view.options.flatMap((option) => optionLines(option, measure, theme))];
  const answer = view.revealed
    ? ['', ...view.answer.map((line) => (line === '' ? '' : `  ${line}`))]
    : [];
  const stem =
    view.stem.length === 0 ? [] : ['', ...view.stem.map((line) => `  ${line}`.trimEnd())];
  const above = [...question, ...stem, ...options, ...hints];
  return { lines: [...above, ...answer], answerAt: above.length };
};

const hanging = (label: string, text: string, measure: number): string[] => {
  const [first = '', ...rest] = wrapText(text, measure - label.length);
  return [label + first, ...rest.map((line) => ' '.repeat(label.length) + line)];
};

const optionLines = (option: OptionView, measure: number, theme: Theme): string[] => {
  const mark = option.chosen ? '*' : ' ';
  const verdict =
    option.right === undefined ? ' ' : option.right ? theme.symbols.tick : theme.symbols.cross;
  const label =
    option.right === undefined ? `  ${mark} ${option.key}  ` : `${verdict} ${mark} ${option.key}  `;
  const lines = hanging(label, `${option.text}${verdictWords(option)}`, measure);
  if (option.right === true) return lines.map((line) => theme.accent(line));
  return option.right === false && option.chosen ? lines.map((line) => theme.alarm(line)) : lines;
};

const verdictWords = ({ right, chosen }: OptionView): string => {
  if (right === undefined) return '';
  if (right) return chosen ? '  (right: your answer)' : '  (right)';
  return chosen ? '  (wrong: your answer)' : '';
};

interface Position {
  readonly top: number;
  readonly pageSize: number;
  readonly lines: number;
  readonly below: number;
  readonly fits: boolean;
}

const statusLine = (view: CardView, at: Position, size: Size, theme: Theme): string => {
  const place = at.fits
    ? ''
    : `lines ${at.top + 1}-${Math.min(at.lines, at.top + at.pageSize)} of ${at.lines}   ${at.below > 0 ? 'down' : 'end'}`;
  if (view.message === '') return spread('', place, size.columns, theme.symbols.ellipsis);
  return theme.alarm(clip(view.message, size.columns, theme.symbols.ellipsis));
};

const footLines = (
  view: CardView,
  hasMore: boolean,
  size: Size,
  theme: Theme,
  isRoomy: boolean,
): readonly string[] => {
  const rule = ruleOf(size, theme);
  if (!view.revealed) return [rule, hintLine(view.keyHints, size, theme)];
  const suggested = view.grades.find(({ rating }) => rating === view.suggested);
  const space = hasMore ? 'next page' : `= ${suggested?.key ?? ''} ${view.suggested}`;
  const on = view.gradesOn === '' ? '' : `   Under the keys: chance to know it on ${view.gradesOn}`;
  const question = isRoomy
    ? [clip(`How well did you know it?${on}`, size.columns, theme.symbols.ellipsis)]
    : [];
  const hints = hintLine([['space', space], ...view.keyHints], size, theme);
  return [rule, ...question, ...gradeLines(view, size, theme), hints];
};

/** The keys, and under each the time until the card comes back. */
const gradeLines = ({ grades }: CardView, size: Size, theme: Theme): string[] => {
  const column = Math.max(9, Math.min(13, Math.floor((size.columns - 2) / 4)));
  const keys = grades.map(({ key, rating }) => padEnd(`${key} ${rating}`, column));
  const times = grades.map(({ when }) =>
    padEnd(clip(when, column - 1, theme.symbols.ellipsis), column),
  );
  return [`  ${theme.strong(keys.join('').trimEnd())}`, `  ${times.join('').trimEnd()}`];
};
