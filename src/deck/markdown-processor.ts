import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** A part of GFM that is looked for everywhere: at each letter, or at each line. */
export type CostlyPart = 'addresses' | 'tables';

/** Parses Markdown to a tree. */
export interface MarkdownProcessor {
  parse(text: string): Root;
}

/** The constructs of micromark that find a part. */
const CONSTRUCTS: Readonly<Record<CostlyPart, readonly string[]>> = {
  addresses: ['emailAutolink', 'protocolAutolink', 'wwwAutolink'],
  tables: ['table'],
};

const made = new Map<string, MarkdownProcessor>();

/** remark with GFM but for some parts of it, made when it is first asked for. */
export const processorWithout = (parts: readonly CostlyPart[]): MarkdownProcessor => {
  const known = made.get(parts.join());
  if (known !== undefined) return known;
  const processor = unified().use(remarkParse).use(remarkGfm).use(leaveOut, parts).freeze();
  made.set(parts.join(), processor);
  return processor;
};

/**
 * Takes parts out of what remark-gfm brings, which has no setting for it. micromark can disable a
 * construct by its name, but then still stops at each letter that one may begin with.
 */
function leaveOut(this: Processor, parts: readonly CostlyPart[]): void {
  const names = new Set(parts.flatMap((part) => CONSTRUCTS[part]));
  const data = this.data();
  for (const { text = {}, flow = {} } of data.micromarkExtensions ?? []) {
    for (const constructs of [text, flow]) removeConstructs(constructs, names);
  }
  if (!parts.includes('addresses')) return;
  // Beside the syntax there is a search through the finished tree.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extension) =>
    [extension].flat().filter(({ enter }) => enter?.['literalAutolink'] === undefined),
  );
}

interface Construct {
  readonly name?: string | undefined;
}

/** Constructs by the code of the character that they begin with. */
type Constructs = Record<string, Construct | readonly Construct[] | undefined>;

const removeConstructs = (constructs: Constructs, names: ReadonlySet<string>): void => {
  for (const [code, found] of Object.entries(constructs)) {
    const kept = [found ?? []].flat().filter(({ name = '' }) => !names.has(name));
    if (kept.length > 0) constructs[code] = kept;
    else delete constructs[code];
  }
};
