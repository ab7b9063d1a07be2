import fs from 'node:fs';
import type { Context, Output } from '../../src/commands/context.ts';
import { toTimestamp } from '../../src/scheduler/units.ts';
import { ROOT, temporaryFolder } from './quiz.ts';

const silent = (): Output => ({ isTTY: false, columns: 80, write: () => undefined });

/** A world without a terminal, in which a command can run within a test. */
export const testContext = (changes: Partial<Context> = {}): Context => {
  const home = temporaryFolder();
  return {
    version: '1.0.0',
    build: 'test',
    issues: '',
    root: ROOT,
    cwd: home,
    home,
    env: {},
    host: { name: 'test', machineId: 'test' },
    pid: 1,
    disk: fs,
    stdout: silent(),
    stderr: silent(),
    terminal: undefined,
    clock: { now: () => toTimestamp(0) },
    elapsed: () => 0,
    randomSeed: () => 1,
    randomHex: (bytes) => '0'.repeat(2 * bytes),
    isAlive: () => false,
    platform: 'linux',
    runForeground: () => ({ kind: 'ended', status: 0 }),
    page: () => false,
    startDetached: () => undefined,
    ...changes,
  };
};
