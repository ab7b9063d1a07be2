import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { encodeSnapshot } from '../../src/progress/snapshot.ts';
import { DAY_MS } from '../../src/scheduler/units.ts';
import { FILE_MODE } from '../../src/storage/disk.ts';
import type { ProgressStore } from '../../src/storage/progress-store.ts';
import { grade, moment, startOf } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import {
  happen,
  journalIn,
  openStoreIn,
  pathsIn,
  repsIn,
  stateIn,
  study,
} from '../support/stores.ts';

vi.setConfig({ testTimeout: 60_000 });

const cards = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, n) => `card-${from + n}`);

/** Grades at once, which is quicker than one by one. */
const studyMany = (store: ProgressStore, count: number): void => {
  const grades = cards(count).map((card) => grade(card, 'good'));
  store.record(grades, moment(10));
};

/** A home with 300 grades in it, and a snapshot of them. */
const studied = async (): Promise<string> => {
  const home = temporaryFolder();
  const store = openStoreIn(home);
  studyMany(store, 300);
  await store.close();
  expect(fs.existsSync(pathsIn(home).snapshot)).toBe(true);
  return home;
};

describe('a snapshot', () => {
  it('gives the state that all events give', async () => {
    const home = await studied();
    const withSnapshot = stateIn(openStoreIn(home));
    fs.rmSync(pathsIn(home).snapshot);
    expect(withSnapshot).toEqual(stateIn(openStoreIn(home)));
  });

  it('is written by whoever had to fold many events, and not after Ctrl-C', async () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    studyMany(store, 300);
    await store.close({ snapshot: false });
    expect(fs.existsSync(pathsIn(home).snapshot)).toBe(false);
    await openStoreIn(home).close();
    expect(fs.existsSync(pathsIn(home).snapshot)).toBe(true);
  });

  it('is written by whoever had to read much that is no event, or each start would read it', async () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a']);
    fs.appendFileSync(journalIn(home), 'noise of a disk that went bad\n'.repeat(10_000));
    await openStoreIn(home).close();
    expect(fs.existsSync(pathsIn(home).snapshot)).toBe(true);
    const store = openStoreIn(home);
    expect([repsIn(store), store.takeNotices()]).toEqual([{ a: 1 }, []]);
  });

  it('is not written again for little', async () => {
    const home = await studied();
    const before = fs.statSync(pathsIn(home).snapshot).ino;
    const store = openStoreIn(home);
    study(store, ['another']);
    await store.close();
    expect(fs.statSync(pathsIn(home).snapshot).ino).toBe(before);
  });

  /** All that a store says of its state. */
  const wholeOf = (store: ProgressStore) => {
    const base = store.ledger.toBase();
    const { cards, ...others } = encodeSnapshot({ journals: new Map(), base });
    const rows = (cards as readonly unknown[]).map((row) => JSON.stringify(row)).toSorted();
    return { state: stateIn(store), rows, others };
  };

  it('with any byte changed is set aside once, told of, and rebuilt', async () => {
    const home = await studied();
    const { snapshot, damaged } = pathsIn(home);
    const whole = fs.readFileSync(snapshot);
    const state = wholeOf(openStoreIn(home));
    const step = Math.ceil(whole.length / 40);
    for (let at = 1; at < whole.length; at += step) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x15;
      fs.writeFileSync(snapshot, bytes);
      const store = openStoreIn(home);
      expect([at, wholeOf(store)]).toEqual([at, state]);
      expect(store.takeNotices()).toEqual([
        expect.stringMatching(
          /could not be read .* rebuilt from your reviews; the damaged file is kept as/,
        ),
      ]);
      expect(openStoreIn(home).takeNotices()).toEqual([]);
    }
    expect(fs.readdirSync(damaged).length).toBeGreaterThan(30);
  });

  it('that is read in parts is made good where one of them is damaged, in the midst of a session', async () => {
    const home = temporaryFolder();
    const first = openStoreIn(home);
    studyMany(first, 3_000);
    await first.close();
    const { snapshot, damaged } = pathsIn(home);
    const whole = fs.readFileSync(snapshot);
    // More than is read at once, and than is parsed at once.
    expect(whole.length).toBeGreaterThan(2 * 300_000);
    for (const share of [0.002, 0.02, 0.08, 0.15, 0.3, 0.499, 0.6, 0.999]) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(whole.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 0x15;
      fs.writeFileSync(snapshot, bytes);
      const store = openStoreIn(home);
      store.record([grade('card-1', 'again')], moment(20));
      const { state, rows, others } = wholeOf(store);
      expect([share, store.takeNotices().length]).toEqual([share, 1]);
      await store.close();
      // The damaged one was replaced.
      const again = openStoreIn(home);
      expect([share, wholeOf(again)]).toEqual([share, { state, rows, others }]);
      expect(again.takeNotices()).toEqual([]);
      fs.rmSync(snapshot);
      expect(wholeOf(openStoreIn(home)).rows).toEqual(rows);
    }
    expect(fs.readdirSync(damaged)).toHaveLength(8);
  });

  it('cut short anywhere is rebuilt', async () => {
    const home = await studied();
    const { snapshot } = pathsIn(home);
    const whole = fs.readFileSync(snapshot);
    const state = stateIn(openStoreIn(home));
    for (const share of [0, 0.1, 0.5, 0.9, 0.9999]) {
      fs.writeFileSync(snapshot, whole.subarray(0, Math.floor(whole.length * share)));
      expect(stateIn(openStoreIn(home))).toEqual(state);
    }
  });

  it('of another version, of other journals, or of a journal that went, is passed over without a word', async () => {
    const home = await studied();
    const { snapshot } = pathsIn(home);
    const whole = fs.readFileSync(snapshot, 'utf8');
    fs.writeFileSync(snapshot, JSON.stringify({ fold: 1, journals: [], cards: [] }));
    expect(openStoreIn(home).takeNotices()).toEqual([]);

    fs.writeFileSync(snapshot, whole);
    const journal = journalIn(home);
    const lines = fs.readFileSync(journal, 'utf8').split('\n');
    fs.writeFileSync(journal, lines.slice(0, 100).join('\n').concat('\n'));
    const store = openStoreIn(home);
    expect([store.ledger.events, store.takeNotices()]).toEqual([100, []]);
  });

  it('may be as old as it likes: what came since is folded on it', async () => {
    const home = await studied();
    study(openStoreIn(home), cards(50, 280), 12);
    study(openStoreIn(home, { host: 'desktop' }), cards(50, 10), 9);
    const withSnapshot = stateIn(openStoreIn(home));
    fs.rmSync(pathsIn(home).snapshot);
    expect(withSnapshot).toEqual(stateIn(openStoreIn(home)));
  });
});

describe('an event that is there twice', () => {
  it('counts once, also where one copy lies before the snapshot and the other comes after it', async () => {
    const home = await studied();
    const before = stateIn(openStoreIn(home));
    fs.copyFileSync(journalIn(home), path.join(pathsIn(home).progress, 'copy.jsonl'));
    expect(stateIn(openStoreIn(home))).toEqual(before);
    fs.rmSync(pathsIn(home).snapshot);
    expect(stateIn(openStoreIn(home))).toEqual(before);
  });
});

describe('a damaged line', () => {
  it('is set aside once in a file of its own, byte for byte, and all others are used', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a']);
    const bytes = Buffer.concat([Buffer.from('{"v":1,"caf\u00E9', 'latin1'), Buffer.from('\n')]);
    fs.appendFileSync(journalIn(home), bytes);
    study(openStoreIn(home), ['b']);
    const { damaged } = pathsIn(home);
    const [name] = fs.readdirSync(damaged);
    expect(fs.readFileSync(path.join(damaged, name ?? ''))).toEqual(bytes.subarray(0, -1));
    expect(fs.statSync(path.join(damaged, name ?? '')).mode & 0o777).toBe(FILE_MODE);
    const store = openStoreIn(home);
    expect([repsIn(store), store.takeNotices()]).toEqual([{ a: 1, b: 1 }, []]);
  });

  it('is told of with its journal, its place, and where it is kept', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a']);
    const { size } = fs.statSync(journalIn(home));
    fs.appendFileSync(journalIn(home), 'noise\n');
    const [notice] = openStoreIn(home).takeNotices();
    expect(notice).toMatch(
      new RegExp(
        `\\(\\w+\\.jsonl, byte ${size}\\) could not be read.* All others are used; the line is kept as .*damaged`,
      ),
    );
  });

  it('among very many is not given a file: they stay where they are', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a']);
    fs.appendFileSync(
      journalIn(home),
      Array.from({ length: 5000 }, (_, n) => `noise ${n}\n`).join(''),
    );
    const store = openStoreIn(home);
    expect(store.takeNotices()).toEqual([
      expect.stringMatching(/^5000 lines of your review journal/),
    ]);
    expect(fs.readdirSync(pathsIn(home).damaged).length).toBeLessThan(100);
    expect(repsIn(store)).toEqual({ a: 1 });
  });
});

describe('an event of a newer version', () => {
  it('is carried, never dropped, and nothing changes by it', async () => {
    const home = await studied();
    const before = repsIn(openStoreIn(home));
    const line =
      '{"v":9,"id":"later-1","device":"d","session":"later","t":1,"day":1,"type":"praise","deep":{"a":[1]}}';
    fs.appendFileSync(journalIn(home), `${line}\n`);
    const store = openStoreIn(home);
    study(store, ['card-0'], 20);
    expect(store.takeNotices()).toEqual([]);
    expect(repsIn(store)).toEqual({ ...before, 'card-0': 2 });
    expect(fs.readFileSync(journalIn(home), 'utf8')).toContain(line);
  });
});

describe('two windows', () => {
  it('of one computer write one journal, and each sees what the other did', () => {
    const home = temporaryFolder();
    const [one, other] = [openStoreIn(home), openStoreIn(home)];
    study(one, ['a', 'b']);
    study(other, ['c']);
    one.refresh();
    expect(repsIn(one)).toEqual({ a: 1, b: 1, c: 1 });
    expect(repsIn(other)).toEqual({ a: 1, b: 1, c: 1 });
    expect(fs.readdirSync(pathsIn(home).progress)).toHaveLength(1);
  });

  it('lose nothing where one of them tears its line on a full disk', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a']);
    fs.appendFileSync(journalIn(home), '{"v":1,"id":"other-window-1","dev');
    study(store, ['b', 'c']);
    expect(repsIn(openStoreIn(home))).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('of two computers in one folder write two journals, whatever their clocks say', () => {
    const home = temporaryFolder();
    const [laptop, desktop] = [openStoreIn(home), openStoreIn(home, { host: 'desktop' })];
    study(laptop, ['a', 'b'], 1);
    study(desktop, ['a'], 400);
    study(laptop, ['a'], 2);
    desktop.refresh();
    expect(repsIn(desktop)).toEqual({ a: 3, b: 1 });
    expect(stateIn(desktop)).toEqual(stateIn(openStoreIn(home)));
    expect(fs.readdirSync(pathsIn(home).progress)).toHaveLength(2);
  });
});

describe('a journal that is taken away under a running session', () => {
  it('by a sync tool that puts a copy in its place gets what was done since', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a', 'b']);
    const journal = journalIn(home);
    fs.copyFileSync(journal, `${journal}.new`);
    fs.renameSync(`${journal}.new`, journal);
    study(store, ['c']);
    expect(repsIn(openStoreIn(home))).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('by a sync tool that puts an older one in its place is read anew, and written on', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a']);
    const journal = journalIn(home);
    const older = fs.readFileSync(journal);
    study(store, ['b']);
    fs.writeFileSync(`${journal}.new`, older);
    fs.renameSync(`${journal}.new`, journal);
    study(store, ['c']);
    expect(repsIn(store)).toEqual({ a: 1, c: 1 });
    expect(stateIn(store)).toEqual(stateIn(openStoreIn(home)));
  });

  it('by somebody who deletes it is made again', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a']);
    fs.rmSync(journalIn(home));
    study(store, ['b']);
    expect(repsIn(openStoreIn(home))).toEqual({ b: 1 });
  });
});

describe('a write that fails', () => {
  it('and is on the disk all the same is taken back before the next', () => {
    const home = temporaryFolder();
    let fails = false;
    const disk = {
      ...fs,
      fdatasyncSync: (handle: number) => {
        if (fails) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        fs.fdatasyncSync(handle);
      },
    };
    const store = openStoreIn(home, { disk });
    store.record([startOf()], moment(10));
    fails = true;
    expect(() => store.record([grade('a', 'easy')], moment(10))).toThrow(
      /the disk reported an error/,
    );
    fails = false;
    store.record([grade('a', 'again')], moment(10));
    expect(store.ledger.card('a').memory).toMatchObject({ reps: 1, lastRating: 'again' });
    expect(stateIn(openStoreIn(home))).toEqual(stateIn(store));
  });
});

describe('reviews from the future', () => {
  it('count, and are told of with the device and the day', () => {
    const home = temporaryFolder();
    study(openStoreIn(home, { host: 'wrong-clock' }), ['a'], 400);
    const now = () => moment(10).at;
    const store = openStoreIn(home, { now });
    expect(repsIn(store)).toEqual({ a: 1 });
    expect(store.takeNotices()).toEqual([
      expect.stringMatching(
        /^Reviews of another device \(\w+\) are dated in the future, up to 1971-02-05\. They count as they are; set its clock right\.$/,
      ),
    ]);
  });

  it('of a day are no news: zones differ', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a'], 10);
    const now = () => (moment(10).at - DAY_MS / 2) as ReturnType<typeof moment>['at'];
    expect(openStoreIn(home, { now }).takeNotices()).toEqual([]);
  });
});

describe('a data folder of a newer program', () => {
  it('is left alone', () => {
    const home = temporaryFolder();
    happen(openStoreIn(home), grade('a', 'good'));
    fs.writeFileSync(path.join(home, 'format'), '2\n');
    expect(() => openStoreIn(home)).toThrow(
      /written by a newer llm-quiz \(format 2; this one knows 1\)/,
    );
  });
});
