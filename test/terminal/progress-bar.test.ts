import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/terminal/progress-bar.ts';

const work = { what: 'Reading the deck', done: 50, total: 200, unit: 'files', startedAt: 1_000 };

describe('long work as a line', () => {
  it('has a bar, the share, the rate and the time that is left', () => {
    expect(progressLine(work, 3_000, 100)).toBe(
      'Reading the deck  [#####---------------]  25 %, 25 files a second, 6 s left',
    );
  });

  it('tells bytes in megabytes, and long times in minutes', () => {
    const bytes = { ...work, unit: 'bytes', done: 3_000_000, total: 600_000_000 };
    expect(progressLine(bytes, 3_000, 100)).toMatch(/0 %, 1\.5 MB a second, 7 min left$/);
  });

  it('names no rate where nothing is done, and never goes beyond its end', () => {
    expect(progressLine({ ...work, done: 0 }, 3_000, 100)).toMatch(/\] {2}0 %$/);
    expect(progressLine({ ...work, total: 0 }, 3_000, 100)).toMatch(/\] {2}0 %$/);
    expect(progressLine({ ...work, done: 900 }, 3_000, 100)).toMatch(/100 %.* 0 s left$/);
  });

  it.each([20, 40, 60, 80])('is shorter than a window of %i columns', (columns) => {
    const line = progressLine({ ...work, what: 'Reading 日本語.json' }, 3_000, columns);
    expect(line.length).toBeLessThan(columns);
  });
});
