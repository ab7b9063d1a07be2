import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCards, openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

/** A home with files in it. */
const homeWith = (files: Readonly<Record<string, string>>): string => {
  const home = temporaryFolder();
  for (const [name, text] of Object.entries(files)) write(home, name, text);
  return home;
};

const write = (home: string, name: string, text: string): void => {
  const file = path.join(home, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};

/** Grades each new card of a deck good; returns the screen with all that was said. */
const study = async (
  home: string,
  deck: string,
  cards: number,
  told: readonly string[] = [],
): Promise<string> => {
  const graded = (): number => readEvents(home).filter(({ type }) => type === 'grade').length;
  const before = graded();
  const count = String(cards);
  const quiz = openQuiz(['study', '--deck', deck, '-n', count, '--new', count, ...told], { home });
  await quiz.waitFor(/card 1 of/);
  await quiz.press(' 3'.repeat(cards), () => graded() >= before + cards);
  await quiz.press('q', /Session done/);
  await quiz.exited();
  return quiz.transcript();
};

const studiedIn = (home: string, deck: string): readonly string[] =>
  listCards(home, ['--deck', deck])
    .filter(({ state }) => state['stage'] !== 'new')
    .map((card) => (card as unknown as { question: string }).question);

const aliases = (home: string) => readEvents(home).filter(({ type }) => type === 'alias');

const BANK = `# Bank

## What is the difference between a process and a thread?

A process has memory of its own; threads of one process share theirs.

## How does a hash table find a value by its key?

It computes the hash of the key, and looks in the bucket of that hash.

## What is a race condition?

Two threads change the same value, and the outcome depends on who is first.
`;

const REWORDED = BANK.replace(
  'the difference between a process',
  'the diference between one process',
);

describe('the progress of a card', () => {
  it('follows its reworded question, which is said once', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 2);
    write(home, 'bank.md', REWORDED);
    const first = runQuiz(['list', '--deck', 'bank.md'], { home });
    expect(first.stderr).toBe('1 card was reworded; its progress followed.\n');
    const second = runQuiz(['list', '--deck', 'bank.md'], { home });
    expect(second.stderr).toBe('');
    expect(studiedIn(home, 'bank.md')).toHaveLength(2);
    expect(aliases(home)).toHaveLength(1);
  });

  it.each([
    [['list']],
    [['plan', '--date', '2099-01-01']],
    [['reset', '--all', '--dry-run']],
    [['unsuspend', '--all']],
    [['relink']],
  ])('follows whatever command comes first, such as %j', async (args) => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 2);
    write(home, 'bank.md', REWORDED);
    const run = runQuiz([...args, '--deck', 'bank.md'], { home });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('1 card was reworded; its progress followed.\n');
    expect(aliases(home)).toHaveLength(1);
  });

  it('is that of the cards that a deck has when it is told how it is read', async () => {
    const told = ['--question-level', '3', '--skip', 'Why not?', '--shape', 'headings'];
    const home = homeWith({ 'bank.md': '# Bank\n\n## Why?\n\n### So\n\nYes.\n\n### Why not?\n' });
    await study(home, 'bank.md', 1, told);
    const run = (...args: string[]) => runQuiz([...args, '--deck', 'bank.md', ...told], { home });
    expect(run('list').stdout).toMatch(/^so-[^\n]*\n$/);
    expect(run('reset', '--all', '--dry-run').stdout).toMatch(/1 card would be new again/);
    expect(run('reset', '-c', '1', '--dry-run').stdout).toMatch(/1 card would be new again/);
    expect(run('unsuspend', '--all')).toMatchObject({ code: 0, stderr: '' });
    expect(run('relink', '--json').stdout).toContain('"orphans": []');
    expect(run('plan', '--date', '2099-01-01')).toMatchObject({ code: 0, stderr: '' });
    expect(run('read').stdout).toMatch(/So\s+Yes\./);
  });

  it('is kept when the text goes back and forth between two versions', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 3);
    for (const text of [REWORDED, BANK, REWORDED, BANK]) {
      write(home, 'bank.md', text);
      expect(studiedIn(home, 'bank.md')).toHaveLength(3);
    }
    expect(aliases(home)).toHaveLength(1);
  });

  it('is kept when the file is renamed, moved and edited at once', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 3);
    fs.mkdirSync(path.join(home, 'notes'));
    fs.renameSync(path.join(home, 'bank.md'), path.join(home, 'notes', 'threads.md'));
    write(home, 'notes/threads.md', REWORDED);
    expect(studiedIn(home, 'notes/threads.md')).toHaveLength(3);
  });

  it('is kept when its deck is given a name', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 3);
    write(home, 'bank.md', `---\ndeck: threads\n---\n\n${BANK}`);
    expect(studiedIn(home, 'bank.md')).toHaveLength(3);
  });

  it('stays with a bank without a name, and does not go to a like card of another one', async () => {
    const home = homeWith({
      'a.md': BANK,
      'b.md': BANK.replace('a process and a thread', 'one process and one thread')
        .replace('by its key', 'by its name')
        .replace('race condition', 'data race'),
    });
    await study(home, 'a.md', 3);
    write(home, 'a.md', BANK.slice(0, BANK.indexOf('## How')));
    expect(studiedIn(home, 'b.md')).toEqual([]);
    await study(home, 'b.md', 1);
    expect(studiedIn(home, 'b.md')).toHaveLength(1);
    expect(aliases(home)).toEqual([]);
  });

  it('is not carried across by a placeholder', async () => {
    const home = homeWith({ 'bank.md': '## What is ACID?\n\nTo be completed.\n' });
    await study(home, 'bank.md', 1);
    write(home, 'bank.md', '## Who wrote SQL?\n\nTo be completed.\n');
    expect(studiedIn(home, 'bank.md')).toEqual([]);
  });

  it('is an orphan where nothing is like its card; check lists it, and relink gives it away', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 1);
    const changed = BANK.replace(
      /## What is the difference[\s\S]*?(?=## How)/,
      '## Why are containers light?\n\nThey share the kernel.\n\n',
    );
    write(home, 'bank.md', changed);
    const check = runQuiz(['check', 'bank.md'], { home });
    expect(check.stdout).toMatch(/progress without a card: what-is-the-difference-/);
    const list = runQuiz(['relink', '--deck', 'bank.md', '--json'], { home });
    const [orphan] = JSON.parse(list.stdout).orphans;
    const to = listCards(home, ['--deck', 'bank.md']).find(({ id }) => id.startsWith('why-are'));
    const linked = runQuiz(['relink', orphan.key, to?.id ?? '', '--deck', 'bank.md'], { home });
    expect(linked.stdout).toMatch(/1 review of what-is-the-difference.* now count/);
    expect(studiedIn(home, 'bank.md')).toEqual(['Why are containers light?']);
    expect(runQuiz(['undo'], { home }).code).toBe(0);
    expect(studiedIn(home, 'bank.md')).toEqual([]);
  });

  it('does not follow again once the link was taken back', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 3);
    write(home, 'bank.md', REWORDED);
    expect(studiedIn(home, 'bank.md')).toHaveLength(3);
    expect(runQuiz(['undo'], { home }).stdout).toMatch(/Took back/);
    expect(studiedIn(home, 'bank.md')).toHaveLength(2);
    expect(aliases(home)).toHaveLength(1);
  });

  it.each([[['nope', 'nope']], [['what-is-a-race-condition', 'nope']], [['only-one']]])(
    'relink %j ends with 2 and a way out',
    (args) => {
      const home = homeWith({ 'bank.md': BANK });
      const run = runQuiz(['relink', ...args, '--deck', 'bank.md'], { home });
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/\n {2}\S/);
    },
  );
});

describe('several decks', () => {
  it('have names, which every command takes in the place of a path', async () => {
    const home = homeWith({ 'notes/bank.md': BANK, 'other/README.md': BANK });
    const added = runQuiz(['deck', 'add', 'notes/bank.md', '--name', 'os'], { home });
    expect(added.stdout).toBe('os: 3 cards. Study it with: llm-quiz study --deck os\n');
    expect(runQuiz(['deck', 'add', 'other'], { home }).stdout).toMatch(/^other: 3 cards/);
    expect(listCards(home, ['--deck', 'os'])).toHaveLength(3);
    expect(runQuiz(['check', 'os'], { home }).stdout).toMatch(/3 cards, 3 answered/);
    await study(home, 'os', 2);
    const { decks } = JSON.parse(runQuiz(['deck', 'list', '--json'], { home }).stdout);
    const seen = decks.map(({ name, cards, studied }: Record<string, unknown>) => [
      name,
      cards,
      studied,
    ]);
    // The same cards mean the same in both files.
    expect(seen.slice(1)).toEqual([
      ['os', 3, 2],
      ['other', 3, 2],
    ]);
    const file = path.join(home, 'quiz', 'decks.json');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keep their progress when they are removed', async () => {
    const home = homeWith({ 'bank.md': BANK });
    runQuiz(['deck', 'add', 'bank.md'], { home });
    await study(home, 'bank', 2);
    expect(runQuiz(['deck', 'remove', 'bank'], { home }).stdout).toMatch(/no longer a name/);
    expect(studiedIn(home, 'bank.md')).toHaveLength(2);
    expect(runQuiz(['list', '--deck', 'bank'], { home })).toMatchObject({ code: 2 });
  });

  it('say once what has come, changed and gone since they were studied', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 1);
    write(
      home,
      'bank.md',
      `${BANK.replace('and looks in the bucket', 'and then looks in the bucket').replace(
        /## What is a race[\s\S]*/,
        '',
      )}## What is a mutex?\n\nA lock that one thread has at a time.\n\n## What is a semaphore?\n\nA counter.\n`,
    );
    expect(await study(home, 'bank.md', 1)).toMatch(/changed: 2 new, 1 changed, 1 gone\./);
    expect(await study(home, 'bank.md', 1)).not.toMatch(/changed:/);
  });

  it.each([
    [['add', 'nope.md'], /there is no file or folder/],
    [['add', 'prose.md'], /no question was found/],
    [['add', 'bank.md', '--name', 'Not A Name'], /is no name for a deck/],
    [['add', 'bank.md', '--name', 'llm-quiz'], /there is a deck "llm-quiz" already/],
    [['remove', 'nope'], /there is no deck "nope"/],
  ])('deck %j says what is wrong', (args, message) => {
    const home = homeWith({ 'bank.md': BANK, 'prose.md': 'Only prose.\n' });
    const run = runQuiz(['deck', ...args], { home });
    expect(run.code).toBeGreaterThan(0);
    expect(run.stderr).toMatch(message);
  });

  it('are named where a name is not known', () => {
    const home = homeWith({ 'bank.md': BANK });
    runQuiz(['deck', 'add', 'bank.md', '--name', 'os'], { home });
    const run = runQuiz(['study', '--deck', 'oss'], { home });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/no deck "oss"[\s\S]*\bos\b/);
  });

  it('are all still there where their list is damaged: it is put aside, and said', () => {
    const home = homeWith({ 'bank.md': BANK });
    runQuiz(['deck', 'add', 'bank.md'], { home });
    write(home, 'quiz/decks.json', '{"version": 1, "decks": [');
    const run = runQuiz(['deck', 'list'], { home });
    expect(run.stderr).toMatch(/could not be read; it is kept as .*damaged/);
    expect(run.code).toBe(0);
    expect(runQuiz(['deck', 'list'], { home }).stderr).toBe('');
  });
});

describe('convert', () => {
  it('writes a bank in the native format, and the progress stays with its cards', async () => {
    const home = homeWith({ 'bank.md': BANK });
    await study(home, 'bank.md', 2);
    const dry = runQuiz(['convert', 'bank.md', '--out', 'deck', '--dry-run'], { home });
    expect(dry.stdout).toMatch(/3 cards in 1 file would be written/);
    expect(fs.existsSync(path.join(home, 'deck'))).toBe(false);
    const run = runQuiz(['convert', 'bank.md', '--out', 'deck'], { home });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(studiedIn(home, 'deck')).toHaveLength(2);
    const ids = (deck: string) => listCards(home, ['--deck', deck]).map(({ id }) => id);
    expect(ids('deck')).toEqual(ids('bank.md'));
  });

  it('replaces no file unless it is told to', () => {
    const home = homeWith({ 'bank.md': BANK, 'deck/questions.md': 'mine' });
    const refused = runQuiz(['convert', 'bank.md', '--out', 'deck'], { home });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/1 file would be replaced[\s\S]*nothing was written/);
    expect(fs.readFileSync(path.join(home, 'deck', 'questions.md'), 'utf8')).toBe('mine');
    expect(runQuiz(['convert', 'bank.md', '--out', 'deck', '--force'], { home }).code).toBe(0);
  });
});

describe('check', () => {
  it('shows the first of many warnings that are alike, and all when it is told to', () => {
    const questions = Array.from({ length: 30 }, (_, n) => `${n + 1}. What is topic ${n} for?\n`);
    const home = homeWith({ 'bank.md': `# Questions\n\n${questions.join('')}` });
    const warningsOf = ({ stderr }: { readonly stderr: string }): number =>
      stderr.match(/^warning\[W010\]/gm)?.length ?? 0;
    const short = runQuiz(['check', 'bank.md'], { home });
    expect([warningsOf(short), short.code]).toEqual([4, 0]);
    expect(short.stderr).toContain(
      'And 26 more warnings W010, the card has no answer: --all shows them.',
    );
    expect(short.stdout).toContain('0 errors, 30 warnings.');
    const all = runQuiz(['check', 'bank.md', '--all'], { home });
    expect([warningsOf(all), all.stderr.includes('more warning')]).toEqual([30, false]);
  });

  it('says the shape, the level, the chapters, the cards and what was left out', () => {
    const home = homeWith({
      'bank.md': `# Interview\n\n## Contents\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n\n## Basics\n\n### What is a process?\n\nA program that runs.\n\n### What is a thread?\n\n## Locks\n\n### What is a mutex?\n\nA lock.\n\n### What is a race?\n\nA bug.\n`,
    });
    const { stdout } = runQuiz(['check', 'bank.md'], { home });
    expect(stdout).toMatch(/bank\.md: chaptered, questions on level 3: 4 cards, 2 chapters/);
    expect(stdout).toMatch(/not a question: Contents/);
    expect(stdout).toMatch(/4 cards, 3 answered, 1 without an answer/);
    const report = JSON.parse(runQuiz(['check', 'bank.md', '--json'], { home }).stdout);
    expect(report).toMatchObject({ cards: 4, answered: 3, unanswered: 1, choices: 0 });
    expect(report.shapes).toEqual([
      { file: 'bank.md', shape: 'chaptered', questionLevel: 3, cards: 4, why: null, waysIn: [] },
    ]);
    const other = ['check', 'bank.md', '--json', '--question-level', '2', '--skip', 'Locks'];
    expect(JSON.parse(runQuiz(other, { home }).stdout).cards).toBeLessThan(4);
  });
});
