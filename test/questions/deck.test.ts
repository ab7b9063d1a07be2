import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCard } from '../../src/deck/check-card.ts';
import { readChoices } from '../../src/deck/choices.ts';
import { normalise } from '../../src/deck/identity.ts';
import { type SectionName, sectionText, splitSections } from '../../src/deck/sections.ts';
import type { CardWithBody } from '../../src/deck/types.ts';
import { readDeck } from '../../src/storage/deck-files.ts';
import { ROOT } from '../support/quiz.ts';

const deck = readDeck(fs, path.join(ROOT, 'questions'), ROOT);
const { cards } = deck.assembled;
const CARDS_A_CHAPTER = [24, 26, 25, 23, 25, 25, 26, 26, 26, 24, 24, 23, 26, 26, 24, 22, 26];
const CASE_STUDIES = 16;
/** Words of an answer, by chapter: a candidate says one in one or two minutes, a case in five. */
const WORDS = { min: 80, max: 220, caseMin: 200, caseMax: 450 };

const part = ({ body }: CardWithBody, name: SectionName): string =>
  sectionText(splitSections(body), name);
const itemsOf = (text: string): string[] => text.split('\n').filter((line) => /^- /.test(line));
const wordsOf = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const choicesOf = (card: CardWithBody) => readChoices(part(card, 'choices'));
const withChoices = cards.filter(({ card }) => card.choices !== undefined);
const referencesOf = (card: CardWithBody): string[] =>
  [...part(card, 'references').matchAll(/\]\((\S+)\)$/gm)].map((match) => match[1] ?? '');
/** Cards that break a rule, by id, so that a failure names them. */
const breaking = (
  rule: (card: CardWithBody) => boolean,
  of: readonly CardWithBody[] = cards,
): string[] => of.filter((card) => !rule(card)).map(({ card }) => card.id);

describe('the shipped deck', () => {
  it('has chapters 1 to 17 with every question of each', () => {
    const numbers = deck.deck.chapters.map(({ number }) => number);
    expect(numbers).toEqual(CARDS_A_CHAPTER.map((_, index) => index + 1));
    const counts = numbers.map(
      (number) => cards.filter(({ card }) => card.chapter?.number === number).length,
    );
    expect(counts).toEqual(CARDS_A_CHAPTER);
  });

  it('has no problem of any kind', () => {
    expect([...deck.problems, ...cards.flatMap(checkCard)]).toEqual([]);
  });

  it('has ids that its author wrote, each once, and none that ever shipped is gone', () => {
    const ids = cards.map(({ card }) => card.id);
    expect(breaking(({ card }) => card.explicitId)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const shipped = fs
      .readFileSync(path.join(ROOT, 'test/fixtures/card-ids.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(shipped.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives every card an answer, a level, three to six key points and a trap', () => {
    expect(breaking((card) => part(card, 'answer') !== '')).toEqual([]);
    expect(breaking(({ card }) => card.level !== undefined)).toEqual([]);
    expect(breaking((card) => part(card, 'trap') !== '')).toEqual([]);
    const points = (card: CardWithBody): number => itemsOf(part(card, 'keyPoints')).length;
    expect(breaking((card) => points(card) >= 3 && points(card) <= 6)).toEqual([]);
  });

  it('gives mid and senior cards one to three follow-ups', () => {
    const asked = cards.filter(({ card }) => card.level !== 'junior');
    const followUps = (card: CardWithBody): number => itemsOf(part(card, 'followUps')).length;
    expect(breaking((card) => followUps(card) >= 1 && followUps(card) <= 3, asked)).toEqual([]);
  });

  it('has answers of a length that can be said', () => {
    const isSayable = (card: CardWithBody): boolean => {
      const words = wordsOf(part(card, 'answer'));
      return card.card.chapter?.number === CASE_STUDIES
        ? words >= WORDS.caseMin && words <= WORDS.caseMax
        : words >= WORDS.min && words <= WORDS.max;
    };
    expect(breaking(isSayable)).toEqual([]);
  });

  it('walks every case study through the same six steps', () => {
    const steps = ['Clarify', 'Constraints', 'Design', 'Trade-offs', 'Evaluation', 'Failure modes'];
    const cases = cards.filter(({ card }) => card.chapter?.number === CASE_STUDIES);
    expect(
      breaking(
        (card) => steps.every((step) => part(card, 'answer').includes(`**${step}.**`)),
        cases,
      ),
    ).toEqual([]);
  });

  it('has no two cards with the same question or the same answer', () => {
    const questions = cards.map(({ card }) => normalise(card.question));
    expect(new Set(questions).size).toBe(questions.length);
    expect(alikeAnswers()).toEqual([]);
  });
});

/** Pairs whose answers share a third of their words, or nine runs of five words. */
const alikeAnswers = (): string[] => {
  const prints = cards.map((card) => {
    const words = normalise(part(card, 'answer')).split(' ');
    const runs = words.slice(4).map((_, index) => words.slice(index, index + 5).join(' '));
    return {
      id: card.card.id,
      words: new Set(words.filter((word) => word.length > 3)),
      runs: new Set(runs),
    };
  });
  return prints.flatMap((a, index) =>
    prints.slice(index + 1).flatMap((b) => {
      const shared = [...a.words].filter((word) => b.words.has(word)).length;
      const overlap = shared / (a.words.size + b.words.size - shared);
      const runs = [...a.runs].filter((run) => b.runs.has(run)).length;
      return overlap > 0.33 || runs > 8 ? [`${a.id} ~ ${b.id}`] : [];
    }),
  );
};

describe('the references of the shipped deck', () => {
  it('are https, and each is one that was read', () => {
    const known = new Set(
      fs.readFileSync(path.join(ROOT, 'test/fixtures/references.txt'), 'utf8').trim().split('\n'),
    );
    const used = cards.flatMap((card) => referencesOf(card));
    expect(used.filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect([...new Set(used.filter((url) => !known.has(url)))]).toEqual([]);
  });

  it('stand under every card, and no two cards have the same list', () => {
    expect(breaking((card) => referencesOf(card).length > 0)).toEqual([]);
    const lists = new Map<string, string[]>();
    for (const card of cards) {
      const list = referencesOf(card).toSorted().join(' ');
      lists.set(list, [...(lists.get(list) ?? []), card.card.id]);
    }
    expect([...lists.values()].filter((ids) => ids.length > 1)).toEqual([]);
  });
});

describe('the choices of the shipped deck', () => {
  it('are on 163 cards, each with three to five options and one that is right', () => {
    expect(withChoices).toHaveLength(163);
    const isRight = (card: CardWithBody): boolean => {
      const { options } = choicesOf(card);
      return (
        options.length >= 3 &&
        options.length <= 5 &&
        options.filter(({ right }) => right).length === 1
      );
    };
    expect(breaking(isRight, withChoices)).toEqual([]);
  });

  it('give a reason for every option', () => {
    expect(
      breaking((card) => choicesOf(card).options.every(({ reason }) => reason !== ''), withChoices),
    ).toEqual([]);
  });

  it('spread the right option evenly over the positions', () => {
    const positions = [0, 0, 0, 0, 0];
    for (const card of withChoices) {
      const at = choicesOf(card).options.findIndex(({ right }) => right);
      positions[at] = (positions[at] ?? 0) + 1;
    }
    // 163 cards with four options: 41 each; four standard deviations are 22.
    for (const count of positions.slice(0, 4))
      expect(Math.abs(count - withChoices.length / 4)).toBeLessThan(12);
  });

  it('do not give the right option away by its length', () => {
    const lengths = withChoices.map((card) => {
      const { options } = choicesOf(card);
      const own = options.find(({ right }) => right)?.text.length ?? 0;
      const others = options.filter(({ right }) => !right).map(({ text }) => text.length);
      return { isLongest: own > Math.max(...others), isShortest: own < Math.min(...others) };
    });
    const share = (of: number): number => of / withChoices.length;
    expect(share(lengths.filter(({ isLongest }) => isLongest).length)).toBeLessThan(0.3);
    expect(share(lengths.filter(({ isShortest }) => isShortest).length)).toBeLessThan(0.35);
  });
});

describe('the text of the shipped deck', () => {
  it('has no control, private-use, zero-width or bidirectional characters, and no emoji', () => {
    const hidden =
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uE000-\uF8FF]|\uFE0F|\p{Extended_Pictographic}/u;
    const found = deck.files.flatMap(({ name, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (hidden.test(line) ? [`${name}:${index + 1}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('fits a window of 80 columns: code and tables are at most 72 wide', () => {
    const wide = deck.files.flatMap(({ name, text }) => {
      let isCode = false;
      return text.split('\n').flatMap((line, index) => {
        if (line.trimStart().startsWith('```')) isCode = !isCode;
        return (isCode || line.startsWith('|')) && line.length > 74 ? [`${name}:${index + 1}`] : [];
      });
    });
    expect(wide).toEqual([]);
  });
});
