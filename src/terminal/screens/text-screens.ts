import type { QuizError } from '../../quiz-error.ts';
import { BINDINGS } from '../keys.ts';
import { padEnd, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';
import { type Frame, hintLine, layOut, measureOf, ROOMY_ROWS, ruleOf, type Size } from './frame.ts';

type Hints = readonly (readonly [string, string])[];

/** A page of text that may be longer than the window, with its keys at the bottom. */
const page = (
  content: readonly string[],
  hints: Hints,
  scroll: number,
  size: Size,
  theme: Theme,
): Frame => {
  const foot = [ruleOf(size, theme), hintLine(hints, size, theme)];
  const room = Math.max(1, size.rows - foot.length);
  const top = Math.min(Math.max(0, scroll), Math.max(0, content.length - room));
  return {
    lines: layOut([], content.slice(top, top + room), foot, size),
    below: Math.max(0, content.length - room - top),
    pageSize: room,
  };
};

const wrapped = (text: readonly string[], size: Size): string[] =>
  text.flatMap((line) => (line === '' ? [''] : wrapText(line, measureOf(size))));

export interface WelcomeView {
  readonly cards: number;
  readonly chapters: number;
  readonly deckName: string;
  readonly session: number;
  readonly folder: string;
  readonly canChoose: boolean;
}

/** What someone sees who was never here. */
export const renderWelcome = (
  view: WelcomeView,
  scroll: number,
  size: Size,
  theme: Theme,
): Frame => {
  const step = (number: string, text: string): string[] => {
    const [first = '', ...rest] = wrapText(text, measureOf(size) - 5);
    return [`  ${theme.strong(number)}  ${first}`, ...rest.map((line) => `     ${line}`)];
  };
  const chapters = view.chapters > 0 ? ` in ${view.chapters} chapters` : '';
  const content = [
    ...wrapText(
      `Welcome to llm-quiz: ${view.cards} ${view.deckName}${chapters}, each asked again when you are about to forget it.`,
      measureOf(size),
    ).map((line) => theme.strong(line)),
    '',
    ...step('1', 'read the question, say the answer out loud'),
    ...step('2', 'press space, compare'),
    ...step(
      '3',
      'grade yourself from 1 (again) to 4 (easy): the time under each key is when you will see the card next',
    ),
    '',
    ...wrapped(['Your progress is saved after every card, in'], size),
    `  ${view.folder}`,
    ...wrapped(['Nothing leaves this computer.'], size),
  ];
  const choose: Hints = view.canChoose ? [['c', 'choose chapters']] : [];
  const hints: Hints = [['enter', `start with ${view.session} cards`], ...choose, ['q', 'quit']];
  const lines = size.rows < ROOMY_ROWS ? content.filter((line) => line !== '') : content;
  return page(lines, hints, scroll, size, theme);
};

export interface ResumeView {
  readonly ago: string;
  readonly why: string;
  readonly grades: number;
  readonly left: number;
  readonly position: number;
  readonly total: number;
}

/** What someone sees whose last session did not end by itself. */
export const renderResume = (view: ResumeView, size: Size, theme: Theme): Frame => {
  const saved =
    view.grades === 1 ? 'The 1 grade was saved.' : `All ${view.grades} grades were saved.`;
  const left =
    view.left === 1
      ? '1 card of that session is left.'
      : `${view.left} cards of that session are left.`;
  const content = wrapped(
    [`Your last session ended early, ${view.ago} ago (${view.why}).`, `${saved} ${left}`],
    size,
  );
  const hints: Hints = [
    ['enter', `go on with card ${view.position} of ${view.total}`],
    ['n', 'new session'],
    ['q', 'quit'],
  ];
  return page(content, hints, 0, size, theme);
};

/** All keys, from the table that makes them work. */
export const renderKeys = (scroll: number, size: Size, theme: Theme): Frame => {
  const label = Math.max(...BINDINGS.map((binding) => binding.label.length)) + 2;
  const rows = BINDINGS.map((binding) => ({ key: binding.label, about: binding.about }));
  const half = Math.ceil(rows.length / 2);
  const column = 2 + label + Math.max(...rows.slice(0, half).map(({ about }) => about.length));
  const second = label + Math.max(...rows.slice(half).map(({ about }) => about.length));
  const isWide = size.columns >= 2 + column + second;
  const cell = (row: { key: string; about: string } | undefined): string =>
    row === undefined ? '' : `${theme.strong(padEnd(row.key, label))}${row.about}`;
  const lines = isWide
    ? rows
        .slice(0, half)
        .map((row, index) => `  ${padEnd(cell(row), column)}${cell(rows[half + index])}`.trimEnd())
    : rows.map((row) => `  ${cell(row)}`);
  return page([theme.strong('Keys'), '', ...lines], [['any key', 'back']], scroll, size, theme);
};

/** What went wrong with the last key, and what to do; the card is as it was. */
export const renderFailure = (error: QuizError, size: Size, theme: Theme): Frame => {
  const content = [
    ...wrapped(['Not saved'], size).map((line) => theme.alarm(line)),
    '',
    ...wrapped([`${upperFirst(error.message)}.`, '', `${upperFirst(error.help)}.`], size),
    '',
    ...wrapped(['The card is not graded. What was graded before is safe.'], size),
  ];
  return page(
    content,
    [
      ['any key', 'back to the card'],
      ['q', 'quit'],
    ],
    0,
    size,
    theme,
  );
};

/** A page of lines that are ready, such as the summary. */
export const renderPage = page;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
