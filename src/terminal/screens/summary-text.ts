import { RATINGS } from '../../scheduler/memory.ts';
import type { Moment } from '../../scheduler/schedule.ts';
import { formatStudyDay } from '../../scheduler/study-day.ts';
import type { Summary } from '../../session/summary.ts';
import { count, formatDue, formatDuration, formatShare } from '../format.ts';
import { clip, padEnd, widthOf } from '../text.ts';
import type { Theme } from '../theme.ts';
import { upperFirst } from './text-screens.ts';

const BAR = 20;

/** The end of a session in lines of plain text, for the screen and for the scrollback. */
export const summaryLines = (
  summary: Summary,
  moment: Moment,
  columns: number,
  theme: Theme,
): readonly string[] => {
  if (summary.cards === 0) return ['Nothing graded. Your progress is as it was.'];
  const each = Math.round(summary.durationMs / 1_000 / Math.max(1, totalOf(summary)));
  const kind = summary.cram ? 'Practice done, nothing scheduled.' : 'Session done.';
  return [
    `${theme.strong(kind)}  ${count(summary.cards, 'card')} in ${formatDuration(summary.durationMs)}  (${each} s each)`,
    '',
    ...ratingLines(summary, columns, theme),
    ...missedLines(summary, moment, columns, theme),
    ...(summary.cram ? [] : ['', ...gainedLine(summary), comingLine(summary, moment)]),
    '',
    ...nextLines(summary, columns),
  ];
};

const totalOf = ({ grades }: Summary): number =>
  RATINGS.reduce((sum, rating) => sum + grades[rating], 0);

const ratingLines = (summary: Summary, columns: number, theme: Theme): string[] => {
  const most = Math.max(1, ...RATINGS.map((rating) => summary.grades[rating]));
  const facts = [
    summary.known > 0
      ? [
          'Remembered',
          `${summary.remembered} of ${summary.known}, ${formatShare(summary.remembered, summary.known)}`,
        ]
      : ['Remembered', 'no card was due'],
    ['New learned', String(summary.introduced)],
    ['Streak', count(summary.streak, 'day')],
    ['', ''],
  ];
  return RATINGS.map((rating, index) => {
    const number = summary.grades[rating];
    const length = number === 0 ? 0 : Math.max(1, Math.round((number / most) * BAR));
    const bar = theme.accent(theme.symbols.bar.repeat(length));
    const left = `  ${padEnd(upperFirst(rating), 5)}  ${String(number).padStart(3)}  ${bar}`;
    const [label = '', value = ''] = facts[index] ?? [];
    return columns < 60 || label === '' ? left : `${padEnd(left, 40)}${padEnd(label, 13)}${value}`;
  });
};

const MISSED_SHOWN = 10;

const missedLines = (summary: Summary, moment: Moment, columns: number, theme: Theme): string[] => {
  if (summary.missed.length === 0) return [];
  const rows = summary.missed.slice(0, MISSED_SHOWN).map(({ card, due }) => {
    const when = due === undefined ? '' : whenOf(formatDue(due, moment));
    const chapter =
      card.chapter === undefined ? '' : `${card.chapter.number} ${card.chapter.short}  `;
    const room = Math.min(columns, 80) - 4 - widthOf(when) - 2;
    return `    ${padEnd(clip(`${chapter}${card.question}`, room, theme.symbols.ellipsis), room)}  ${when}`;
  });
  const more = summary.missed.length - rows.length;
  return ['', '  Missed this time', ...rows, ...(more > 0 ? [`    and ${more} more`] : [])];
};

const whenOf = (due: string): string => (due === 'now' || due === 'today' ? due : `in ${due}`);

/** What the minutes of today were worth. */
const gainedLine = ({ gained }: Summary): string[] =>
  gained === undefined
    ? []
    : [
        `  Added ${gained.cards.toFixed(1)} cards that you are expected to know on ${formatStudyDay(gained.day)}.`,
      ];

const comingLine = ({ forecast }: Summary, { day }: Moment): string =>
  `  Tomorrow (${formatStudyDay((day + 1) as Moment['day'])}) ${forecast.tomorrow} due, this week ${forecast.week}.`;

const nextLines = ({ missed, cram }: Summary, columns: number): string[] => {
  const [command, why] =
    missed.length > 0 && !cram
      ? [
          'llm-quiz review --session',
          missed.length === 1 ? 'the one that you missed' : `the ${missed.length} that you missed`,
        ]
      : ['llm-quiz', 'now, or tomorrow'];
  return [`Next:  ${command}${columns < 60 ? '' : `   ${why}`}`];
};
