import { describe, expect, it } from 'vitest';
import {
  chapterQuestion,
  numberQuestion,
  QuestionDialogue,
  yesNoQuestion,
} from '../../../src/terminal/accessible/dialogues.ts';
import { card, chapter } from '../../support/cards.ts';
import { hold } from './talk.ts';

const CHAPTERS = [
  chapter(1, 'Road Map'),
  chapter(2, 'Vector Databases'),
  chapter(3, 'Vector Search'),
];
const CARDS = CHAPTERS.map((own) => card(`card-${own.number}`, { chapter: own }));

describe('a question by lines', () => {
  it('is answered by yes or no, and names what Enter means', async () => {
    const dialogue = new QuestionDialogue(yesNoQuestion('Forget all progress?', false));
    expect(await hold(dialogue, ['maybe', 'YES'])).toMatchInlineSnapshot(`
      "Forget all progress?
      Type yes or no. Enter alone means no: maybe
      Please type yes or no.
      Type yes or no. Enter alone means no: YES"
    `);
    expect(dialogue.answer).toEqual({ kind: 'value', value: true });
  });

  it.each([
    ['', false],
    ['n', false],
    ['y', true],
  ])('takes %j for %j', async (line, value) => {
    const dialogue = new QuestionDialogue(yesNoQuestion('Really?', false));
    await hold(dialogue, [line]);
    expect(dialogue.answer).toEqual({ kind: 'value', value });
  });

  it('is answered by a number', async () => {
    const question = numberQuestion('What is to be reset?', ['one card', 'everything'], 0);
    const dialogue = new QuestionDialogue(question);
    expect(await hold(dialogue, ['3', 'all', '2'])).toMatchInlineSnapshot(`
      "What is to be reset?
      1. one card.
      2. everything.
      Type a number from 1 to 2. Enter alone means 1, one card: 3
      The numbers go from 1 to 2.
      Type a number from 1 to 2. Enter alone means 1, one card: all
      The numbers go from 1 to 2.
      Type a number from 1 to 2. Enter alone means 1, one card: 2"
    `);
    expect(dialogue.answer).toEqual({ kind: 'value', value: 1 });
  });

  it.each([
    ['end', 'left'],
    ['interrupt', 'interrupted'],
  ] as const)('is left by %s', async (kind, answer) => {
    const dialogue = new QuestionDialogue(yesNoQuestion('Really?', true));
    await hold(dialogue, [{ kind }]);
    expect(dialogue.answer).toEqual({ kind: answer });
  });
});

describe('the choice of chapters', () => {
  it('reads them out, and says what a name could mean', async () => {
    const dialogue = new QuestionDialogue(chapterQuestion(CHAPTERS, CARDS));
    expect(await hold(dialogue, ['', 'vector', 'raod', '9', '2'])).toMatchInlineSnapshot(`
      "These are the chapters:
      1. Road Map, 1 card.
      2. Vector Databases, 1 card.
      3. Vector Search, 1 card.
      Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit:
      There is no chapter .
      Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit: vector
      More than one fits: 2, Vector Databases or 3, Vector Search.
      Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit: raod
      There is no chapter raod. Did you mean 1, Road Map?
      Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit: 9
      There is no chapter 9.
      Type one or more numbers, such as 3 or 1,5-7, or a name, or q to quit: 2"
    `);
  });

  it.each([
    ['1', [1]],
    ['1 3', [1, 3]],
    ['1, 3', [1, 3]],
    ['2 - 3', [2, 3]],
    ['road map', [1]],
    ['q', []],
  ])('takes %j', async (line, numbers) => {
    const dialogue = new QuestionDialogue(chapterQuestion(CHAPTERS, CARDS));
    await hold(dialogue, [line]);
    const { answer } = dialogue;
    expect(answer.kind === 'value' && answer.value.map(({ number }) => number)).toEqual(numbers);
  });
});
