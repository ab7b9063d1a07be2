import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/quiz.ts';

const SRC = path.join(ROOT, 'src');
/** Each room may use those to its right; commands use all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  deck: [],
  scheduler: ['deck'],
  progress: ['scheduler', 'deck'],
  session: ['progress', 'scheduler', 'deck'],
  terminal: ['session', 'progress', 'scheduler', 'deck'],
  storage: ['session', 'progress', 'scheduler', 'deck'],
  commands: ['terminal', 'storage', 'session', 'progress', 'scheduler', 'deck'],
};
const PURE = ['deck', 'scheduler', 'progress', 'session'];
/** May be used everywhere: what every room can fail with. */
const COMMON = ['quiz-error.ts'];

const codeOf = (file: string): string =>
  fs.readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const files = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'));

/** Every import of a file, type-only and lazy ones too, as paths in src or package names. */
const importsOf = (file: string): string[] => {
  const text = fs.readFileSync(path.join(SRC, file), 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name) =>
    name.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
      : name,
  );
};

const roomOf = (file: string): string | undefined =>
  file.includes('/') ? file.split('/')[0] : undefined;

describe('the rooms of the house', () => {
  it('are those of the design', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
    expect([...rooms].toSorted()).toEqual(Object.keys(ROOMS).toSorted());
  });

  it.each(Object.keys(ROOMS))('%s imports only from rooms to its right', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => files.includes(name) && !COMMON.includes(name))
          .filter((name) => roomOf(name) !== room && !ROOMS[room]?.includes(roomOf(name) ?? 'main'))
          .map((name) => `${file} -> ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(PURE)('%s is pure: no node modules, no process, no clock, no chance', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => {
        const text = codeOf(file);
        const nodes = importsOf(file).filter((name) => name.startsWith('node:'));
        const words =
          /\bprocess\.|\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bnew Date\(\)/.exec(text);
        return [...nodes, ...(words === null ? [] : [words[0]])].map((what) => `${file}: ${what}`);
      });
    expect(wrong).toEqual([]);
  });

  it('hold all of the code: none stands in front of the house', () => {
    const files = fs.readdirSync(ROOT).filter((name) => /\.[cm]?[jt]s$/.test(name));
    expect(files).toEqual([]);
  });

  it('has no import cycle, of types neither', () => {
    const graph = new Map(
      files.map((file) => [file, importsOf(file).filter((name) => files.includes(name))]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file))
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('leaves the process to main.ts and the loader', () => {
    const wrong = files.filter(
      (file) => !['main.ts', 'loader.ts'].includes(file) && /\bprocess\./.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps ts-fsrs behind one file', () => {
    expect(files.filter((file) => importsOf(file).includes('ts-fsrs'))).toEqual([
      'scheduler/fsrs.ts',
    ]);
  });

  it('has no file over 300 lines', () => {
    const long = files.filter(
      (file) => fs.readFileSync(path.join(SRC, file), 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });
});
