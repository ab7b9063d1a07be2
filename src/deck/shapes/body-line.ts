/** A line of a card's body, and where in the file its text stands: line from 0, column from 1. */
export interface BodyLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Inside of a fence, a comment or a quote of the file. */
  readonly isInert: boolean;
}
