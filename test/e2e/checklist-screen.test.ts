// The items of the checklist (see checklist.test.ts) that are seen on a screen, in a real terminal.
// Proven elsewhere, completely:
//   16, 29, 30  accessible.test.ts
//   19  session.test.ts, "ends with 130 and one line on Ctrl-C" (its time: bench/screen.mjs)
//   20  session.test.ts, "ends like q"
//   21  session.test.ts, "gives the terminal back on SIGTERM, and dies of it"
//   22  session.test.ts, "goes on after kill -9 where it stopped"
//   23  session.test.ts, "stops on Ctrl-Z and goes on after fg"
//   24  session.test.ts, "redraws at a new size without a trace of the old one"
//   27  session.test.ts, "keeps all of 40 cards graded by 80 keys sent at once"
//   28  session.test.ts, "takes nothing from a paste, and says so"
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { Pty } from '../support/pty.ts';
import { openQuiz, temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 60_000 });

const ESCAPE = '\u001B';

const homeWith = (deck: string): string => {
  const home = temporaryFolder();
  fs.writeFileSync(path.join(home, 'deck.md'), deck);
  return home;
};

const CARD = `## What is a quorum?

More than half of **all** nodes, see [the paper](https://example.org/quorum).

- one
  - _two_

\`\`\`python
x = 1  # one
\`\`\`

### Key points

- a majority
`;

/** Opens a deck's text, and waits for its first question. */
const openDeck = async (
  deck: string,
  options: { env?: Record<string, string>; columns?: number; rows?: number } = {},
): Promise<Pty> => {
  const quiz = openQuiz(['study', '--deck', 'deck.md', '--new', '9'], {
    home: homeWith(deck),
    ...options,
  });
  await quiz.waitFor(/1 of \d/);
  return quiz;
};

describe('25: a window that is too small', () => {
  it('says so from the start, and is left behind when it is enlarged', async () => {
    const quiz = openQuiz(['study', '-n', '3', '--new', '3'], {
      home: temporaryFolder(),
      columns: 20,
      rows: 5,
    });
    await quiz.waitFor(/Window too small/);
    expect(quiz.screen()).toMatch(/Make it 40 x 10/);
    quiz.resize(80, 24);
    await quiz.waitFor(/card 1 of 3/);
    expect(quiz.screen()).not.toMatch(/too small/);
    quiz.resize(20, 5);
    await quiz.waitFor(/Window too small/);
    quiz.write('q');
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
  });
});

it('26: a long answer has pages, says where it stands, and is nowhere wider than the window', async () => {
  const long = Array.from(
    { length: 60 },
    (_, n) => `${n}. ${'word '.repeat(30)}${'x'.repeat(90)} 漢字`,
  );
  const quiz = await openDeck(`## What is long?\n\n${long.join('\n\n')}\n`, {
    columns: 60,
    rows: 12,
  });
  await quiz.press(' ', /lines 1-\d of \d+ {3}down/);
  const total = Number(/of (\d+) {3}down/.exec(quiz.screen())?.[1]);
  expect(total).toBeGreaterThan(200);
  for (let page = 0; page < 5; page++) {
    const seen = quiz.screen();
    await quiz.press(' ', (screen) => screen !== seen && /lines \d+-\d+ of/.test(screen));
    const rows = quiz.screen().split('\n');
    // A line that is too wide would push these two off their places.
    expect(rows[0]).toMatch(/^llm-quiz study/);
    expect(rows[11]).toMatch(/^space next page/);
  }
  await quiz.press('G', new RegExp(`-${total} of ${total} {3}end`));
});

describe('31: idle', () => {
  const SCREENS: readonly (readonly [string, string, RegExp, readonly string[]])[] = [
    ['the welcome', '', /Welcome/, []],
    ['a question', '', /What is a quorum/, ['--new', '9']],
    ['an answer', ' ', /1 again/, ['--new', '9']],
    ['the keys', '?', /any key back/, ['--new', '9']],
    ['a note', 'n', /Your note/, ['--new', '9']],
    ['the links', ' o', /Which link/, ['--new', '9']],
    ['the summary', ' 4', /Session done/, ['--new', '9']],
    ['the choice of chapters', 'c', /Which chapters/, []],
  ];

  it('nothing is written in 3 s on any screen, as nothing moves', async () => {
    const home = homeWith(CARD);
    const open = SCREENS.map(async ([name, keys, shown, flags]) => {
      const own = path.join(home, name.replaceAll(' ', '-'));
      const deck = flags.length > 0 ? ['--deck', path.join(home, 'deck.md')] : [];
      fs.mkdirSync(own);
      const quiz = openQuiz(['study', ...deck, ...flags], { home: own });
      await quiz.waitFor(flags.length > 0 ? /card 1 of/ : /Welcome/);
      quiz.write(keys);
      await quiz.waitFor(shown);
      return [name, quiz] as const;
    });
    const quizzes = await Promise.all(open);
    const before = quizzes.map(([name, { raw }]) => [name, raw.length]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(quizzes.map(([name, { raw }]) => [name, raw.length])).toEqual(before);
  });
});

describe('colours and marks', () => {
  /** Goes over all screens of a session; everything that was written. */
  const tour = async (env: Record<string, string>): Promise<string> => {
    const deck = await openDeck(`${CARD}\n${CARD.replace('a quorum', 'a vote')}`, { env });
    await deck.press('h', /hint {2}a majority/);
    await deck.press('?', /any key back/);
    await deck.press('x', /hint/);
    await deck.press('m', /Marked/);
    await deck.press(' ', /1 again/);
    await deck.press('o', /Which link/);
    await deck.press('z', /1 again/);
    await deck.press('1', /What is a vote/);
    await deck.press('u', /a quorum/);
    await deck.press('q', /Nothing graded/);
    await deck.exited();
    const chapters = openQuiz(['study'], { home: temporaryFolder(), env });
    await chapters.press('c', /Which chapters/);
    await chapters.press(' ', /\[x\] {2}1 /);
    await chapters.press('j ', /\[x\] {2}2 /);
    chapters.write('\u0003');
    await chapters.exited();
    return deck.raw + chapters.raw;
  };

  // Also 32 for every screen in memory: screens.test.ts, "says the same without colour".
  it('32 and 33: are default, bold, underline, dim, red and cyan, and the words are the same without', async () => {
    const raw = await tour({});
    const codes = new Set([...raw.matchAll(/\u001B\[([\d;]*)m/g)].map(([, code]) => code));
    const allowed = ['0', '1', '2', '4', '22', '24', '31', '36', '39'];
    expect([...codes].filter((code) => !allowed.includes(code ?? ''))).toEqual([]);
    const plain = await tour({ NO_COLOR: '1' });
    const words = (text: string): Set<string> =>
      new Set(
        stripVTControlCharacters(text)
          .replace(/[_─-]+/g, ' ')
          .split(/\s+/),
      );
    expect(words(plain)).toEqual(words(raw));
    expect([...plain.matchAll(/\u001B\[([\d;]*)m/g)].filter(([, code]) => code !== '0')).toEqual(
      [],
    );
  });

  it('34: have ASCII forms where the terminal has no others', async () => {
    const raw = await tour({ TERM: 'linux' });
    // The chapter names of the deck may have any letters.
    expect([...new Set(raw.match(/[^\x00-\x7F]/g))]).toEqual([]);
  });
});

describe('text of a deck', () => {
  it('35: wide, combining and emoji characters keep the layout', async () => {
    const text = '漢字かな交じり文 e\u0301a\u0308 🇩🇪🇯🇵 👍🏽 한국어 '.repeat(8);
    const quiz = await openDeck(
      `## Is ${text}?\n\n${text}\n\n| a | b |\n|---|---|\n| ${text.slice(0, 40)} | x |\n`,
      { rows: 16 },
    );
    await quiz.press(' ', /1 again/);
    const rows = quiz.screen().split('\n');
    expect(rows[0]).toMatch(/card 1 of 1/);
    expect(rows.at(-1)).toMatch(/^space/);
    expect(quiz.screen().match(/card 1 of 1/g)).toHaveLength(1);
    const before = quiz.screen();
    await quiz.press('j', (screen) => screen !== before);
    await quiz.press('k', (screen) => screen === before);
  });

  it('36: right-to-left text is passed through in its order, with nothing after it', async () => {
    const text = 'ما هو النموذج اللغوي الكبير؟';
    const quiz = await openDeck(`## ${text}\n\n${text} نعم\n`);
    await quiz.press(' ', /1 again/);
    const row = quiz.raw.split('\u001B[K').find((line) => line.includes(`${text} نعم`)) ?? '';
    expect(row.replace(/\u001B\[\??[\d;]*[a-zH]/g, '')).toBe(`  ${text} نعم`);
  });

  it('37: cannot give orders to the terminal', async () => {
    const evil = 'a\u001B]0;owned\u0007b\u009B31mc\u001B[2Jd\u0007e\u202E';
    const quiz = await openDeck(
      `## What is ${evil}?\n\n${evil} \`${evil}\`\n\n    ${evil}\n\n[${evil}](https://example.org/\u001B]0;x\u0007)\n`,
    );
    await quiz.press(' ', /1 again/);
    await quiz.press('o', /Which link|no links/);
    expect(quiz.raw).not.toContain(`${ESCAPE}]0;`);
    expect(quiz.raw).not.toContain('\u009B');
    expect(quiz.raw).not.toContain('\u0007e');
    expect(quiz.raw).not.toContain(`c${ESCAPE}[2J`);
  });

  it('38: links are OSC 8 where the terminal has it, and numbered notes everywhere', async () => {
    const shown = async (env: Record<string, string>): Promise<Pty> => {
      const quiz = await openDeck(CARD, { env });
      await quiz.press(' ', /\[1\].*https:\/\/example\.org\/quorum/);
      return quiz;
    };
    const OSC8 = `${ESCAPE}]8;`;
    expect((await shown({ TERM_PROGRAM: 'ghostty' })).raw).toContain(OSC8);
    expect((await shown({})).raw).not.toContain(OSC8);
    expect((await shown({ FORCE_HYPERLINK: '1' })).raw).toContain(OSC8);
    expect((await shown({ TERM_PROGRAM: 'ghostty', FORCE_HYPERLINK: '0' })).raw).not.toContain(
      OSC8,
    );
    const off = openQuiz(['study', '--deck', 'deck.md', '--new', '9', '--no-hyperlinks'], {
      home: homeWith(CARD),
      env: { TERM_PROGRAM: 'ghostty' },
    });
    await off.press(' ', /\[1\].*https:/);
    expect(off.raw).not.toContain(OSC8);
  });
});
