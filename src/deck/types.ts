/** How a card is asked: say it aloud, choose an option, or fill a gap. */
export type CardKind = 'recall' | 'choice' | 'cloze';

export const KINDS: readonly CardKind[] = ['recall', 'choice', 'cloze'];

/** The seniority that a question is asked at. */
export type Level = 'junior' | 'mid' | 'senior';

export const LEVELS: readonly Level[] = ['junior', 'mid', 'senior'];

/** How often a question is asked: 3 nearly everywhere, 1 rarely. */
export type Weight = 1 | 2 | 3;

/** Where something stands in a deck: line and column count from 1. */
export interface Position {
  /** Path as the reader knows it, relative where it can be. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a card stands: its question line, and the lines of its body (end exclusive, from 1). */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly bodyLine: number;
  readonly endLine: number;
}

/** A part of a deck: a file in `questions/`, or a heading above questions. */
export interface Chapter {
  /** Position in the deck from 1, or the number that the author gave. */
  readonly number: number;
  readonly title: string;
  /** A title short enough for a header line. */
  readonly short: string;
}

/** One question with its answer; the text of the answer is read apart, when it is shown. */
export interface Card {
  /** What events call the card: `DECK/ID`, or the id alone where the deck has no name. */
  readonly key: string;
  readonly id: string;
  /** Whether the author wrote the id; a derived one changes with the question. */
  readonly explicitId: boolean;
  readonly chapter: Chapter | undefined;
  /** Plain text of the question. */
  readonly question: string;
  readonly kind: CardKind;
  readonly level: Level | undefined;
  readonly weight: Weight;
  readonly tags: readonly string[];
  readonly answered: boolean;
  /** Number of options, undefined where the card has none. */
  readonly choices: number | undefined;
  /** Hash of the answer's text, to follow a card whose question was reworded. */
  readonly answerHash: string;
  readonly source: Source;
}

/** A card together with the Markdown under its question. */
export interface CardWithBody {
  readonly card: Card;
  /** Markdown of the answer and its sections, without the question and the card comment. */
  readonly body: string;
  /**
   * Where each line of the body stands in the file, line from 0 and column from 1; left out where
   * the body stands in the file as it is.
   */
  readonly origins?: readonly { readonly line: number; readonly column: number }[] | undefined;
}

/**
 * The cards of a deck by their places in it, from 0. A deck may have ten thousand, of which a start
 * needs a dozen: one that was read before makes its cards when they are asked for.
 */
export interface CardPool {
  readonly size: number;
  /** All cards in the order of the deck. */
  readonly cards: readonly Card[];
  /** The places of the cards of each chapter, the weightier first; chapters by their numbers. */
  readonly lanes: readonly ArrayLike<number>[];
  cardAt(place: number): Card;
  /** The keys of all cards. */
  readonly keys: readonly string[];
  /** Of each key its `textHash`, where they are at hand. */
  readonly hashes?: ArrayLike<number>;
  /** The place of a card; undefined where there is none of that key. */
  placeOf(key: string): number | undefined;
}

export interface Deck {
  /** From front matter (`deck:`); undefined for a bank without a name. */
  readonly name: string | undefined;
  readonly chapters: readonly Chapter[];
  readonly cards: readonly Card[];
  /** The same cards, where they are made when they are asked for. */
  readonly pool?: CardPool;
}
