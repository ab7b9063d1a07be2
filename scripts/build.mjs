// Builds dist/: the program in few files without anything to install, and the compiled deck.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { joinStart } from './join-start.mjs';

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

// What is made of a package only once it is asked for. Most text is measured without this one, and
// its patterns name whole scripts and all emoji, which V8 looks up as soon as it comes upon them.
const lazy = {
  name: 'lazy',
  transform(code, id) {
    if (!/fast-string-truncated-width[\\/]dist[\\/]index\.js$/.test(id)) return null;
    const [, imports, body, name] =
      /^((?:\/\*.*\*\/\n|import .*\n)+)([\s\S]*)export default (\w+);\s*$/.exec(code) ?? [];
    if (name === undefined) throw new Error(`${id} is written in another way than it was`);
    return [
      imports,
      `const make = () => {\n${body}\nreturn ${name};\n};`,
      'let made;',
      'export default (...args) => (made ??= make())(...args);',
    ].join('\n');
  },
};

// A default import of a builtin, as a bundler does it for every kind of module, copies all that the
// module has, which takes a third of a millisecond each time.
const builtins = {
  name: 'builtins',
  resolveId: (id, _importer, { kind }) =>
    id.startsWith('node:') && kind === 'import-statement' ? `\0${id}` : null,
  load(id) {
    if (!id.startsWith('\0node:')) return null;
    const name = id.slice(1);
    const names = Object.keys(process.getBuiltinModule(name)).filter((key) =>
      /^[a-z]\w*$/i.test(key),
    );
    return [
      `const builtin = process.getBuiltinModule(${JSON.stringify(name)});`,
      'export default builtin;',
      ...names.map((key) => `const $${key} = /* @__PURE__ */ (() => builtin.${key})();`),
      `export { ${names.map((key) => `$${key} as ${key}`).join(', ')} };`,
    ].join('\n');
  },
};

// What a start needs is one file, and what a session needs after its first question another: each
// file more costs Node about a millisecond.
const STARTS = [
  {
    name: 'start',
    test: /[\\/]src[\\/]main\.ts$|rolldown[\\/]runtime/,
    priority: 2,
  },
  { name: 'screen', test: /[\\/]src[\\/]terminal[\\/](?:session-prompt|answer)\.ts$/, priority: 1 },
];

const bundle = async (input, dir, { define = {}, groups } = {}) => {
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    plugins: [leaveOut, lazy, builtins],
    transform: {
      define: {
        __VERSION__: JSON.stringify(version),
        __ISSUES__: JSON.stringify(bugs?.url ?? ''),
        ...define,
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
    ...(groups && { codeSplitting: { groups } }),
  });
};

/**
 * Writes a file as the loader takes it. In a function, as Node has it for a module: to put one
 * around it at each start would copy the text twice. All but ASCII as escapes: Node need not decode
 * such a file, and V8 keeps it in half the room.
 */
const finish = (file) => {
  const text = fs.readFileSync(file, 'utf8');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const ascii = text.replace(/[^\0-\x7F]/g, escaped);
  fs.writeFileSync(file, `(function(module,exports,require){${ascii}\n})`);
};

const programFiles = (dir) =>
  fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => path.join(dir, name));

/** Tells one build of the program from any other. */
const buildOf = (files) => {
  const hash = crypto.createHash('sha256');
  for (const file of files.toSorted()) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

// Built aside and then put in place: a build that fails, or runs beside another, breaks nothing.
const dist = path.join(root, 'dist');
const next = path.join(root, `.dist-${process.pid}`);
const work = path.join(next, '.build');
try {
  await bundle({ main: 'src/main.ts' }, next, { groups: STARTS });
  joinStart(next);
  for (const file of programFiles(next)) finish(file);
  const build = buildOf(programFiles(next));
  await bundle({ loader: 'src/loader.ts' }, next, { define: { __BUILD__: JSON.stringify(build) } });
  await bundle({ 'compile-deck': 'scripts/compile-deck.ts' }, work);
  const compile = path.join(work, 'compile-deck.cjs');
  execFileSync(process.execPath, [compile, root, next], { stdio: 'inherit' });
  fs.rmSync(work, { recursive: true });
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(next, dist);
  const compileCode = path.join(root, 'scripts', 'compile-code.cjs');
  execFileSync(process.execPath, [compileCode, dist, path.join(dist, 'code')], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(next, { recursive: true, force: true });
}
