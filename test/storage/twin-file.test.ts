import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { TwinFile, twin } from '../../src/storage/twin-file.ts';
import { temporaryFolder } from '../support/quiz.ts';

let file = '';
beforeEach(() => {
  file = path.join(temporaryFolder(), 'twin');
});

const write = (text: string): Buffer => {
  const bytes = Buffer.from(twin(text).join(''));
  fs.writeFileSync(file, bytes);
  return bytes;
};

/** Longer than what is read as a whole. */
const LONG = `first line\n${'0123456789'.repeat(30_000)}\nlast`;

const read = (start: number, end: number): string => {
  const twins = new TwinFile(fs, file);
  try {
    return twins.read(start, end).toString();
  } finally {
    twins.close();
  }
};

describe('a file that has its text twice', () => {
  it.each([['short\ntext'], ['no line'], ['{}'], [LONG]])('gives any part of it', (text) => {
    write(text);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(read(start, end)).toBe(text.slice(start, end));
      }),
      { numRuns: 50 },
    );
    const twins = new TwinFile(fs, file);
    expect([twins.size, twins.readLine().toString()]).toEqual([
      text.length,
      text.split('\n', 1)[0],
    ]);
    twins.close();
  });

  it('gives a first line that is longer than what is read first', () => {
    write(`${LONG.replaceAll('\n', ' ')}\n${LONG}`);
    const twins = new TwinFile(fs, file);
    expect(twins.readLine().toString()).toBe(LONG.replaceAll('\n', ' '));
    twins.close();
  });

  it('gives no part in which a byte of either text was changed', () => {
    for (const text of [LONG.slice(0, 500), LONG]) {
      const whole = write(text);
      const place = fc.nat(text.length - 1);
      fc.assert(
        fc.property(
          place,
          fc.boolean(),
          fc.nat(400),
          fc.integer({ min: 1, max: 255 }),
          (...args) => {
            const [at, isFirst, room, change] = args;
            const bytes = Buffer.from(whole);
            const changed = at + (isFirst ? 1 : text.length + 3);
            bytes[changed] = (bytes[changed] ?? 0) ^ change;
            fs.writeFileSync(file, bytes);
            const [start, end] = [Math.max(0, at - room), Math.min(text.length, at + room + 1)];
            expect(() => read(start, end)).toThrow(TypeError);
          },
        ),
        { numRuns: 100 },
      );
    }
  });

  it('of another length is damaged in whatever is read', () => {
    for (const text of ['some text', LONG]) {
      const whole = write(text);
      for (const size of [0, 1, 3, whole.length / 2, whole.length - 2, whole.length - 1]) {
        fs.writeFileSync(file, whole.subarray(0, size));
        expect(() => read(0, text.length)).toThrow(TypeError);
      }
      fs.writeFileSync(file, Buffer.concat([whole, Buffer.from('!!')]));
      expect(() => read(0, text.length)).toThrow(TypeError);
    }
  });

  it('has no part outside of its text', () => {
    write(LONG);
    expect(() => read(-1, 3)).toThrow(TypeError);
    expect(() => read(3, 2)).toThrow(TypeError);
    expect(() => read(Number.NaN, 2)).toThrow(TypeError);
    expect(() => read(0, LONG.length + 1)).toThrow(TypeError);
  });
});
