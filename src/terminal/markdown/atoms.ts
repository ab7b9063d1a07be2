import { graphemes, widthOf } from '../width.ts';
import type { Look, Piece, Span } from './span.ts';

/** A run of text without a place to break in it, short of breaking a word. */
export interface Atom extends Piece {
  readonly width: number;
  /** What stands before it, if the line is not broken there. */
  readonly space: Piece | undefined;
  /** How unwelcome a line break before it is: 0 between words, up to {@link JOINED}. */
  readonly level: number;
}

/** The level of a place inside a word. */
export const JOINED = 6;

/** Depths beyond this one are broken like it. */
const DEEPEST = 2;

const RUN = /([ \t\r\n\u2028\u2029]+)|[^ \t\r\n\u2028\u2029]+/g;
const ASCII = /^[!-~]+$/;
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NOT_FIRST =
  /^[、。，．！？：；）〕］｝〉》」』】・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.!?:;)\]}%'"’”]/u;
const NOT_LAST = /[（〔［｛〈《「『【([{'"‘“]$/u;

/** The spans as lines of atoms; only a forced break ends a line here. */
export const toAtoms = (spans: readonly Span[]): Atom[][] => {
  const builder = new AtomBuilder();
  for (const span of spans) builder.add(span);
  return builder.lines;
};

class AtomBuilder {
  readonly lines: Atom[][] = [[]];
  #depth = 0;
  #space: Piece | undefined;
  /** The lowest level of a break opportunity since the last atom. */
  #level = JOINED;

  add(span: Span): void {
    switch (span.kind) {
      case 'open':
        this.#offer(2 * this.#depth + 1);
        this.#depth += 1;
        return;
      case 'close':
        this.#depth = Math.max(0, this.#depth - 1);
        this.#offer(2 * this.#depth + 1);
        return;
      case 'break':
        this.lines.push([]);
        this.#space = undefined;
        return;
      case 'text':
        for (const [run, space] of span.text.matchAll(RUN)) {
          if (space === undefined) this.#addWord(run, span.look);
          else this.#addSpace(space, span.look);
        }
    }
  }

  #addSpace(run: string, look: Look): void {
    const text = look.styles.includes('code') ? run.replace(/\s/g, ' ') : ' ';
    this.#space ??= { text, look };
    this.#offer(2 * this.#depth);
  }

  #addWord(word: string, look: Look): void {
    // A variation selector that lost its base would widen whatever stands before it.
    const parts = ASCII.test(word) ? [word] : breakable(word.replace(/^\uFE0F+/, ''));
    for (const text of parts) {
      const atom = {
        text,
        look,
        width: widthOf(text),
        space: this.#space,
        level: this.#level,
      };
      this.lines.at(-1)?.push(atom);
      this.#space = undefined;
      this.#level = Math.min(2 * this.#depth, 2 * DEEPEST);
    }
    this.#level = JOINED;
  }

  #offer(level: number): void {
    this.#level = Math.min(this.#level, level, 2 * DEEPEST + 1);
  }
}

/** A word cut where a line may end in it: between the characters of Chinese and Japanese. */
const breakable = (word: string): string[] => {
  if (!BREAKS_ANYWHERE.test(word)) return word === '' ? [] : [word];
  const parts: string[] = [];
  for (const character of graphemes(word)) {
    const last = parts.at(-1);
    if (last !== undefined && !mayBreakBetween(last, character)) {
      parts[parts.length - 1] = last + character;
    } else {
      parts.push(character);
    }
  }
  return parts;
};

const mayBreakBetween = (before: string, after: string): boolean =>
  (BREAKS_ANYWHERE.test(before.slice(-2)) || BREAKS_ANYWHERE.test(after)) &&
  !NOT_LAST.test(before) &&
  !NOT_FIRST.test(after);
