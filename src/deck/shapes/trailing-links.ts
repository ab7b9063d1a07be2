/** A question, and the links behind it that are its answer. */
export interface LinkedQuestion {
  readonly question: string;
  readonly links: string;
}

const HEAD =
  /^(.{8,}?(?:[?？.!。]|\*\*|__)[*_]{0,2})\s*(?:[-–—:(]\s*)?((?:\p{L}[\p{L} ]{0,30}:?\s*)?)$/u;
const TAIL =
  /^(?:\[[^[\]]{1,200}\]\((?!#)[^()\s]{1,1000}\)[\s,.;)/|&-]{0,4}(?:(?:and|or|y|и|und|et)\s)?)+$/;

/**
 * "What is a reef? - Learn from [here](…)": what is asked ends before the links, and these are all
 * there is of an answer. Undefined where a text goes on in another way.
 */
export const splitLinks = (text: string): LinkedQuestion | undefined => {
  const at = text.indexOf('[');
  if (at < 8 || text.length > 2_000 || !text.includes('](')) return undefined;
  if (!TAIL.test(text.slice(at).trim())) return undefined;
  const [, question, words = ''] = HEAD.exec(text.slice(0, at)) ?? [];
  return question === undefined ? undefined : { question, links: words + text.slice(at) };
};
