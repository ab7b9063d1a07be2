import { QuizError } from '../quiz-error.ts';

/** Something in an import that is not right, and where. */
export interface ImportProblem {
  readonly line: number;
  readonly message: string;
}

export interface ImportRead {
  readonly events: number;
  /** Where there is a problem, nothing is imported. */
  readonly problems: ProblemList;
}

/** As many as a person can read; of more, only how many there are. */
const LISTED = 200;

/**
 * All problems of an import. A file can have more of them than there is memory for, so only the
 * first are kept, and all are counted.
 */
export class ProblemList {
  readonly listed: ImportProblem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(line: number, message: string): void {
    this.#count++;
    if (this.listed.length < LISTED) this.listed.push({ line, message });
  }
}

/** The error of an import with problems: what there is to mend, with its lines. */
export const importError = (file: string, { listed, count }: ProblemList): QuizError => {
  const lines = listed.map(({ line, message }) => `  line ${line}: ${message}`);
  const more = count > listed.length ? [`  and ${count - listed.length} more`] : [];
  return new QuizError(
    [`${file} cannot be imported:`, ...lines, ...more].join('\n'),
    'nothing was changed; mend the file, or export it again',
  );
};
