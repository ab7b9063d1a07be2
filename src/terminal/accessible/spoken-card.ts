import { plainText } from '../../deck/plain-text.ts';
import { RATINGS, type Rating } from '../../scheduler/memory.ts';
import { isDue } from '../../scheduler/schedule.ts';
import type { SessionDriver } from '../../session/driver.ts';
import { doneCount, type ShownCard } from '../../session/machine.ts';
import { minutesDone } from '../../session/pace.ts';
import { type AskedOptions, isRightChoice } from '../card-view.ts';
import { count } from '../format.ts';
import type { Vocabulary } from './commands.ts';
import { GAP, say, type Utterance } from './speech.ts';
import { capital, sayDay, sayDue, sayDueAndDay, sayList } from './words.ts';

/**
 * Where in the session a card stands, its question, what is shown with it, and its options by
 * number.
 */
export const speakQuestion = (
  driver: SessionDriver,
  shown: ShownCard,
  asked: AskedOptions | undefined,
  stem: readonly Utterance[],
): readonly Utterance[] => {
  const { state } = driver;
  const { card } = shown;
  const position = Math.min(state.total, doneCount(state) + 1);
  const place = [
    `Card ${position} of ${state.total}.`,
    ...minutesOf(state),
    ...(card.chapter === undefined
      ? []
      : [`Chapter ${card.chapter.number}, ${card.chapter.short}.`]),
    ...stateOf(driver, shown),
    ...(driver.world.card(card.key).marked ? ['Marked.'] : []),
  ];
  const options = (asked?.options ?? []).map(
    ({ text }, index) => `${index + 1}. ${plainText(text)}`,
  );
  return [GAP, ...say(place.join(' '), `Question: ${card.question}`), ...stem, ...say(...options)];
};

/** Minutes of today in a session by the plan. */
const minutesOf = ({ pace }: SessionDriver['state']): readonly string[] =>
  pace === undefined
    ? []
    : [`${Math.round(minutesDone(pace))} of ${count(Math.round(pace.minutes), 'minute')} done.`];

const stateOf = ({ state, world, moment }: SessionDriver, shown: ShownCard): readonly string[] => {
  const { card, isNew } = shown;
  if (state.deeds.some((deed) => deed.card === card && deed.what.kind === 'grade')) {
    return ['Seen before in this session.'];
  }
  if (isNew) return ['New.'];
  return isDue(world.card(card.key).memory, moment) ? ['Due.'] : [];
};

/** How a question is asked; what Enter alone does is named in words. */
export const questionPrompt = (
  asked: AskedOptions | undefined,
  hintsLeft: number,
  { nameOf }: Vocabulary,
): string => {
  const others = `${hintsLeft > 0 ? `${nameOf('hint')} for a hint, ` : ''}help for more, or ${nameOf('quit')} to quit`;
  if (asked === undefined) return `Press Enter for the answer, or type ${others}:`;
  const right = asked.options.filter((option) => option.right).length;
  const choose =
    right > 1
      ? 'More than one is right. Type all their numbers, such as 1,3'
      : 'Type the number of your choice';
  return `${choose}, ${others}. Enter alone shows the answer:`;
};

/** What was chosen, and what would have been right. */
export const speakVerdict = (asked: AskedOptions): readonly Utterance[] => {
  const right = asked.options.flatMap((option, index) => (option.right ? [index] : []));
  const named = right.map(
    (index) => `${index + 1}, ${plainText(asked.options[index]?.text ?? '')}`,
  );
  const chosen = [...asked.chosen].toSorted((a, b) => a - b).map((index) => index + 1);
  if (isRightChoice(asked)) return say(`Right: ${named.join('; ')}`);
  const mine = chosen.length === 0 ? 'You chose none.' : `Wrong: you chose ${sayList(chosen)}.`;
  const theirs = named.length === 1 ? `Right is ${named[0]}` : `Right are ${named.join('; ')}`;
  return named.length === 0 ? say(mine) : say(`${mine} ${theirs}`);
};

/** The four grades by number, each with the time until the card comes back. */
export const speakGrades = (driver: SessionDriver): readonly Utterance[] =>
  say(
    `How well did you know it?${dayOf(driver)}`,
    ...RATINGS.map((rating, index) => `${index + 1}. ${capital(rating)}${worthOf(driver, rating)}`),
  );

/** In a session by the plan, the day that the numbers of the grades are about. */
const dayOf = ({ state: { pace }, moment }: SessionDriver): string =>
  pace === undefined
    ? ''
    : ` With each grade, the chance to know it on ${sayDay(pace.queue.horizon.day, moment.day)}:`;

/** What a grade comes to: the recall on the day of the plan, else the time until it comes back. */
const worthOf = ({ outcomes, recalls, moment }: SessionDriver, rating: Rating): string => {
  if (recalls !== undefined) return `, ${Math.round(recalls[rating] * 100)} percent`;
  return outcomes === undefined ? '' : `, next ${sayDue(outcomes[rating].due, moment)}`;
};

/** Asks for the grade; the one that Enter alone gives is named in words. */
export const gradePrompt = (
  suggested: Rating,
  canUndo: boolean,
  { nameOf }: Vocabulary,
): string => {
  const undo = canUndo ? `${nameOf('undo')} to undo the card before, ` : '';
  return `Type a number from 1 to 4, ${undo}help for more, or ${nameOf('quit')} to quit. Enter alone means ${RATINGS.indexOf(suggested) + 1}, ${capital(suggested)}:`;
};

/** What a grade came to; said once it is on the disk. */
export const speakGraded = (
  rating: Rating,
  outcomes: SessionDriver['outcomes'],
  moment: SessionDriver['moment'],
): readonly Utterance[] =>
  outcomes === undefined
    ? say(`${capital(rating)}. This is practice, nothing is scheduled`)
    : say(`${capital(rating)}. Next review ${sayDueAndDay(outcomes[rating].due, moment)}. Saved`);
