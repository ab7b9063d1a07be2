import type { Code } from 'mdast';
import type { SyntaxName } from '../theme.ts';
import { graphemes, widthOf } from '../width.ts';
import { cleanLine, cleanText } from './clean.ts';
import { highlightLines } from './highlight.ts';
import { inset, type Scene } from './scene.ts';
import { type Look, type Piece, PLAIN, QUIET } from './span.ts';
import { type Line, lineWidth } from './wrap.ts';

const INDENT = 4;
const TAB_STOP = 4;
/** A label that says no more than the indent does. */
const NO_LANGUAGE = /^(?:|te?xt|plain(?:text)?)$/i;

/**
 * A fenced block: its language, then its lines as they are. Code is never wrapped, since a line
 * break can change what it means; what does not fit is cut off and the cut is marked.
 */
export const renderCode = (node: Code, scene: Scene): string[] => {
  const inner = inset(scene, INDENT);
  const { ink, theme, width } = inner ?? scene;
  const indent = inner === undefined ? '' : ' '.repeat(INDENT);
  const lang = cleanLine(node.lang ?? '');
  const label: Line[] = NO_LANGUAGE.test(lang) ? [] : [[{ text: lang, look: QUIET }]];
  const clip = (line: Line): string => ink.line(clipLine(line, width, theme.symbols.clipped));
  const code = codeLines(node.value, lang).map(clip);
  return [...label.map(clip), ...code.map((line) => (line === '' ? '' : indent + line))];
};

/** Code and its language to lines of pieces in a look each. */
const codeLines = (code: string, lang: string): Line[] => {
  if (code === '') return [];
  const text = code.split(/\r\n?|[\n\u2028\u2029]/).map(cleanCodeLine);
  return highlightLines(text.join('\n'), lang).map((line) =>
    line.map((token) => ({ text: token.text, look: lookOf(token.kind) })),
  );
};

const cleanCodeLine = (line: string): string => expandTabs(cleanText(line)).trimEnd();

const LOOKS: ReadonlyMap<SyntaxName, Look> = new Map(
  (['keyword', 'string', 'comment', 'number', 'title'] as const).map((name) => [
    name,
    { styles: [name], link: undefined },
  ]),
);

const lookOf = (kind: SyntaxName | undefined): Look =>
  kind === undefined ? PLAIN : (LOOKS.get(kind) ?? PLAIN);

const expandTabs = (line: string): string => {
  if (!line.includes('\t')) return line;
  let expanded = '';
  let column = 0;
  for (const [index, part] of line.split('\t').entries()) {
    const tab = index === 0 ? 0 : TAB_STOP - (column % TAB_STOP);
    expanded += ' '.repeat(tab) + part;
    column += tab + widthOf(part);
  }
  return expanded;
};

const clipLine = (line: Line, width: number, mark: string): Line => {
  if (lineWidth(line) <= width) return line;
  let room = width - widthOf(mark);
  const kept: Piece[] = [];
  for (const { text, look } of line) {
    const fitting = headOf(text, room);
    kept.push({ text: fitting, look });
    room -= widthOf(fitting);
    if (fitting !== text) break;
  }
  return [...kept, { text: mark, look: QUIET }];
};

const headOf = (text: string, room: number): string => {
  let head = '';
  let left = room;
  for (const character of graphemes(text)) {
    left -= widthOf(character);
    if (left < 0) break;
    head += character;
  }
  return head;
};
