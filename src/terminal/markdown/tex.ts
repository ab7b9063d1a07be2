import { subscript, superscript } from './scripts.ts';
import {
  ACCENTS,
  ALPHABETS,
  LETTERS,
  NAMES,
  OPERATORS,
  SPACING,
  TEXT_COMMANDS,
} from './tex-symbols.ts';

/** Deeper groups, and longer formulas, are shown as their source. */
const MAX_DEPTH = 12;
const MAX_LENGTH = 400;

const TOKEN = /\\([a-zA-Z]+)\*?|\\([\s\S])|\s+|[\s\S]/gu;
const SINGLE_TERM = /^[\p{L}\p{M}\p{N}.√∂∇∞′⁰¹²³⁴-₎]+$|^\p{L}*\([^()]*\)$|^\|[^|]*\|$/u;
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['', '√'],
  ['2', '√'],
  ['3', '∛'],
  ['4', '∜'],
]);

/**
 * A formula of TeX in the characters of Unicode, where that says the same; otherwise `undefined`,
 * and the reader is better served by the source.
 */
export const texToUnicode = (source: string): string | undefined => {
  if (source.length > MAX_LENGTH) return undefined;
  try {
    const reader = new TexReader(source);
    const text = reader.sequence(undefined, 0);
    const spaced = text.replace(/\s*(?<![:<>!=])=(?!=)\s*/g, ' = ');
    return spaced.replace(/\s+/g, ' ').trim() || undefined;
  } catch (error) {
    if (error instanceof InexactError) return undefined;
    throw error;
  }
};

class InexactError extends Error {
  override readonly name = 'InexactError' as const;
}

class TexReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#tokens = Array.from(source.matchAll(TOKEN), ([token]) => token);
  }

  /** Everything up to the closing token, or to the end. */
  sequence(closing: string | undefined, depth: number): string {
    if (depth > MAX_DEPTH) throw new InexactError();
    let text = '';
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) {
        if (closing === undefined) return text;
        throw new InexactError();
      }
      this.#at += 1;
      if (token === closing) return text;
      text += this.#item(token, depth);
    }
  }

  #item(token: string, depth: number): string {
    if (token.startsWith('\\')) return this.#command(token.slice(1).replace('*', ''), depth);
    switch (token) {
      // Markdown takes the backslashes of `\{a, b\}` away: such braces are part of the set.
      case '{':
        return `{${this.sequence('}', depth + 1)}}`;
      case '^':
        return script(superscript, this.#argument(depth));
      case '_':
        return script(subscript, this.#argument(depth));
      case '}':
      case '&':
      case '~':
      case '#':
      case '%':
      case '\\':
        throw new InexactError();
      case "'":
        return '′';
      default:
        return token;
    }
  }

  #command(name: string, depth: number): string {
    const letter = LETTERS.get(name);
    if (letter !== undefined) return this.#joinLetter(letter);
    const operator = OPERATORS.get(name);
    if (operator !== undefined) return ` ${operator} `;
    const space = SPACING.get(name);
    if (space !== undefined) return this.#afterSpacing(name, space);
    if (NAMES.has(name)) return `${name}${/^[a-zA-Z0-9\\]/.test(this.#next()) ? ' ' : ''}`;
    if (TEXT_COMMANDS.has(name)) return this.#rawArgument();
    const alphabet = ALPHABETS.get(name);
    if (alphabet !== undefined) return translate(this.#argument(depth), alphabet);
    const accent = ACCENTS.get(name);
    if (accent !== undefined) return accented(this.#argument(depth), accent);
    switch (name) {
      case 'frac':
      case 'tfrac':
      case 'dfrac':
        return `${term(this.#argument(depth))}/${term(this.#argument(depth))}`;
      case 'sqrt':
        return this.#root(depth);
      case '|':
        return '‖';
      case '{':
      case '}':
      case '_':
      case '%':
      case '$':
      case '#':
      case '&':
        return name;
      default:
        throw new InexactError();
    }
  }

  /** `\partial L` is one term, written with a space only to end the command. */
  #joinLetter(letter: string): string {
    const next = this.#tokens[this.#at + 1] ?? '';
    if (/^[\p{L}∂∇∀∃¬]/u.test(letter) && /^[a-zA-Z]/.test(next)) this.#skipSpace();
    return letter;
  }

  /** `\left.` is a bracket that is not there. */
  #afterSpacing(name: string, space: string): string {
    if ((name === 'left' || name === 'right') && this.#next() === '.') this.#at += 1;
    return space;
  }

  #root(depth: number): string {
    let degree = '';
    if (this.#next() === '[') {
      this.#at += 1;
      degree = this.sequence(']', depth + 1).trim();
    }
    const root = ROOTS.get(degree);
    if (root === undefined) throw new InexactError();
    const inside = this.#argument(depth).trim();
    return /^[\p{L}\p{N}]+$/u.test(inside) ? `${root}${inside}` : `${root}(${inside})`;
  }

  #argument(depth: number): string {
    this.#skipSpace();
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new InexactError();
    this.#at += 1;
    if (token === '{') return this.sequence('}', depth + 1);
    if (depth >= MAX_DEPTH) throw new InexactError();
    return this.#item(token, depth + 1);
  }

  #rawArgument(): string {
    this.#skipSpace();
    if (this.#next() !== '{') throw new InexactError();
    const end = this.#tokens.indexOf('}', this.#at);
    const inside = this.#tokens.slice(this.#at + 1, end);
    if (end === -1 || inside.some((token) => /^[\\{$^_]/.test(token))) throw new InexactError();
    this.#at = end + 1;
    return inside.join('');
  }

  #skipSpace(): void {
    while (/^\s+$/.test(this.#next())) this.#at += 1;
  }

  #next(): string {
    return this.#tokens[this.#at] ?? '';
  }
}

const script = (convert: (text: string) => string | undefined, text: string): string => {
  const compact = text.replace(/\s+/g, '');
  const converted = compact === '∘' ? '°' : convert(compact);
  if (converted === undefined || compact === '') throw new InexactError();
  return converted;
};

/** A mark over a single letter; over more of them it has no place in Unicode. */
const accented = (text: string, mark: string): string => {
  const letter = text.trim();
  if (!/^\p{L}$/u.test(letter)) throw new InexactError();
  return (letter + mark).normalize('NFC');
};

const translate = (text: string, alphabet: ReadonlyMap<string, string>): string =>
  Array.from(text.trim(), (character) => {
    const letter = alphabet.get(character);
    if (letter === undefined) throw new InexactError();
    return letter;
  }).join('');

/** A side of a fraction on one line: in brackets, unless it is a single term. */
const term = (text: string): string => {
  const trimmed = text.trim();
  if (trimmed === '') throw new InexactError();
  return SINGLE_TERM.test(trimmed) ? trimmed : `(${trimmed})`;
};
