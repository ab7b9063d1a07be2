// Everything that must hold: format, lint, types, build, and all tests. Ends with the true counts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-test-')), 'report.json');

// What a developer has set must not decide over a test.
const env = { ...process.env, TZ: process.env.TZ ?? 'UTC' };
for (const name of [
  'NO_COLOR',
  'FORCE_COLOR',
  'CLICOLOR',
  'CLICOLOR_FORCE',
  'LLM_QUIZ_HOME',
  'LLM_QUIZ_NOW',
  'NODE_OPTIONS',
])
  delete env[name];

const steps = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit']],
  ['build', process.execPath, [path.join(root, 'scripts', 'build.mjs')]],
  [
    'tests',
    bin('vitest'),
    [
      'run',
      '--dir',
      'test',
      '--testTimeout=60000',
      '--config=test/support/fixed.config.mjs',
      '--root=.',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
  ],
];

let failedSteps = 0;
for (const [name, command, args] of steps) {
  console.log(`\n> ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.log(`> ${name} failed`);
    failedSteps++;
  }
}

const counts = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined;
const passed = counts?.numPassedTests ?? 0;
const failed =
  (counts?.numFailedTests ?? 0) +
  (counts?.numFailedTests === 0 || counts === undefined ? failedSteps : 0);
const skipped = (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failedSteps > 0 ? 1 : 0;
