import { actr } from './actr-student.ts';
import { exact, noisy, perturbed, steep } from './fsrs6-student.ts';
import { fsrs7 } from './fsrs7-student.ts';
import { fsrs45, halfLife } from './held-out-students.ts';
import type { MakeStudent } from './student.ts';

export type StudentName = 'exact' | 'fsrs6' | 'perturbed' | 'steep' | 'fsrs7' | 'actr';

/** All who learn here. The scheduler believes default FSRS-6 of each; only of `exact` it is true. */
export const STUDENTS: Readonly<Record<StudentName, MakeStudent>> = {
  exact,
  fsrs6: noisy,
  perturbed,
  steep,
  fsrs7,
  actr,
};

/** The five whose results are reported: nobody is exactly like a model. */
export const FIVE: readonly StudentName[] = ['fsrs6', 'perturbed', 'steep', 'fsrs7', 'actr'];

/** Two kinds of memory that nothing was tuned on: the forecast is judged on them. */
export const HELD_OUT: Readonly<Record<'fsrs45' | 'half-life', MakeStudent>> = {
  fsrs45,
  'half-life': halfLife,
};

export const SIX: readonly StudentName[] = ['exact', ...FIVE];
