import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeTag, Program } from '../src/loader.ts';
import { openQuiz, ROOT, runQuiz, temporaryFolder } from './support/quiz.ts';

/** A program of two files, as the build writes them. */
const writeProgram = (): string => {
  const dist = path.join(temporaryFolder(), 'dist');
  fs.mkdirSync(dist);
  const write = (name: string, text: string): void =>
    fs.writeFileSync(path.join(dist, name), `(function(module,exports,require){${text}\n})`);
  write(
    'start.cjs',
    'exports.path=require("node:path").sep;exports.ask=()=>require("./screen.cjs").answer();',
  );
  write('screen.cjs', 'exports.answer=()=>"forty-two";');
  return dist;
};

/** The built program somewhere else, without what is not wanted of it. */
const copyProgram = (home: string, isWanted: (file: string) => boolean): string => {
  const root = path.join(home, 'installed');
  for (const part of ['bin', 'dist', 'questions']) {
    fs.cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true, filter: isWanted });
  }
  return root;
};

interface Main {
  readonly path: string;
  ask(): string;
}

const open = (dist: string, ...folders: readonly string[]) => {
  const program = new Program(dist, folders);
  return { program, main: program.load('./start.cjs') as Main };
};

describe('the loader', () => {
  it('runs a program whose files need one another and what Node has', () => {
    const { main, program } = open(writeProgram());
    expect(main.path).toBe(path.sep);
    expect(main.ask()).toBe('forty-two');
    expect(program.load('./start.cjs')).toBe(main);
  });

  it('keeps compiled code of a session, and takes it at the next start', () => {
    const dist = writeProgram();
    const code = path.join(dist, '..', 'cache', 'code', codeTag());
    const first = open(dist, code);
    expect(first.program.isWorthSaving).toBe(false);
    first.main.ask();
    expect(first.program.isWorthSaving).toBe(true);
    first.program.save(code);
    expect(fs.readdirSync(code).toSorted()).toEqual(['screen.bin', 'start.bin']);

    const second = open(dist, path.join(dist, 'nothing-here'), code);
    expect(second.main.ask()).toBe('forty-two');
    expect(second.program.isWorthSaving).toBe(false);
  });

  it('keeps code in the cache where the build has none for this Node, and drops what is older', async () => {
    const home = temporaryFolder();
    const root = copyProgram(home, (file) => path.basename(file) !== 'code');
    const codes = path.join(home, 'quiz', 'cache', 'code');
    fs.mkdirSync(path.join(codes, 'an-older-build'), { recursive: true });
    const bin = path.join(root, 'bin', 'llm-quiz.js');
    const quiz = openQuiz(['study', '--new', '1', '-n', '1'], { home, bin });
    await quiz.waitFor(/card 1 of 1/);
    await quiz.press(' ', /again/);
    quiz.write('q');
    await quiz.exited();
    const [kept, ...others] = fs.readdirSync(codes);
    expect(others).toEqual([]);
    expect(kept).toContain(codeTag());
    expect(fs.readdirSync(path.join(codes, kept ?? ''))).toContain('screen.bin');
  });

  it('compiles anew where code is damaged, which V8 would fall over', () => {
    const home = temporaryFolder();
    const root = copyProgram(home, () => true);
    const bin = path.join(root, 'bin', 'llm-quiz.js');
    const file = path.join(root, 'dist', 'code', codeTag(), 'start.bin');
    const code = fs.readFileSync(file);
    const damages: readonly ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.fill(0, 70_000, 70_400),
      (bytes) => bytes.subarray(0, bytes.length / 2 + 7),
      (bytes) => bytes.subarray(0, 0),
      () => Buffer.from('no code, no code'),
    ];
    for (const damage of damages) {
      fs.writeFileSync(file, damage(Buffer.from(code)));
      expect(runQuiz(['paths'], { home, bin })).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('is given code by the build whatever the environment of the build says', () => {
    const compile = path.join(ROOT, 'scripts', 'compile-code.cjs');
    const environments: readonly Record<string, string>[] = [
      { TERM: 'dumb' },
      { CI: 'true', NO_COLOR: '1' },
      { ACCESSIBLE: '1', LLM_QUIZ_HOME: '/nowhere/at/all', LANG: 'C' },
    ];
    for (const environment of environments) {
      const folder = temporaryFolder();
      const env = { PATH: process.env['PATH'], ...environment };
      execFileSync(process.execPath, [compile, path.join(ROOT, 'dist'), folder], { env });
      expect(fs.readdirSync(path.join(folder, codeTag()))).toContain('screen.bin');
    }
  });

  it('is given code by the build, for this Node', () => {
    const home = temporaryFolder();
    expect(runQuiz(['--version'], { home }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const code = path.join(ROOT, 'dist', 'code', codeTag());
    expect(fs.readdirSync(code)).toContain('screen.bin');
    // In a process of its own: V8 remembers what it compiled in this one.
    const script = `
      const { Program } = require(${JSON.stringify(path.join(ROOT, 'dist', 'loader.cjs'))});
      const program = new Program(${JSON.stringify(path.join(ROOT, 'dist'))}, [process.argv[1]]);
      program.load('./start.cjs');
      program.load('./screen.cjs');
      process.stdout.write(String(program.isWorthSaving));`;
    const isWorthSaving = (folder: string): string =>
      execFileSync(process.execPath, ['-e', script, folder], { encoding: 'utf8' });
    expect(isWorthSaving(code)).toBe('false');
    expect(isWorthSaving(home)).toBe('true');
  });
});
