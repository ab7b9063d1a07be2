import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import type * as Main from './main.ts';
import { resolvePaths } from './storage/paths.ts';

declare const __VERSION__: string;
/** Changes with every file of the program: V8 tells compiled code of another build by its length only. */
declare const __BUILD__: string;

/** The file that is loaded once the answer has to be rendered: a run with it was a session. */
const SCREEN = './screen.cjs';

/** One file of the program, as it was loaded. */
interface Loaded {
  readonly exports: unknown;
  readonly script: vm.Script;
  /** Whether its compiled code is kept: V8 took what was, or it was saved by now. */
  isKept: boolean;
}

/**
 * Loads the files of the program together with the code that V8 compiled of them earlier, which
 * takes a quarter off a start. What Node has for that begins with version 22.1 and needs a run
 * that ends well; this serves every version, and the build can prepare it.
 */
export class Program {
  readonly #dist: string;
  readonly #folders: readonly string[];
  readonly #loaded = new Map<string, Loaded>();

  /**
   * @param dist the folder of the program's files
   * @param folders where compiled code may lie, the first that has some is used
   */
  constructor(dist: string, folders: readonly string[]) {
    this.#dist = dist;
    this.#folders = folders;
  }

  /** Loads a file by its name in the folder, such as `./start.cjs`, once. */
  load(name: string): unknown {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known.exports;
    const filename = path.join(this.#dist, name);
    const code = this.#readCode(name);
    // The build writes a function, in ASCII only.
    const source = fs.readFileSync(filename, 'latin1');
    const script = new vm.Script(source, { filename, ...(code && { cachedData: code }) });
    const isKept = code !== undefined && script.cachedDataRejected !== true;
    const module = { exports: {} };
    this.#loaded.set(name, { exports: module.exports, script, isKept });
    const require_ = (id: string): unknown => (id.startsWith('./') ? this.load(id) : require(id));
    script.runInThisContext()(module, module.exports, require_);
    return module.exports;
  }

  /** Whether a session ran and V8 had to compile something for it. */
  get isWorthSaving(): boolean {
    return this.#loaded.has(SCREEN) && [...this.#loaded.values()].some(({ isKept }) => !isKept);
  }

  /** Keeps what V8 has compiled until now of files that are not kept. Throws what the disk throws. */
  save(folder: string): void {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [name, loaded] of this.#loaded) {
      if (loaded.isKept) continue;
      const file = path.join(folder, codeName(name));
      const half = `${file}.${process.pid}`;
      const options = { mode: 0o600, flag: 'wx', flush: true };
      fs.writeFileSync(half, twice(loaded.script.createCachedData()), options);
      fs.renameSync(half, file);
      loaded.isKept = true;
    }
  }

  #readCode(name: string): Buffer | undefined {
    for (const folder of this.#folders) {
      try {
        const code = once(fs.readFileSync(path.join(folder, codeName(name))));
        if (code !== undefined) return code;
      } catch {
        // Not there yet, or not readable: the program is compiled anew.
      }
    }
    return undefined;
  }
}

/**
 * V8 does not see that code is damaged, and falls over it. A file has its code twice: to compare
 * two halves takes less than to load what makes a checksum.
 */
const twice = (code: Buffer): Buffer => Buffer.concat([code, code]);

/** The code of a file; undefined where the file is damaged. */
const once = (bytes: Buffer): Buffer | undefined => {
  const half = bytes.length / 2;
  const isWhole = half > 0 && bytes.subarray(0, half).equals(bytes.subarray(half));
  return isWhole ? bytes.subarray(0, half) : undefined;
};

const codeName = (name: string): string => `${path.basename(name, '.cjs')}.bin`;

/** The part of a folder's name that says for which Node code was compiled. */
export const codeTag = (): string => `node-${process.versions.node}-${process.arch}`;

/**
 * Starts the program.
 *
 * @param root the folder of the program, with `dist` and `questions` in it
 */
export const start = async (root: string): Promise<void> => {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && ['--version', '-V', 'version'].includes(argv[0] ?? '')) {
    process.stdout.write(`${__VERSION__}\n`);
    return;
  }
  const { cache } = resolvePaths({ home: os.homedir(), env: process.env });
  const name = `${__BUILD__}-${codeTag()}`;
  const own = path.join(cache, 'code', name);
  const dist = path.join(root, 'dist');
  const program = new Program(dist, [path.join(dist, 'code', codeTag()), own]);
  process.once('exit', () => {
    if (!program.isWorthSaving) return;
    try {
      saveAlone(program, path.join(cache, 'code'), name);
    } catch {
      // The next start is slower, no more.
    }
  });
  await (program.load('./start.cjs') as typeof Main).main(root, __BUILD__);
};

/** Saves to a folder among those of other builds and versions of Node, which are done with. */
const saveAlone = (program: Program, codes: string, name: string): void => {
  fs.mkdirSync(codes, { recursive: true, mode: 0o700 });
  // Nothing is written through a link to somewhere else.
  if (fs.lstatSync(codes).isSymbolicLink()) return;
  for (const other of fs.readdirSync(codes, { withFileTypes: true })) {
    if (other.name === name && other.isDirectory()) continue;
    fs.rmSync(path.join(codes, other.name), { recursive: true, force: true });
  }
  program.save(path.join(codes, name));
};
