import type { Costs } from '../../src/scheduler/plan/costs.ts';
import { CARDS, cellOf, nameOf, type Span } from './cells.ts';
import { type Policy, simulate } from './simulate.ts';
import { STUDENTS, type StudentName } from './students.ts';

export interface Plan {
  readonly policies: Readonly<Record<string, Policy>>;
  readonly students: readonly StudentName[];
  readonly spans: readonly Span[];
  readonly costs: Costs;
  readonly seeds: number;
  readonly cards?: number;
}

/** Recall on the day, seed by seed, of each policy, student and cell. */
export class Results {
  readonly #recall = new Map<string, readonly number[]>();

  set(policy: string, student: StudentName, cell: string, recall: readonly number[]): void {
    this.#recall.set(`${policy} ${student} ${cell}`, recall);
  }

  of(policy: string, student: StudentName, cell: string): readonly number[] {
    const recall = this.#recall.get(`${policy} ${student} ${cell}`);
    if (recall === undefined) throw new Error(`not measured: ${policy} ${student} ${cell}`);
    return recall;
  }

  mean(policy: string, student: StudentName, cell: string): number {
    return meanOf(this.of(policy, student, cell));
  }

  /** Mean over the seeds of the ratio of two policies. */
  ratio(policy: string, to: string, student: StudentName, cell: string): number {
    const base = this.of(to, student, cell);
    return meanOf(this.of(policy, student, cell).map((recall, seed) => recall / (base[seed] ?? 1)));
  }
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const seedsUpTo = (seeds: number): readonly number[] =>
  Array.from({ length: seeds }, (_, seed) => seed);

/** Runs every policy on every student in every cell, each with the same chances. */
export const measure = (plan: Plan, results = new Results()): Results => {
  const cards = plan.cards ?? CARDS;
  for (const student of plan.students)
    for (const span of plan.spans)
      for (const [name, policy] of Object.entries(plan.policies)) {
        const cell = cellOf(span, plan.costs, cards);
        const recall = seedsUpTo(plan.seeds).map(
          (seed) =>
            simulate({ cell, student: STUDENTS[student](cards, seed), seed, policy }).recall,
        );
        results.set(name, student, nameOf(span), recall);
      }
  return results;
};
