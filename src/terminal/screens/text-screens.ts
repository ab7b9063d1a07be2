import type { QuizError } from '../../quiz-error.ts';
import { count } from '../format.ts';
import { type Binding, labelOf } from '../keys.ts';
import { clip, padEnd, wrapText } from '../text.ts';
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

type Hints = readonly Hint[];

/** Lines under a page: the rule and its keys. */
export const PAGE_FOOT = 2;

/** A page of text that may be longer than the window, with its keys at the bottom. */
const page = (
  content: readonly string[],
  hints: Hints,
  scroll: number,
  size: Size,
  theme: Theme,
): Frame => {
  const room = Math.max(1, size.rows - PAGE_FOOT);
  const top = Math.min(Math.max(0, scroll), Math.max(0, content.length - room));
  const below = Math.max(0, content.length - room - top);
  const foot = [pageRule(below > 0, size, theme), hintLine(hints, size, theme)];
  return { lines: layOut([], content.slice(top, top + room), foot, size), below, pageSize: room };
};

const MORE = ' more: down';

/** The line under a page; it tells where there is more, which nobody would look for. */
const pageRule = (hasMore: boolean, size: Size, theme: Theme): string =>
  hasMore
    ? ruleOf({ ...size, columns: size.columns - MORE.length }, theme) + MORE
    : ruleOf(size, theme);

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

/** The day of a plan, once it is over. */
export interface PastDayView {
  /** As a calendar date. */
  readonly date: string;
  readonly daysAgo: number;
}

/** That the day of the plan is over. */
export const pastDaySentence = ({ date, daysAgo }: PastDayView): string =>
  `The day of your interview, ${date}, was ${daysAgo === 1 ? 'yesterday' : `${count(daysAgo, 'day')} ago`}.`;

/** What someone sees whose interview is over. */
export const renderPastDay = (
  view: PastDayView,
  wrong: string | undefined,
  size: Size,
  theme: Theme,
): Frame => {
  const question = 'Is there another one? Without a date, cards come by their due dates.';
  const problem = wrong === undefined ? [] : ['', ...wrapped([wrong], size).map(theme.strong)];
  const content = [...wrapped([pastDaySentence(view), question], size), ...problem];
  const hints: Hints = [
    ['enter', 'a new date'],
    ['n', 'go on without a plan'],
    ['q', 'quit'],
  ];
  return page(content, hints, 0, size, theme);
};

/** Of each command; more of them make the page too wide to be read. */
const KEYS_SHOWN = 2;

/** All keys, from the table that makes them work. */
export const renderKeys = (
  bindings: readonly Binding[],
  scroll: number,
  size: Size,
  theme: Theme,
): Frame => {
  const rows = bindings.map(({ keys, about }) => ({
    key: keys.slice(0, KEYS_SHOWN).map(labelOf).join(' '),
    about,
  }));
  const half = Math.ceil(rows.length / 2);
  const columns = [rows.slice(0, half), rows.slice(half)].map((part) => ({
    part,
    label: Math.max(...part.map(({ key }) => key.length)) + 2,
    about: Math.max(...part.map(({ about }) => about.length)),
  }));
  const needed = columns.reduce((sum, { label, about }) => sum + label + about + 2, 0);
  const cell = (row: (typeof rows)[number] | undefined, label: number): string =>
    row === undefined ? '' : `${theme.strong(padEnd(row.key, label))}${row.about}`;
  const [left, right] = columns;
  const isWide = needed <= size.columns && left !== undefined && right !== undefined;
  const lines = isWide
    ? left.part.map((row, index) => {
        const first = padEnd(cell(row, left.label), left.label + left.about + 2);
        return `  ${first}${cell(right.part[index], right.label)}`.trimEnd();
      })
    : rows.map((row) => clipKeys(row, size, theme));
  return page([theme.strong('Keys'), '', ...lines], [['any key', 'back']], scroll, size, theme);
};

const clipKeys = (row: { key: string; about: string }, size: Size, theme: Theme): string => {
  const label = 16;
  const key = clip(row.key, label - 1, theme.symbols.ellipsis);
  const about = clip(row.about, size.columns - label - 2, theme.symbols.ellipsis);
  return `  ${theme.strong(padEnd(key, label))}${about}`;
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

/** A line that is being written, such as a note, under the question that it is about. */
export const renderLineInput = (
  title: string,
  about: string,
  text: string,
  size: Size,
  theme: Theme,
): Frame => {
  const content = [
    ...wrapped([about], size).map((line) => theme.strong(line)),
    '',
    title,
    ...wrapped([`${text}_`], size),
  ];
  const scroll = Math.max(0, content.length - size.rows + 2);
  const hints: Hints = [
    ['enter', 'save'],
    ['esc', 'leave it as it was'],
  ];
  return page(content, hints, scroll, size, theme);
};

/** A number, and lines that hang behind it. */
const numbered = (number: number, [first = '', ...rest]: readonly string[], theme: Theme) => [
  `${theme.strong(String(number).padStart(2))}  ${first}`.trimEnd(),
  ...rest.map((line) => `    ${line}`),
];

/** Links to choose one from, by its number. */
export const renderLinks = (
  links: readonly { readonly number: number; readonly text: string; readonly url: string }[],
  scroll: number,
  size: Size,
  theme: Theme,
): Frame => {
  const lines = links.flatMap(({ number, text, url }) => [
    ...numbered(number, text === url ? [] : wrapText(text, measureOf(size) - 4), theme),
    ...wrapText(url, measureOf(size) - 4).map((line) => `    ${line}`),
  ]);
  const hints: Hints = [
    [links.length > 1 ? `1-${links.length}` : '1', 'open'],
    ['esc', 'back'],
  ];
  return page([theme.strong('Which link?'), '', ...lines], hints, scroll, size, theme);
};
