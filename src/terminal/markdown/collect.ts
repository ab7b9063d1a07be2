import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What stands apart from the text that it belongs to, and how deep the tree is. */
export interface Collected {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: readonly FootnoteDefinition[];
  readonly depth: number;
}

/** Walks the tree without recursion, so that no depth can overflow the stack. */
export const collect = (root: Root, maxDepth: number): Collected => {
  const definitions = new Map<string, Definition>();
  const footnotes: FootnoteDefinition[] = [];
  let deepest = 0;
  const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, depth } = entry;
    deepest = Math.max(deepest, depth);
    if (deepest > maxDepth) break;
    // The first definition of a name counts.
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if (node.type === 'footnoteDefinition') footnotes.push(node);
    for (const child of childrenOf(node).toReversed())
      stack.push({ node: child, depth: depth + 1 });
  }
  return { definitions, footnotes, depth: deepest };
};

const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableRow',
  'code',
  'html',
]);

/** The words of a tree, one text for each block of it. */
export const plainBlocks = (root: Root): string[] => {
  const blocks: string[] = [''];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (TEXT_BLOCKS.has(node.type)) blocks.push('');
    if ('value' in node) blocks[blocks.length - 1] += node.value;
    else if (node.type === 'break' || node.type === 'tableCell') blocks[blocks.length - 1] += ' ';
    for (const child of childrenOf(node).toReversed()) stack.push(child);
  }
  return blocks.filter((block) => block.trim() !== '');
};

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);
