import { daysSince, lastDayAfter } from '../study-day.ts';
import type { StudyDay } from '../units.ts';
import { afterGrade, type PlanMemory, soundMemory } from './card.ts';
import type { AnswerRecord } from './costs.ts';
import { recallAt, strengthBefore } from './model.ts';

/** Reviews that came at least a day after the last one, by what was expected of them. */
export interface EvidenceBin {
  readonly count: number;
  readonly passed: number;
  /** Sum of the chances of recall that were expected: from 0 to `count`. */
  readonly expected: number;
}

/**
 * How the model did for this learner: spaced reviews in twenty bins, by the recall expected. Small
 * enough for a snapshot, and a review can be taken out of it again.
 */
export type Evidence = readonly EvidenceBin[];

const BINS = 20;
const EMPTY: EvidenceBin = { count: 0, passed: 0, expected: 0 };

export const NO_EVIDENCE: Evidence = Array.from({ length: BINS }, () => EMPTY);

/** Evidence with a spaced review more (`sign` 1) or, where it was undone, with one less (-1). */
export const addSpaced = (
  evidence: Evidence,
  recall: number,
  passed: boolean,
  sign: 1 | -1 = 1,
): Evidence => {
  const place = Math.min(BINS - 1, Math.floor(recall * BINS));
  return evidence.map((bin, index) =>
    index === place
      ? {
          count: bin.count + sign,
          passed: bin.passed + (passed ? sign : 0),
          expected: bin.expected + sign * recall,
        }
      : bin,
  );
};

/** How many spaced reviews there are. */
export const spacedReviews = (evidence: Evidence): number =>
  evidence.reduce((sum, { count }) => sum + count, 0);

/** A spaced review: the recall that was expected of it, and whether it was passed. */
interface Spaced {
  readonly recall: number;
  readonly passed: boolean;
}

/**
 * Evidence of a log, in the order in which the answers were given. The log may be the end of a
 * longer one: of a card whose first answers are missing, what was expected is found backwards from
 * where the card stands now.
 *
 * @param now where a card stands after its last answer of the log
 */
export const evidenceOf = (
  records: Iterable<AnswerRecord>,
  now: (card: string) => PlanMemory | undefined = () => undefined,
): Evidence => {
  const bins = NO_EVIDENCE.map((bin) => ({ ...bin }));
  for (const { recall, passed } of spacedOf(records, now)) {
    const bin = bins[Math.min(BINS - 1, Math.floor(recall * BINS))];
    if (bin === undefined) continue;
    bin.count++;
    bin.expected += recall;
    if (passed) bin.passed++;
  }
  return bins;
};

type Answers = readonly AnswerRecord[];

function* spacedOf(
  records: Iterable<AnswerRecord>,
  now: (card: string) => PlanMemory | undefined,
): Generator<Spaced> {
  const lives: AnswerRecord[][] = [];
  const last = new Map<string, AnswerRecord[]>();
  for (const record of records) {
    // A card that was reset begins anew.
    const life = record.introduced ? undefined : last.get(record.card);
    if (life !== undefined) life.push(record);
    else last.set(record.card, lives[lives.push([record]) - 1] ?? []);
  }
  for (const life of lives) {
    const [first] = life;
    if (first?.introduced === true) yield* forwards(life);
    else if (first !== undefined && last.get(first.card) === life)
      yield* backwards(life, now(first.card));
  }
}

const forwards = (answers: Answers): readonly Spaced[] => {
  const spaced: Spaced[] = [];
  let memory: PlanMemory | undefined;
  for (const { day, rating } of answers) {
    const elapsed = memory === undefined ? 0 : daysSince(memory.lastDay, day);
    if (memory !== undefined && elapsed >= 1)
      spaced.push({ recall: recallAt(elapsed, memory.stability), passed: rating !== 'again' });
    memory = afterGrade(memory, rating, day);
  }
  return spaced;
};

const backwards = (answers: Answers, end: PlanMemory | undefined): readonly Spaced[] => {
  if (end === undefined) return [];
  const spaced: Spaced[] = [];
  const elapsed = gapsOf(answers);
  let after: Pick<PlanMemory, 'stability' | 'difficulty'> = soundMemory(end);
  // How long before the first of them the one before it was, nobody knows.
  for (let place = answers.length - 1; place > 0; place--) {
    const rating = answers[place]?.rating ?? 'good';
    const gap = elapsed[place] ?? 0;
    after = strengthBefore(after, gap, rating);
    if (gap >= 1)
      spaced.push({ recall: recallAt(gap, after.stability), passed: rating !== 'again' });
  }
  return spaced;
};

/** Days since the answer before, for each; 0 for the first. */
const gapsOf = (answers: Answers): readonly number[] => {
  let last: StudyDay | undefined;
  return answers.map(({ day }) => {
    const gap = last === undefined ? 0 : daysSince(last, day);
    last = last === undefined ? day : lastDayAfter(last, day);
    return gap;
  });
};
