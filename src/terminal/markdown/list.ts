import type { BlockContent, DefinitionContent, List, ListItem } from 'mdast';
import { widthOf } from '../width.ts';
import { inset, type Scene } from './scene.ts';
import { textSpan } from './span.ts';
import { wrapSpans } from './wrap.ts';

/** Renders the blocks of a container; handed in, so that no module depends on itself. */
export type RenderBlocks = (
  nodes: readonly (BlockContent | DefinitionContent)[],
  scene: Scene,
  spread: boolean,
) => string[];

/** A list whose items hang under their text; a loose one has blank lines between its items. */
export const renderList = (node: List, scene: Scene, renderBlocks: RenderBlocks): string[] => {
  const items = node.children;
  const loose = node.spread === true || items.some((item) => item.spread === true);
  const markers = items.map((_, index) => listMarker(node, index, scene));
  const width = Math.max(0, ...markers.map(widthOf));
  return items.flatMap((item, index) => {
    const marker = `${(markers[index] ?? '').padStart(width)} ${checkbox(item)}`;
    const lines = hang(marker, scene, (inner) =>
      renderBlocks(item.children, inner, item.spread === true),
    );
    return loose && index > 0 ? ['', ...lines] : lines;
  });
};

/**
 * Lines with a marker before the first one and the others under its text. Where that leaves too
 * little room, the marker gets a line of its own and the text the whole width.
 */
export const hang = (
  marker: string,
  scene: Scene,
  render: (inner: Scene) => readonly string[],
): string[] => {
  const columns = widthOf(marker);
  const inner = inset(scene, columns);
  if (inner === undefined) {
    const alone = wrapSpans([textSpan(marker)], scene.measure).map((line) => scene.ink.line(line));
    return [...alone, ...render(scene)];
  }
  const [first = '', ...rest] = render(inner);
  const indent = ' '.repeat(columns);
  return [(marker + first).trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
};

const listMarker = (node: List, index: number, scene: Scene): string =>
  node.ordered === true ? `${(node.start ?? 1) + index}.` : scene.theme.symbols.bullet;

const checkbox = (item: ListItem): string => {
  if (typeof item.checked !== 'boolean') return '';
  return item.checked ? '[x] ' : '[ ] ';
};
