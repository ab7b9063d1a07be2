import { EVERY_CARD } from '../../src/session/filter.ts';
import type { SessionOptions } from '../../src/session/plan.ts';

/** What `llm-quiz study` asks for without a word. */
export const STUDY_OPTIONS: SessionOptions = {
  scope: { kind: 'study' },
  filter: EVERY_CARD,
  limit: undefined,
  minutes: undefined,
  newCards: undefined,
  dueOnly: false,
  order: 'gain',
  seed: 1,
  cram: false,
};
