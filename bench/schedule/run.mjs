// Bundles the bench, which is TypeScript, to a temporary file and runs it: Node 20 strips no types.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'llm-quiz-bench-'));
const file = path.join(folder, 'main.mjs');
try {
  const build = await rolldown({ input: path.join(here, 'main.ts'), platform: 'node' });
  await build.write({ file, format: 'esm' });
  const { status } = spawnSync(process.execPath, [file, here, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  fs.rmSync(folder, { recursive: true });
}
