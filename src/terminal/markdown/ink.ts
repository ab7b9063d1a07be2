import type { Style, SyntaxName, Theme } from '../theme.ts';
import { balanceBidi } from './clean.ts';
import {
  type LinkTarget,
  type Look,
  type Piece,
  type StyleName,
  sameLook,
  type TextStyle,
} from './span.ts';

/** What a style writes beside its text, visibly: `_` and `_` where emphasis has no colour. */
export interface Marks {
  readonly before: string;
  readonly after: string;
}

/** Turns laid out text into what is written to the terminal. */
export interface Ink {
  /** The visible marks of a style; they are laid out as text, so that widths add up. */
  readonly marks: (style: StyleName) => Marks;
  /** One line, with every style and link that it opens closed again. */
  readonly line: (pieces: readonly Piece[]) => string;
}

interface Dye extends Marks {
  readonly paint: (text: string) => string;
}

/** What code is dressed in by a theme that has no styles for it. */
const SYNTAX: Readonly<Record<SyntaxName, TextStyle | undefined>> = {
  keyword: 'strong',
  string: 'code',
  comment: 'quiet',
  number: undefined,
  title: undefined,
};

const ESCAPE_CODE = /\u001B\[[\d;:]*m/g;

/** The ink of a theme. Each style is tried out once, to learn what it writes. */
export const createInk = (theme: Theme, hyperlinks: boolean): Ink => {
  const dyes = new Map<StyleName, Dye>();
  const dye = (style: StyleName): Dye => {
    const known = dyes.get(style) ?? probe(styleOf(theme, style));
    dyes.set(style, known);
    return known;
  };
  const dress = ({ text, look }: Piece): string => {
    const dressed = look.styles.reduceRight((inner, style) => dye(style).paint(inner), text);
    return hyperlinks && look.link !== undefined ? hyperlink(dressed, look.link) : dressed;
  };
  return {
    marks: dye,
    line: (pieces) => mergeLooks(balanceLine(pieces)).map(dress).join(''),
  };
};

const styleOf = (theme: Theme, name: StyleName): Style => {
  if (!isSyntaxName(name)) return theme[name];
  const basic = SYNTAX[name];
  return theme.syntax?.[name] ?? (basic === undefined ? (text) => text : theme[basic]);
};

const isSyntaxName = (name: StyleName): name is SyntaxName => name in SYNTAX;

const probe = (style: (text: string) => string): Dye => {
  const sample = style('x');
  const at = sample.replace(ESCAPE_CODE, (code) => ' '.repeat(code.length)).indexOf('x');
  if (at === -1) return { before: '', after: '', paint: style };
  const [start, end] = [sample.slice(0, at), sample.slice(at + 1)];
  const [before, after] = [start.replace(ESCAPE_CODE, ''), end.replace(ESCAPE_CODE, '')];
  if (before === '' && after === '') return { before, after, paint: style };
  const opening = (start.match(ESCAPE_CODE) ?? []).join('');
  const closing = (end.match(ESCAPE_CODE) ?? []).join('');
  return { before, after, paint: (text) => `${opening}${text}${closing}` };
};

/** OSC 8. The id joins the lines of a link that was wrapped. */
const hyperlink = (text: string, { number, url }: LinkTarget): string => {
  const id = number === 0 ? '' : `id=llm-quiz-${number}`;
  return `\u001B]8;${id};${toAscii(url)}\u001B\\${text}\u001B]8;;\u001B\\`;
};

/** OSC 8 allows the bytes 32 to 126 in a URL. */
const toAscii = (url: string): string => url.replace(/[^\u0021-\u007E]+/g, encodeURIComponent);

/** A line break can part the two ends of a change of direction, so each line is balanced alone. */
const balanceLine = (pieces: readonly Piece[]): readonly Piece[] => {
  const line = pieces.map((piece) => piece.text).join('');
  if (balanceBidi(line) === line) return pieces;
  return pieces.map((piece) => ({
    ...piece,
    text: piece.text.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''),
  }));
};

const mergeLooks = (pieces: readonly Piece[]): Piece[] => {
  const merged: { text: string; look: Look }[] = [];
  for (const { text, look } of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && sameLook(last.look, look)) last.text += text;
    else merged.push({ text, look });
  }
  return merged.filter((piece) => piece.text !== '');
};
