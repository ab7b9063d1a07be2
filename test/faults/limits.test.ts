import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/quiz.ts';
import { openStoreIn } from '../support/stores.ts';
import { acknowledged, idsOnDisk, LONG, startWorker, useChild } from './harness.ts';

const isRoot = process.getuid?.() === 0;

const expectAllKept = (home: string, safe: readonly string[]): void => {
  const onDisk = idsOnDisk(home);
  expect(safe.filter((id) => !onDisk.includes(id))).toEqual([]);
  expect(openStoreIn(home).ledger.events).toBe(new Set(onDisk).size);
};

describe('a limit on the size of files', () => {
  const child = useChild();

  it.each([[1], [4], [16]])(
    'of %i KB stops a session with a message, and loses nothing',
    async (size) => {
      const home = temporaryFolder();
      const command = `ulimit -f ${size}; exec "$0" "$@"`;
      const worker = startWorker('bash', [
        '-c',
        command,
        process.execPath,
        child(),
        'session',
        home,
        '1',
        '400',
      ]);
      expect(await worker.ended()).toEqual({ code: 0, signal: null });
      expect(worker.lines.at(-1)).toMatch(
        /^failed progress cannot be saved in .*: the file may not grow further \(EFBIG\) \| free some space|^failed .*the disk is full/,
      );
      expect(acknowledged(worker).length).toBeGreaterThan(3);
      expectAllKept(home, acknowledged(worker));
    },
    60_000,
  );
});

describe.skipIf(!LONG || !isRoot)('a small disk that is really full', () => {
  const child = useChild();

  it('stops a session with a message, and goes on when there is room again', async () => {
    const home = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', home]);
    try {
      const ballast = path.join(home, 'ballast');
      fs.writeFileSync(ballast, Buffer.alloc(200 * 1024));
      const worker = startWorker(process.execPath, [child(), 'session', home, '1', '400']);
      await worker.ended();
      expect(worker.lines.at(-1)).toMatch(
        /^failed progress cannot be saved in .*: the disk is full/,
      );
      expectAllKept(home, acknowledged(worker));
      fs.rmSync(ballast);
      const again = startWorker(process.execPath, [child(), 'session', home, '2', '50']);
      await again.ended();
      expect(again.lines.at(-1)).toBe('done');
      expectAllKept(home, [...acknowledged(worker), ...acknowledged(again)]);
    } finally {
      execFileSync('umount', [home]);
    }
  }, 60_000);
});
