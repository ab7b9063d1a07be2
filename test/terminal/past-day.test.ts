import { describe, expect, it } from 'vitest';
import type { PastDayChoice } from '../../src/terminal/stages/past-day-stage.ts';
import { Study } from '../support/study.ts';

const VIEW = { date: '2026-12-01', daysAgo: 3 };

/** The study screen after the day; dates before 2026-12-04 are refused. */
const open = (view = VIEW) => {
  const chosen: PastDayChoice[] = [];
  const decide = (choice: PastDayChoice): string | undefined => {
    chosen.push(choice);
    return choice.kind === 'date' && choice.text < '2026-12-04'
      ? `${choice.text} is over`
      : undefined;
  };
  const study = new Study({ opening: { kind: 'past-day', question: { view, decide } } });
  return { study, chosen };
};

describe('the screen after the day of the plan', () => {
  it('says when that was, and what can be done', () => {
    expect(open().study.screen()).toMatch(
      /The day of your interview, 2026-12-01, was 3 days ago\.[\s\S]*enter a new date[\s\S]*n go on without a plan[\s\S]*q quit/,
    );
    expect(open({ ...VIEW, daysAgo: 1 }).study.screen()).toMatch(/was yesterday/);
  });

  it('takes a date that is typed', () => {
    const { study, chosen } = open();
    study.press('enter', ...'2026-12-20', 'enter');
    expect(chosen).toEqual([{ kind: 'date', text: '2026-12-20' }]);
    expect(study.app.result).toBe('replanned');
  });

  it('says what is wrong with a date, and keeps it to be mended', () => {
    const { study, chosen } = open();
    study.press('enter', ...'2026-11-20', 'enter');
    expect(study.app.result).toBeUndefined();
    expect(study.screen()).toMatch(/2026-11-20 is over[\s\S]*2026-11-20_/);
    study.press(
      'backspace',
      'backspace',
      'backspace',
      'backspace',
      'backspace',
      ...'12-05',
      'enter',
    );
    expect(chosen.at(-1)).toEqual({ kind: 'date', text: '2026-12-05' });
    expect(study.app.result).toBe('replanned');
  });

  it('goes back from an empty date and on escape, and decides nothing', () => {
    const { study, chosen } = open();
    for (const key of ['enter', 'escape'])
      expect(study.press('enter', key).screen()).toMatch(/go on without a plan/);
    expect(chosen).toEqual([]);
    expect(study.app.result).toBeUndefined();
  });

  it('goes on without a plan', () => {
    const { study, chosen } = open();
    study.press('n');
    expect(chosen).toEqual([{ kind: 'no-plan' }]);
    expect(study.app.result).toBe('replanned');
  });

  it('says so where that cannot be saved', () => {
    const decide = (): string => 'the disk is full: make room';
    const question = { view: VIEW, decide };
    const study = new Study({ opening: { kind: 'past-day', question } }).press('n');
    expect(study.screen()).toMatch(/the disk is full: make room[\s\S]*go on without a plan/);
    expect(study.app.result).toBeUndefined();
  });

  it('is left by q and by Ctrl-C, and decides nothing', () => {
    for (const [key, result] of [
      ['q', 'left'],
      ['ctrl-c', 'interrupted'],
    ] as const) {
      const { study, chosen } = open();
      study.press(key);
      expect(study.app.result).toBe(result);
      expect(chosen).toEqual([]);
    }
  });
});
