import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pty } from '../support/pty.ts';
import { ROOT, temporaryFolder } from '../support/quiz.ts';

const MAX_PACKED = 2 * 1024 * 1024;

describe('the package', () => {
  it('runs from an empty folder when it is installed globally, and brings nothing else', async () => {
    const folder = temporaryFolder();
    // The build is done already; a second one here would pull dist/ away from under other tests.
    const packed = execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    const [{ filename, size, files }] = JSON.parse(packed);
    expect(size).toBeLessThan(MAX_PACKED);
    const tops = new Set(files.map((file: { path: string }) => file.path.split('/')[0]));
    expect([...tops].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'LICENSE-deck',
      'README.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'questions',
    ]);

    const prefix = path.join(folder, 'prefix');
    execFileSync(
      'npm',
      ['install', '--global', '--offline', '--prefix', prefix, path.join(folder, filename)],
      { cwd: folder },
    );
    const installed = path.join(prefix, 'lib', 'node_modules', 'llm-quiz');
    expect(fs.existsSync(path.join(installed, 'node_modules'))).toBe(false);

    const bin = path.join(prefix, 'bin', 'llm-quiz');
    const empty = path.join(folder, 'empty');
    fs.mkdirSync(empty);
    const env = { PATH: process.env['PATH'] ?? '', HOME: empty, TZ: 'UTC' };
    const version = spawnSync(bin, ['--version'], { cwd: empty, env, encoding: 'utf8' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(spawnSync(bin, ['check'], { cwd: empty, env, encoding: 'utf8' }).status).toBe(0);

    const quiz = new Pty([bin], { cwd: empty, env });
    await quiz.waitFor(/Welcome to llm-quiz: 421/);
    await quiz.press('\r', /card 1 of 10/);
    await quiz.press(' 3', /card 2 of 10/);
    quiz.write('q');
    expect(await quiz.exited()).toEqual({ code: 0, signal: undefined });
    expect(fs.existsSync(path.join(empty, '.local', 'share', 'llm-quiz', 'progress'))).toBe(true);
  });

  it('has no evaluated code and no address of a registry in it', () => {
    for (const name of fs
      .readdirSync(path.join(ROOT, 'dist'))
      .filter((file) => file.endsWith('.js'))) {
      const text = fs.readFileSync(path.join(ROOT, 'dist', name), 'utf8');
      expect([name, /\beval\(/.test(text)]).toEqual([name, false]);
    }
    const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
    expect(lock).not.toMatch(/"resolved": "http/);
  });
});
