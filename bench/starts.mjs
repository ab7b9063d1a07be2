// How long a person waits for a program in a terminal, for the benches that ask it.
import { performance } from 'node:perf_hooks';
import pty from '@lydell/node-pty';

export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
export const median = (values) => quantile(values, 0.5);

/** What every ratio is to: Node alone, which says that it is there. */
export const BARE = {
  argv: [process.execPath, '-e', 'process.stdout.write("READY")'],
  text: 'READY',
};

/**
 * Milliseconds from the start of a program in a terminal until its output has a text in it; then
 * it is ended, after `linger` milliseconds.
 */
export const timeUntil = ({ argv, text, cwd, env, linger = 0 }) =>
  new Promise((resolve) => {
    const started = performance.now();
    const size = { name: 'xterm-256color', cols: 80, rows: 24 };
    const child = pty.spawn(argv[0], argv.slice(1), { ...size, cwd, env });
    let raw = '';
    let found;
    child.onData((data) => {
      raw += data;
      if (found !== undefined || !raw.includes(text)) return;
      found = performance.now() - started;
      setTimeout(() => child.kill('SIGKILL'), linger);
    });
    child.onExit(() => resolve(found ?? Number.NaN));
  });

/** Prints the median of each start, taken in turns, and its ratio to the first one. */
export const compareStarts = async (title, starts, runs) => {
  const times = new Map(Object.keys(starts).map((name) => [name, []]));
  for (let run = -2; run < runs; run++) {
    for (const [name, start] of Object.entries(starts)) {
      const ms = await timeUntil(start);
      if (run >= 0) times.get(name).push(ms);
    }
  }
  const [first] = times.values();
  const width = Math.max(...[...times.keys()].map((name) => name.length)) + 2;
  console.log(
    `${title}, median of ${runs}, and ratio to bare Node (Node ${process.versions.node})`,
  );
  for (const [name, values] of times) {
    const ms = median(values);
    console.log(
      `  ${name.padEnd(width)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / median(first)).toFixed(2)}`,
    );
  }
};
