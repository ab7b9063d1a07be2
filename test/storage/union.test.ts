import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Disk } from '../../src/storage/disk.ts';
import { bring, planSync } from '../../src/storage/sync-folders.ts';
import { mergeLines, needOf, unite } from '../../src/storage/union.ts';
import { temporaryFolder } from '../support/quiz.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A line of a journal, as far as a merge looks at it. */
const line = (id: string, t: number): string => `{"v":1,"id":"${id}","t":${t}}`;

/** A disk that syncs nothing: these tests are about bytes. */
const quick: Disk = { ...fs, fsyncSync: () => {} };

const fileIn = (folder: string, name: string, text: string): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
};

const text = (lines: readonly string[]): string => lines.map((one) => `${one}\n`).join('');

/** A journal of one device that was copied, and went on in both places; clocks may go back. */
const forked = fc
  .record({
    shared: fc.array(fc.nat(1000), { maxLength: 6 }),
    left: fc.array(fc.nat(1000), { maxLength: 6 }),
    right: fc.array(fc.nat(1000), { maxLength: 6 }),
    noise: fc.constantFrom([], ['{"v":1,"id":"to', 'noise']),
  })
  .map(({ shared, left, right, noise }) => {
    const lines = (mark: string, times: readonly number[]) =>
      times.map((t, n) => line(`${mark}-${n}`, t));
    const both = lines('shared', shared);
    return {
      left: [...both, ...noise, ...lines('left', left)],
      right: [...both, ...lines('right', right)],
    };
  });

const inOrder = (all: readonly string[], some: readonly string[]): boolean => {
  const places = some.map((one) => all.indexOf(one));
  return places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));
};

describe('the union of two journals', () => {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), 'llm-quiz-union-'));

  it('has every line of both once, in the order of each, and is the same from both sides', () => {
    fc.assert(
      fc.property(forked, ({ left, right }) => {
        const [a, b] = [fileIn(folder, 'a', text(left)), fileIn(folder, 'b', text(right))];
        const merged = [...mergeLines(fs, a, b)].map((one) => one.slice(0, -1));
        expect([...mergeLines(fs, b, a)].map((one) => one.slice(0, -1))).toEqual(merged);
        expect(new Set(merged)).toEqual(new Set([...left, ...right]));
        expect(merged).toHaveLength(new Set([...left, ...right]).size);
        expect([inOrder(merged, left), inOrder(merged, right)]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
    fs.rmSync(folder, { recursive: true });
  });

  it('merged again with what it was made of is what it is', () => {
    const home = temporaryFolder();
    fc.assert(
      fc.property(forked, ({ left, right }) => {
        const [a, b] = [fileIn(home, 'a', text(left)), fileIn(home, 'b', text(right))];
        unite(quick, a, b, needOf(fs, a, b), 'mark');
        const once = fs.readFileSync(a, 'utf8');
        expect(needOf(fs, a, b)).toEqual({ kind: 'nothing' });
        unite(quick, b, a, needOf(fs, b, a), 'mark');
        expect(needOf(fs, b, a)).toEqual({ kind: 'nothing' });
        expect(needOf(fs, a, b)).toEqual({ kind: 'nothing' });
        expect(new Set(fs.readFileSync(b, 'utf8').split('\n'))).toEqual(new Set(once.split('\n')));
      }),
      { numRuns: 60 },
    );
  });

  it('only grows where one is the beginning of the other, torn line and all', () => {
    const home = temporaryFolder();
    const whole = text([line('a-0', 1), line('a-1', 2), line('a-2', 3)]);
    for (let cut = 0; cut < whole.length; cut++) {
      const [short, long] = [fileIn(home, 's', whole.slice(0, cut)), fileIn(home, 'l', whole)];
      const inode = fs.statSync(short).ino;
      const need = needOf(fs, short, long);
      expect(need.kind).toBe('rest');
      unite(quick, short, long, need, 'mark');
      expect([fs.readFileSync(short, 'utf8'), fs.statSync(short).ino]).toEqual([whole, inode]);
    }
  });

  it('leaves a line out that is still being written on the other side', () => {
    const home = temporaryFolder();
    const [a, b] = [fileIn(home, 'a', ''), fileIn(home, 'b', `${line('a-0', 1)}\n{"v":1,"id`)];
    unite(fs, a, b, needOf(fs, a, b), 'mark');
    expect(fs.readFileSync(a, 'utf8')).toBe(`${line('a-0', 1)}\n`);
  });

  it('keeps what a session writes to the old file while it is replaced', () => {
    const home = temporaryFolder();
    const shared = line('a-0', 1);
    const [a, b] = [
      fileIn(home, 'a', text([shared, line('left-0', 2)])),
      fileIn(home, 'b', text([shared, line('right-0', 3)])),
    ];
    const session = fs.openSync(a, 'a');
    const disk = {
      ...fs,
      renameSync: (from: fs.PathLike, to: fs.PathLike) => {
        fs.writeSync(session, `${line('left-1', 4)}\n`);
        fs.renameSync(from, to);
      },
    };
    unite(disk, a, b, needOf(disk, a, b), 'mark');
    fs.closeSync(session);
    expect(fs.readFileSync(a, 'utf8')).toBe(
      text([shared, line('left-0', 2), line('right-0', 3), line('left-1', 4)]),
    );
  });
});

describe('two folders', () => {
  it('end up equal, whatever each of them had', () => {
    const home = temporaryFolder();
    const [ours, theirs] = ['ours', 'theirs'].map((name) => path.join(home, name)) as [
      string,
      string,
    ];
    for (const folder of [ours, theirs]) fs.mkdirSync(folder);
    fileIn(ours, 'same.jsonl', text([line('s-0', 1)]));
    fileIn(theirs, 'same.jsonl', text([line('s-0', 1)]));
    fileIn(ours, 'mine.jsonl', text([line('m-0', 1), line('m-1', 2)]));
    fileIn(theirs, 'theirs.jsonl', text([line('t-0', 1)]));
    fileIn(ours, 'fork.jsonl', text([line('f-0', 1), line('f-1', 5)]));
    fileIn(theirs, 'fork.jsonl', text([line('f-0', 1), line('g-1', 3), line('g-2', 9)]));
    fileIn(theirs, 'notes.txt', 'not a journal');
    const needs = (side: 'ours' | 'theirs') =>
      new Map(planSync(fs, ours, theirs).map((plan) => [plan.device, plan[side]]));
    bring(fs, { root: ours, progress: ours }, theirs, needs('ours'), 'x');
    bring(fs, { root: theirs, progress: theirs }, ours, needs('theirs'), 'x');
    const contents = (folder: string) =>
      fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]);
    expect(contents(ours)).toEqual(contents(theirs));
    expect(contents(ours)).toHaveLength(4);
    expect(contents(ours)[0]?.[1]).toBe(
      text([line('f-0', 1), line('g-1', 3), line('f-1', 5), line('g-2', 9)]),
    );
    expect(fs.readdirSync(ours)).not.toContain('notes.txt');
    expect(
      planSync(fs, ours, theirs).every(
        (plan) => plan.ours.kind === 'nothing' && plan.theirs.kind === 'nothing',
      ),
    ).toBe(true);
  });
});
