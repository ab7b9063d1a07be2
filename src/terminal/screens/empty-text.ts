import type { Moment } from '../../scheduler/schedule.ts';
import type { Forecast } from '../../session/summary.ts';
import { commandLine } from '../command-line.ts';
import { count, formatNext } from '../format.ts';
import { clip, padEnd, widthOf, wrapText } from '../text.ts';
import type { Theme } from '../theme.ts';

export interface EmptyView {
  readonly scope: 'study' | 'missed' | 'leeches' | 'weak';
  /** Cards that the filter lets through. */
  readonly matching: number;
  readonly doneToday: number;
  readonly streak: number;
  readonly forecast: Forecast;
  /** Cards that are only kept back by the day's limits. */
  readonly heldBack: { readonly new: number; readonly reviews: number };
  readonly missedThisWeek: number;
  /** What was asked for with `--deck`. */
  readonly deck?: string | undefined;
}

/** What is said when there is nothing to ask, and what can be done instead. */
export const emptyLines = (
  view: EmptyView,
  moment: Moment,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const lines = (why: string, ...offered: readonly Offer[]): readonly string[] => [
    ...wrapText(why, columns),
    ...(offered.length === 0 ? [] : ['', ...offerLines(offered, view.deck, columns)]),
  ];
  if (view.matching === 0)
    return lines('No card is in all of these filters.', ['llm-quiz list', 'shows the cards']);
  if (view.scope === 'missed')
    return lines('Nothing to review: every card that you missed was passed since.', [
      'llm-quiz study',
      'goes on with what is due',
    ]);
  if (view.scope === 'weak')
    return lines('No weak card: of what you studied, each is expected to be known.');
  if (view.scope === 'leeches') return lines('No leeches: no card is missed again and again.');
  return [
    ...wrapText(theme.strong('Nothing is due now.') + doneLine(view), columns),
    '',
    ...nextLine(view, moment, columns, theme),
    `  Tomorrow    ${view.forecast.tomorrow} due`,
    '',
    'You can still',
    ...offerLines(offersOf(view), view.deck, columns),
  ];
};

/** A command, and what it does. */
type Offer = readonly [command: string, what: string];

/** What a command does stands behind it; in a narrow window, under it. */
const offerLines = (
  offers: readonly Offer[],
  deck: string | undefined,
  columns: number,
): readonly string[] => {
  const typed = offers.map(([command, what]) => [commandLine(command, deck), what] as const);
  const width = Math.max(...typed.map(([command]) => widthOf(command))) + 3;
  const isWide = typed.every(([, what]) => width + what.length + 2 <= columns);
  return typed.flatMap(([command, what]) =>
    isWide
      ? [`  ${padEnd(command, width)}${what}`]
      : [
          ...wrapText(command, columns - 2).map((line) => `  ${line}`),
          ...wrapText(what, columns - 4).map((line) => `    ${line}`),
        ],
  );
};

const doneLine = ({ doneToday, streak }: EmptyView): string =>
  doneToday === 0
    ? ''
    : `  Well done: ${count(doneToday, 'review')} today, streak ${count(streak, 'day')}.`;

const nextLine = (
  { forecast }: EmptyView,
  moment: Moment,
  columns: number,
  theme: Theme,
): string[] => {
  const { next } = forecast;
  if (next === undefined) return [];
  const chapter = next.card.chapter;
  const place = chapter === undefined ? next.card.question : `${chapter.number} ${chapter.short}`;
  const before = `  Next card   in ${formatNext(next, moment)} (`;
  const room = Math.min(40, columns - before.length - 1);
  return [`${before}${clip(place, room, theme.symbols.ellipsis)})`];
};

const offersOf = ({ heldBack, missedThisWeek }: EmptyView): readonly Offer[] => {
  const fresh = Math.min(5, heldBack.new);
  return [
    ...(fresh > 0
      ? [[`llm-quiz study --new ${fresh}`, `learn ${count(fresh, 'new card')}`] as const]
      : []),
    ...(missedThisWeek > 0
      ? [
          [
            'llm-quiz review --since 7d',
            `see the ${count(missedThisWeek, 'card')} you missed this week`,
          ] as const,
        ]
      : []),
    ['llm-quiz study --more', 'go on with what gains most'],
    ['llm-quiz study --cram', 'practise any card, nothing is scheduled'],
  ];
};
