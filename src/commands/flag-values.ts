import type { AskableShape, OutlineOptions } from '../deck/outline.ts';

/** Flags that say how a deck's questions are written, where that is not found out rightly. */
export interface OutlineFlags {
  readonly shape?: AskableShape;
  readonly questionLevel?: number;
  readonly skip?: readonly string[];
}

/** The flags of every command that opens a deck: which one, and how it is read. */
export interface DeckFlags extends OutlineFlags {
  readonly deck?: string;
}

/** Flags that choose cards, as commander gives them. */
export interface SelectionFlags extends DeckFlags {
  readonly chapter: readonly string[];
  readonly tag: readonly string[];
  readonly level: readonly string[];
  readonly limit?: number;
}

/** Reads words that are repeated or separated by commas, after those before. */
export const collectWords = (value: string, previous: readonly string[]): string[] => [
  ...previous,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

/** A whole number from `min` to a million; undefined where a text is none. */
export const readWholeNumber = (min: number, text: string): number | undefined => {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= min && number <= 1_000_000 ? number : undefined;
};

/** What the flags say of how a deck is read. */
export const outlineOptions = ({ shape, questionLevel, skip }: OutlineFlags): OutlineOptions => ({
  ...(shape === undefined ? {} : { shape }),
  ...(questionLevel === undefined ? {} : { questionLevel }),
  ...(skip === undefined ? {} : { skip }),
});
