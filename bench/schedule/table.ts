import { nameOf, type Span } from './cells.ts';
import { meanOf, type Results } from './measure.ts';
import type { StudentName } from './students.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    line(head),
    line(head.map((_, place) => (place === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');

/** Recall on the day in percent, mean over the students; columns days/minutes. */
export const recallTable = (
  results: Results,
  policies: readonly string[],
  students: readonly StudentName[],
  spans: readonly Span[],
): string =>
  table(
    ['policy', ...spans.map(nameOf), 'mean'],
    policies.map((policy) => {
      const means = spans.map((span) =>
        meanOf(students.map((student) => results.mean(policy, student, nameOf(span)))),
      );
      return [policy, ...[...means, meanOf(means)].map((recall) => (100 * recall).toFixed(1))];
    }),
  );

/** Ratios to a baseline for each student: mean of the ratios of the seeds. */
export const ratioTable = (
  results: Results,
  policy: string,
  baseline: string,
  students: readonly StudentName[],
  spans: readonly Span[],
): string =>
  table(
    [`${policy} / ${baseline}`, ...spans.map(nameOf)],
    students.map((student) => [
      student,
      ...spans.map((span) => results.ratio(policy, baseline, student, nameOf(span)).toFixed(2)),
    ]),
  );
