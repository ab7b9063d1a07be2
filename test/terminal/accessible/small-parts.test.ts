import { describe, expect, it } from 'vitest';
import { toStudyDay, toTimestamp } from '../../../src/scheduler/units.ts';
import { createVocabulary } from '../../../src/terminal/accessible/commands.ts';
import { promptText, roomOf, say } from '../../../src/terminal/accessible/speech.ts';
import { speakEmpty } from '../../../src/terminal/accessible/spoken-empty.ts';
import { spokenOutput } from '../../../src/terminal/accessible/spoken-output.ts';
import { speakHelp } from '../../../src/terminal/accessible/spoken-pages.ts';
import { wantsAccessible } from '../../../src/terminal/accessible/wants-accessible.ts';
import { sayDueAndDay, sayList, sayUnits } from '../../../src/terminal/accessible/words.ts';
import { createKeymap } from '../../../src/terminal/keys.ts';
import { card, chapter } from '../../support/cards.ts';
import { day, moment } from '../../support/events.ts';

describe('accessible mode', () => {
  it.each([
    [undefined, {}, false],
    [true, {}, true],
    [true, { ACCESSIBLE: '0' }, true],
    [undefined, { ACCESSIBLE: '' }, false],
    [undefined, { ACCESSIBLE: '0' }, false],
    [undefined, { ACCESSIBLE: 'False' }, false],
    [undefined, { ACCESSIBLE: '1' }, true],
    [undefined, { ACCESSIBLE: 'yes' }, true],
    [undefined, { TERM: 'dumb' }, true],
    [undefined, { TERM: 'dumb', ACCESSIBLE: '0' }, true],
    [undefined, { TERM: 'xterm' }, false],
  ])('with flag %j and environment %j is %j', (flag, env, wanted) => {
    expect(wantsAccessible({ flag, env })).toBe(wanted);
  });

  it('is as it is set where neither a flag nor the environment says', () => {
    const setting = () => true;
    expect(wantsAccessible({ flag: undefined, env: {}, setting })).toBe(true);
    expect(wantsAccessible({ flag: undefined, env: { ACCESSIBLE: '0' }, setting })).toBe(false);
    expect(wantsAccessible({ flag: undefined, env: {}, setting: () => undefined })).toBe(false);
  });
});

describe('a line', () => {
  it.each([
    ['', { kind: 'enter' }],
    ['   ', { kind: 'enter' }],
    ['3', { kind: 'numbers', numbers: [3] }],
    [' 1, 3 ', { kind: 'numbers', numbers: [1, 3] }],
    ['Good', { kind: 'rating', rating: 'good' }],
    ['Q', { kind: 'word', word: 'quit', rest: '' }],
    ['?', { kind: 'word', word: 'help', rest: '' }],
    ['o 2', { kind: 'word', word: 'open', rest: '2' }],
    ['o2', { kind: 'word', word: 'open', rest: '2' }],
    ['n Ask Why', { kind: 'word', word: 'note', rest: 'Ask Why' }],
    ['skip this', { kind: 'unknown', text: 'skip this' }],
    ['5/3', { kind: 'unknown', text: '5/3' }],
    ['\u001B[A', { kind: 'unknown', text: '\u001B[A' }],
  ])('%j is understood', (line, command) => {
    expect(createVocabulary(createKeymap()).parse(line)).toEqual(command);
  });
});

describe('keys of the settings', () => {
  const vocabulary = (keys: Readonly<Record<string, readonly string[]>>) =>
    createVocabulary(createKeymap(keys));

  it('take the place of letters, in what is said too', () => {
    const own = vocabulary({ undo: ['z'], good: ['f'], forward: ['space', 'enter', 'v'] });
    expect(own.parse('z')).toMatchObject({ word: 'undo' });
    expect(own.parse('u')).toMatchObject({ kind: 'unknown' });
    expect(own.parse('F')).toEqual({ kind: 'rating', rating: 'good' });
    expect(own.parse('v')).toEqual({ kind: 'enter' });
    expect([own.nameOf('undo'), own.nameOf('skip')]).toEqual(['z', 's']);
    const help = speakHelp(own, () => true).map(({ text }) => text);
    expect(help).toContain('f: the grade good.');
    expect(help).toContain('v: the same as Enter alone.');
    expect(help.filter((text) => /^u /.test(text))).toEqual([]);
  });

  it('tell a capital from a small letter where both are used', () => {
    const own = vocabulary({ skip: ['s'], suspend: ['S'] });
    expect(own.parse('s')).toMatchObject({ word: 'skip' });
    expect(own.parse('S')).toMatchObject({ word: 'suspend' });
    expect(own.parse('Q')).toMatchObject({ word: 'quit' });
  });

  it('leave words to everything, also to what has no letter', () => {
    const own = vocabulary({ hint: ['f1'], bury: ['r'] });
    expect(own.parse('hint')).toMatchObject({ word: 'hint' });
    expect(own.parse('h')).toMatchObject({ kind: 'unknown' });
    expect(own.nameOf('hint')).toBe('hint');
    expect(own.parse('r')).toMatchObject({ word: 'bury' });
    expect(own.parse('repeat')).toMatchObject({ word: 'repeat' });
  });

  it('never change what a number means: it is that of a choice', () => {
    const own = vocabulary({ again: ['4'], easy: ['1'] });
    expect(own.parse('1')).toEqual({ kind: 'numbers', numbers: [1] });
  });
});

describe('words', () => {
  it.each([
    ['11 min 42 s', '11 minutes 42 seconds'],
    ['1 min', '1 minute'],
    ['1 h 1 s', '1 hour 1 second'],
    ['85 %', '85 percent'],
    ['4 days', '4 days'],
    ['1.5 months', '1.5 months'],
    ['3 standards', '3 standards'],
  ])('%j is said as %j', (text, words) => {
    expect(sayUnits(text)).toBe(words);
  });

  it('names the day on which a card comes back, with the year where it is another', () => {
    const now = { ...moment(0), day: day('2026-11-23') };
    const on = (date: string) => sayDueAndDay({ kind: 'on', day: day(date) }, now);
    expect(on('2026-11-27')).toBe('in 4 days, 27 November');
    expect(on('2027-01-01')).toBe('in 39 days, 1 January 2027');
    expect(on('2026-11-23')).toBe('today');
    const at = toTimestamp(now.at + 600_000);
    expect(sayDueAndDay({ kind: 'at', at }, now)).toBe('in 10 minutes');
  });

  it('puts words in a row', () => {
    expect([[], [1], [1, 2], [1, 2, 3]].map((words) => sayList(words))).toEqual([
      '',
      '1',
      '1 and 2',
      '1, 2 and 3',
    ]);
  });

  it('ends sentences, but never twice', () => {
    expect(
      say('Saved', 'Why?', 'So:', 'He said "no."', 'a\u001B[31mb\nc').map(({ text }) => text),
    ).toEqual(['Saved.', 'Why?', 'So:', 'He said "no."', 'a[31mb c.']);
  });

  it('wraps at words, in a window of unknown size too', () => {
    expect(promptText('Press Enter for the answer:', 20)).toBe('Press Enter for\nthe answer: ');
    expect([0, Number.NaN, 5, 100].map(roomOf)).toEqual([79, 79, 19, 99]);
  });
});

describe('tables', () => {
  const said = (command: string, text: string): string => {
    const written: string[] = [];
    const output = { isTTY: true, columns: 200, write: (part: string) => void written.push(part) };
    const manner = { command, isData: false, columns: undefined };
    spokenOutput(output, () => manner, false).write(text);
    return written.join('');
  };

  it.each([
    [
      'list',
      'llm-quiz/a\t3\tWhat is RAG?\tjunior\treview\t2026-12-02T09:00:00.000Z\n',
      'Chapter 3. What is RAG? Junior, review, due 2 December 2026. Card llm-quiz/a.\n',
    ],
    ['list', 'b\t\tExplain X\t\tsuspended\t\n', 'Explain X. Suspended. Card b.\n'],
    [
      'settings',
      'newPerDay\t20\tset\tnew cards a day\n',
      'newPerDay: 20, set by you. New cards a day.\n',
    ],
    ['settings', 'theme\t\tdefault\tcolours\n', 'theme: not set. Colours.\n'],
    ['paths', 'config\t/home/me/.config\n', '/home/me/.config is the place of config.\n'],
    [
      'deck',
      'llm-quiz\t421\t2\t1\t\t\nnotes\t0\t0\t0\t/notes.md\tit is gone\n',
      'Deck llm-quiz: 421 cards, 2 studied, 1 due. It comes with llm-quiz.\nDeck notes: it is gone. It is in /notes.md on this computer.\n',
    ],
    [
      'undo',
      'a-1\t2026-12-01T09:00:00.000Z\tgood on "X"\n',
      'Good on "X", 1 December 2026. Its id is a-1.\n',
    ],
    [
      'relink',
      'a/b\tWhat is B?\ta/c a/d\na/e\t\t\n',
      'Progress without a card: a/b. Its question was: What is B? It may belong to a/c or a/d.\nProgress without a card: a/e. No card is like it.\n',
    ],
    ['stats', 'RAG\t20\t\t61 %\n', 'RAG, 20, 61 %.\n'],
    ['list', '3 cards.\n', '3 cards.\n'],
  ])('of %s are said as sentences', (command, text, sentences) => {
    expect(said(command, text)).toBe(sentences);
  });
});

describe('what commands write for the eye', () => {
  const said = (text: string, columns?: number, isData = false): string => {
    const written: string[] = [];
    const output = { isTTY: true, columns: 80, write: (part: string) => void written.push(part) };
    spokenOutput(output, () => ({ command: '', isData, columns }), false).write(text);
    return written.join('');
  };

  it.each([
    ['problem: it is `gone`\n  make it again\n', 'problem: it is gone.\nmake it again.\n'],
    ['  -n, --limit <n>   so many\n', '-n, --limit <n>: so many.\n'],
    ['  2  wrong usage: a flag,\n     or a card\n', '2: wrong usage: a flag, or a card.\n'],
    ['  A, B\n       where they are\n', 'A, B: where they are.\n'],
    [
      'Saved. Study it with: llm-quiz study --deck a.md\n',
      'Saved. Study it with:\nllm-quiz study --deck a.md\n',
    ],
    ['Examples:\n  llm-quiz read -c 3\n\nMore.\n', 'Examples:\nllm-quiz read -c 3\n\nMore.\n'],
    ['Report a problem: https://a.example/x\n', 'Report a problem:\nhttps://a.example/x\n'],
  ])('%j is said as %j', (text, sentences) => {
    expect(said(text)).toBe(sentences);
  });

  it('is as wide as was asked for, and never wider than the terminal', () => {
    const widest = (columns: number | undefined): number =>
      Math.max(
        ...said(`${'word '.repeat(60)}.`, columns)
          .split('\n')
          .map((line) => line.length),
      );
    expect([40, 70, 120, undefined].map(widest)).toEqual([39, 69, 79, 79]);
  });

  it('keeps a path whole, so that it can be copied', () => {
    const path = `/${'folder/'.repeat(15)}file`;
    expect(said(`It is in ${path} now.\n`)).toContain(path);
  });

  it('passes data as they are', () => {
    expect(said('{\n  "a": 1\n}\n', undefined, true)).toBe('{\n  "a": 1\n}\n');
  });
});

describe('nothing to study', () => {
  const now = { ...moment(0), day: toStudyDay(0) };
  const view = {
    scope: 'study',
    matching: 3,
    doneToday: 20,
    streak: 6,
    forecast: {
      tomorrow: 14,
      week: 61,
      next: {
        card: card('a', { chapter: chapter(3, 'RAG') }),
        at: toTimestamp(now.at + 42 * 60_000),
        day: now.day,
      },
    },
    heldBack: { new: 100, reviews: 0 },
    missedThisWeek: 7,
  } as const;

  it('is said with what can be done instead', () => {
    expect(speakEmpty(view, now).map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "Nothing is due now.",
        "Well done: 20 reviews today, streak 6 days.",
        "Next card: in 42 minutes, chapter 3, RAG.",
        "Tomorrow: 14 due.",
        "You can still use these commands:",
        "llm-quiz study --new 5, to learn 5 new cards.",
        "llm-quiz review --since 7d, to see the 7 cards that you missed this week.",
        "llm-quiz study --more, to go on with what gains most.",
        "llm-quiz study --cram, to practise any card, with nothing scheduled.",
      ]
    `);
  });

  it('is said with commands for the deck that was asked for', () => {
    const said = speakEmpty({ ...view, deck: 'my notes.md' }, now).map(({ text }) => text);
    expect(said.filter((text) => text.startsWith('llm-quiz'))).toEqual([
      "llm-quiz study --new 5 --deck 'my notes.md', to learn 5 new cards.",
      "llm-quiz review --since 7d --deck 'my notes.md', to see the 7 cards that you missed this week.",
      "llm-quiz study --more --deck 'my notes.md', to go on with what gains most.",
      "llm-quiz study --cram --deck 'my notes.md', to practise any card, with nothing scheduled.",
    ]);
  });

  it.each([
    [{ matching: 0 }, 'No card is in all of these filters.'],
    [{ scope: 'missed' }, 'Nothing to review: every card that you missed was passed since.'],
    [{ scope: 'leeches' }, 'No leeches: no card is missed again and again.'],
  ] as const)('is said for %j', (parts, first) => {
    expect(speakEmpty({ ...view, ...parts }, now)[0]?.text).toBe(first);
  });
});
