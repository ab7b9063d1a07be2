import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { BACKUPS_KEPT, listBackups, makeBackup } from '../../src/storage/backup.ts';
import { FORMAT, MIGRATIONS, migrate, readFormat } from '../../src/storage/migrations.ts';
import { moment } from '../support/events.ts';
import { ROOT, temporaryFolder } from '../support/quiz.ts';
import { journalIn, openStoreIn, pathsIn, repsIn, stateIn, study } from '../support/stores.ts';

const FORMATS = path.join(ROOT, 'test', 'fixtures', 'formats');

describe('every format that ever was', () => {
  it('has a fixture, and a step to the next', () => {
    const names = fs.readdirSync(FORMATS).toSorted();
    expect(names).toEqual(Array.from({ length: FORMAT }, (_, n) => `v${n + 1}`));
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: FORMAT - 1 }, (_, n) => n + 1),
    );
  });

  it.each(fs.readdirSync(FORMATS))(
    '%s gives the state that it gave when it was new',
    async (name) => {
      const home = temporaryFolder();
      fs.cpSync(path.join(FORMATS, name), home, { recursive: true });
      const store = openStoreIn(home);
      const expected = path.join(home, 'expected.json');
      expect(JSON.parse(JSON.stringify(stateIn(store)))).toMatchObject(
        JSON.parse(fs.readFileSync(expected, 'utf8')),
      );
      expect(store.takeNotices()).toEqual([
        expect.stringMatching(/^One line of your review journal/),
      ]);
      expect(readFormat(fs, pathsIn(home))).toBe(FORMAT);
    },
  );
});

describe('a migration', () => {
  const upTo3 = (run: (from: number) => void) => ({
    format: 3,
    mark: 'mark',
    migrations: [1, 2].map((from) => ({ from, run: () => run(from) })),
  });

  it('makes a copy first, goes step by step, and is done once', () => {
    const home = temporaryFolder();
    const paths = pathsIn(home);
    study(openStoreIn(home), ['a']);
    const steps: (number | string)[] = [];
    const options = {
      ...upTo3((from) => steps.push(from)),
      backUp: () => {
        steps.push('copy');
        makeBackup(fs, paths, 'migration', moment(10).at);
      },
    };
    expect(migrate(fs, paths, options)).toEqual([2, 3]);
    expect(migrate(fs, paths, options)).toEqual([]);
    expect(steps).toEqual(['copy', 1, 2]);
    expect(listBackups(fs, paths)).toEqual(['19700111T120000000Z-before-migration']);
    expect(readFormat(fs, paths)).toBe(3);
  });

  it('that is cut short goes on with the step that it was at', () => {
    const paths = pathsIn(temporaryFolder());
    const steps: number[] = [];
    let isBroken = true;
    const options = {
      ...upTo3((from) => {
        if (from === 2 && isBroken) throw new Error('killed');
        steps.push(from);
      }),
      backUp: () => {},
    };
    expect(() => migrate(fs, paths, options)).toThrow('killed');
    isBroken = false;
    expect(migrate(fs, paths, options)).toEqual([3]);
    expect(steps).toEqual([1, 2]);
  });

  it('does not begin where no copy can be made', () => {
    const paths = pathsIn(temporaryFolder());
    const run = vi.fn();
    const backUp = () => {
      throw new Error('no copy');
    };
    expect(() => migrate(fs, paths, { ...upTo3(run), backUp })).toThrow('no copy');
    expect(run).not.toHaveBeenCalled();
  });

  it('knows a number that is none', () => {
    const paths = pathsIn(temporaryFolder());
    fs.writeFileSync(path.join(paths.data, 'format'), 'two');
    expect(() => readFormat(fs, paths)).toThrow(/does not say which format/);
  });
});

describe('a copy', () => {
  it('has every journal byte for byte, for the user alone', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['a', 'b']);
    fs.appendFileSync(journalIn(home), 'noise, and a torn li');
    const folder = makeBackup(fs, pathsIn(home), 'reset', moment(10).at) ?? '';
    const copy = path.join(folder, 'progress', path.basename(journalIn(home)));
    expect(fs.readFileSync(copy)).toEqual(fs.readFileSync(journalIn(home)));
    expect([fs.statSync(folder).mode & 0o777, fs.statSync(copy).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    const other = temporaryFolder();
    fs.cpSync(folder, other, { recursive: true });
    expect(repsIn(openStoreIn(other))).toEqual({ a: 1, b: 1 });
  });

  it('is one of the last ten', () => {
    const home = temporaryFolder();
    const paths = pathsIn(home);
    study(openStoreIn(home), ['a']);
    fs.mkdirSync(path.join(paths.backups, 'mine'), { recursive: true });
    for (let day = 1; day <= BACKUPS_KEPT + 3; day++)
      makeBackup(fs, paths, 'reset', moment(day).at);
    makeBackup(fs, paths, 'reset', moment(BACKUPS_KEPT + 3).at);
    const names = listBackups(fs, paths);
    expect(names).toHaveLength(BACKUPS_KEPT);
    expect(names[0]).toMatch(/^19700106/);
    expect(names.at(-1)).toMatch(/-before-reset-2$/);
    expect(fs.existsSync(path.join(paths.backups, 'mine'))).toBe(true);
  });

  it('that cannot be made leaves nothing, and says that nothing was changed', () => {
    const home = temporaryFolder();
    const paths = pathsIn(home);
    study(openStoreIn(home), ['a']);
    const full = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    expect(() => makeBackup({ ...fs, writeSync: full }, paths, 'reset', moment(10).at)).toThrow(
      /no copy of your progress could be made in .*: the disk is full/,
    );
    expect(fs.readdirSync(paths.backups)).toEqual([]);
  });
});
