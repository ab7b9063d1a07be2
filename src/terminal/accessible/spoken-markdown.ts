import type {
  Blockquote,
  Code,
  FootnoteDefinition,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import { collect } from '../markdown/collect.ts';
import { imageWords } from '../markdown/images.ts';
import { endsInPause } from './speech.ts';

/** The renderer shows deeper trees as plain text; here they are left as they are. */
const MAX_DEPTH = 50;
/** Languages of a fence that only say that it is no code. */
const NO_CODE = /^(?:te?xt|plain(?:text)?)$/i;

/**
 * A tree to be read from top to bottom: what a layout would show is said in words. Code and
 * quotes have a beginning and an end, tables become numbered records, and every block ends in
 * something that a screen reader pauses at. Nodes that stay keep their positions.
 */
export const forSpeech = (root: Root): Root => {
  const { footnotes, depth } = collect(root, MAX_DEPTH);
  if (depth > MAX_DEPTH) return root;
  return { ...root, children: [...blocks(root.children), ...footnotes.flatMap(note)] };
};

const text = (value: string): Text => ({ type: 'text', value });

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

const blocks = <Node extends RootContent>(nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => block(node) as Node[]);

const block = (node: RootContent): RootContent[] => {
  switch (node.type) {
    case 'paragraph':
      return [{ ...node, children: ended(node.children, '.') }];
    case 'heading':
      return [paragraph(...ended(node.children, ':'))];
    case 'code':
      return code(node);
    case 'blockquote':
      return quote(node);
    case 'list':
      return [list(node)];
    case 'table':
      return table(node);
    case 'thematicBreak':
    case 'footnoteDefinition':
      return [];
    default:
      return [node];
  }
};

const code = (node: Code): RootContent[] => {
  const lang = node.lang ?? '';
  const [name, label] = NO_CODE.test(lang) ? ['text block', ''] : ['code', lang];
  const begin = name === 'code' && label !== '' ? `Code, ${label}:` : `${capital(name)}:`;
  return [paragraph(text(begin)), { ...node, lang: null }, paragraph(text(`End of ${name}.`))];
};

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Quotes are not indented: their marks would be read on every line. */
const quote = ({ children }: Blockquote): RootContent[] => [
  paragraph(text('Quote:')),
  ...blocks(children),
  paragraph(text('End of quote.')),
];

const list = (node: List): List => ({ ...node, children: node.children.map(item) });

const item = (node: ListItem): ListItem => {
  const children = node.children.map((child, index) => {
    if (child.type !== 'paragraph') return child;
    const opensList = node.children[index + 1]?.type === 'list';
    return { ...child, children: ended(child.children, opensList ? ':' : '.') };
  });
  const [first, ...rest] = blocks(children);
  if (typeof node.checked !== 'boolean') return { ...node, children: blocks(children) };
  const state = text(node.checked ? 'Done: ' : 'Not done: ');
  const opening =
    first?.type === 'paragraph'
      ? [{ ...first, children: [state, ...first.children] }]
      : [paragraph(state), ...(first === undefined ? [] : [first])];
  return { ...node, checked: null, children: [...opening, ...rest] };
};

/** Each row a numbered item, each of its cells a line with the name of the column. */
const table = ({ children }: Table): RootContent[] => {
  const [header, ...rows] = children;
  if (header === undefined) return [];
  if (rows.length === 0) return [paragraph(...cellLine(header, header.children.length))];
  const records: List = {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: rows.map((row) => ({
      type: 'listItem',
      spread: false,
      children: record(header, row),
    })),
  };
  const size = rows.length === 1 ? '1 row' : `${rows.length} rows`;
  return [paragraph(text(`Table, ${size}:`)), records, paragraph(text('End of table.'))];
};

const cellLine = ({ children }: TableRow, count: number): PhrasingContent[] =>
  children
    .slice(0, count)
    .flatMap((cell, index) => ended(cell.children, index === count - 1 ? '.' : ', '));

const record = (header: TableRow, row: TableRow): Paragraph[] => {
  const filled = row.children.flatMap((cell, index) =>
    cell.children.length === 0 ? [] : [{ cell, name: header.children[index]?.children ?? [] }],
  );
  if (filled.length === 0) return [paragraph(text('Empty.'))];
  return filled.map(({ cell, name }, index) => {
    const label = name.length === 0 ? [] : [...phrasing(name), text(': ')];
    const end = index === filled.length - 1 ? '.' : ',';
    return paragraph(...label, ...ended(cell.children, end));
  });
};

const note = (node: FootnoteDefinition): RootContent[] => [
  paragraph(text(`Note ${node.label ?? node.identifier}:`)),
  ...blocks(node.children),
];

/** Inline content with an end that is heard, where it has none yet. */
const ended = (nodes: readonly PhrasingContent[], end: string): PhrasingContent[] => {
  const spoken = phrasing(nodes);
  return nodes.length === 0 || endsInPause(tailOf(nodes)) ? spoken : [...spoken, text(end)];
};

/** The words at the end of inline content, as far as they tell whether it is ended. */
const tailOf = (nodes: readonly PhrasingContent[]): string => {
  const last = nodes.findLast(({ type }) => type !== 'html');
  switch (last?.type) {
    case 'text':
      return last.value.trimEnd();
    case 'emphasis':
    case 'strong':
      return tailOf(last.children);
    default:
      return '';
  }
};

const image = (words: string): Text => text(words === '' ? '(image)' : `(image: ${words})`);

const phrasing = (nodes: readonly PhrasingContent[], isInLink = false): PhrasingContent[] =>
  nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'emphasis':
      case 'strong':
        return [{ ...node, children: phrasing(node.children, isInLink) }];
      case 'link':
      case 'linkReference':
        return [{ ...node, children: phrasing(node.children, true) }];
      case 'delete':
        return [text('(struck out: '), ...phrasing(node.children, isInLink), text(')')];
      case 'image': {
        const said = image(imageWords(node.alt, node.url));
        return isInLink ? [said] : [{ type: 'link', url: node.url, children: [said] }];
      }
      case 'imageReference':
        return [image(imageWords(node.alt, ''))];
      case 'footnoteReference':
        return [text(` (note ${node.label ?? node.identifier})`)];
      default:
        return [node];
    }
  });
