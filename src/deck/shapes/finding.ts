import type { Document } from './document.ts';
import type { Shape } from './names.ts';
import { findBorders } from './section-borders.ts';

export { ASKABLE_SHAPES, type AskableShape, type Shape } from './names.ts';

/** Where one question stands. Lines count from 0, columns from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  /** Raw Markdown of the question, without the marker in front of it. */
  readonly text: string;
  /** First line of what stands under it. */
  readonly next: number;
  /** First line after all that belongs to it. */
  readonly end: number;
  /** Width of the list marker that its answer is indented by. */
  readonly indent: number;
  /** Text on the question's last line that already belongs to the answer. */
  readonly lead?: Lead;
  /** Level of the heading that the question is, where it is one. */
  readonly level?: number;
  /** The number in front of a list item. */
  readonly number?: number;
  /** A sentence with `[deletions]`, each of which is a card. */
  readonly isCloze?: true;
}

export interface Lead {
  /** Stands behind the question on its line, as links do, and in no block that hides the answer. */
  readonly isBehind?: true;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What one shape makes of a file. */
export interface Finding {
  readonly shape: Shape;
  readonly marks: readonly Mark[];
  readonly questionLevel?: number;
  /** Sum of how far each mark reads as a question. */
  readonly score: number;
  /** Texts of the same kind that were not taken. */
  readonly skipped: readonly string[];
}

/** A shape's finder: undefined where the file has nothing of its kind. */
export type Finder = (document: Document) => Finding | undefined;

/** Gives each mark the end of its text: the next mark, or the section that it stands in. */
export const withEnds = (
  marks: readonly Omit<Mark, 'end'>[],
  limitOf: (mark: Omit<Mark, 'end'>) => number,
): readonly Mark[] =>
  marks.map((mark, index) => ({
    ...mark,
    end: Math.max(
      mark.next,
      Math.min(limitOf(mark), marks[index + 1]?.line ?? Number.MAX_SAFE_INTEGER),
    ),
  }));

/** The same for questions that are no headings: they end with their section at the latest. */
export const withSections = (
  document: Document,
  marks: readonly Omit<Mark, 'end'>[],
): readonly Mark[] => {
  if (marks.length === 0) return [];
  const borders = findBorders(
    document,
    marks.map(({ line }) => line),
  );
  return withEnds(marks, ({ line }) => borders.endAfter(line));
};
