import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openShippedDeck } from '../../../src/storage/shipped-deck.ts';
import {
  endsInPause,
  type Heard,
  linesOf,
  promptText,
  type Turn,
} from '../../../src/terminal/accessible/speech.ts';
import { speakAnswer } from '../../../src/terminal/accessible/spoken-answer.ts';
import { card, chapter } from '../../support/cards.ts';
import { ROOT } from '../../support/quiz.ts';
import { sit } from './talk.ts';

const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;

/** What is wrong with a turn, for a screen reader and for a terminal without escape codes. */
const faultsOf = ({ said, prompt }: Turn, columns: number): readonly string[] => [
  ...said
    .filter(({ kind, text }) => kind === 'sentence' && !endsInPause(text))
    .map(({ text }) => `no pause after: ${text}`),
  ...(prompt === undefined || prompt.endsWith(':') ? [] : [`no pause after: ${prompt}`]),
  ...[...linesOf(said, columns), ...promptText(prompt ?? '', columns).split('\n')]
    .filter((line) => CONTROL.test(line))
    .map((line) => `control character in: ${JSON.stringify(line)}`),
];

const NASTY = 'A \u001B]0;title\u0007 \u001B[31mred\u001B[0m \u009B2J text';
const CARDS = [
  card('one', { chapter: chapter(1, NASTY), question: NASTY }),
  card('two', { kind: 'choice', choices: 2 }),
  card('three', { question: 'Without an end' }),
  card('four'),
];
const BODIES = {
  one: `${NASTY}\n\n\`\`\`\n${NASTY}\n\`\`\`\n\n[${NASTY}](https://a.example/)\n\n### Key points\n- ${NASTY}`,
  two: `### Choices\n- [x] ${NASTY}\n  - ${NASTY}\n- [ ] no`,
};

const lines = fc.array(
  fc.oneof(
    fc.constantFrom<string>(
      ...['', '', '', '1', '2', '3', '4', 'h', 'r', 'u', 's', 'b', 'x', 'm', 'n', 'o 1', 'e', '?'],
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/^\s*q/i.test(text)),
  ),
  { maxLength: 60 },
);

describe('whatever is typed in a session', () => {
  it('is answered in sentences with a pause at their ends, and without escape codes', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 0, max: 120 }), async (typed, columns) => {
        const { session } = sit({ cards: CARDS, bodies: BODIES, columns: () => columns });
        let turn = session.open();
        const faults = [...faultsOf(turn, columns)];
        const heard: Heard[] = typed.map((text) => ({ kind: 'line', text }));
        for (const next of [...heard, { kind: 'end' } as const]) {
          if (turn.prompt === undefined) break;
          turn = await session.hear(next);
          faults.push(...faultsOf(turn, columns));
        }
        expect(faults).toEqual([]);
        expect(turn.prompt).toBeUndefined();
        expect(session.result).toBe('ended');
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** How often a line stands in a text. */
const countOf = (text: string, line: RegExp): number => text.match(line)?.length ?? 0;

describe('every answer of the shipped deck', () => {
  it('is said whole, with links in words, every part ended, and no control character', () => {
    const { deck, readBody } = openShippedDeck(fs, ROOT);
    const faults = deck.cards.flatMap((own) => {
      const { said } = speakAnswer(readBody(own), undefined, 60);
      const text = linesOf(said, 60).join('\n');
      const parts = [
        [/^\s*Code(?:, .*)?:$/gm, /^\s*End of code\.$/gm],
        [/^\s*Table, \d+ rows?:$/gm, /^\s*End of table\.$/gm],
        [/^\s*Text block:$/gm, /^\s*End of text block\.$/gm],
      ] as const;
      const open = parts.filter(([begin, end]) => countOf(text, begin) !== countOf(text, end));
      return [...faultsOf({ said, prompt: undefined }, 60), ...open.map(String)].map(
        (fault) => `${own.id}: ${fault}`,
      );
    });
    expect(deck.cards.length).toBeGreaterThan(400);
    expect(faults).toEqual([]);
  }, 120_000);
});
