import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCards, openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';

/** A home with a deck file `deck.md` in it. */
const homeWithDeck = (content: string | Uint8Array): { home: string; deck: string } => {
  const home = temporaryFolder();
  const deck = path.join(home, 'deck.md');
  fs.writeFileSync(deck, content);
  return { home, deck };
};

const check = (content: string | Uint8Array) => {
  const { home } = homeWithDeck(content);
  const run = runQuiz(['check', 'deck.md'], { home });
  const report = JSON.parse(runQuiz(['check', 'deck.md', '--json'], { home }).stdout);
  expect(run.stderr).not.toMatch(/^ {4}at /m);
  return { ...run, report, codes: report.problems.map(({ code }: { code: string }) => code) };
};

describe('a deck that is not right', () => {
  it('is refused where the path is not there, with exit code 2', () => {
    const home = temporaryFolder();
    const run = runQuiz(['study', '--deck', 'nope.md'], { home });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/there is no file or folder .*nope\.md\n {2}give the path/);
  });

  it('is refused where the folder has no Markdown', () => {
    const home = temporaryFolder();
    fs.mkdirSync(path.join(home, 'empty'));
    const run = runQuiz(['check', 'empty'], { home });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/there is no Markdown file in .*empty/);
  });

  it('says at which line it is not UTF-8, and reads the rest', () => {
    const latin = Buffer.from(
      '## What is a caf\u00E9?\n\nA place.\n\n## Second?\n\nYes.\n',
      'latin1',
    );
    const { code, stderr, report } = check(latin);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[E001\]: the file is not UTF-8[\s\S]*deck\.md:1:1/);
    expect(report.cards).toBe(2);
  });

  it('says that it is not text where it is binary', () => {
    expect(check(Buffer.from([0x23, 0x23, 0x20, 0, 1, 2, 3])).codes).toEqual(['E001']);
  });

  it('points at the line of broken YAML, and reads the cards below', () => {
    const { code, stderr, report } = check(
      '---\ntitle: ok\nbad: [1\n---\n\n## What is it?\n\nIt is that.\n',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[E002\][\s\S]*deck\.md:[34]:/);
    expect(report.cards).toBe(1);
  });

  it('may start with a rule that is no front matter', () => {
    const { code, report } = check('---\n\nHello there\n\n---\n\n## What is it?\n\nIt is that.\n');
    expect(code).toBe(0);
    expect(report).toMatchObject({ cards: 1, problems: [] });
  });

  it.each(['js', 'javascript', ' JS', 'constructor', 'coffee'])(
    'never runs %s front matter',
    (language) => {
      const home = temporaryFolder();
      const trap = path.join(home, 'ran');
      const code = `require('fs').writeFileSync(${JSON.stringify(trap)}, 'x')`;
      fs.writeFileSync(
        path.join(home, 'deck.md'),
        `---${language}\n{ a: ${code} }\n---\n\n## Q?\n\nA.\n`,
      );
      const run = runQuiz(['check', 'deck.md'], { home });
      expect(fs.existsSync(trap)).toBe(false);
      expect(run.stderr).toMatch(/error\[E004\]: front matter in .* is not read, and never run/);
    },
  );

  it('names a card without an answer', () => {
    const { code, stderr } = check('## First?\n\n## Second?\n\nYes.\n');
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning\[W010\]: the card has no answer\n +--> deck\.md:1:4/);
  });

  it('says of an exam handed out without its answers only that they are missing', () => {
    const asked = (at: number): string =>
      `## Question ${at}\n\nWhich rope floats (${at})?\n\n- A) hemp\n- B) cork line\n- C) wire\n\n`;
    const { code, codes, report } = check(`# Knots\n\n${[1, 2, 3].map(asked).join('')}`);
    expect(code).toBe(0);
    expect(codes).toEqual(['W010', 'W010', 'W010']);
    expect(report).toMatchObject({ cards: 3, answered: 0, choices: 3 });
  });

  it('shows both places where two cards have one id, and keeps both cards', () => {
    const comment = '<!-- card: { id: same } -->';
    const { code, stderr, report } = check(
      `## First?\n${comment}\n\nA.\n\n## Second?\n${comment}\n\nB.\n`,
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error\[E003\]: two cards have the same id "same"[\s\S]*deck\.md:7:[\s\S]*::: deck\.md:2:/,
    );
    expect(report.cards).toBe(2);
  });

  it('has every problem reported at once', () => {
    const { codes } = check(
      '## One?\n\n## Two?\n<!-- card: { id: A_B, level: guru } -->\n\nText.\n\n### Choices\n- [ ] a\n- [ ] b\n',
    );
    expect(codes.toSorted()).toEqual(['E005', 'E005', 'E006', 'W010']);
  });

  it('ends check with 1 where no question was found, and says what one is', () => {
    const { code, stderr } = check('Just prose.\n');
    expect(code).toBe(1);
    expect(stderr).toMatch(/No question was found/);
  });

  it('says what else could be the questions, and takes whoever says so at his word', () => {
    const home = temporaryFolder();
    const topics = ['Reef', 'Tide', 'Foam', 'Salt', 'Wind'];
    const text = topics.map((name) => `## ${name}\n\nText.\n`).join('\n');
    fs.writeFileSync(path.join(home, 'my topics.md'), `# Sea\n\n${text}`);
    const run = (...args: string[]) => runQuiz(args, { home });
    expect(run('check', 'my topics.md').stdout).toContain(
      'no card: none of its headings, bold lines and list items reads as a question\n' +
        '  if its 5 headings of level 2 are the questions: --question-level 2\n',
    );
    expect(run('check', 'my topics.md', '--question-level', '2').stdout).toContain(' 5 cards');
    expect(run('check', 'my topics.md', '--shape', 'headings').stdout).toContain(' 5 cards');
    expect(run('convert', 'my topics.md', '--out', 'out').stderr).toBe(
      'llm-quiz: no question was found in my topics.md\n' +
        "  `llm-quiz check 'my topics.md'` says what was found instead, and how to help it\n",
    );
  });
});

describe('words on the command line', () => {
  it.each([
    [['study', '-c', 'ragg'], /no chapter "ragg"\n {2}did you mean 3 Retrieval/],
    [['study', '-c', '99'], /no chapter "99"/],
    [['list', '--tag', 'nosuchtag'], /no card has the tag "nosuchtag"/],
    [['list', '--level', 'guru'], /no level "guru"\n {2}levels are junior, mid, senior/],
    [['study', '-n', 'many'], /whole number from 1/],
    [['study', '--order', 'sideways'], /Allowed choices are gain, due, random, deck/],
    [['review', '--since', 'ever'], /number of days, such as 7d/],
    [['studdy'], /Did you mean study\?/],
    [['list', '--jsn'], /Did you mean --json\?/],
    [
      ['settings', 'newPerDay', 'lots'],
      /is no value for newPerDay\n {2}it takes a whole number from 0 to 9999/,
    ],
    [['unsuspend'], /no card is named/],
  ])('%j end with 2 and a way out, and leave no trace', (args, message) => {
    const home = temporaryFolder();
    const run = runQuiz(args, { home });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^ {4}at /m);
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it.each([['study'], ['review'], ['study', '--no-input']])(
    '%s asks nothing without a terminal',
    (...args) => {
      const run = runQuiz(args, { home: temporaryFolder() });
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/needs a terminal[\s\S]*llm-quiz list/);
    },
  );

  it('alone, without a terminal, show the help and end with 2', () => {
    const run = runQuiz([], { home: temporaryFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/Usage: llm-quiz/);
  });

  it('say what LLM_QUIZ_NOW should be', () => {
    const run = runQuiz(['list'], { home: temporaryFolder(), env: { LLM_QUIZ_NOW: 'noon' } });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/LLM_QUIZ_NOW is "noon"/);
  });
});

describe('progress that is not right', () => {
  /** A home in which three cards were graded. */
  const studied = async (): Promise<string> => {
    const home = temporaryFolder();
    const quiz = openQuiz(['study', '-n', '3', '--new', '3'], { home });
    await quiz.waitFor(/card 1 of 3/);
    await quiz.press(' 3 4 3', /again|u undo the last one/);
    await quiz.press('q', /Session done/);
    await quiz.exited();
    return home;
  };
  const graded = (home: string): number =>
    listCards(home).filter(({ state }) => state['reps'] !== 0).length;
  const reps = (home: string): number =>
    listCards(home).reduce((sum, { state }) => sum + Number(state['reps']), 0);
  const journalOf = (home: string): string => {
    const folder = path.join(home, 'quiz', 'progress');
    return path.join(folder, fs.readdirSync(folder)[0] ?? '');
  };

  it('is rebuilt where the snapshot is damaged; the damaged file is kept and the person told', async () => {
    const home = await studied();
    const snapshot = path.join(home, 'quiz', 'cache', 'snapshot.json');
    fs.mkdirSync(path.dirname(snapshot), { recursive: true });
    fs.writeFileSync(snapshot, '{"fold": 1, "cards": [["broken');
    const run = runQuiz(['list', '--json'], { home });
    expect(run.stderr).toMatch(
      /snapshot of your progress could not be read[\s\S]*rebuilt[\s\S]*kept as/,
    );
    expect(fs.readFileSync(path.join(home, 'quiz', 'damaged', 'snapshot.json'), 'utf8')).toMatch(
      /broken/,
    );
    expect(graded(home)).toBe(3);
  });

  it('loses no other line to one that was half written', async () => {
    const home = await studied();
    const journal = journalOf(home);
    fs.appendFileSync(journal, '{"v":1,"id":"torn-1","device":"x","ty');
    const quiz = openQuiz(['study', '-n', '2', '--new', '2'], { home });
    await quiz.waitFor(/card 1 of 2/);
    await quiz.press(' 3', /card 2 of 2/);
    await quiz.press('q', /Session done/);
    await quiz.exited();
    expect(quiz.screen().replaceAll('\n', '')).toMatch(
      /One line of your review journal .* could not be read/,
    );
    expect(reps(home)).toBe(4);
    const run = runQuiz(['list', '--json'], { home });
    expect(run.stderr).toBe('');
    const [damaged] = fs.readdirSync(path.join(home, 'quiz', 'damaged'));
    expect(fs.readFileSync(path.join(home, 'quiz', 'damaged', damaged ?? ''), 'utf8')).toMatch(
      /^\{"v":1,"id":"torn-1"/,
    );
  });

  it('that cannot be written is said before the first card', async () => {
    const home = temporaryFolder();
    fs.writeFileSync(path.join(home, 'quiz'), 'a file where the folder should be');
    const quiz = openQuiz(['study', '-n', '2', '--new', '2'], { home });
    expect((await quiz.exited()).code).toBe(1);
    expect(quiz.screen()).toMatch(/progress cannot be saved/);
    expect(quiz.raw).not.toMatch(/card 1 of/);
    expect(readEvents(home)).toEqual([]);
  });

  it('is for the user alone: folders 0700, files 0600', async () => {
    const home = await studied();
    const quiz = path.join(home, 'quiz');
    for (const entry of fs.readdirSync(quiz, { recursive: true, withFileTypes: true })) {
      const mode = fs.statSync(path.join(entry.parentPath, entry.name)).mode & 0o777;
      expect([entry.name, mode]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
    expect(fs.statSync(quiz).mode & 0o777).toBe(0o700);
  });
});
