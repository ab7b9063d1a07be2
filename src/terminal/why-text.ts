import type { Reason } from '../scheduler/plan/reason.ts';
import { formatStudyDay } from '../scheduler/study-day.ts';
import type { SessionDriver } from '../session/driver.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why the card on the screen comes now, in one line. */
export const whyText = ({ reason, state, rules }: SessionDriver): string => {
  if (reason !== undefined) return planned(reason);
  if (state.shown !== undefined && state.deeds.some(({ card }) => card === state.shown?.card)) {
    return 'Its step of minutes is over: once more today, to be sure.';
  }
  if (rules.cram) return 'Practice: any card comes, and nothing is scheduled.';
  return state.shown?.isNew === true ? 'New: one of the cards of today.' : 'It is due today.';
};

const planned = ({ why, day, recall, before, after }: Reason): string => {
  const on = formatStudyDay(day);
  const gain = `on ${on} ${percent(before)} without, ${percent(after)} with it.`;
  switch (why.kind) {
    case 'new':
      return `New, ${why.unseen} unseen in ${why.days} days: ${gain}`;
    case 'fading':
      return `Fading, now ${percent(recall)}: ${gain}`;
    case 'most-gain':
      return `Gains most now: ${gain}`;
    case 'today':
      return `The interview is today, and this is the weakest: ${percent(recall)}.`;
  }
};
