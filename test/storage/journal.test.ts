import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuizError } from '../../src/quiz-error.ts';
import type { Disk } from '../../src/storage/disk.ts';
import { endOfLines, JournalReader, listJournals, START } from '../../src/storage/journal.ts';
import { cardIn, idIn, timeIn, typeIn } from '../../src/storage/line-fields.ts';
import { LineReader } from '../../src/storage/lines.ts';
import { temporaryFolder } from '../support/quiz.ts';

const line = (n: number, t = n): string =>
  JSON.stringify({
    v: 1,
    id: `s-${n.toString(36)}`,
    device: 'd',
    session: 's',
    t,
    day: 1,
    type: 'mark',
    card: `c${n}`,
  });

const journal = (text: string | Uint8Array): string => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'd.jsonl'), text);
  return folder;
};

const readAll = (reader: JournalReader) => {
  const entries = [];
  for (let entry = reader.next(); entry !== undefined; entry = reader.next()) entries.push(entry);
  return entries;
};

describe('the lines of a file', () => {
  it('are what a split gives, at whatever size they come', () => {
    const file = path.join(temporaryFolder(), 'file');
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })),
        fc.string({ maxLength: 5 }),
        (lines, rest) => {
          const whole = lines.map((one) => one.replaceAll('\n', ' '));
          fs.writeFileSync(
            file,
            whole.map((one) => `${one}\n`).join('') + rest.replaceAll('\n', ' '),
          );
          const handle = fs.openSync(file, 'r');
          const reader = new LineReader(fs, handle, 0);
          const found: string[] = [];
          let offset = 0;
          while (reader.next()) {
            expect(reader.offset).toBe(offset);
            found.push(reader.text);
            offset = reader.nextOffset;
          }
          fs.closeSync(handle);
          expect([found, offset]).toEqual([
            whole,
            Buffer.byteLength(whole.map((one) => `${one}\n`).join('')),
          ]);
        },
      ),
    );
  });

  it('give the same text to look at as to keep, with letters of any size and pieces of any length', () => {
    const file = path.join(temporaryFolder(), 'file');
    const lines = Array.from({ length: 3000 }, (_, n) =>
      (n % 700 === 3 ? 'é€😀' : 'abc')
        .repeat(n % 301)
        .concat(n === 1500 ? 'x'.repeat(600_000) : ''),
    );
    fs.writeFileSync(file, lines.map((one) => `${one}\n`).join(''));
    const handle = fs.openSync(file, 'r');
    const reader = new LineReader(fs, handle, 0);
    const found: string[] = [];
    while (reader.next()) {
      expect(reader.view === reader.text).toBe(true);
      found.push(reader.text);
    }
    fs.closeSync(handle);
    expect(found).toEqual(lines);
  });

  it('that are far too long for an event cost no memory, and the next ones are read', () => {
    const folder = journal(`${line(1)}\n${'x'.repeat(20 << 20)}\n${line(2)}\n`);
    const reader = new JournalReader(fs, folder, 'd', START);
    expect(readAll(reader).map(({ event }) => event.id)).toEqual(['s-1', 's-2']);
    expect(reader.damage.count).toBe(1);
    expect(reader.damage.lines[0]?.bytes.length).toBeLessThan(6 << 20);
    expect(reader.cursor.offset).toBe(fs.statSync(path.join(folder, 'd.jsonl')).size);
  });
});

describe('a journal', () => {
  it('of noise costs little memory: the first lines of it are kept, and all are counted', () => {
    const reader = new JournalReader(fs, journal('noise\n'.repeat(100_000)), 'd', START);
    expect(readAll(reader)).toEqual([]);
    expect([reader.damage.count, reader.damage.lines.length]).toEqual([100_000, 20]);
  });

  it('of nesting without end, of nothing but zeros, or of one endless number is damaged', () => {
    for (const text of [
      '['.repeat(3 << 20),
      '{"a":'.repeat(1 << 19),
      '\0'.repeat(1 << 20),
      '9'.repeat(1 << 20),
    ]) {
      const reader = new JournalReader(fs, journal(`${text}\n${line(1)}\n`), 'd', START);
      expect(readAll(reader)).toHaveLength(1);
      expect(reader.damage.count).toBe(1);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'is a file: a folder or a pipe of such a name holds nobody up',
    () => {
      const folder = journal(`${line(1)}\n`);
      fs.mkdirSync(path.join(folder, 'folder.jsonl'));
      execFileSync('mkfifo', [path.join(folder, 'pipe.jsonl')]);
      fs.symlinkSync(path.join(folder, 'pipe.jsonl'), path.join(folder, 'link-to-pipe.jsonl'));
      fs.symlinkSync('/dev/zero', path.join(folder, 'zeros.jsonl'));
      fs.symlinkSync(path.join(folder, 'none'), path.join(folder, 'to-nothing.jsonl'));
      fs.symlinkSync(path.join(folder, 'd.jsonl'), path.join(folder, 'link-to-d.jsonl'));
      expect(listJournals(fs, folder)).toEqual(['d', 'link-to-d']);
    },
  );

  it('keeps the order of its lines whatever its clock did', () => {
    const reader = new JournalReader(
      fs,
      journal([line(1, 50), line(2, 10), line(3, 60)].join('\n').concat('\n')),
      'd',
      START,
    );
    expect(readAll(reader).map(({ order }) => order.t)).toEqual([50, 50, 60]);
  });

  it('reads with Windows line ends, blank lines, and blanks inside its JSON', () => {
    const loose = line(3).replaceAll(':', ': ').replaceAll(',', ', ');
    const text = `${line(1)}\r\n\r\n\n${line(2)}\r\n${loose}\n`;
    for (const wanted of [
      {},
      { types: new Set(['mark']) },
      { cards: new Set(['c1', 'c2', 'c3']) },
    ]) {
      const reader = new JournalReader(fs, journal(text), 'd', START, wanted);
      expect(readAll(reader).map(({ event }) => event.id)).toEqual(['s-1', 's-2', 's-3']);
      expect([reader.damage.count, reader.cursor.maxT]).toEqual([0, 3]);
    }
  });

  it('ends where its last whole line ends', () => {
    const whole = `${line(1)}\n${line(2)}\n`;
    const folder = journal(`${whole}{"v":1,"id`);
    expect(endOfLines(fs, folder, 'd')).toBe(whole.length);
    expect(endOfLines(fs, folder, 'none')).toBe(0);
    expect(endOfLines(fs, journal('x'.repeat(10_000)), 'd')).toBe(0);
  });

  it('that cannot be read says so, and what to do', () => {
    const folder = journal(`${line(1)}\n`);
    const broken: Disk = {
      ...fs,
      readSync: (() => {
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      }) as unknown as Disk['readSync'],
    };
    const read = () => new JournalReader(broken, folder, 'd', START).next();
    expect(read).toThrow(QuizError);
    expect(read).toThrow(
      /progress cannot be read from .*d\.jsonl: the disk reported an error \(EIO\)/,
    );
  });
});

describe('a field of a line', () => {
  it('is what a parser finds, also where texts look like keys', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }),
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        (question, card, t) => {
          for (const text of [
            question,
            '"t":5,"type":"x","card":"y","id":"z"',
            '\\',
            '\\"card":"',
          ]) {
            const event = { v: 1, note: text, id: 's-1', t, type: 'seen', card, question: text };
            for (const json of [
              JSON.stringify(event),
              JSON.stringify(event, undefined, 1).replaceAll('\n', ''),
            ]) {
              expect([idIn(json), timeIn(json), typeIn(json), cardIn(json)]).toEqual([
                's-1',
                t,
                'seen',
                card,
              ]);
            }
          }
        },
      ),
    );
  });
});
