import { foldAll } from '../progress/fold.ts';
import { RATINGS } from '../scheduler/memory.ts';
import type { Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import { endOfLines, listJournals } from './journal.ts';

/** The columns that optimisers of FSRS read. */
export const CSV_HEADER = 'card_id,review_time,review_rating,review_state,review_duration';

const STATES = ['new', 'learning', 'review', 'relearning'];

/** One grade that counts. */
export interface Review {
  readonly card: string;
  readonly t: number;
  /** 1 again, 2 hard, 3 good, 4 easy. */
  readonly rating: number;
  /** The card's stage before: 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  readonly ms: number;
}

/**
 * Tells of every grade that was not taken back, in order, under the name that its card has now.
 */
export const forEachReview = (
  disk: Disk,
  folder: string,
  visit: (review: Review) => void,
): void => {
  const ends = new Map(
    listJournals(disk, folder).map((device) => [device, endOfLines(disk, folder, device)]),
  );
  foldAll(
    (types) => readInOrder(disk, folder, ends, { types }),
    ({ t, rating, ms }, card, { memory }) =>
      visit({
        card,
        t,
        rating: RATINGS.indexOf(rating) + 1,
        state: STATES.indexOf(memory.stage),
        ms: Math.round(ms),
      }),
  );
};

export const formatReview = ({ card, t, rating, state, ms }: Review): string =>
  [quote(card), t, rating, state, ms].join(',');

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
