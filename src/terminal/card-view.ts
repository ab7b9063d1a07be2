import type { Choices, Option } from '../deck/choices.ts';
import { isOfTheAbove, namesOthers } from '../deck/option-order.ts';
import type { Card } from '../deck/types.ts';
import { RATINGS, type Rating } from '../scheduler/memory.ts';
import { formatStudyDay } from '../scheduler/study-day.ts';
import type { SessionDriver } from '../session/driver.ts';
import { doneCount, type SessionState } from '../session/machine.ts';
import { minutesDone } from '../session/pace.ts';
import { createRandom, seedOf, shuffle } from '../session/random.ts';
import { formatOutcome } from './format.ts';
import { cleanLine } from './markdown/clean.ts';
import type { CardView, GradeView, OptionView } from './screens/card-screen.ts';
import type { Hint } from './screens/frame.ts';
import { wrapText } from './text.ts';

/** A card's options in the order in which they are asked, and what was chosen of them. */
export interface AskedOptions {
  readonly options: readonly Option[];
  readonly chosen: ReadonlySet<number>;
}

/**
 * Options as they are asked this time: another order at each repetition, the same on a redraw.
 * “All of the above” stays below the others, and where one names others by their letters, all stay.
 */
export const askOptions = (card: Card, { options }: Choices, reps: number): readonly Option[] => {
  if (options.some(({ text }) => namesOthers(text))) return options;
  const last = options.filter(({ text }) => isOfTheAbove(text));
  const free = last.length === 0 ? options : options.filter((option) => !last.includes(option));
  return [...shuffle(free, createRandom(seedOf(`${card.key}#${reps}`))), ...last];
};

/** Whether exactly the right options were chosen. */
export const isRightChoice = ({ options, chosen }: AskedOptions): boolean =>
  options.every(({ right }, index) => right === chosen.has(index));

export interface CardViewParts {
  readonly command: string;
  readonly answer: readonly string[];
  /** What stands above the options; empty where nothing does. */
  readonly stem: readonly string[];
  readonly hints: readonly string[];
  /** How many hints the card has. */
  readonly hintCount: number;
  /** Whether the answer has links to open. */
  readonly hasLinks: boolean;
  readonly asked: AskedOptions | undefined;
  readonly message: string;
  /** Columns that text may fill at most, and those that the answer has. */
  readonly measure: number;
  readonly width: number;
}

/** Everything that a card's screen says, taken from the session as it stands. */
export const viewOf = (driver: SessionDriver, parts: CardViewParts): CardView | undefined => {
  const { state, world } = driver;
  const { shown } = state;
  if (shown === undefined) return undefined;
  const { card, revealed } = shown;
  return {
    command: parts.command,
    chapter: card.chapter === undefined ? '' : `${card.chapter.number} ${card.chapter.short}`,
    position: Math.min(state.total, doneCount(state) + 1),
    total: state.total,
    ...remaining(driver),
    minutes: minutesOf(driver),
    gradesOn: state.pace === undefined ? '' : formatStudyDay(state.pace.queue.horizon.day),
    isAgain: state.deeds.some((deed) => deed.card === card && deed.what.kind === 'grade'),
    question: card.question,
    stem: parts.stem,
    options: optionViews(parts.asked, revealed),
    hints: parts.hints,
    revealed,
    answer: revealed ? [...parts.answer, ...noteLines(world.card(card.key).note, parts.width)] : [],
    isMarked: world.card(card.key).marked,
    // Four schedules, which the question does not show.
    grades: revealed ? gradeViews(driver) : [],
    suggested: suggestedRating(revealed, parts.asked),
    message: parts.message,
    measure: parts.measure,
    keyHints: keyHints(state, parts),
  };
};

/** The learner's own note, under the answer. */
const noteLines = (note: string, width: number): readonly string[] =>
  note === '' ? [] : ['', 'Your note', ...wrapText(cleanLine(note), width)];

/** After a wrong choice the card was not known; else space means good. */
export const suggestedRating = (revealed: boolean, asked: AskedOptions | undefined): Rating =>
  revealed && asked !== undefined && !isRightChoice(asked) ? 'again' : 'good';

const remaining = ({ state, world }: SessionDriver): { due: number; new: number } => {
  const { queue, returning, shown } = state;
  const isNew = (card: Card): boolean => world.card(card.key).memory.stage === 'new';
  let fresh = shown !== undefined && isNew(shown.card) ? 1 : 0;
  // The queue may be of thousands, and this is done at each key.
  for (const card of queue) if (isNew(card)) fresh++;
  const known = queue.length + (shown === undefined ? 0 : 1) - fresh;
  const back = returning.filter((card) => {
    const { memory } = world.card(card.key);
    return memory.stage !== 'new' && memory.due.kind === 'at';
  });
  return { new: fresh, due: known + back.length };
};

/** Minutes of today: how many are done, of how many. */
const minutesOf = ({ state }: SessionDriver): CardView['minutes'] =>
  state.pace === undefined
    ? undefined
    : { done: Math.round(minutesDone(state.pace)), of: Math.round(state.pace.minutes) };

const gradeViews = (driver: SessionDriver): readonly GradeView[] => {
  const { outcomes, moment, recalls } = driver;
  return RATINGS.map((rating, index) => ({
    key: String(index + 1),
    rating,
    when: whenOf(rating, outcomes, recalls, moment),
  }));
};

/** Under a key: the recall on the day of the plan, else the time until the card comes back. */
const whenOf = (
  rating: Rating,
  outcomes: SessionDriver['outcomes'],
  recalls: SessionDriver['recalls'],
  moment: SessionDriver['moment'],
): string => {
  if (recalls !== undefined) return `${Math.round(recalls[rating] * 100)} %`;
  return outcomes === undefined ? '' : formatOutcome(outcomes[rating], moment);
};

const optionViews = (asked: AskedOptions | undefined, revealed: boolean): readonly OptionView[] =>
  asked === undefined
    ? []
    : asked.options.map(({ text, right }, index) => ({
        key: String(index + 1),
        text,
        chosen: asked.chosen.has(index),
        right: revealed ? right : undefined,
      }));

const keyHints = (
  { shown, deeds }: SessionState,
  { asked, hintCount, hasLinks }: CardViewParts,
): readonly Hint[] => {
  const undo: readonly Hint[] = deeds.length > 0 ? [['u', 'undo']] : [];
  const rest: readonly Hint[] = [
    ['?', 'keys'],
    ['q', 'save and quit', 'quit'],
  ];
  if (shown?.revealed === true) {
    // What is needed least comes last: it goes first where the window is narrow.
    const open: readonly Hint[] = hasLinks ? [['o', 'open link']] : [];
    return [...undo, ['b', 'bury'], ...open, ['y', 'copy'], ...rest];
  }
  const hint: readonly Hint[] = hintCount > (shown?.hints ?? 0) ? [['h', 'hint']] : [];
  const several = (asked?.options.filter(({ right }) => right).length ?? 0) > 1;
  const first: readonly Hint[] =
    asked === undefined
      ? [['space', 'show answer']]
      : [
          [`1-${asked.options.length}`, several ? 'choose several' : 'choose'],
          ['space', 'answer'],
        ];
  return [...first, ...hint, ['s', 'skip'], ...undo, ...rest];
};
