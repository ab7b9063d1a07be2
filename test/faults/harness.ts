import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from '../support/quiz.ts';
import { pathsIn } from '../support/stores.ts';

/** Whether to run for long: `npm run test:faults`. */
export const LONG = process.env['LLM_QUIZ_FAULTS'] === 'long';

/** Bundles the child once for a file of tests; returns where it is. */
export const useChild = (): (() => string) => {
  let folder = '';
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-faults-'));
    const build = await rolldown({
      input: path.join(ROOT, 'test', 'faults', 'child.ts'),
      platform: 'node',
    });
    await build.write({ dir: folder, format: 'cjs', entryFileNames: 'child.cjs' });
  }, 60_000);
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'child.cjs');
};

/** A child that is at work, and what it has told so far. */
export interface Worker {
  readonly process: ChildProcessWithoutNullStreams;
  /** Everything that it said, a line each. */
  readonly lines: string[];
  /** Waits for a line that begins so; false where the child ended before. */
  said(start: string): Promise<boolean>;
  ended(): Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

export const startWorker = (command: string, args: readonly string[]): Worker => {
  const child = spawn(command, args, { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' } });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  let end: { code: number | null; signal: string | null } | undefined;
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      const parts = (rest + data.toString()).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      tell();
    });
  }
  child.on('close', (code, signal) => {
    end = { code, signal };
    tell();
  });
  const until = (test: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (): void => {
        if (!test()) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
      listener();
    });
  return {
    process: child,
    lines,
    async said(start) {
      const isSaid = (): boolean => lines.some((line) => line.startsWith(start));
      await until(() => isSaid() || end !== undefined);
      return isSaid();
    },
    async ended() {
      await until(() => end !== undefined);
      return end ?? { code: null, signal: null };
    },
  };
};

/** The ids that a worker was told are safe. */
export const acknowledged = ({ lines }: Worker): readonly string[] =>
  lines.flatMap((line) => (line.startsWith('ack ') ? line.slice(4).split(' ') : []));

/** Ids of all events on the disk, read without a line of the program: torn lines left out. */
export const idsOnDisk = (home: string): readonly string[] => {
  const { progress } = pathsIn(home);
  return fs.readdirSync(progress).flatMap((name) =>
    fs
      .readFileSync(path.join(progress, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return [(JSON.parse(line) as { id: string }).id];
        } catch {
          return [];
        }
      }),
  );
};
