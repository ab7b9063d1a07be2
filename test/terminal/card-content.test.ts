import { expect, it } from 'vitest';
import type { Card } from '../../src/deck/types.ts';
import type { ShownCard } from '../../src/session/machine.ts';
import { renderAnswer, renderToRead } from '../../src/terminal/answer.ts';
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

it('answers are made ready one at a time before they are shown, and then shown as they are', () => {
  const content = new CardContent((card) => card.key, plainTheme);
  const cards = ['a', 'b', 'c'].map((key) => ({ key, kind: 'recall' }) as unknown as Card);
  const made: string[] = [];
  expect(content.prepare(cards, 40)).toBe(false);
  content.setAnswerRenderer((body, _choices, width) => {
    made.push(`${body} ${width}`);
    return { lines: [body], links: [] };
  });
  expect(cards.map(() => content.prepare(cards, 40))).toEqual([true, true, true]);
  expect(content.prepare(cards, 40)).toBe(false);
  expect(made).toEqual(['a 40', 'b 40', 'c 40']);
  for (const card of cards) {
    const revealed = { card, revealed: true } as ShownCard;
    expect(content.answerLines(revealed, 40)).toEqual([card.key]);
  }
  expect(made).toHaveLength(3);
  content.prepare(cards, 60);
  expect(made.at(-1)).toBe('a 60');
});

it('a body is read once for all the keys that a card is shown for, and not kept for ever', () => {
  const read: string[] = [];
  const content = new CardContent((card) => {
    read.push(card.key);
    return '### Key points\n- one\n- two';
  }, plainTheme);
  const show = (key: string): ShownCard =>
    ({ card: { key }, revealed: false, hints: 1 }) as ShownCard;
  expect(content.hints(show('a'))).toEqual(['one']);
  expect(content.hintCount(show('a'))).toBe(2);
  content.hints(show('a'));
  expect(read).toEqual(['a']);
  for (let other = 0; other < 100; other++) content.hints(show(`other ${other}`));
  content.hints(show('a'));
  expect(read.filter((key) => key === 'a')).toHaveLength(2);
});

it('what is given with a question stands by it before the answer, which does not repeat it', () => {
  const body = 'Twice.\n\n### Given\n\n```js\nsail(2)\n```';
  const content = new CardContent(() => body, plainTheme);
  const card = { key: 'a', kind: 'recall' } as unknown as Card;
  const asked = { card, revealed: false } as ShownCard;
  expect(content.stemLines(undefined, 40)).toEqual([]);
  expect(content.stemLines(asked, 40)).toEqual(['```js', 'sail(2)', '```']);
  content.setAnswerRenderer(renderAnswer);
  expect(content.stemLines(asked, 40).map((line) => line.trim())).toEqual(['js', 'sail(2)']);
  const answer = content.answerLines({ card, revealed: true } as ShownCard, 40);
  expect(answer).toEqual(['Twice.']);
  const read = renderToRead(body, 40, plainTheme).lines.map((line) => line.trim());
  expect(read).toEqual(['js', 'sail(2)', '', 'Twice.']);
});
