import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleDeck } from '../../src/deck/assemble.ts';
import { readChoices } from '../../src/deck/choices.ts';
import { normalise } from '../../src/deck/normalise.ts';
import { outlineFile } from '../../src/deck/outline.ts';
import { sectionText, splitSections } from '../../src/deck/sections.ts';
import { hasShared, SHARED } from './bank-files.ts';

/** What is known of a bank that somebody else wrote. */
interface Expected {
  readonly file: string;
  readonly questions: number;
  readonly accept?: readonly number[];
  readonly answered?: number;
  readonly unique_questions?: number;
  readonly first_question: string;
  readonly last_question: string;
  readonly choices: boolean;
  readonly multi_answer?: number;
  readonly chapters?: number;
  readonly first_chapter?: string;
  readonly last_chapter?: string;
  readonly not_questions?: readonly string[];
}

const expected: readonly Expected[] = hasShared
  ? (JSON.parse(fs.readFileSync(path.join(SHARED, 'expected.json'), 'utf8')) as Expected[])
  : [];

const lettersOf = (text: string | undefined): string => normalise(text ?? '').replaceAll(' ', '');

describe.skipIf(!hasShared)('a bank that somebody else wrote', () => {
  it.each(expected.map((bank): [string, Expected] => [bank.file, bank]))(
    '%s is a deck as it is',
    (file, bank) => {
      const text = fs.readFileSync(path.join(SHARED, file), 'utf8');
      const { deck, cards } = assembleDeck([outlineFile(file, text)]);
      const questions = deck.cards.map(({ question }) => question);
      expect([bank.questions, ...(bank.accept ?? [])]).toContain(questions.length);
      expect(lettersOf(questions[0])).toBe(lettersOf(bank.first_question));
      expect(lettersOf(questions.at(-1))).toBe(lettersOf(bank.last_question));
      expect(deck.cards.some(({ choices }) => choices !== undefined)).toBe(bank.choices);
      const answered = deck.cards.filter((card) => card.answered).length;
      expect(answered).toBe(bank.answered ?? answered);
      const { chapters } = deck;
      expect(chapters).toHaveLength(bank.chapters ?? chapters.length);
      expect(lettersOf(chapters[0]?.title)).toBe(
        lettersOf(bank.first_chapter ?? chapters[0]?.title),
      );
      expect(lettersOf(chapters.at(-1)?.title)).toBe(
        lettersOf(bank.last_chapter ?? chapters.at(-1)?.title),
      );
      const several = cards.filter(
        ({ body }) =>
          readChoices(sectionText(splitSections(body), 'choices')).options.filter(
            ({ right }) => right,
          ).length > 1,
      );
      expect(several).toHaveLength(bank.multi_answer ?? 0);
      expect(new Set(deck.cards.map(({ key }) => key)).size).toBe(questions.length);
      expect(new Set(questions.map(lettersOf)).size).toBe(
        bank.unique_questions ?? new Set(questions.map(lettersOf)).size,
      );
      const wrong = (bank.not_questions ?? []).filter((other) =>
        questions.some((question) => lettersOf(question) === lettersOf(other)),
      );
      expect(wrong).toEqual([]);
    },
  );
});
