import fs from 'node:fs';
import path from 'node:path';

const RUNTIME = 'require("./rolldown-runtime.cjs")';
const GETTER =
  /Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

/**
 * Makes one file, `start.cjs`, of the three that the bundler writes for a start: the entry that
 * only passes `main` on, the chunk with everything in it, and the bundler's own helpers. Its 200
 * exports become plain ones: they stand at the end of the chunk, where all of them have values.
 */
export const joinStart = (dir) => {
  const read = (name) => fs.readFileSync(path.join(dir, name), 'utf8');
  const start = read('start.cjs');
  const [, main] = /exports\.main=\w+\.([\w$]+);/.exec(read('main.cjs')) ?? [];
  const getters = start.match(GETTER)?.length ?? 0;
  if (main === undefined || getters === 0 || !start.includes(RUNTIME)) {
    throw new Error('the bundler writes a start in another way than it did');
  }
  const helpers = `(()=>{const exports={};${read('rolldown-runtime.cjs')};return exports})()`;
  const joined = start.replace(RUNTIME, () => helpers).replace(GETTER, 'exports.$1=$2');
  fs.writeFileSync(path.join(dir, 'start.cjs'), `${joined}\nexports.main=exports.${main};\n`);
  fs.rmSync(path.join(dir, 'main.cjs'));
};
