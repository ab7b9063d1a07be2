import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFingerprint, readMemory, saveMemory } from '../../src/storage/deck-memory.ts';
import { readRegistry, saveRegistry } from '../../src/storage/deck-registry.ts';
import type { Disk } from '../../src/storage/disk.ts';
import { resolvePaths } from '../../src/storage/paths.ts';
import { temporaryFolder } from '../support/quiz.ts';

const pathsIn = (home: string) =>
  resolvePaths({ home, env: { LLM_QUIZ_HOME: path.join(home, 'quiz') } });

const DECKS = [{ name: 'notes', path: '/tmp/notes.md', options: { questionLevel: 3 } }];

describe('the list of decks', () => {
  it('is empty where none was added', () => {
    expect(readRegistry(fs, pathsIn(temporaryFolder()))).toEqual({ decks: [], notice: undefined });
  });

  it('is read as it was written, and is for the user alone', () => {
    const paths = pathsIn(temporaryFolder());
    saveRegistry(fs, paths, DECKS, 'mark');
    expect(readRegistry(fs, paths).decks).toEqual(DECKS);
    expect(fs.statSync(path.join(paths.data, 'decks.json')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(paths.data)).toEqual(['decks.json']);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":2,"decks":[]}',
    '{"version":1,"decks":[{"name":"../x","path":"/a"}]}',
    '{"version":1,"decks":[{"name":"x","path":"relative"}]}',
  ])('is put aside and said where it is %j', (text) => {
    const paths = pathsIn(temporaryFolder());
    fs.mkdirSync(paths.data, { recursive: true });
    fs.writeFileSync(path.join(paths.data, 'decks.json'), text);
    const { decks, notice } = readRegistry(fs, paths);
    expect(decks).toEqual([]);
    expect(notice).toMatch(/could not be read; it is kept as .*decks\.json/);
    expect(fs.readFileSync(path.join(paths.damaged, 'decks.json'), 'utf8')).toBe(text);
    expect(readRegistry(fs, paths).notice).toBeUndefined();
  });

  it('is the old one where the new one cannot be written', () => {
    const paths = pathsIn(temporaryFolder());
    saveRegistry(fs, paths, DECKS, 'one');
    const full: Disk = {
      ...fs,
      writeSync: (() => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      }) as typeof fs.writeSync,
    };
    expect(() => saveRegistry(full, paths, [], 'two')).toThrow(/cannot be saved .*disk is full/);
    expect(readRegistry(fs, paths).decks).toEqual(DECKS);
    expect(fs.readdirSync(paths.data)).toEqual(['decks.json']);
  });
});

describe('the memory of a deck', () => {
  const memory = {
    path: '/tmp/notes.md',
    fingerprint: 'f1',
    cards: [{ key: 'a', id: 'a', question: 'What\n"is" it?', answerHash: 'h', sketch: 'AB..' }],
    orphans: [{ key: 'n/b', id: 'b', question: '', answerHash: '', sketch: '' }],
  };

  it('is read as it was written, and its fingerprint alone too', () => {
    const paths = pathsIn(temporaryFolder());
    saveMemory(fs, paths, memory, 'mark');
    expect(readMemory(fs, paths, memory.path)).toEqual(memory);
    expect(readFingerprint(fs, paths, memory.path)).toBe('f1');
    expect(readMemory(fs, paths, '/tmp/other.md')).toBeUndefined();
  });

  it('is nothing where it is damaged', () => {
    const paths = pathsIn(temporaryFolder());
    saveMemory(fs, paths, memory, 'mark');
    const folder = path.join(paths.data, 'decks');
    const file = path.join(folder, fs.readdirSync(folder)[0] ?? '');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -20));
    expect(readMemory(fs, paths, memory.path)).toBeUndefined();
  });
});
