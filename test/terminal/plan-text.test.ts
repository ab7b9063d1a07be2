import { describe, expect, it } from 'vitest';
import { createTheme } from '../../src/terminal/create-theme.ts';
import { compareLines, planLines } from '../../src/terminal/screens/plan-text.ts';
import { widthOf } from '../../src/terminal/text.ts';
import { PLAN_VIEW } from '../support/plan-view.ts';

const THEME = createTheme({ color: false, ascii: false });
const OTHER = { ...PLAN_VIEW, minutes: 40, leftOut: [] };

describe.each([40, 60, 80])('in %d columns', (columns) => {
  it('a plan is as it was looked at', () => {
    expect(`\n${planLines(PLAN_VIEW, columns, THEME).join('\n')}\n`).toMatchSnapshot();
    const compared = compareLines(PLAN_VIEW, OTHER, columns, THEME);
    expect(`\n${compared.join('\n')}\n`).toMatchSnapshot();
  });

  it.each([
    ['known', PLAN_VIEW.plan.forecast],
    ['not known yet', { kind: 'too-early', reviews: 12, needed: 30 }],
    ['of no card', { kind: 'no-cards' }],
  ] as const)('no line of a plan is wider, its forecast %s', (_, forecast) => {
    const view = { ...PLAN_VIEW, plan: { ...PLAN_VIEW.plan, forecast } };
    const lines = [
      ...planLines(view, columns, THEME),
      ...compareLines(view, { ...view, minutes: 40 }, columns, THEME),
    ];
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
  });
});
