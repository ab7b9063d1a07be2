import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runQuiz, temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = { LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };
/** Sets a window title, a colour, by two kinds of escapes, and turns the reading direction. */
const EVIL = '\u001b]0;title\u0007\u001b[31m\u009b31m\u202e';
/** What a terminal would obey, and what makes the rest of a line read backwards. */
const OBEYED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

const event = (n: number, parts: object) => ({
  v: 1,
  id: `e1-${n.toString(36)}`,
  device: 'elsewhere',
  session: 'e1',
  t: 1_790_000_000_000 + n,
  day: 20_717,
  ...parts,
});
const card = `llm-quiz/${EVIL}`;
const EVENTS = [
  event(0, { type: 'seen', card, question: `Why? ${EVIL}`, answer: 'a' }),
  event(1, { type: 'grade', card, rating: 'good', ms: 5 }),
  event(2, { type: 'note', card, text: EVIL }),
  event(3, { type: 'set', key: EVIL, value: EVIL }),
  event(4, { type: 'alias', from: `${EVIL}-1`, to: `${EVIL}-2` }),
  event(5, { type: 'suspend', card: `${card}-3` }),
];

const imported = (home: string, text: string) => {
  const file = path.join(home, 'evil.json');
  fs.writeFileSync(file, text);
  return runQuiz(['import', file], { home, env: NOW });
};
const wrap = (events: readonly object[], schema = 'llm-quiz/export/1'): string =>
  JSON.stringify({ schema, events });

describe('progress that somebody else made', () => {
  it('reaches the terminal as letters, whatever is in it', () => {
    const home = temporaryFolder();
    expect(imported(home, wrap(EVENTS)).code).toBe(0);
    const commands = [
      ['relink'],
      ['doctor'],
      ['list'],
      ['settings'],
      ...EVENTS.map(({ id }) => ['undo', id, '--dry-run']),
    ];
    let told = 0;
    for (const args of commands) {
      const { stdout, stderr } = runQuiz(args, { home, env: NOW });
      expect([args, OBEYED.exec(stdout + stderr)]).toEqual([args, null]);
      if ((stdout + stderr).includes('title')) told++;
    }
    expect(told).toBeGreaterThanOrEqual(6);
  });

  it('and is refused is quoted as letters too', () => {
    const home = temporaryFolder();
    for (const text of [
      wrap([], EVIL),
      wrap([event(0, { type: 'grade', card: 'a', rating: EVIL })]),
    ]) {
      const { code, stderr } = imported(home, text);
      expect([code, OBEYED.exec(stderr)]).toEqual([1, null]);
      expect(stderr).toContain('title');
    }
  });
});
