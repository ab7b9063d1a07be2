import matter from 'gray-matter';
import { ID_PATTERN } from './identity.ts';
import { createProblem, type Problem } from './problem.ts';
import { ASKABLE_SHAPES, type AskableShape } from './shapes/finding.ts';

/** What the head of a deck file may say. Everything else in it is left alone. */
export interface FrontMatter {
  readonly deck: string | undefined;
  /** The number of the file's chapter; 0 stands before all chapters, and its cards are in none. */
  readonly chapter: number | undefined;
  readonly title: string | undefined;
  readonly short: string | undefined;
  readonly tags: readonly string[];
  /** How the questions are written, where finding out went wrong. */
  readonly shape: AskableShape | undefined;
  /** Level of the headings that are questions, 1 to 6. */
  readonly questionLevel: number | undefined;
  /** Texts that look like questions and are none. */
  readonly skip: readonly string[];
}

export interface ReadFrontMatter {
  readonly data: FrontMatter;
  /** The text with the head's lines blanked, so that line numbers stay true. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

const EMPTY: FrontMatter = {
  deck: undefined,
  chapter: undefined,
  title: undefined,
  short: undefined,
  tags: [],
  shape: undefined,
  questionLevel: undefined,
  skip: [],
};

/** A head longer than this is not a head. */
const MAX_LENGTH = 65_536;
const YAML_LANGUAGES: readonly string[] = ['', 'yaml', 'yml'];

/**
 * Reads YAML front matter, and only YAML: gray-matter evaluates `---js` by default, and a deck is
 * untrusted input. A file that starts with a rule `---` and no mapping is body text.
 *
 * @param text with LF line ends and no byte order mark
 */
export const readFrontMatter = (text: string, file: string): ReadFrontMatter => {
  const opening = /^---[ \t]*([^\s-][^\n]*|)\n/.exec(text);
  if (opening === null) return { data: EMPTY, text, problems: [] };
  const language = (opening[1] ?? '').trim();
  const from = opening[0].length;
  const closing = /^---[ \t]*(?:\n|$)/m.exec(text.slice(from, from + MAX_LENGTH));
  const block = closing === null ? undefined : text.slice(from, from + closing.index);
  if (closing === null || block === undefined) return unclosed(text, file, text.slice(from));
  const rest =
    blankLines(text.slice(0, from + closing.index + closing[0].length)) +
    text.slice(from + closing.index + closing[0].length);
  if (!YAML_LANGUAGES.includes(language.toLowerCase())) {
    return { data: EMPTY, text: rest, problems: [notYaml(file, language)] };
  }
  if (!looksLikeMapping(block) && block.trim() !== '') return { data: EMPTY, text, problems: [] };
  return { ...parseYaml(block, file), text: rest };
};

const blankLines = (text: string): string => text.replace(/[^\n]/g, '');

const looksLikeMapping = (block: string): boolean => {
  const first = block.split('\n').find((line) => /^\s*[^\s#]/.test(line));
  return (
    first !== undefined && /^(?:[\p{L}_][\p{L}\p{N}_. -]*|"[^"]+"|'[^']+')\s*:(?:\s|$)/u.test(first)
  );
};

const unclosed = (text: string, file: string, after: string): ReadFrontMatter => ({
  data: EMPTY,
  text,
  problems: looksLikeMapping(after.slice(0, 2_000))
    ? [
        createProblem(
          'W011',
          { file, line: 1, column: 1 },
          'the front matter is never closed, so it was read as text',
          'end it with a line `---`',
          { length: 3 },
        ),
      ]
    : [],
});

const notYaml = (file: string, language: string): Problem =>
  createProblem(
    'E004',
    { file, line: 1, column: 4 },
    `front matter in ${JSON.stringify(language.slice(0, 20))} is not read, and never run`,
    'write it as YAML between two lines `---`',
    { length: language.length },
  );

const parseYaml = (
  block: string,
  file: string,
): { data: FrontMatter; problems: readonly Problem[] } => {
  try {
    // An options object switches off gray-matter's cache, which answers a broken head with {} the
    // second time; the engines are closed a second time in case a language slips through.
    const refuse = {
      parse: (): never => {
        throw new Error('only YAML is read');
      },
    };
    const read = matter(`---\n${block}---\n`, {
      language: 'yaml',
      engines: { javascript: refuse, json: refuse },
    });
    return checkData(read.data as Record<string, unknown>, block, file);
  } catch (error) {
    return { data: EMPTY, problems: [brokenYaml(error, file)] };
  }
};

const brokenYaml = (error: unknown, file: string): Problem => {
  const { reason, mark } = (error ?? {}) as {
    reason?: string;
    mark?: { line?: number; column?: number };
  };
  // gray-matter keeps the line of the opening rule, so its lines count from 0 there.
  const line = (mark?.line ?? 1) + 1;
  return createProblem(
    'E002',
    { file, line, column: (mark?.column ?? 0) + 1 },
    `the front matter is not valid YAML: ${reason ?? 'it cannot be read'}`,
    'mend the line, or put its value in quotes; the cards below were read without it',
  );
};

type Wrong = (key: string, want: string) => undefined;

const checkData = (
  data: Record<string, unknown>,
  block: string,
  file: string,
): { data: FrontMatter; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const wrong: Wrong = (key, want) => {
    problems.push(wrongValue(key, want, block, file));
    return undefined;
  };
  const text = (key: string): string | undefined => readText(data, key, wrong);
  const list = (key: string, split: RegExp, want: string): readonly string[] =>
    readList(own(data, key), split) ?? wrong(key, want) ?? [];
  const deck = text('deck');
  return {
    data: {
      deck:
        deck === undefined || ID_PATTERN.test(deck)
          ? deck
          : wrong('deck', 'a name of a-z, 0-9 and -'),
      chapter: readNumber(data, 'chapter', [0, 9_999], wrong),
      title: text('title'),
      short: text('short'),
      tags: list('tags', /[,\s#]+/, 'a list of words').map((tag) => tag.replace(/^#/, '')),
      shape: readShape(data, wrong),
      questionLevel: readNumber(data, 'question-level', [1, 6], wrong),
      skip: list('skip', /\n+/, 'a list of texts'),
    },
    problems,
  };
};

const wrongValue = (key: string, want: string, block: string, file: string): Problem => {
  const lines = block.split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => line.startsWith(key)),
  );
  return createProblem(
    'E005',
    { file, line: at + 2, column: 1 },
    `\`${key}\` in the front matter is not ${want}`,
    `write it as ${want}, or leave it out`,
    { length: (lines[at] ?? '').length },
  );
};

const readText = (data: Record<string, unknown>, key: string, wrong: Wrong): string | undefined => {
  const value = own(data, key);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  return wrong(key, 'text');
};

const readNumber = (
  data: Record<string, unknown>,
  key: string,
  [least, most]: readonly [least: number, most: number],
  wrong: Wrong,
): number | undefined => {
  const value = own(data, key);
  if (value === undefined || value === null) return undefined;
  const isFine =
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  if (isFine) return value;
  return wrong(key, most === 6 ? 'a heading level from 1 to 6' : 'a whole number from 0');
};

const readShape = (data: Record<string, unknown>, wrong: Wrong): AskableShape | undefined => {
  const value = own(data, 'shape');
  if (value === undefined || value === null) return undefined;
  const known = ASKABLE_SHAPES.find((shape) => shape === value);
  return known ?? wrong('shape', `one of ${ASKABLE_SHAPES.join(', ')}`);
};

const own = (data: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(data, key) ? data[key] : undefined;

const readList = (value: unknown, split: RegExp): readonly string[] | undefined => {
  if (value === undefined || value === null) return [];
  const list: unknown = typeof value === 'string' ? value.split(split) : value;
  if (!Array.isArray(list)) return undefined;
  return list.every((item) => typeof item === 'string' || typeof item === 'number')
    ? list.map((item) => String(item).trim()).filter((item) => item !== '')
    : undefined;
};
