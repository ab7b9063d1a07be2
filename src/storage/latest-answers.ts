import type { CardState } from '../progress/card-state.ts';
import { type Event, isKnown, type KnownEvent } from '../progress/events.ts';
import { compareOrder, type Entry } from '../progress/order.ts';
import { undoneIn } from '../progress/refold.ts';
import type { AnswerRecord } from '../scheduler/plan/costs.ts';
import type { Disk } from './disk.ts';
import { endOfLines, JournalReader, listJournals, START } from './journal.ts';

/** What is known of cards by now. */
interface Known {
  card(key: string): CardState;
  /** What a card is called now. */
  resolve(key: string): string;
}

/**
 * The latest answers that were not taken back, in order: what costs and forecasts are learned
 * from, in the same time however long the history is.
 *
 * @param bytes how much of the end of each journal is read
 */
export const readLatestAnswers = (
  disk: Disk,
  folder: string,
  known: Known,
  bytes: number,
): readonly AnswerRecord[] => {
  const { entries, areAll } = latestEntries(disk, folder, bytes);
  const undone = undoneIn(entries);
  const deeds = entries.flatMap(({ event }) =>
    isGradeOrReset(event) && !undone.has(event.id)
      ? [{ event, key: known.resolve(event.card) }]
      : [],
  );
  const unanswered = areAll ? new Set(deeds.map(({ key }) => key)) : unansweredBefore(deeds, known);
  return deeds.flatMap(({ event, key }): AnswerRecord[] => {
    if (event.type === 'reset') {
      unanswered.add(key);
      return [];
    }
    const { day, rating, ms } = event;
    return [{ card: key, day, rating, ms, introduced: unanswered.delete(key) }];
  });
};

type GradeOrReset = KnownEvent & { readonly type: 'grade' | 'reset' };

const isGradeOrReset = (event: Event): event is GradeOrReset =>
  isKnown(event) && (event.type === 'grade' || event.type === 'reset');

interface Deed {
  readonly event: GradeOrReset;
  readonly key: string;
}

/**
 * Cards without an answer before these deeds: their state counts as many reviews as there are
 * here. Of a card that was reset meanwhile nobody knows, and it is taken for one that had some.
 */
const unansweredBefore = (deeds: readonly Deed[], known: Known): Set<string> => {
  const grades = new Map<string, number>();
  for (const { event, key } of deeds)
    grades.set(key, event.type === 'reset' ? Number.NaN : (grades.get(key) ?? 0) + 1);
  const isWhole = ([key, count]: readonly [string, number]): boolean => {
    const { memory } = known.card(key);
    return memory.stage !== 'new' && memory.reps === count;
  };
  return new Set([...grades].filter(isWhole).map(([key]) => key));
};

interface Latest {
  readonly entries: readonly Entry[];
  /** There are no older ones. */
  readonly areAll: boolean;
}

/** The ends of all journals in their order, from where all of them are there. */
const latestEntries = (disk: Disk, folder: string, bytes: number): Latest => {
  let begin = Number.NEGATIVE_INFINITY;
  const entries = listJournals(disk, folder).flatMap((device) => {
    const from = Math.max(0, endOfLines(disk, folder, device) - bytes);
    const reader = new JournalReader(disk, folder, device, { ...START, offset: from });
    const own = [...entriesOf(reader)];
    if (from > 0) begin = Math.max(begin, own[0]?.order.t ?? reader.cursor.maxT);
    return own;
  });
  return {
    entries: entries
      .filter(({ order }) => order.t >= begin)
      .sort((a, b) => compareOrder(a.order, b.order)),
    areAll: begin === Number.NEGATIVE_INFINITY,
  };
};

function* entriesOf(reader: JournalReader): Generator<Entry> {
  for (let entry = reader.next(); entry !== undefined; entry = reader.next()) yield entry;
}
