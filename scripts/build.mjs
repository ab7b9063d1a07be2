// Builds dist/: the program in few files without anything to install, and the compiled deck.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { version, bugs } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

// What packages bring and this program must not: gray-matter's engine that evaluates JavaScript,
// and commander's loading of node:child_process for subcommands that are programs of their own.
const leaveOut = {
  name: 'leave-out',
  load(id) {
    if (!/gray-matter[\\/]lib[\\/]engines\.js$/.test(id)) return null;
    return `
      const yaml = require('js-yaml');
      exports.yaml = { parse: yaml.safeLoad.bind(yaml), stringify: yaml.safeDump.bind(yaml) };
    `;
  },
  transform(code, id) {
    if (!/commander[\\/]lib[\\/]command\.js$/.test(id)) return null;
    const lean = code.replace("require('node:child_process')", '({})');
    if (lean === code) throw new Error('commander no longer loads node:child_process this way');
    return lean;
  },
};

// What a session needs before its first question is one file, and what it needs after it another:
// each file more costs Node about a millisecond.
const STARTS = [
  {
    name: 'base',
    test: /[\\/]src[\\/](?:quiz-error|scheduler[\\/]units|terminal[\\/]sequences|storage[\\/]paths)\.ts$/,
    priority: 3,
  },
  { name: 'start', test: /[\\/]src[\\/]commands[\\/](?:program|study-session)\.ts$/, priority: 2 },
  { name: 'screen', test: /[\\/]src[\\/]terminal[\\/](?:session-prompt|answer)\.ts$/, priority: 1 },
];

const bundle = async (input, dir) => {
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    plugins: [leaveOut],
    transform: {
      define: {
        __VERSION__: JSON.stringify(version),
        __ISSUES__: JSON.stringify(bugs?.url ?? ''),
      },
    },
    // A warning is a fault of the build, but for a lazy import of what is loaded all the same.
    onLog(level, log, handle) {
      if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') return;
      if (level === 'warn') throw new Error(log.message);
      handle(level, log);
    },
  });
  await build.write({
    dir,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: { groups: STARTS },
  });
};

// Built aside and then put in place: a build that fails, or runs beside another, breaks nothing.
const dist = path.join(root, 'dist');
const next = path.join(root, `.dist-${process.pid}`);
const work = path.join(next, '.build');
try {
  await bundle({ main: 'src/main.ts' }, next);
  await bundle({ 'compile-deck': 'scripts/compile-deck.ts' }, work);
  const compile = path.join(work, 'compile-deck.cjs');
  execFileSync(process.execPath, [compile, root, next], { stdio: 'inherit' });
  fs.rmSync(work, { recursive: true });
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(next, dist);
} finally {
  fs.rmSync(next, { recursive: true, force: true });
}
