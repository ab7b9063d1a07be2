import type { CardComment } from './card-comment.ts';
import type { CardKind } from './types.ts';

/** A question found in a file, before it has an id. Lines count from 0. */
export interface FoundCard {
  readonly question: string;
  readonly line: number;
  readonly column: number;
  readonly comment: CardComment;
  readonly commentLine: number | undefined;
  readonly bodyLine: number;
  /** End of the card's lines in the file, exclusive. */
  readonly endLine: number;
  /** What stands under the question, in the native format whatever the file's shape. */
  readonly body: string;
  /** Title of the chapter inside of the file, where its shape has chapters. */
  readonly chapter?: string | undefined;
  /** Known from a shape that hides answers or names right options; else the body tells. */
  readonly isAnswered?: boolean;
  /** How it is asked, where the shape says so; else the body tells. */
  readonly kind?: CardKind;
  /** Which deletion of which sentence the card is: its id is the sentence's with `-c1`. */
  readonly cloze?: { readonly sentence: string; readonly number: number };
  /** Where each line of the body stands in the file, where it does not stand there as it is. */
  readonly origins?: readonly { readonly line: number; readonly column: number }[];
}
