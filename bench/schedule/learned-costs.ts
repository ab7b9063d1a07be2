import { type Costs, learnCosts } from '../../src/scheduler/plan/costs.ts';
import { cellOf, type Span } from './cells.ts';
import { recordsOf } from './log.ts';
import { meanOf, seedsUpTo } from './measure.ts';
import { pace } from './policies.ts';
import { simulate } from './simulate.ts';
import { STUDENTS, type StudentName } from './students.ts';

/** What wrong beliefs of the seconds cost: recall with the true costs, less recall with learned ones. */
export const lossByCosts = (
  student: StudentName,
  span: Span,
  cards: number,
  truth: Costs,
  before: Costs,
  seeds: number,
): number => {
  const cell = cellOf(span, truth, cards);
  const losses = seedsUpTo(seeds).map((seed) => {
    const learner = () => STUDENTS[student](cards, seed);
    const known = simulate({ cell, student: learner(), seed, policy: pace });
    const learned = simulate({
      cell,
      student: learner(),
      seed,
      policy: pace,
      believed: (answers) => learnCosts(recordsOf(answers), before),
    });
    return known.recall - learned.recall;
  });
  return meanOf(losses);
};
