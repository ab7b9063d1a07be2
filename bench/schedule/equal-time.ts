import { CARDS, cellOf, SHORT, type Span } from './cells.ts';
import { meanOf, seedsUpTo } from './measure.ts';
import { newFirst, pace } from './policies.ts';
import { simulate } from './simulate.ts';
import { STUDENTS, type StudentName } from './students.ts';

/**
 * What pace misses as a factor of what FSRS 0.9 with new cards first misses, where pace gets the
 * same seconds in all, the same on every day.
 */
export const missesAtEqualTime = (student: StudentName, span: Span, seeds: number): number => {
  const cell = cellOf(span, SHORT);
  const misses = seedsUpTo(seeds).map((seed) => {
    const learner = () => STUDENTS[student](CARDS, seed);
    const other = simulate({ cell, student: learner(), seed, policy: newFirst });
    const daily = meanOf(other.seconds);
    const own = simulate({ cell, student: learner(), seed, policy: pace, budget: () => daily });
    return { own: 1 - own.recall, other: 1 - other.recall };
  });
  return meanOf(misses.map(({ own }) => own)) / meanOf(misses.map(({ other }) => other));
};
