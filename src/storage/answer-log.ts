import { foldAll } from '../progress/fold.ts';
import type { AnswerRecord } from '../scheduler/plan/costs.ts';
import type { Disk } from './disk.ts';
import { readInOrder } from './history.ts';
import { endOfLines, listJournals } from './journal.ts';

/** All answers that were not taken back, in order: what costs and forecasts are learned from. */
export const readAnswers = (disk: Disk, folder: string): readonly AnswerRecord[] => {
  const answers: AnswerRecord[] = [];
  const ends = new Map(
    listJournals(disk, folder).map((device) => [device, endOfLines(disk, folder, device)]),
  );
  foldAll(
    (types) => readInOrder(disk, folder, ends, { types }),
    ({ day, rating, ms }, card, { memory }) =>
      answers.push({ card, day, rating, ms, introduced: memory.stage === 'new' }),
  );
  return answers;
};
