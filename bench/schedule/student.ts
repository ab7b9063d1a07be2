/** One who learns: the truth that the scheduler does not know. Grades are 1 (again) to 4 (easy). */
export interface Student {
  /** Chance of recall on a day, 0 for a card that was never shown. */
  recall(card: number, day: number): number;
  record(card: number, day: number, grade: number): void;
}

export type MakeStudent = (size: number, seed: number) => Student;
