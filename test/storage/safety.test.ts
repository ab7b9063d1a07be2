import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../src/storage/backup.ts';
import { replaceFile, writeNewFile } from '../../src/storage/safe-files.ts';
import { Staging } from '../../src/storage/staging.ts';
import { bring, planSync } from '../../src/storage/sync-folders.ts';
import { grade, moment } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { journalIn, openStoreIn, pathsIn, repsIn, study } from '../support/stores.ts';

/** A folder outside, with a file that nobody may touch, and what it must be in the end. */
const outside = () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'precious');
  fs.writeFileSync(file, 'precious');
  const check = (): void => {
    expect(fs.readdirSync(folder)).toEqual(['precious']);
    expect(fs.readFileSync(file, 'utf8')).toBe('precious');
  };
  return { folder, file, check };
};

const linked = (home: string, name: string, target: string): void => {
  fs.rmSync(path.join(home, name), { recursive: true, force: true });
  fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  fs.symlinkSync(target, path.join(home, name));
};

describe('a symbolic link that leads out of the data folder', () => {
  it.each(['progress', 'devices'])('in the place of %s is not written through', (name) => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    linked(home, name, folder);
    expect(() => study(openStoreIn(home), ['a'])).toThrow(/symbolic link that leads out of/);
    check();
  });

  it('in the place of a journal is not written through', () => {
    const home = temporaryFolder();
    const { file, check } = outside();
    study(openStoreIn(home), ['a']);
    const journal = journalIn(home);
    fs.rmSync(journal);
    fs.symlinkSync(file, journal);
    expect(() => study(openStoreIn(home), ['b'])).toThrow(/it is a symbolic link \(ELOOP\)/);
    check();
  });

  it('in the place of the snapshot is replaced, and what it led to is left alone', async () => {
    const home = temporaryFolder();
    const { file, check } = outside();
    study(openStoreIn(home), ['a']);
    linked(home, 'cache/snapshot.json', file);
    await openStoreIn(home).saveSnapshot();
    check();
    expect(fs.lstatSync(pathsIn(home).snapshot).isSymbolicLink()).toBe(false);
  });

  it('in the place of the cache leaves the program without a snapshot', async () => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    study(openStoreIn(home), ['a']);
    linked(home, 'cache', folder);
    expect(await openStoreIn(home).saveSnapshot()).toBe(false);
    check();
    expect(repsIn(openStoreIn(home))).toEqual({ a: 1 });
  });

  it('in the place of the folder for damaged lines leaves them where they are', () => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    study(openStoreIn(home), ['a']);
    fs.appendFileSync(journalIn(home), 'noise\n');
    linked(home, 'damaged', folder);
    expect(openStoreIn(home).takeNotices()).toEqual([
      expect.stringMatching(/All others are used\.$/),
    ]);
    check();
  });

  it('in the place of the backups stops what would need one', () => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    study(openStoreIn(home), ['a']);
    linked(home, 'backups', folder);
    expect(() => makeBackup(fs, pathsIn(home), 'reset', moment(10).at)).toThrow(
      /no copy of your progress could be made/,
    );
    check();
  });

  it('in the other folder of a sync is not written through', () => {
    const home = temporaryFolder();
    const { folder, file, check } = outside();
    study(openStoreIn(home), ['a']);
    const { progress } = pathsIn(home);
    const needs = (other: string) =>
      new Map(planSync(fs, progress, other).map((plan) => [plan.device, plan.theirs]));
    const stick = temporaryFolder();
    linked(stick, 'progress', folder);
    const theirs = path.join(stick, 'progress');
    expect(() =>
      bring(fs, { root: stick, progress: theirs }, progress, needs(theirs), 'x'),
    ).toThrow(/symbolic link/);
    check();
    const other = temporaryFolder();
    fs.symlinkSync(file, path.join(other, path.basename(journalIn(home))));
    expect(() => needs(other)).toThrow(
      /[\w-]+\.jsonl is a symbolic link: it is neither read nor written through/,
    );
    check();
  });

  it('in the other folder of a sync brings nobody a file of the person', () => {
    const home = temporaryFolder();
    const secret = path.join(temporaryFolder(), 'secret');
    fs.writeFileSync(secret, 'secret\n');
    const stick = temporaryFolder();
    fs.symlinkSync(secret, path.join(stick, 'abc.jsonl'));
    expect(() => planSync(fs, pathsIn(home).progress, stick)).toThrow(/symbolic link/);
  });

  it('in the place of a copy on its way is not written through', () => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    study(openStoreIn(home), ['a']);
    const { at } = moment(10);
    const stamp = new Date(at).toISOString().replace(/[-:.]/g, '');
    linked(home, `backups/.unfinished-${stamp}-before-reset`, folder);
    expect(() => makeBackup(fs, pathsIn(home), 'reset', at)).toThrow(/symbolic link/);
    check();
  });

  it('in the place of this device, to a file that is none, is not written through', () => {
    const home = temporaryFolder();
    const { file, check } = outside();
    study(openStoreIn(home), ['a']);
    const devices = path.join(home, 'devices');
    const [name = ''] = fs.readdirSync(devices);
    for (const target of [file, path.join(path.dirname(file), 'missing')]) {
      linked(home, path.join('devices', name), target);
      fs.writeFileSync(file, 'not a name!');
      expect(() => study(openStoreIn(home), ['b'])).toThrow(/progress cannot be saved/);
      expect(fs.readFileSync(file, 'utf8')).toBe('not a name!');
      fs.writeFileSync(file, 'precious');
      check();
    }
  });

  it('in the place of an old copy goes with it, and what it led to stays', () => {
    const home = temporaryFolder();
    const { folder, check } = outside();
    study(openStoreIn(home), ['a']);
    linked(home, 'backups/19690101T000000000Z-before-reset', folder);
    for (let n = 0; n < 10; n++) makeBackup(fs, pathsIn(home), 'reset', moment(11, n).at);
    const kept = fs.readdirSync(pathsIn(home).backups);
    expect(kept).toHaveLength(10);
    expect(kept).not.toContain('19690101T000000000Z-before-reset');
    check();
  });

  it('is not followed by an export or an import either', () => {
    const home = temporaryFolder();
    const { file, folder, check } = outside();
    fs.symlinkSync(file, path.join(home, 'out.json'));
    expect(() => writeNewFile(fs, path.join(home, 'out.json'), ['x'])).toThrow(/EEXIST/);
    replaceFile(fs, path.join(home, 'out.json'), ['x'], 'mark');
    check();
    fs.symlinkSync(folder, path.join(home, '.staging-mark'));
    expect(() => new Staging(fs, home, 'mark')).toThrow(/EEXIST/);
    check();
  });

  it('may be the data folder itself: so people move it to another disk', async () => {
    const [real, home] = [temporaryFolder(), path.join(temporaryFolder(), 'link')];
    fs.symlinkSync(real, home);
    const store = openStoreIn(home);
    store.record([grade('a', 'good')], moment(10));
    expect(await store.saveSnapshot()).toBe(true);
    expect(repsIn(openStoreIn(real))).toEqual({ a: 1 });
  });

  it('may lead from one place in the folder to another', () => {
    const home = temporaryFolder();
    fs.mkdirSync(path.join(home, 'other'));
    linked(home, 'progress', path.join(home, 'other'));
    study(openStoreIn(home), ['a']);
    expect(repsIn(openStoreIn(home))).toEqual({ a: 1 });
  });
});
