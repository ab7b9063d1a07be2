import type { Memory, Rating } from '../memory.ts';
import { daysSince, lastDayAfter } from '../study-day.ts';
import { type StudyDay, toStudyDay } from '../units.ts';
import { firstDifficulty, firstStability, nextDifficulty, nextStability } from './model.ts';

/** What the plan reads of a card that was studied. */
export interface PlanMemory {
  /** Days until the chance of recall falls from 100 % to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  readonly lastDay: StudyDay;
}

/** A card as the plan sees it. */
export interface PlanCard {
  readonly key: string;
  /** Undefined for a card that was never studied. */
  readonly memory: PlanMemory | undefined;
  /** How often it is asked, 1 to 3: of new cards, the heavier come first. */
  readonly weight: number;
  /** What the card is mixed by, and what the forecast is given by. */
  readonly chapter: string | number | undefined;
}

/** The memory of a card as the plan reads it. */
export const planMemoryOf = (memory: Memory): PlanMemory | undefined =>
  memory.stage === 'new'
    ? undefined
    : {
        stability: memory.stability,
        difficulty: memory.difficulty,
        lastDay: memory.lastDay,
      };

/** Numbers that arithmetic can go on with, whatever a damaged journal said. */
export const soundMemory = (memory: PlanMemory): PlanMemory => {
  const { stability, difficulty, lastDay } = memory;
  const day = Number.isFinite(lastDay) ? lastDay : toStudyDay(0);
  if (day === lastDay && isWithin(stability, STABILITY) && isWithin(difficulty, DIFFICULTY))
    return memory;
  return {
    stability: held(stability, STABILITY),
    difficulty: held(difficulty, DIFFICULTY),
    lastDay: day,
  };
};

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Days. */
const STABILITY: Bounds = { low: 0.001, high: 36_500 };
const DIFFICULTY: Bounds = { low: 1, high: 10 };

const isWithin = (value: number, { low, high }: Bounds): boolean => value >= low && value <= high;

/** The nearest value within the bounds; the lower one for what is not a number. */
const held = (value: number, { low, high }: Bounds): number =>
  value >= low ? Math.min(value, high) : low;

/** A card's memory after a grade; {@link nextStability} for what was seen before. */
export const afterGrade = (
  memory: PlanMemory | undefined,
  rating: Rating,
  today: StudyDay,
): PlanMemory => {
  if (memory === undefined)
    return {
      stability: firstStability(rating),
      difficulty: firstDifficulty(rating),
      lastDay: today,
    };
  const { stability, difficulty, lastDay } = soundMemory(memory);
  return {
    stability: nextStability(stability, difficulty, daysSince(lastDay, today), rating),
    difficulty: nextDifficulty(difficulty, rating),
    lastDay: lastDayAfter(lastDay, today),
  };
};
