import type { Paragraph, PhrasingContent } from 'mdast';

/** A term, or terms, and what it is explained by. */
export interface DefinitionList {
  /** Empty where the terms are a paragraph of their own. */
  readonly terms: readonly PhrasingContent[];
  readonly details: readonly (readonly PhrasingContent[])[];
}

const DETAIL = /(?:^|\n):[ \t]+/;

/**
 * The definition list that a paragraph is: lines that begin with a colon explain what stands above
 * them, as in Markdown Extra, which the parser does not know. `undefined` for any other paragraph.
 */
export const definitionList = ({ children }: Paragraph): DefinitionList | undefined => {
  const groups: PhrasingContent[][] = [[]];
  for (const [index, node] of children.entries()) {
    const parts = node.type === 'text' ? splitText(node.value, index === 0) : undefined;
    if (parts === undefined) groups.at(-1)?.push(node);
    for (const [number, value] of parts?.entries() ?? []) {
      if (number > 0) groups.push([]);
      if (value !== '') groups.at(-1)?.push({ type: 'text', value });
    }
  }
  const [terms = [], ...details] = groups;
  return details.length === 0 ? undefined : { terms, details };
};

/** A text cut where details begin; `undefined` where there is none. */
const splitText = (text: string, isFirst: boolean): string[] | undefined => {
  const parts = (isFirst ? text : ` ${text}`).split(DETAIL);
  if (parts.length === 1) return undefined;
  return isFirst ? parts : [parts[0]?.slice(1) ?? '', ...parts.slice(1)];
};
