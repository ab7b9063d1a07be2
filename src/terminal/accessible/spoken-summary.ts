import { RATINGS } from '../../scheduler/memory.ts';
import type { Moment } from '../../scheduler/schedule.ts';
import { toStudyDay } from '../../scheduler/units.ts';
import type { Summary } from '../../session/summary.ts';
import { commandLine } from '../command-line.ts';
import { count, formatDuration, formatShare } from '../format.ts';
import { say, type Utterance } from './speech.ts';
import { sayDay, sayDue, sayUnits } from './words.ts';

const MISSED_SAID = 10;

/** The end of a session in sentences. */
export const speakSummary = (summary: Summary, moment: Moment): readonly Utterance[] => {
  if (summary.cards === 0) return say('Nothing graded. Your progress is as it was.');
  const grades = RATINGS.reduce((sum, rating) => sum + summary.grades[rating], 0);
  const each = sayUnits(`${Math.round(summary.durationMs / 1_000 / Math.max(1, grades))} s`);
  const kind = summary.cram ? 'Practice done, nothing is scheduled.' : 'Session done.';
  return say(
    `${kind} ${count(summary.cards, 'card')} in ${sayUnits(formatDuration(summary.durationMs))}, ${each} a grade.`,
    `Grades: ${RATINGS.map((rating) => `${summary.grades[rating]} ${rating}`).join(', ')}.`,
    ...(summary.cram
      ? []
      : [
          remembered(summary),
          `New learned: ${count(summary.introduced, 'card')}.`,
          `Streak: ${count(summary.streak, 'day')}.`,
        ]),
    ...missed(summary, moment),
    ...gained(summary, moment),
    ...(summary.cram ? [] : [coming(summary, moment)]),
    next(summary),
  );
};

const remembered = ({ remembered: passed, known }: Summary): string =>
  known === 0
    ? 'Remembered: no card was due.'
    : `Remembered: ${passed} of ${known}, ${sayUnits(formatShare(passed, known))}.`;

const missed = ({ missed: cards }: Summary, moment: Moment): readonly string[] => {
  if (cards.length === 0) return [];
  const rows = cards.slice(0, MISSED_SAID).map(({ card, due }, index) => {
    const chapter =
      card.chapter === undefined ? '' : `Chapter ${card.chapter.number}, ${card.chapter.short}: `;
    const question = /[.?!:]$/.test(card.question) ? card.question : `${card.question}.`;
    const when = due === undefined ? '' : ` Next ${sayDue(due, moment)}.`;
    return `${index + 1}. ${chapter}${question}${when}`;
  });
  const more = cards.length - rows.length;
  const rest = more > 0 ? [`And ${count(more, 'more card', 'more cards')}.`] : [];
  return [`Missed this time, ${count(cards.length, 'card')}:`, ...rows, ...rest];
};

/** What the minutes of a session by the plan were worth. */
const gained = ({ gained: added }: Summary, { day }: Moment): readonly string[] =>
  added === undefined
    ? []
    : [
        `Added ${added.cards.toFixed(1)} cards that you are expected to know on ${sayDay(added.day, day)}.`,
      ];

const coming = ({ forecast }: Summary, { day }: Moment): string =>
  `Tomorrow, ${sayDay(toStudyDay(day + 1), day)}: ${forecast.tomorrow} due. This week: ${forecast.week} due.`;

const next = ({ missed: cards, cram, deck }: Summary): string => {
  if (cards.length === 0 || cram) {
    return `The command ${commandLine('llm-quiz', deck)} goes on, now or tomorrow.`;
  }
  const command = commandLine('llm-quiz review --session', deck);
  return `The command ${command} asks ${cards.length === 1 ? 'the one' : `the ${cards.length}`} that you missed.`;
};
