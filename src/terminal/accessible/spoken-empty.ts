import type { Moment } from '../../scheduler/schedule.ts';
import { commandLine } from '../command-line.ts';
import { count, formatNext } from '../format.ts';
import type { EmptyView } from '../screens/empty-text.ts';
import { say, type Utterance } from './speech.ts';
import { sayUnits } from './words.ts';

const NEW_OFFERED = 5;

/** What is said when there is nothing to ask, and what can be done instead. */
export const speakEmpty = (view: EmptyView, moment: Moment): readonly Utterance[] => {
  if (view.matching === 0) {
    return say(
      'No card is in all of these filters.',
      `The command ${commandLine('llm-quiz list', view.deck)} says which cards there are.`,
    );
  }
  if (view.scope === 'missed') {
    return say(
      'Nothing to review: every card that you missed was passed since.',
      `The command ${commandLine('llm-quiz study', view.deck)} goes on with what is due.`,
    );
  }
  if (view.scope === 'weak') {
    return say('No weak card: of what you studied, each is expected to be known.');
  }
  if (view.scope === 'leeches') return say('No leeches: no card is missed again and again.');
  return say(
    'Nothing is due now.',
    ...(view.doneToday === 0
      ? []
      : [
          `Well done: ${count(view.doneToday, 'review')} today, streak ${count(view.streak, 'day')}.`,
        ]),
    ...nextCard(view, moment),
    `Tomorrow: ${view.forecast.tomorrow} due.`,
    ...offers(view),
  );
};

const nextCard = ({ forecast }: EmptyView, moment: Moment): readonly string[] => {
  const { next } = forecast;
  if (next === undefined) return [];
  const when = sayUnits(formatNext(next, moment));
  const { chapter, question } = next.card;
  const place = chapter === undefined ? question : `chapter ${chapter.number}, ${chapter.short}`;
  return [`Next card: in ${when}, ${place}`];
};

const offers = ({ heldBack, missedThisWeek, deck }: EmptyView): readonly string[] => {
  const fresh = Math.min(NEW_OFFERED, heldBack.new);
  const command = (words: string): string => commandLine(`llm-quiz ${words}`, deck);
  return [
    'You can still use these commands:',
    ...(fresh > 0
      ? [`${command(`study --new ${fresh}`)}, to learn ${count(fresh, 'new card')}.`]
      : []),
    ...(missedThisWeek > 0
      ? [
          `${command('review --since 7d')}, to see the ${count(missedThisWeek, 'card')} that you missed this week.`,
        ]
      : []),
    `${command('study --more')}, to go on with what gains most.`,
    `${command('study --cram')}, to practise any card, with nothing scheduled.`,
  ];
};
