import { expect, it } from 'vitest';
import type { ShownCard } from '../../src/session/machine.ts';
import { CardContent } from '../../src/terminal/card-content.ts';
import { plainTheme } from './markdown/rendering.ts';

const shown = (revealed: boolean): ShownCard =>
  ({ card: { key: 'a', kind: 'basic' }, revealed }) as unknown as ShownCard;
const link = { number: 1, text: 'b', url: 'https://x.y' };

it('the links of an answer are known once it is shown, and it is rendered once a width', () => {
  const content = new CardContent(() => '', plainTheme);
  const widths: number[] = [];
  expect(content.links(shown(true))).toEqual([]);
  content.setAnswerRenderer((_body, _choices, width) => {
    widths.push(width);
    return { lines: ['b [1]'], links: [link] };
  });
  expect(content.links(shown(false))).toEqual([]);
  expect(content.answerLines(shown(true), 40)).toEqual(['b [1]']);
  expect(content.links(shown(true))).toEqual([link]);
  expect(content.answerLines(shown(true), 40)).toEqual(['b [1]']);
  expect(widths).toEqual([40]);
  content.forget();
  expect(content.links(shown(true))).toEqual([link]);
  expect(widths).toEqual([40, 76]);
});
