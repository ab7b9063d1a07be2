import { ID_PATTERN } from './identity.ts';
import { type CardKind, KINDS, LEVELS, type Level, type Weight } from './types.ts';

/** What an author says of a card: `<!-- card: { id: hnsw, level: mid, weight: 2, tags: [a] } -->`. */
export interface CardComment {
  readonly id?: string;
  readonly level?: Level;
  readonly weight?: Weight;
  readonly tags?: readonly string[];
  /**
   * `choice` where the options are the question, although there is an answer as well; `cloze`
   * where the question is a sentence with a gap `[…]`, and the answer begins with what fills it.
   */
  readonly kind?: CardKind;
}

/** What is wrong with one part of a comment; offset counts from the start of the line. */
export interface CommentFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
}

export interface ReadComment {
  readonly comment: CardComment;
  readonly faults: readonly CommentFault[];
}

const COMMENT = /^ {0,3}<!--\s*card:\s*(.*?)\s*-->\s*$/;
// key: value, where the value is a [list], a "quoted" or a bare word
const PAIR = /\s*([\w-]+)\s*:\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|[^,{}[\]]*?)\s*(?:,|$)/y;

/** Reads a line as a card comment; undefined where it is none. */
export const readCardComment = (line: string): ReadComment | undefined => {
  const match = COMMENT.exec(line);
  if (match === null) return undefined;
  const raw = match[1] ?? '';
  const start = line.indexOf(raw, line.indexOf('card:') + 5);
  const inner = /^\{(.*)\}$/.exec(raw)?.[1];
  if (inner === undefined) {
    return {
      comment: {},
      faults: [fault(start, raw, 'a card comment has its values in { }', 'write { id: my-card }')],
    };
  }
  return readPairs(inner, start + 1);
};

const fault = (offset: number, text: string, message: string, help: string): CommentFault => ({
  offset,
  length: Math.max(1, text.length),
  message,
  help,
});

const readPairs = (inner: string, start: number): ReadComment => {
  const comment: { -readonly [K in keyof CardComment]: CardComment[K] } = {};
  const faults: CommentFault[] = [];
  let at = 0;
  while (inner.slice(at).trim() !== '') {
    PAIR.lastIndex = at;
    const match = PAIR.exec(inner);
    if (match === null) {
      faults.push(
        fault(
          start + at,
          inner.slice(at),
          'this part of the card comment cannot be read',
          'write key: value, separated by commas',
        ),
      );
      break;
    }
    const [whole, key = '', value = ''] = match;
    const offset = start + at + whole.indexOf(value, whole.indexOf(':') + 1);
    const wrong = assign(comment, key, unquote(value));
    if (wrong !== undefined) faults.push(fault(offset, value, wrong.message, wrong.help));
    at += Math.max(1, whole.length);
  }
  return { comment, faults };
};

const unquote = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2');

const assign = (
  comment: { -readonly [K in keyof CardComment]: CardComment[K] },
  key: string,
  value: string,
): { message: string; help: string } | undefined => {
  switch (key) {
    case 'id':
      if (!ID_PATTERN.test(value)) {
        return {
          message: `${JSON.stringify(value)} is not an id`,
          help: 'an id has 1 to 64 characters of a-z, 0-9 and -, and does not start with -',
        };
      }
      comment.id = value;
      return undefined;
    case 'level': {
      const level = LEVELS.find((known) => known === value);
      if (level === undefined)
        return {
          message: `${JSON.stringify(value)} is not a level`,
          help: `write ${LEVELS.join(', ')}`,
        };
      comment.level = level;
      return undefined;
    }
    case 'weight': {
      if (value !== '1' && value !== '2' && value !== '3')
        return {
          message: `${JSON.stringify(value)} is not a weight`,
          help: 'write 1, 2 or 3: 3 is asked nearly everywhere',
        };
      comment.weight = Number(value) as Weight;
      return undefined;
    }
    case 'tags':
      comment.tags = value
        .replace(/^\[|\]$/g, '')
        .split(',')
        .map((tag) => unquote(tag.trim()))
        .filter((tag) => tag !== '');
      return undefined;
    case 'kind': {
      const kind = KINDS.find((known) => known === value);
      if (kind === undefined)
        return {
          message: `${JSON.stringify(value)} is not a kind`,
          help: `write ${KINDS.join(', ')}`,
        };
      comment.kind = kind;
      return undefined;
    }
    default:
      return {
        message: `a card comment has no key ${JSON.stringify(key)}`,
        help: 'it has id, level, weight, tags and kind',
      };
  }
};
