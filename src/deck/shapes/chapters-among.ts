import type { Document } from './document.ts';
import { type Candidate, groupUnder } from './heading-candidates.ts';
import type { LevelView } from './heading-levels.ts';
import { promisesQuestions } from './vocabulary.ts';

const FEWEST = 3;

/**
 * Chapters on the level of the questions, each with its own questions one level deeper: a heading
 * that promises questions and asks none, where most ask, with nothing under it but some that do.
 * One that promises none may be a topic of which they are the parts.
 */
export const chaptersAmong = (
  document: Document,
  view: LevelView,
  views: readonly LevelView[],
): ReadonlyMap<Candidate, readonly Candidate[]> => {
  const chapters = new Map<Candidate, readonly Candidate[]>();
  if (view.askShare < 0.5) return chapters;
  const deeper = views.find(({ level }) => level === view.level + 1)?.candidates ?? [];
  for (const [at, own] of groupUnder(view.candidates, deeper)) {
    const above = view.candidates[at];
    if (above === undefined || above.weight > 0 || above.hasOwnText) continue;
    if (!promisesQuestions(above.question.text)) continue;
    const end = document.endOfSection(above.heading.line, view.level);
    const asking = own.filter(({ asks }) => asks === 1);
    const isChapter = own.length >= FEWEST && asking.length >= own.length * 0.8;
    if (isChapter && (own.at(-1)?.heading.line ?? end) < end) chapters.set(above, own);
  }
  return chapters;
};
