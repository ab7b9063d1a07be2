/** A figure of the deck that can be computed: read from its card, and recomputed. */
export interface Figure {
  /** Id of the card. */
  readonly card: string;
  readonly what: string;
  /** Group `value` is the figure as printed; other named groups are inputs read from the card. */
  readonly pattern: RegExp;
  readonly compute: (read: Readonly<Record<string, number | undefined>>) => number;
  /** Relative; 0.01 where left out. */
  readonly tolerance?: number;
}
