import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { Pty, type PtyOptions } from './pty.ts';

export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const BIN = path.join(ROOT, 'bin', 'llm-quiz.js');

/** A folder that goes away when the test is over. */
export const temporaryFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
  /** The program, where it is not that of this folder. */
  readonly bin?: string;
}

const environment = (home: string, env: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  LLM_QUIZ_HOME: path.join(home, 'quiz'),
  ...env,
});

/** Runs the built program without a terminal. */
export const runQuiz = (
  args: readonly string[],
  { home, env, cwd, input = '', bin = BIN }: RunOptions,
): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: cwd ?? home,
    env: environment(home, env),
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, stdout, stderr };
};

/** Starts the built program in a pseudo-terminal; it is killed when the test is over. */
export const openQuiz = (
  args: readonly string[],
  {
    home,
    env,
    bin = BIN,
    ...options
  }: PtyOptions & { readonly home: string; readonly bin?: string },
): Pty => {
  const program = new Pty([process.execPath, bin, ...args], {
    ...options,
    cwd: options.cwd ?? home,
    env: environment(home, env),
  });
  onTestFinished(() => program.close());
  return program;
};

/** The events of all journals of a home, as they stand. */
export const readEvents = (home: string): Record<string, unknown>[] => {
  const folder = path.join(home, 'quiz', 'progress');
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).flatMap((name) =>
    fs
      .readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );
};

/** The state of every card, as `list --json` gives it. */
export const listCards = (
  home: string,
  args: readonly string[] = [],
  env?: Readonly<Record<string, string>>,
): {
  key: string;
  id: string;
  state: Record<string, unknown>;
  chapter: { number: number } | null;
}[] =>
  JSON.parse(
    runQuiz(['list', '--json', ...args], env === undefined ? { home } : { home, env }).stdout,
  ).cards;
