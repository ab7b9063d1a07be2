import { graphemes, widthOf } from '../width.ts';
import { type Atom, JOINED, toAtoms } from './atoms.ts';
import type { Look, Piece, Span } from './span.ts';

/** One line of a screen before it is painted. */
export type Line = readonly Piece[];

/** Fills lines of at most `width` columns greedily; empty lines at either end are dropped. */
export const wrapSpans = (spans: readonly Span[], width: number): Line[] => {
  const filler = new LineFiller(Math.max(1, width));
  for (const atoms of toAtoms(spans)) {
    filler.place(atoms, 0);
    filler.endLine();
  }
  return trimLines(filler.lines);
};

/** The columns of a line. */
export const lineWidth = (line: Line): number =>
  line.reduce((sum, piece) => sum + widthOf(piece.text), 0);

/** The columns that the spans take without wrapping, and those of their longest word. */
export const extent = (spans: readonly Span[]): { natural: number; least: number } => {
  let natural = 0;
  let least = 0;
  for (const atoms of toAtoms(spans)) {
    natural = Math.max(natural, unitWidth(atoms));
    for (const unit of unitsOf(atoms, 0)) least = Math.max(least, unitWidth(unit));
  }
  return { natural, least };
};

/** Not where a mark, a joiner or a variation selector would be parted from its base. */
const AFTER_PUNCTUATION = /(?<=[/\-_.,;:?&=])(?!\p{M}|\u200D)/u;

class LineFiller {
  readonly lines: Piece[][] = [];
  readonly #width: number;
  #line: Piece[] = [];
  #column = 0;

  constructor(width: number) {
    this.#width = width;
  }

  endLine(): void {
    this.lines.push(this.#line);
    this.#line = [];
    this.#column = 0;
  }

  /** Places atoms that may be parted at breaks up to this level; higher ones only if they must. */
  place(atoms: readonly Atom[], level: number): void {
    for (const unit of unitsOf(atoms, level)) {
      const width = unitWidth(unit);
      const space = this.#column === 0 ? 0 : spaceWidth(unit[0]);
      if (this.#column + space + width <= this.#width) this.#put(unit);
      else if (width <= this.#width) this.#putOnNextLine(unit);
      else if (level < JOINED) this.place(unit, level + 1);
      else this.#breakWord(unit);
    }
  }

  #put(unit: readonly Atom[]): void {
    for (const { space, text, look, width } of unit) {
      if (space !== undefined && this.#column > 0) this.#write(space.text, space.look);
      this.#write(text, look, width);
    }
  }

  #putOnNextLine(unit: readonly Atom[]): void {
    if (this.#column > 0) this.endLine();
    this.#put(unit);
  }

  /** A word longer than a line: broken after its punctuation if that helps, else anywhere. */
  #breakWord(unit: readonly Atom[]): void {
    if (this.#column > 0) this.endLine();
    for (const { text, look } of unit) {
      for (const part of text.split(AFTER_PUNCTUATION)) this.#writePart(part, look);
    }
  }

  #writePart(part: string, look: Look): void {
    const width = widthOf(part);
    if (this.#column + width > this.#width && this.#column > 0) this.endLine();
    if (width <= this.#width) this.#write(part, look, width);
    else for (const character of graphemes(part)) this.#writeCharacter(character, look);
  }

  #writeCharacter(character: string, look: Look): void {
    const width = widthOf(character);
    // Unicode sets no limit to a character: a row of Hangul letters may be one of 60 columns.
    if (width > this.#width && character.length > 1) {
      const parts = [...character.replaceAll('\uFE0F', '')];
      if (parts.length > 1) {
        for (const part of parts) this.#writeCharacter(part, look);
        return;
      }
    }
    if (this.#column > 0 && this.#column + width > this.#width) this.endLine();
    this.#write(character, look, width);
  }

  #write(text: string, look: Look, width = widthOf(text)): void {
    this.#line.push({ text, look });
    this.#column += width;
  }
}

/** The atoms grouped into what is never parted at breaks up to this level. */
const unitsOf = (atoms: readonly Atom[], level: number): Atom[][] => {
  const units: Atom[][] = [];
  for (const atom of atoms) {
    const last = units.at(-1);
    if (last === undefined || (atom.level <= level && level < JOINED)) units.push([atom]);
    else last.push(atom);
  }
  return units;
};

const unitWidth = (unit: readonly Atom[]): number =>
  unit.reduce((sum, atom, index) => sum + atom.width + (index === 0 ? 0 : spaceWidth(atom)), 0);

const spaceWidth = (atom: Atom | undefined): number => atom?.space?.text.length ?? 0;

const trimLines = (lines: readonly Line[]): Line[] => {
  const first = lines.findIndex((line) => line.length > 0);
  const last = lines.findLastIndex((line) => line.length > 0);
  return first === -1 ? [] : lines.slice(first, last + 1);
};
