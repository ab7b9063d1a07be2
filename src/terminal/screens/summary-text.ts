import { RATINGS } from '../../scheduler/memory.ts';
import type { Moment } from '../../scheduler/schedule.ts';
import { formatStudyDay } from '../../scheduler/study-day.ts';
import { toStudyDay } from '../../scheduler/units.ts';
import type { Summary } from '../../session/summary.ts';
import { commandLine } from '../command-line.ts';
import { count, formatDue, formatDuration, formatShare } from '../format.ts';
import { clip, padEnd, widthOf, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';
import { upperFirst } from './text-screens.ts';

const BAR = 20;
const NOTHING = 'Nothing graded. Your progress is as it was.';
const MISSED_SHOWN = 10;
/** With bars, no fewer missed cards are named than these: what was missed says more than a bar. */
const LEAST_MISSED = 3;

/** Where a summary has to fit. */
export interface Room {
  readonly columns: number;
  readonly lines: number;
}

/** How much of a summary is said. */
interface Detail {
  readonly blanks: boolean;
  /** A line a grade with its bar; else all grades on one line. */
  readonly bars: boolean;
  /** Missed cards that are named. */
  readonly missed: number;
  readonly coming: boolean;
}

const numbersDown = (from: number, to: number): readonly number[] =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

/** From all that there is to say to the least; what matters least goes first. */
const DETAILS: readonly Detail[] = [
  ...[true, false].flatMap((blanks) =>
    numbersDown(MISSED_SHOWN, LEAST_MISSED).map((missed) => ({ blanks, bars: true, missed })),
  ),
  ...numbersDown(MISSED_SHOWN, 0).map((missed) => ({ blanks: false, bars: false, missed })),
].map((detail) => ({ ...detail, coming: true }));

const LEAST: Detail = { blanks: false, bars: false, missed: 0, coming: false };

/**
 * The end of a session in lines of plain text, for the screen and for the scrollback; as much of
 * it as there is room for.
 */
export const summaryLines = (
  summary: Summary,
  moment: Moment,
  room: Room,
  theme: Theme,
): readonly string[] => {
  if (summary.cards === 0) return wrapText(NOTHING, room.columns);
  const draw = (detail: Detail): readonly string[] => linesOf(summary, moment, room, theme, detail);
  return DETAILS.map(draw).find(({ length }) => length <= room.lines) ?? draw(LEAST);
};

const linesOf = (
  summary: Summary,
  moment: Moment,
  { columns }: Room,
  theme: Theme,
  detail: Detail,
): readonly string[] => {
  const coming = detail.coming && !summary.cram;
  const parts = [
    [headLine(summary, columns, theme)],
    detail.bars ? barLines(summary, columns, theme) : gradeLine(summary),
    columns < FACTS_BESIDE || !detail.bars ? factLines(summary, columns) : [],
    missedLines(summary, moment, columns, theme, detail.missed),
    coming ? [...gainedLines(summary, columns), comingLine(summary, moment, columns)] : [],
    nextLines(summary, columns),
  ];
  // Facts belong to the grades above them.
  const gap = detail.blanks ? [''] : [];
  return parts.flatMap((part, index) =>
    part.length === 0 || index === 0 || index === FACTS ? part : [...gap, ...part],
  );
};

const ROOMY_COLUMNS = 60;
/** From here on the facts stand beside the bars, and not under them. */
const FACTS_BESIDE = 76;
/** Where among the parts the facts stand. */
const FACTS = 2;

const headLine = (summary: Summary, columns: number, theme: Theme): string => {
  const size = `  ${count(summary.cards, 'card')} in ${formatDuration(summary.durationMs)}`;
  const each = `  (${Math.round(summary.durationMs / 1_000 / Math.max(1, totalOf(summary)))} s each)`;
  const [long, short] = summary.cram
    ? ['Practice done, nothing scheduled.', 'Practice done.']
    : ['Session done.', 'Session done.'];
  const heads = [
    [long, size + each],
    [long, size],
    [short, size],
    [short, ''],
  ] as const;
  const [kind, rest] = heads.find((head) => widthOf(head.join('')) <= columns) ?? [short, ''];
  return theme.strong(kind) + rest;
};

const totalOf = ({ grades }: Summary): number =>
  RATINGS.reduce((sum, rating) => sum + grades[rating], 0);

/** What there is to know besides the grades. */
const factsOf = (summary: Summary): readonly (readonly [string, string])[] => [
  summary.known > 0
    ? [
        'Remembered',
        `${summary.remembered} of ${summary.known}, ${formatShare(summary.remembered, summary.known)}`,
      ]
    : ['Remembered', 'no card was due'],
  ['New learned', String(summary.introduced)],
  ['Streak', count(summary.streak, 'day')],
];

const barLines = (summary: Summary, columns: number, theme: Theme): string[] => {
  const most = Math.max(1, ...RATINGS.map((rating) => summary.grades[rating]));
  const facts = factsOf(summary);
  return RATINGS.map((rating, index) => {
    const number = summary.grades[rating];
    const length = number === 0 ? 0 : Math.max(1, Math.round((number / most) * BAR));
    const bar = theme.accent(theme.symbols.bar.repeat(length));
    const left = `  ${padEnd(upperFirst(rating), 5)}  ${String(number).padStart(3)}  ${bar}`;
    const [label = '', value = ''] = facts[index] ?? [];
    return columns < FACTS_BESIDE || label === ''
      ? left.trimEnd()
      : `${padEnd(left, 40)}${padEnd(label, 13)}${value}`;
  });
};

/** The grades without their bars. */
const gradeLine = ({ grades }: Summary): string[] => [
  `  ${RATINGS.map((rating) => `${upperFirst(rating)} ${grades[rating]}`).join('   ')}`,
];

/** The facts in as few lines as they fit into, none broken. */
const factLines = (summary: Summary, columns: number): string[] => {
  const lines: string[] = [];
  for (const [label, value] of factsOf(summary)) {
    const fact = `${label} ${value}.`;
    const longer = `${lines.at(-1) ?? ' '} ${fact}`;
    if (lines.length > 0 && widthOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(`  ${fact}`);
  }
  return lines;
};

const indented = (text: string, columns: number): string[] =>
  wrapText(text, columns - 2).map((line) => `  ${line}`);

const missedLines = (
  summary: Summary,
  moment: Moment,
  columns: number,
  theme: Theme,
  shown: number,
): string[] => {
  if (summary.missed.length === 0 || shown === 0) return [];
  const rows = summary.missed.slice(0, shown).map(({ card, due }) => {
    const when = due === undefined ? '' : whenOf(formatDue(due, moment));
    const chapter =
      card.chapter === undefined ? '' : `${card.chapter.number} ${card.chapter.short}  `;
    const room = Math.min(columns, 80) - 4 - widthOf(when) - 2;
    return `    ${padEnd(clip(`${chapter}${card.question}`, room, theme.symbols.ellipsis), room)}  ${when}`;
  });
  const all = summary.missed.length;
  return [`  Missed this time${shown < all ? `, ${shown} of ${all}` : ''}`, ...rows];
};

const whenOf = (due: string): string => (due === 'now' || due === 'today' ? due : `in ${due}`);

/** What the minutes of today were worth. */
const gainedLines = ({ gained }: Summary, columns: number): string[] =>
  gained === undefined
    ? []
    : indented(
        `Added ${gained.cards.toFixed(1)} cards that you are expected to know on ${formatStudyDay(gained.day)}.`,
        columns,
      );

const comingLine = ({ forecast }: Summary, { day }: Moment, columns: number): string => {
  const on = columns < ROOMY_COLUMNS ? '' : ` (${formatStudyDay(toStudyDay(day + 1))})`;
  return `  Tomorrow${on} ${forecast.tomorrow} due, this week ${forecast.week}.`;
};

const nextLines = ({ missed, cram, deck }: Summary, columns: number): string[] => {
  const [command, why] =
    missed.length > 0 && !cram
      ? [
          'llm-quiz review --session',
          missed.length === 1 ? 'the one that you missed' : `the ${missed.length} that you missed`,
        ]
      : ['llm-quiz', 'now, or tomorrow'];
  const line = `Next:  ${commandLine(command, deck)}`;
  const whole = `${line}   ${why}`;
  return columns < ROOMY_COLUMNS || widthOf(whole) > columns ? wrapText(line, columns) : [whole];
};
