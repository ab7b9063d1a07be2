import { describe, expect, it } from 'vitest';
import { PastDayDialogue } from '../../../src/terminal/accessible/past-day-dialogue.ts';
import type { PastDayChoice } from '../../../src/terminal/stages/past-day-stage.ts';
import { hold } from './talk.ts';

const open = () => {
  const chosen: PastDayChoice[] = [];
  const dialogue = new PastDayDialogue({
    view: { date: '2026-12-01', daysAgo: 3 },
    decide: (choice) => {
      chosen.push(choice);
      return choice.kind === 'date' && choice.text < '2026-12-04'
        ? `${choice.text} is over`
        : undefined;
    },
  });
  return { dialogue, chosen };
};

describe('after the day of the plan, by lines', () => {
  it('a date is asked until it is one', async () => {
    const { dialogue } = open();
    expect(await hold(dialogue, ['3', '', '2026-11-20', '2026-12-20'])).toMatchInlineSnapshot(`
      "The day of your interview, 2026-12-01, was 3 days ago.
      Is there another one?
      1. A new date.
      2. Go on without a plan: cards come by their due dates.
      Type 1 or 2, or q to quit. Enter alone means 1, a new date: 3
      The numbers go from 1 to 2.
      Type 1 or 2, or q to quit. Enter alone means 1, a new date:
      Type the day of the next interview, such as 2026-12-15. Enter alone goes back: 2026-11-20
      2026-11-20 is over.
      Type the day of the next interview, such as 2026-12-15. Enter alone goes back: 2026-12-20"
    `);
    expect(dialogue.result).toBe('replanned');
  });

  it('2 goes on without a plan', async () => {
    const { dialogue, chosen } = open();
    await hold(dialogue, ['2']);
    expect(chosen).toEqual([{ kind: 'no-plan' }]);
    expect(dialogue.result).toBe('replanned');
  });

  it('an empty date goes back to the choice, and q leaves it', async () => {
    const { dialogue, chosen } = open();
    await hold(dialogue, ['1', '', 'q']);
    expect(chosen).toEqual([]);
    expect(dialogue.result).toBe('left');
  });

  it('is left at the end of the input and by Ctrl-C', () => {
    const left = open().dialogue;
    expect(left.hear({ kind: 'end' }).prompt).toBeUndefined();
    expect(left.result).toBe('left');
    const stopped = open().dialogue;
    expect(stopped.hear({ kind: 'interrupt' }).prompt).toBeUndefined();
    expect(stopped.result).toBe('interrupted');
  });
});
