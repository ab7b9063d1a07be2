import type { PlanView } from '../../src/terminal/screens/plan-text.ts';
import { chapter } from './cards.ts';
import { day } from './events.ts';

const TODAY = day('2026-12-01');
const after = (days: number) => (TODAY + days) as typeof TODAY;
const planned = (days: number, fresh: number) => ({
  day: after(days),
  new: fresh,
  review: 3.2,
  minutes: 20.4,
});

/** A plan of four days, with a forecast and with cards that are left out. */
export const PLAN_VIEW: PlanView = {
  plan: {
    horizon: { day: after(4), days: 4, state: 'ahead', beyond: false },
    days: [planned(0, 10), planned(1, 10), planned(2, 10), planned(3, 1)],
    forecast: {
      kind: 'known',
      overall: { low: 0.6, expected: 0.7, high: 0.8 },
      chapters: [{ chapter: 3, cards: 25, low: 0.5, expected: 0.55, high: 0.6 }],
    },
    leftOut: ['a', 'b'],
  },
  date: after(4),
  today: TODAY,
  minutes: 20,
  cards: 40,
  chapters: [chapter(3, 'Retrieval-Augmented Generation', 'RAG')],
  leftOut: ['What is A', 'Why B?'],
};
