import type { Days, StudyDay, Timestamp } from './units.ts';

/** The learner's judgement after seeing the answer; `again` is the only one that fails. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** When a card comes back: after a step of minutes at an instant, after days on a study day. */
export type Due =
  | { readonly kind: 'at'; readonly at: Timestamp }
  | { readonly kind: 'on'; readonly day: StudyDay };

/** What was never studied. */
export interface NewMemory {
  readonly stage: 'new';
}

/** What the model knows of a card that was studied. */
export interface StudiedMemory {
  readonly stage: 'learning' | 'review' | 'relearning';
  /** Days until the chance of recall falls from 100 % to 90 %. */
  readonly stability: Days;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  /** Index of the learning or relearning step the card stands on; 0 in review. */
  readonly step: number;
  readonly due: Due;
  /** Days given at the last review; 0 while in the steps. */
  readonly interval: Days;
  readonly reps: number;
  /** How often it was failed after it had graduated. */
  readonly lapses: number;
  readonly lastRating: Rating;
  readonly lastAt: Timestamp;
  readonly lastDay: StudyDay;
}

export type Memory = NewMemory | StudiedMemory;

export const NEW_MEMORY: NewMemory = { stage: 'new' };
