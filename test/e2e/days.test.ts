import fs from 'node:fs';
import path from 'node:path';
import { createEmptyCard, fsrs, generatorParameters, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { listCards, openQuiz, temporaryFolder } from '../support/quiz.ts';

const DAYS = 60;
const RATINGS = [Rating.Hard, Rating.Good, Rating.Hard, Rating.Good] as const;
const KEYS = { [Rating.Hard]: '2', [Rating.Good]: '3', [Rating.Easy]: '4' } as const;

describe('60 days of study with the program itself', () => {
  it('ask on each day exactly what FSRS says is due', async () => {
    const home = temporaryFolder();
    const deck = path.join(home, 'deck.md');
    fs.writeFileSync(deck, '## What is one card?\n<!-- card: { id: one } -->\n\nIt is that.\n');
    const scheduler = fsrs(generatorParameters({ enable_fuzz: false }));
    let model = createEmptyCard(new Date('2026-12-01T12:00:00Z'));
    let grades = 0;
    for (let day = 0; day < DAYS; day++) {
      const now = new Date(Date.UTC(2026, 11, 1 + day, 12));
      const env = { LLM_QUIZ_NOW: now.toISOString() };
      const isDue = model.due.getTime() <= now.getTime();
      const due = listCards(home, ['--deck', deck, '--due'], env);
      expect([day, day > 0 && due.length === 1]).toEqual([day, day > 0 && isDue]);
      if (!isDue) continue;
      // One grade a day, so that the steps of minutes are days for both.
      const rating = RATINGS[grades % RATINGS.length] ?? Rating.Good;
      const quiz = openQuiz(['study', '--deck', deck, '--new', '1'], { home, env });
      await quiz.press(' ', /1 again/);
      await quiz.press(KEYS[rating as keyof typeof KEYS], /Session done|card 1 of 1, again/);
      quiz.write('q');
      await quiz.exited();
      model = scheduler.next(model, now, rating).card;
      grades++;
      const [state] = listCards(home, ['--deck', deck], env);
      expect(state?.state['stability']).toBeCloseTo(model.stability, 6);
      expect(state?.state['difficulty']).toBeCloseTo(model.difficulty, 6);
    }
    expect(grades).toBeGreaterThanOrEqual(6);
  });
});
