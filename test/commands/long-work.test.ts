import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { showWork, tellReads } from '../../src/commands/long-work.ts';
import { temporaryFolder } from '../support/quiz.ts';

/** A terminal, and a clock that work moves on. */
const stage = (
  given: { isTTY?: boolean; env?: Record<string, string>; accessible?: boolean } = {},
) => {
  const { isTTY = true, env = {}, accessible = false } = given;
  let now = 5_000;
  let written = '';
  const stderr = {
    isTTY,
    columns: 80,
    write: (text: string) => {
      written += text;
    },
  };
  return {
    place: { stderr, env, accessible, elapsed: () => now },
    pass: (ms: number) => {
      now += ms;
    },
    written: () => written,
  };
};

/** Work of ten steps, each of so many milliseconds. */
const work = (at: ReturnType<typeof stage>, ms: number): number =>
  showWork(at.place, 'Reading the deck', 'files', (onProgress) => {
    for (let step = 1; step <= 10; step++) {
      at.pass(ms);
      onProgress(step, 10);
    }
    return 7;
  });

describe('work that may be long', () => {
  it('writes nothing where it takes less than 300 ms', () => {
    const at = stage();
    expect(work(at, 29)).toBe(7);
    expect(at.written()).toBe('');
  });

  it('is drawn from then on, ten times a second at most, and erased when it is done', () => {
    const at = stage();
    work(at, 60);
    const lines = at.written().split('\r\u001B[K');
    expect(lines[1]).toMatch(/^Reading the deck {2}\[#{10}-{10}\] {2}50 %/);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe('');
  });

  it('writes nothing where standard error is no terminal', () => {
    const at = stage({ isTTY: false });
    expect(work(at, 1_000)).toBe(7);
    expect(at.written()).toBe('');
  });

  it.each([{ accessible: true }, { env: { NO_MOTION: '1' } }])(
    'is said once at the start and once at the end with %j',
    (given) => {
      const at = stage(given);
      work(at, 1_000);
      expect(at.written()).toBe('Reading the deck. This takes a while.\nReading the deck: done.\n');
      const fast = stage(given);
      work(fast, 10);
      expect(fast.written()).toBe('');
    },
  );

  it('is erased where it fails, and silent when its disk is used later', () => {
    const at = stage();
    let later: () => void = () => undefined;
    const fail = (): void =>
      showWork(at.place, 'Reading', 'bytes', (onProgress) => {
        at.pass(400);
        onProgress(1, 2);
        later = () => onProgress(2, 2);
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(at.written()).toMatch(/\r\u001B\[K$/);
    const { length } = at.written();
    at.pass(5_000);
    later();
    expect(at.written()).toHaveLength(length);
  });

  it('counts the bytes that are read from a disk, of a total that is asked for once', () => {
    const file = path.join(temporaryFolder(), 'file');
    const size = 3 << 19;
    fs.writeFileSync(file, Buffer.alloc(size));
    const told: number[][] = [];
    let asked = 0;
    const disk = tellReads(
      fs,
      () => {
        asked++;
        return size;
      },
      (...now) => told.push(now),
    );
    const handle = disk.openSync(file, 'r');
    const bytes = Buffer.alloc(1 << 20);
    disk.readSync(handle, bytes, 0, 1 << 19, 0);
    expect(asked).toBe(0);
    disk.readSync(handle, bytes, 0, 1 << 19, 1 << 19);
    disk.readSync(handle, bytes, 0, 1 << 20, 1 << 20);
    disk.closeSync(handle);
    expect(told).toEqual([
      [1 << 20, size],
      [size, size],
    ]);
    expect(asked).toBe(1);
  });
});
