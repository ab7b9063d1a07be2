import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Pty } from '../support/pty.ts';
import { listCards, openQuiz, readEvents, runQuiz, temporaryFolder } from '../support/quiz.ts';
import { openStoreIn, study } from '../support/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = { LLM_QUIZ_NOW: '2026-12-01T09:00:00Z' };

/** Grades cards in a real terminal: `34` is good on the first and easy on the second. */
const grade = async (home: string, ratings: string): Promise<void> => {
  const size = String(ratings.length + 1);
  const quiz = openQuiz(['study', '-n', size, '--new', size], { home, env: NOW });
  await quiz.waitFor(/card 1 of/);
  for (const [at, rating] of [...ratings].entries()) {
    await quiz.press(` ${rating}`, new RegExp(`card ${at + 2} of`));
  }
  await quiz.press('q', /Session done/);
  await quiz.exited();
};

const quizIn = (home: string) => path.join(home, 'quiz');
const studied = (home: string) =>
  listCards(home, [], NOW).filter(({ state }) => state['reps'] !== 0);
const run = (home: string, ...args: string[]) => runQuiz(args, { home, env: NOW });
const journals = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );

describe('two terminals at once', () => {
  it('see each other’s grades at their next card', async () => {
    const home = temporaryFolder();
    const open = async (): Promise<Pty> => {
      const quiz = openQuiz(['study', '-n', '4', '--new', '4', '--order', 'deck'], {
        home,
        env: NOW,
      });
      await quiz.waitFor(/card 1 of 4/);
      return quiz;
    };
    const [one, other] = [await open(), await open()];
    const questionOf = (quiz: Pty): string => quiz.screen().split('\n')[2] ?? '';
    expect(questionOf(one)).toBe(questionOf(other));
    // The first window passes cards 1 and 2 for good.
    await one.press(' 4', /card 2 of 4/);
    const second = questionOf(one);
    await one.press(' 4', /card 3 of 4/);
    const third = questionOf(one);
    // The other one is on card 1, and is spared card 2.
    await other.press(
      's',
      (screen) => screen.split('\n')[2] !== second && screen.includes('space show answer'),
    );
    await other.waitFor((screen) => screen.split('\n')[2] === third);
    await other.press(' 4', (screen) => screen.split('\n')[2] !== third);
    for (const quiz of [one, other]) {
      quiz.write('q');
      await quiz.exited();
    }
    expect(studied(home)).toHaveLength(3);
    expect(readEvents(home).filter(({ type }) => type === 'grade')).toHaveLength(3);
  });
});

describe('llm-quiz undo', () => {
  it('takes back the last thing that was done, over sessions, and gives it again', async () => {
    const home = temporaryFolder();
    await grade(home, '4');
    const before = listCards(home, [], NOW);
    await grade(home, '1');
    const after = listCards(home, [], NOW);
    const undone = run(home, 'undo');
    expect(undone.stdout).toMatch(
      /^Took back: again on “.*” \(2026-12-01 09:00\)\.\nTo have it again: llm-quiz undo \w+-0\n$/,
    );
    expect(listCards(home, [], NOW)).toEqual(before);
    const again = undone.stdout.match(/undo (\S+)\n$/)?.[1] ?? '';
    expect(run(home, 'undo', again).code).toBe(0);
    expect(listCards(home, [], NOW)).toEqual(after);
  });

  it('says what it would do, lists what can be taken back, and takes back any of it', async () => {
    const home = temporaryFolder();
    await grade(home, '342');
    expect(run(home, 'undo', '--dry-run').stdout).toMatch(
      /^Would take back: hard on .* Nothing was changed\.\n$/,
    );
    const { deeds, schema } = JSON.parse(run(home, 'undo', '--list', '--json').stdout);
    expect([schema, deeds.map(({ what }: { what: string }) => what.split(' ')[0])]).toEqual([
      'llm-quiz/undo/1',
      ['hard', 'easy', 'good'],
    ]);
    expect(run(home, 'undo', deeds[1].id).stdout).toMatch(/^Took back: easy on/);
    expect(studied(home)).toHaveLength(2);
    expect(run(home, 'undo', '--list').stdout.split('\n')).toHaveLength(3);
    const twice = run(home, 'undo', deeds[1].id);
    expect([twice.code, twice.stderr]).toEqual([
      1,
      expect.stringMatching(/was taken back already/),
    ]);
    const unknown = run(home, 'undo', 'nosuch-1');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/no event "nosuch-1"/),
    ]);
  });
});

describe('llm-quiz reset', () => {
  it('asks in a terminal, makes a copy, and can be undone', async () => {
    const home = temporaryFolder();
    await grade(home, '344');
    const before = listCards(home, [], NOW);
    const refused = openQuiz(['reset', '--all'], { home, env: NOW });
    await refused.waitFor(/Make 3 cards new again\? \(y\/N\)/);
    refused.write('\r');
    expect((await refused.exited()).code).toBe(0);
    expect(listCards(home, [], NOW)).toEqual(before);

    const quiz = openQuiz(['reset', '--all'], { home, env: NOW });
    await quiz.waitFor(/\(y\/N\)/);
    quiz.write('y\r');
    expect((await quiz.exited()).code).toBe(0);
    expect(quiz.transcript()).toMatch(/3 cards new again\. To take it back: llm-quiz undo/);
    expect(studied(home)).toEqual([]);
    expect(fs.readdirSync(path.join(quizIn(home), 'backups'))).toEqual([
      expect.stringMatching(/^20261201T0900\d{5}Z-before-reset$/),
    ]);
    expect(run(home, 'undo').stdout).toMatch(/^Took back: reset of 3 cards/);
    expect(listCards(home, [], NOW)).toEqual(before);
  });

  it('needs --yes without a terminal, and --dry-run changes nothing', async () => {
    const home = temporaryFolder();
    await grade(home, '3');
    const asked = run(home, 'reset', '--all');
    expect([asked.code, asked.stderr]).toEqual([
      2,
      expect.stringMatching(/needs a terminal[\s\S]*--yes/),
    ]);
    expect(run(home, 'reset', '--all', '--dry-run').stdout).toMatch(
      /1 card would be new again\. Nothing was changed/,
    );
    expect(studied(home)).toHaveLength(1);
    const id = studied(home)[0]?.id ?? '';
    expect(run(home, 'reset', id, '--yes').stdout).toMatch(/^1 card new again/);
    expect(studied(home)).toEqual([]);
  });

  it.each([
    [['reset'], /no card is named/],
    [['reset', 'nosuchcard', '--yes'], /there is no card "nosuchcard"/],
    [['reset', '-c', 'ragg', '--yes'], /no chapter "ragg"[\s\S]*did you mean/],
  ])('%j ends with 2 and a way out', (args, message) => {
    const { code, stderr } = run(temporaryFolder(), ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('llm-quiz sync', () => {
  it('merges with a stick both ways, so that two computers that are never online agree', async () => {
    const [home, other, stick] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await grade(home, '34');
    study(openStoreIn(quizIn(other), { host: 'other' }), ['llm-quiz/elsewhere'], 20_000);
    expect(run(home, 'sync', stick, '--dry-run').stdout).toMatch(
      /^Would bring 0 events here and \d+ events there\. Nothing was changed/,
    );
    expect(fs.readdirSync(stick)).toEqual([]);
    expect(run(home, 'sync', stick).code).toBe(0);
    expect(run(other, 'sync', stick).stdout).toMatch(/^Brought \d+ events here and 1 event there/);
    expect(run(home, 'sync', stick).stdout).toMatch(/^Brought 1 event here and 0 events there/);
    const folders = [quizIn(home), quizIn(other), stick].map((folder) =>
      path.join(folder, 'progress'),
    );
    const [ours, ...others] = folders.map(journals);
    for (const theirs of others) expect(theirs).toEqual(ours);
    expect(run(home, 'sync', stick).stdout).toMatch(/^Nothing to merge/);
    expect(listCards(home, [], NOW)).toEqual(listCards(other, [], NOW));
  });

  it('refuses a folder that is not there, and its own', async () => {
    const home = temporaryFolder();
    await grade(home, '3');
    expect(run(home, 'sync', '/no/such/stick').stderr).toMatch(
      /there is no folder .*\n {2}make it first, or mount/,
    );
    expect(run(home, 'sync', quizIn(home)).stderr).toMatch(
      /is where your progress is kept already/,
    );
  });
});

describe('llm-quiz export and import', () => {
  it('take all of it to another computer; twice is once', async () => {
    const [home, other] = [temporaryFolder(), temporaryFolder()];
    await grade(home, '341');
    fs.appendFileSync(
      path.join(
        quizIn(home),
        'progress',
        fs.readdirSync(path.join(quizIn(home), 'progress'))[0] ?? '',
      ),
      '{"v":9,"id":"later-1","device":"d","session":"later","t":1,"day":1,"type":"praise","deep":{"a":[1]}}\n',
    );
    const file = path.join(home, 'all.json');
    expect(run(home, 'export', file).stdout).toMatch(/^Wrote \d+ events to/);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(run(home, 'export', file).stderr).toMatch(
      /is there already\n {2}give another name, or --force/,
    );
    expect(run(home, 'export', file, '--force').code).toBe(0);
    expect(run(other, 'import', file, '--dry-run').stdout).toMatch(
      /would be added\. Nothing was changed/,
    );
    expect(fs.readdirSync(other)).toEqual([]);
    expect(run(other, 'import', file).stdout).toMatch(/\d+ added\.\n/);
    expect(listCards(other, [], NOW)).toEqual(listCards(home, [], NOW));
    expect(run(other, 'import', file).stdout).toMatch(
      /all of them are here already\. Nothing was changed/,
    );
    // Which line is the last, and has no comma, hangs on the names of the devices.
    const events = (text: string): readonly string[] =>
      text
        .slice(text.indexOf('"events"'))
        .split('\n')
        .map((line) => line.replace(/,$/, ''))
        .toSorted();
    expect(events(run(other, 'export').stdout)).toEqual(events(run(home, 'export').stdout));
    expect(run(home, 'import', file).stdout).toMatch(/Nothing was changed/);
  });

  it('give reviews as CSV, without those that were taken back, and read them again', async () => {
    const [home, other] = [temporaryFolder(), temporaryFolder()];
    await grade(home, '341');
    run(home, 'undo');
    const csv = run(home, 'export', '--csv').stdout;
    const rows = csv
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    expect(rows[0]).toEqual([
      'card_id',
      'review_time',
      'review_rating',
      'review_state',
      'review_duration',
    ]);
    expect(rows.slice(1).map(([, , rating, state]) => [rating, state])).toEqual([
      ['3', '0'],
      ['4', '0'],
    ]);
    expect(Number(rows[1]?.[1])).toBeGreaterThan(Date.parse('2026-12-01T09:00:00Z') - 1);
    const file = path.join(other, 'reviews.csv');
    fs.writeFileSync(file, csv);
    expect(run(other, 'import', file).stdout).toMatch(/2 added/);
    expect(run(other, 'import', file).stdout).toMatch(/Nothing was changed/);
    expect(run(home, 'import', file).stdout).toMatch(/Nothing was changed/);
    expect(listCards(other, [], NOW)).toEqual(listCards(home, [], NOW));
    expect(fs.readdirSync(path.join(quizIn(other), 'progress'))).toEqual([
      expect.stringMatching(/^import-[0-9a-f]{16}\.jsonl$/),
    ]);
  });

  it('lists all that is wrong with a file, and changes nothing', () => {
    const home = temporaryFolder();
    const good =
      '{"v":1,"id":"s-0","device":"d","session":"s","t":5,"day":1,"type":"mark","card":"c"}';
    const bad = [
      '{"v":1,"id":"s-1","device":"d","session":"s","t":"now","day":1,"type":"mark","card":"c"}',
      '{"v":1,"id":"s-2","device":"../../etc","session":"s","t":5,"day":1,"type":"mark","card":"c"}',
      '{"v":1,"id":"s-3","device":"d","session":"s","t":5,"day":1,"type":"grade","card":"c","rating":"best","ms":1}',
      '{"v":1,"id":"s-4","device":"d","session":"s","t":5,"day":1,"type":"mark","card":"c","__proto__":{"a":1}}',
    ];
    const file = path.join(home, 'bad.json');
    fs.writeFileSync(
      file,
      `{"schema":"llm-quiz/export/1","events":[\n${[good, ...bad].join(',\n')}\n]}`,
    );
    const { code, stderr } = run(home, 'import', 'bad.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /line 3: t: .*\n +line 4: device: .*\n +line 5: rating: .*\n +line 6: the key "__proto__" is not allowed\n +nothing was changed/,
    );
    expect(fs.readdirSync(home)).toEqual(['bad.json']);
  });
});

describe('llm-quiz doctor', () => {
  it('finds nothing where all is well', async () => {
    const home = temporaryFolder();
    await grade(home, '34');
    expect(run(home, 'doctor')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/in 1 journal: all is well\.\n$/),
    });
  });

  it('names what is wrong, puts right what is derived, and deletes nothing', async () => {
    const home = temporaryFolder();
    await grade(home, '34');
    const quiz = quizIn(home);
    const store = openStoreIn(quiz);
    await store.saveSnapshot();
    const snapshot = path.join(quiz, 'cache', 'snapshot.json');
    const journal = path.join(
      quiz,
      'progress',
      fs.readdirSync(path.join(quiz, 'progress'))[0] ?? '',
    );
    // One review less in the journal, at the same length: the snapshot knows better than it.
    const lines = fs.readFileSync(journal, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"grade"'));
    lines[at] = ' '.repeat(lines[at]?.length ?? 0);
    fs.writeFileSync(journal, lines.join('\n'));
    fs.chmodSync(journal, 0o644);
    fs.writeFileSync(path.join(quiz, 'progress', 'd.sync-conflict-1.jsonl'), '');
    fs.writeFileSync(path.join(quiz, 'cache', 'snapshot-0123456789abcdef.json'), '', {
      mode: 0o600,
    });
    const { stdout, code } = run(home, 'doctor', '--json');
    expect(code).toBe(1);
    const { findings, schema } = JSON.parse(stdout);
    expect(schema).toBe('llm-quiz/doctor/1');
    expect(findings.map(({ code: what }: { code: string }) => what).toSorted()).toEqual(
      [
        'permissions',
        'permissions',
        'set-aside',
        'snapshot',
        'damaged-lines',
        'stray',
        'unfinished',
      ].toSorted(),
    );
    expect(fs.existsSync(path.join(quiz, 'cache', 'snapshot-0123456789abcdef.json'))).toBe(true);
    expect(fs.existsSync(snapshot)).toBe(true);
    const again = JSON.parse(run(home, 'doctor', '--json').stdout);
    expect(again.findings.map(({ code: what }: { code: string }) => what)).not.toContain(
      'snapshot',
    );
    expect(run(home, 'doctor').stdout).toMatch(/chmod 600 /);
  });
});
