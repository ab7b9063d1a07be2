import { collectWords, readWholeNumber } from './flag-values.ts';
import type { SessionFlags } from './session-flags.ts';

/** How the value of a flag joins what was read before; undefined where it is none. */
type Take = (text: string, before: unknown) => unknown;

const words: Take = (text, before) => collectWords(text, before as readonly string[]);
const text: Take = (value) => value;
const whole =
  (min: number): Take =>
  (value) =>
    readWholeNumber(min, value);

/** Flags with a value: the name of each in the result, and how it is read. */
const VALUED: ReadonlyMap<string, readonly [name: string, take: Take]> = new Map([
  ['-c', ['chapter', words]],
  ['--chapter', ['chapter', words]],
  ['--tag', ['tag', words]],
  ['--level', ['level', words]],
  ['-n', ['limit', whole(1)]],
  ['--limit', ['limit', whole(1)]],
  ['--minutes', ['minutes', whole(1)]],
  ['--new', ['new', whole(0)]],
  ['--seed', ['seed', whole(0)]],
  ['--deck', ['deck', text]],
  ['--theme', ['theme', text]],
]);

const SWITCHES: ReadonlySet<string> = new Set(['due', 'cram', 'yes', 'more', 'ascii', 'color']);

/**
 * The flags of a `study` without anything unusual, as commander gives them; undefined for all
 * else, which is commander's to read. Most starts are like that, and commander need not be loaded
 * and made ready for them.
 */
export const readPlainStudy = (argv: readonly string[]): SessionFlags | undefined => {
  const [command, ...rest] = argv;
  if (command !== 'study') return undefined;
  const flags: Record<string, unknown> = {
    chapter: [],
    tag: [],
    level: [],
    input: true,
  };
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (word.startsWith('--') && SWITCHES.has(word.slice(2))) {
      flags[word.slice(2)] = true;
      continue;
    }
    const valued = VALUED.get(word);
    const value = rest[++at];
    if (valued === undefined || value === undefined || value.startsWith('-')) return undefined;
    const [name, take] = valued;
    const taken = take(value, flags[name]);
    if (taken === undefined) return undefined;
    flags[name] = taken;
  }
  return flags as unknown as SessionFlags;
};
