import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/storage/disk.ts';
import { grade, moment } from '../support/events.ts';
import { temporaryFolder } from '../support/quiz.ts';
import { journalIn, openStoreIn, pathsIn, repsIn } from '../support/stores.ts';

/** A disk that syncs nothing: these tests are about bytes. */
const disk: Disk = { ...fs, fsyncSync: () => {}, fdatasyncSync: () => {} };

describe('a last line torn', () => {
  it('at any of its bytes costs that line alone, and is told of once', () => {
    const home = temporaryFolder();
    for (const card of ['first', 'caf\u00E9 \u{1F600}', 'last']) {
      openStoreIn(home, { disk }).record([grade(card, 'good')], moment(10));
    }
    const whole = fs.readFileSync(journalIn(home));
    const [name = '', { damaged }] = [path.basename(journalIn(home)), pathsIn(home)];
    const start = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let cut = start; cut < whole.length; cut++) {
      const other = temporaryFolder();
      fs.cpSync(home, other, { recursive: true });
      fs.writeFileSync(path.join(pathsIn(other).progress, name), whole.subarray(0, cut));
      const store = openStoreIn(other, { disk });
      expect([cut, repsIn(store)]).toEqual([cut, { first: 1, 'caf\u00E9 \u{1F600}': 1 }]);
      store.record([grade('next', 'good')], moment(11));
      // A line that lacks its end alone is whole once the next one has given it that end.
      const isWhole = cut === whole.length - 1;
      const again = openStoreIn(other, { disk });
      const expected = {
        first: 1,
        'caf\u00E9 \u{1F600}': 1,
        next: 1,
        ...(isWhole ? { last: 1 } : {}),
      };
      expect([cut, repsIn(again)]).toEqual([cut, expected]);
      const notices = [...store.takeNotices(), ...again.takeNotices()];
      const isTold = cut > start && !isWhole;
      expect([cut, notices.length]).toEqual([cut, isTold ? 1 : 0]);
      if (!isTold) continue;
      const aside = pathsIn(other).damaged;
      const [kept = ''] = fs.readdirSync(aside);
      expect(fs.readFileSync(path.join(aside, kept))).toEqual(whole.subarray(start, cut));
    }
    expect(fs.existsSync(damaged)).toBe(false);
  }, 60_000);
});
