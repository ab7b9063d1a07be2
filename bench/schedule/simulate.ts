import type { Rating } from '../../src/scheduler/memory.ts';
import { afterGrade, type PlanCard } from '../../src/scheduler/plan/card.ts';
import type { Costs } from '../../src/scheduler/plan/costs.ts';
import { FIRST_SHARES, PASS_SHARES } from '../../src/scheduler/plan/outlook.ts';
import { type StudyDay, toStudyDay } from '../../src/scheduler/units.ts';
import { uniform } from './random.ts';
import type { Student } from './student.ts';

/** One run: so many cards, so many days, and what showing a card takes. */
export interface Cell {
  readonly cards: number;
  /** Study takes place on the days 0 to days - 1; the interview is on day `days`. */
  readonly days: number;
  readonly minutes: number;
  readonly costs: Costs;
}

/** What a policy sees of one morning. */
export interface Morning {
  /** What the scheduler believes: FSRS-6 with its default weights, from the grades alone. */
  readonly cards: readonly PlanCard[];
  readonly today: StudyDay;
  readonly interview: StudyDay;
  readonly minutes: number;
  readonly costs: Costs;
}

/** Gives the cards of a day, one after another; the seconds that the last one took come in. */
export interface DayOfPolicy {
  /** The place of the next card in `cards`, or undefined when nothing more is to be done. */
  next(): number | undefined;
  took(card: number, seconds: number): void;
}

export type Policy = (morning: Morning) => DayOfPolicy;

/** One answer, as it would stand in the log. */
export interface Answer {
  readonly card: number;
  readonly day: number;
  readonly isNew: boolean;
  readonly rating: Rating;
  readonly passed: boolean;
  readonly seconds: number;
  /** Days since the card was last shown. */
  readonly elapsed: number;
  /** What the scheduler believed before; undefined for a new card. */
  readonly before: PlanCard['memory'];
}

/** What changes between runs of one cell. */
export interface Run {
  readonly cell: Cell;
  readonly student: Student;
  readonly seed: number;
  readonly policy: Policy;
  /** Seconds of each day, where they are not the cell's minutes. */
  readonly budget?: (day: number) => number;
  /** What the scheduler believes that a card takes; the truth where it is left out. */
  readonly believed?: (answers: readonly Answer[]) => Costs;
  /** Called each morning, before anything is shown. */
  readonly onMorning?: (morning: Morning, day: number) => void;
  readonly chapterOf?: (card: number) => number;
}

export interface Outcome {
  /** Mean chance of recall on the day of the interview, by the student's own memory. */
  readonly recall: number;
  /** What the scheduler believes of each card at the end. */
  readonly cards: readonly PlanCard[];
  readonly answers: readonly Answer[];
  /** Seconds that were studied, by day. */
  readonly seconds: readonly number[];
}

/** Days are numbered from here, so that no formula can lean on day 0. */
export const FIRST_DAY = 20_000;

const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

export const ratingOf = (grade: number): Rating => RATINGS[grade - 1] ?? 'again';

/** Lets a student study by a policy, day after day, and asks everything on the last day. */
export const simulate = (run: Run): Outcome => {
  const { cell, student, policy } = run;
  const cards: PlanCard[] = Array.from({ length: cell.cards }, (_, card) => ({
    key: String(card),
    memory: undefined,
    weight: 1,
    chapter: run.chapterOf?.(card) ?? 0,
  }));
  const answers: Answer[] = [];
  const shown = new Int32Array(cell.cards);
  const seconds: number[] = [];
  for (let day = 0; day < cell.days; day++) {
    const budget = run.budget?.(day) ?? cell.minutes * 60;
    const morning: Morning = {
      cards,
      today: toStudyDay(FIRST_DAY + day),
      interview: toStudyDay(FIRST_DAY + cell.days),
      minutes: budget / 60,
      costs: run.believed?.(answers) ?? cell.costs,
    };
    run.onMorning?.(morning, day);
    const plan = policy(morning);
    let used = 0;
    while (used < budget) {
      const card = plan.next();
      if (card === undefined) break;
      const answer = ask(run, cards, card, day, shown[card] ?? 0);
      shown[card] = (shown[card] ?? 0) + 1;
      answers.push(answer);
      used += answer.seconds;
      plan.took(card, answer.seconds);
    }
    seconds.push(used);
  }
  const all = cards.map((_, card) => student.recall(card, cell.days));
  return {
    recall: all.reduce((sum, recall) => sum + recall, 0) / cell.cards,
    cards,
    answers,
    seconds,
  };
};

/** Shows a card: the student answers by its own memory, the scheduler's belief follows. */
const ask = (
  { cell: { costs }, student, seed }: Run,
  cards: PlanCard[],
  card: number,
  day: number,
  event: number,
): Answer => {
  const known = cards[card];
  if (known === undefined) throw new Error(`no card ${card}`);
  const before = known.memory;
  const isNew = before === undefined;
  const chance = uniform(seed, card, event, 0);
  const grade = isNew
    ? firstGrade(chance)
    : reviewGrade(chance < student.recall(card, day), uniform(seed, card, event, 1));
  student.record(card, day, grade);
  cards[card] = {
    ...known,
    memory: afterGrade(before, ratingOf(grade), toStudyDay(FIRST_DAY + day)),
  };
  const passed = grade > 1;
  return {
    card,
    day,
    isNew,
    rating: ratingOf(grade),
    passed,
    seconds: isNew ? costs.new : passed ? costs.pass : costs.fail,
    elapsed: before === undefined ? 0 : FIRST_DAY + day - before.lastDay,
    before,
  };
};

const firstGrade = (chance: number): number => {
  const { again, hard, good } = FIRST_SHARES;
  if (chance < again) return 1;
  if (chance < again + hard) return 2;
  return chance < again + hard + good ? 3 : 4;
};

const reviewGrade = (passed: boolean, chance: number): number => {
  if (!passed) return 1;
  if (chance < PASS_SHARES.hard) return 2;
  return chance < PASS_SHARES.hard + PASS_SHARES.good ? 3 : 4;
};
