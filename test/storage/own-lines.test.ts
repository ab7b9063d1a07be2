import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/storage/disk.ts';
import { grade, moment } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { happen, journalIn, openStoreIn, repsIn, stateIn, study } from '../support/stores.ts';

/** A disk that does something else right after a line was written, once. */
const diskWith = (deed: () => void): Disk => {
  let isDone = false;
  return {
    ...fs,
    fdatasyncSync: (handle) => {
      fs.fdatasyncSync(handle);
      if (isDone) return;
      isDone = true;
      deed();
    },
  };
};

/** A disk that notes which of its calls are made. */
const notingDisk = () => {
  const calls: string[] = [];
  const noting = Object.fromEntries(
    Object.entries(fs)
      .filter(([name]) => name.endsWith('Sync'))
      .map(([name, call]) => [
        name,
        (...args: unknown[]) => {
          calls.push(name);
          return (call as (...all: unknown[]) => unknown)(...args);
        },
      ]),
  );
  return { disk: { ...fs, ...noting } as Disk, calls };
};

describe('a grade', () => {
  it('is written, synced and looked for by three calls, whatever other devices wrote before', () => {
    const home = temporaryFolder();
    for (const host of ['desktop', 'tower']) study(openStoreIn(home, { host }), ['x', 'y']);
    const { disk, calls } = notingDisk();
    const store = openStoreIn(home, { disk });
    study(store, ['a', 'b']);
    calls.length = 0;
    store.record([grade('c', 'good')], moment(11));
    expect(calls).toEqual(['writeSync', 'fdatasyncSync', 'statSync']);
  });

  it('leaves the state that reading the journal again gives', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    for (let n = 0; n < 40; n++) {
      const card = `c-${n % 7}-é😀`;
      const seen = { type: 'seen', card, question: 'Wozu? “so”\n\u2028', answer: 'ff' } as const;
      // The clock goes back now and then.
      const at = moment(10 + n, n % 5 === 0 ? -9000 : n);
      store.record(n % 3 === 0 ? [seen, grade(card, 'hard')] : [grade(card, 'good', n)], at);
    }
    const before = stateIn(store);
    expect(stateIn(openStoreIn(home))).toEqual(before);
    store.rebuild();
    expect(stateIn(store)).toEqual(before);
  });

  it('is not mixed up with what another window writes in the same moment', () => {
    const home = temporaryFolder();
    const other = openStoreIn(home);
    study(other, ['x']);
    const disk = diskWith(() => study(other, ['y', 'z'], 12));
    const store = openStoreIn(home, { disk });
    study(store, ['a', 'b'], 13);
    expect(repsIn(store)).toEqual({ a: 1, b: 1, x: 1, y: 1, z: 1 });
    expect(stateIn(openStoreIn(home))).toEqual(stateIn(store));
  });

  it('that is not there as it was written is written again', () => {
    const home = temporaryFolder();
    study(openStoreIn(home), ['x']);
    const disk = diskWith(() => {
      const bytes = fs.readFileSync(journalIn(home));
      fs.writeFileSync(journalIn(home), bytes.subarray(0, -100));
    });
    const store = openStoreIn(home, { disk });
    study(store, ['a', 'b']);
    expect(repsIn(store)).toEqual({ a: 1, b: 1, x: 1 });
    expect(stateIn(openStoreIn(home))).toEqual(stateIn(store));
  });

  it('counts once more with what was before it, where that was changed in its place', () => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a', 'b']);
    const text = fs.readFileSync(journalIn(home), 'utf8');
    fs.writeFileSync(journalIn(home), text.replace('"card":"b"', '"card":"cc"'));
    study(store, ['d'], 11);
    expect(repsIn(store)).toEqual({ a: 1, cc: 1, d: 1 });
  });
});

describe('an event that could not be read again', () => {
  it.each([
    ['a note', { type: 'note', card: 'a', text: 'x'.repeat(10_001) } as const],
    ['a grade', grade('x'.repeat(600), 'good')],
  ])('such as %s that is too long is not taken for saved', (_, event) => {
    const home = temporaryFolder();
    const store = openStoreIn(home);
    study(store, ['a']);
    const before = stateIn(store);
    expect(() => happen(store, event)).toThrow(/progress cannot be saved/);
    expect(stateIn(store)).toEqual(before);
    study(store, ['b']);
    expect(stateIn(openStoreIn(home))).toEqual(stateIn(store));
  });
});
