import type { Card } from '../deck/types.ts';
import type { KnownEvent } from '../progress/events.ts';
import { decodePlan, PLAN_KEY } from '../progress/plan-setting.ts';
import { EXIT, QuizError } from '../quiz-error.ts';
import type { Moment } from '../scheduler/schedule.ts';
import { formatStudyDay, studyDayOf } from '../scheduler/study-day.ts';
import type { ProgressStore } from '../storage/progress-store.ts';
import { wantsAscii } from '../terminal/color.ts';
import { count } from '../terminal/format.ts';
import { clip } from '../terminal/text.ts';
import type { Context, GlobalOptions } from './context.ts';
import { didYouMean } from './nearest.ts';
import { printable } from './printable.ts';

/** Now, and the study day that it counts as. */
export const momentOf = ({ clock }: Context, { ledger }: ProgressStore): Moment => {
  const at = clock.now();
  return { at, day: studyDayOf(at, ledger.settings.rolloverHour) };
};

/** A wrong use of a command: exit code 2. */
export const usage = (message: string, help: string): QuizError =>
  new QuizError(message, help, { exitCode: EXIT.usage });

/** An instant as local date and time, to the minute. */
export const formatInstant = (at: number): string => {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

const QUESTION_WIDTH = 60;

/** A card by the question that was last seen of it, else by its key. */
export const nameOf = (
  store: ProgressStore,
  key: string,
  questions: ReadonlyMap<string, string>,
  [open, close]: readonly [string, string] = ['“', '”'],
): string => {
  const question = questions.get(key) ?? store.ledger.card(key).seen?.question;
  // Keys and questions of events may come from an import or another computer.
  return question === undefined
    ? printable(key)
    : `${open}${clip(printable(question), QUESTION_WIDTH, '...')}${close}`;
};

/** The marks around a question that is quoted. */
export const quotesFor = ({ env }: Context, { ascii }: GlobalOptions): readonly [string, string] =>
  wantsAscii(ascii, env) ? ['"', '"'] : ['“', '”'];

/** What is said where no card of a deck has an id, with those that may have been meant. */
export const noSuchCard = (id: string, cards: readonly Card[], list: string): QuizError =>
  usage(
    `there is no card ${JSON.stringify(id)}`,
    didYouMean(
      id,
      cards.map((card) => card.id),
      `\`${list}\` shows the ids`,
    ),
  );

/** What an event did, in words. */
export const describeEvent = (event: KnownEvent, nameOfCard: (key: string) => string): string => {
  switch (event.type) {
    case 'grade':
      return `${event.rating} on ${nameOfCard(event.card)}`;
    case 'set':
      return printable(`${event.key} set to ${settingOf(event)}`);
    case 'alias':
      return printable(`${event.from} called ${event.to}`);
    case 'undo':
      return event.card === undefined ? 'an undo' : `an undo on ${nameOfCard(event.card)}`;
    case 'start':
    case 'end':
      return `the ${event.type} of a session`;
    default:
      return `${event.type} of ${nameOfCard(event.card)}`;
  }
};

/** What was set, in words. */
const settingOf = ({ key, value }: Extract<KnownEvent, { type: 'set' }>): string => {
  if (value === null) return 'its default';
  const plan = key === PLAN_KEY ? decodePlan(value) : undefined;
  return plan === undefined
    ? String(value)
    : `${formatStudyDay(plan.date)} with ${plan.minutes} min a day`;
};

/** A deed in words: what was done, and to how many cards where there are more. */
export const describeDeed = (
  main: KnownEvent,
  events: readonly KnownEvent[],
  nameOfCard: (key: string) => string,
): string => {
  const same = events.filter(({ type }) => type === main.type).length;
  return same === 1 || !('card' in main)
    ? describeEvent(main, nameOfCard)
    : `${main.type} of ${count(same, 'card')}`;
};
