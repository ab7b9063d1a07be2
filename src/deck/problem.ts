import type { Position } from './types.ts';

/** Every problem that a deck can have: what it is called, how bad it is, and the way out. */
export const PROBLEMS = {
  E001: 'error',
  E002: 'error',
  E003: 'error',
  E004: 'error',
  E005: 'error',
  E006: 'error',
  E007: 'error',
  W010: 'warning',
  W011: 'warning',
  W012: 'warning',
  W013: 'warning',
  W014: 'warning',
  W015: 'warning',
  W016: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Severity = (typeof PROBLEMS)[ProblemCode];

/** Something wrong in a deck, as data: nothing is thrown for what an author wrote. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong, in one clause without a full stop. */
  readonly message: string;
  readonly at: Position;
  /** Length in characters of the text at fault, 1 at least. */
  readonly length: number;
  /** What to do about it. */
  readonly help: string;
  /** A second place that has to do with it. */
  readonly related: { readonly at: Position; readonly note: string } | undefined;
}

export const createProblem = (
  code: ProblemCode,
  at: Position,
  message: string,
  help: string,
  extra: { readonly length?: number; readonly related?: Problem['related'] } = {},
): Problem => ({
  code,
  severity: PROBLEMS[code],
  message,
  at,
  length: Math.max(1, extra.length ?? 1),
  help,
  related: extra.related,
});

/** Problems in the order in which a reader meets them. */
export const byPlace = (a: Problem, b: Problem): number =>
  a.at.file.localeCompare(b.at.file, 'en', { numeric: true }) ||
  a.at.line - b.at.line ||
  a.at.column - b.at.column ||
  a.code.localeCompare(b.code);
