import type { Moment } from '../../scheduler/schedule.ts';
import type { Forecast } from '../../session/summary.ts';
import { count, formatDue, formatMinutes } from '../format.ts';
import { clip } from '../text.ts';
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
}

/** What is said when there is nothing to ask, and what can be done instead. */
export const emptyLines = (view: EmptyView, moment: Moment, theme: Theme): readonly string[] => {
  if (view.matching === 0)
    return ['No card is in all of these filters.', '', '  llm-quiz list   shows the cards'];
  if (view.scope === 'missed')
    return [
      'Nothing to review: every card that you missed was passed since.',
      '',
      '  llm-quiz study   goes on with what is due',
    ];
  if (view.scope === 'weak')
    return ['No weak card: of what you studied, each is expected to be known.'];
  if (view.scope === 'leeches') return ['No leeches: no card is missed again and again.'];
  return [
    theme.strong('Nothing is due now.') + doneLine(view),
    '',
    ...nextLine(view, moment, theme),
    `  Tomorrow    ${view.forecast.tomorrow} due`,
    ...offers(view),
  ];
};

const doneLine = ({ doneToday, streak }: EmptyView): string =>
  doneToday === 0
    ? ''
    : `  Well done: ${count(doneToday, 'review')} today, streak ${count(streak, 'day')}.`;

const nextLine = ({ forecast }: EmptyView, moment: Moment, theme: Theme): string[] => {
  const { next } = forecast;
  if (next === undefined) return [];
  const minutes = (next.at - moment.at) / 60_000;
  const when =
    minutes < 24 * 60
      ? formatMinutes(minutes)
      : formatDue(
          { kind: 'on', day: (moment.day + Math.floor(minutes / 1440)) as Moment['day'] },
          moment,
        );
  const chapter = next.card.chapter;
  const place = chapter === undefined ? next.card.question : `${chapter.number} ${chapter.short}`;
  return [`  Next card   in ${when} (${clip(place, 40, theme.symbols.ellipsis)})`];
};

const offers = ({ heldBack, missedThisWeek }: EmptyView): string[] => {
  const offered = [
    ...(heldBack.new > 0
      ? [
          `  llm-quiz study --new ${Math.min(5, heldBack.new)}          learn ${count(Math.min(5, heldBack.new), 'new card')}`,
        ]
      : []),
    ...(missedThisWeek > 0
      ? [
          `  llm-quiz review --since 7d      see the ${count(missedThisWeek, 'card')} you missed this week`,
        ]
      : []),
    '  llm-quiz study --more           go on with what gains most',
    '  llm-quiz study --cram           practise any card, nothing is scheduled',
  ];
  return ['', 'You can still', ...offered];
};
