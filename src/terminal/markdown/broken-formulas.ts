import type { PhrasingContent } from 'mdast';
import { formulaRanges } from './math.ts';

/** An inline node, or Markdown that was no Markdown: the source of a formula and its surroundings. */
export type InlinePart =
  | { readonly kind: 'node'; readonly node: PhrasingContent }
  | { readonly kind: 'source'; readonly markdown: string };

interface Placed {
  readonly node: PhrasingContent;
  readonly start: number;
  readonly end: number;
}

/** What Markdown can make of the `_` and `*` of a formula. */
const MADE_OF_MARKS: ReadonlySet<string> = new Set(['text', 'emphasis', 'strong', 'delete']);

/**
 * Finds the formulas that Markdown took apart: in `$E_{x}[p_\theta]$` it sees emphasis. The nodes
 * that such a formula lies in are given back as the source that they were made of.
 */
export const mendFormulas = (
  nodes: readonly PhrasingContent[],
  source: string | undefined,
): InlinePart[] => {
  if (source === undefined || nodes.length < 2) return nodes.map(asPart);
  const parts: InlinePart[] = [];
  let run: Placed[] = [];
  const endRun = (): void => {
    parts.push(...mendRun(run, source));
    run = [];
  };
  for (const node of nodes) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined && MADE_OF_MARKS.has(node.type)) {
      run.push({ node, start, end });
    } else {
      endRun();
      parts.push(asPart(node));
    }
  }
  endRun();
  return parts;
};

const mendRun = (run: readonly Placed[], source: string): InlinePart[] => {
  const broken = brokenNodes(run, source);
  const parts: InlinePart[] = [];
  let sourceStart: number | undefined;
  for (const [index, { node, start, end }] of run.entries()) {
    if (!broken.has(index)) parts.push(asPart(node));
    else {
      sourceStart ??= start;
      if (broken.has(index + 1)) continue;
      parts.push({ kind: 'source', markdown: source.slice(sourceStart, end) });
      sourceStart = undefined;
    }
  }
  return parts;
};

/** The nodes that share a formula with another one, and those that share one with these. */
const brokenNodes = (run: readonly Placed[], source: string): ReadonlySet<number> => {
  const broken = new Set<number>();
  if (run.length < 2) return broken;
  const from = run[0]?.start ?? 0;
  const formulas = formulaRanges(source.slice(from, run.at(-1)?.end)).map((range) => ({
    ...range,
    nodes: run.flatMap((node, index) =>
      node.start - from < range.end && node.end - from > range.start ? [index] : [],
    ),
  }));
  let size = -1;
  while (size < broken.size) {
    size = broken.size;
    for (const { isSure, nodes } of formulas) {
      if (nodes.length < 2 || !(isSure || nodes.some((index) => broken.has(index)))) continue;
      for (const index of nodes) broken.add(index);
    }
  }
  return broken;
};

const asPart = (node: PhrasingContent): InlinePart => ({ kind: 'node', node });
