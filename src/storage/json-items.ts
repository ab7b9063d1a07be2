/** Deeper values than this are no events, and would fill the stack of a parser. */
const MAX_DEPTH = 16;

/** One value of a list in a JSON text. */
export interface JsonItem {
  readonly text: string;
  /** What stands in the list and is no object, such as `null, 1`, is one item. */
  readonly isObject: boolean;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** Why a text cannot be read. */
export class JsonProblem extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** What the piece that is being read belongs to. */
type Part = 'head' | 'between' | 'item';

/**
 * Takes the objects out of one list of a JSON object, piece by piece, so that neither the whole
 * text nor all of its values are ever in memory. What is around the list is kept for
 * {@link JsonItems.head}.
 */
export class JsonItems {
  readonly #opening: RegExp;
  readonly #maxSize: number;
  readonly #visit: (item: JsonItem) => void;
  #part: Part = 'head';
  #head = '';
  #pending = '';
  #depth = 0;
  #line = 1;
  #itemLine = 1;
  #inString = false;
  #isEscaped = false;

  /**
   * @param list the key of the list, in the outermost object
   * @param maxSize characters of one item, and of everything around the list
   */
  constructor(list: string, maxSize: number, visit: (item: JsonItem) => void) {
    this.#opening = new RegExp(`"${list}"\\s*:\\s*$`);
    this.#maxSize = maxSize;
    this.#visit = visit;
  }

  /** Takes the next piece of the text. Throws a {@link JsonProblem}. */
  write(chunk: string): void {
    let start = 0;
    const cut = (at: number): string => {
      const text = this.#pending + chunk.slice(start, at);
      this.#pending = '';
      start = at;
      return text;
    };
    for (let at = 0; at < chunk.length; at++) {
      const letter = chunk[at] as string;
      if (letter === '\n') this.#line++;
      if (this.#inString) this.#readString(letter);
      else if (letter === '"') this.#inString = true;
      else if (letter === '{' || letter === '[') this.#open(letter, at, cut);
      else if (letter === '}' || letter === ']') this.#close(at, cut);
    }
    this.#pending += chunk.slice(start);
    if (this.#pending.length > this.#maxSize) throw this.#tooLong();
  }

  /** What is around the list, which is empty in it. Throws a {@link JsonProblem}. */
  head(): unknown {
    try {
      return JSON.parse(this.#head + this.#pending);
    } catch {
      throw this.#problem(this.#depth > 0 ? 'the file ends in the middle' : 'it is no JSON');
    }
  }

  #readString(letter: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (letter === '\\') this.#isEscaped = true;
    else if (letter === '"') this.#inString = false;
  }

  #open(letter: string, at: number, cut: (at: number) => string): void {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) throw this.#problem('values are nested too deep');
    if (this.#part === 'head' && letter === '[' && this.#depth === 2) {
      const before = cut(at);
      this.#head += before;
      // Many short lists can be as long as one long value.
      if (this.#head.length > this.#maxSize) throw this.#tooLong();
      if (!this.#opening.test(before.slice(-200))) return;
      this.#head += cut(at + 1);
      this.#part = 'between';
    } else if (this.#part === 'between' && this.#depth === 3) {
      this.#visitStrange(cut(at));
      this.#part = 'item';
      this.#itemLine = this.#line;
    }
  }

  #close(at: number, cut: (at: number) => string): void {
    this.#depth--;
    if (this.#part === 'item' && this.#depth === 2) {
      this.#visit({ text: cut(at + 1), line: this.#itemLine, isObject: true });
      this.#part = 'between';
    } else if (this.#part === 'between' && this.#depth === 1) {
      this.#visitStrange(cut(at));
      this.#part = 'head';
    }
  }

  #visitStrange(between: string): void {
    const text = between.replace(/^[\s,]+/, '');
    if (text === '') return;
    const line = this.#line - (text.split('\n').length - 1);
    this.#visit({ text: text.replace(/[\s,]+$/, ''), line, isObject: false });
  }

  #tooLong(): JsonProblem {
    return this.#problem('a value is too long');
  }

  #problem(message: string): JsonProblem {
    return new JsonProblem(message, this.#line);
  }
}
