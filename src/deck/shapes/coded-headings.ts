import { likenessOf } from './asks.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import type { LevelView } from './heading-levels.ts';

/** Nothing but a sign with a number, such as `NET-012`: the question stands under it. */
const CODE = /^(\p{L}[\p{L}\p{N}_]{0,15})[-_ ]?#?(\d{1,4})$/u;
const FEWEST = 5;

/** Whether all headings of a level are one sign with numbers, and most texts under them ask. */
export const isCoded = (document: Document, { candidates, ownTextShare }: LevelView): boolean => {
  if (candidates.length < FEWEST || ownTextShare < 0.9) return false;
  const [first] = candidates;
  const sign = CODE.exec(first?.heading.plain ?? '')?.[1];
  if (sign === undefined) return false;
  const isAlike = candidates.every(({ heading }) => CODE.exec(heading.plain)?.[1] === sign);
  if (!isAlike) return false;
  const asking = candidates.filter(({ heading }) => asksUnder(document, heading.line));
  return asking.length >= candidates.length * 0.6;
};

const asksUnder = ({ lines }: Document, line: number): boolean => {
  const text = lines.slice(line + 1, line + 4).find((one) => one.trim() !== '') ?? '';
  return likenessOf(text) === 1;
};

/** The same with the numbers alone in front of the questions, and all of them sure. */
export const codedFinding = (finding: Finding): Finding => ({
  ...finding,
  score: finding.marks.length,
  marks: finding.marks.map((mark) => ({
    ...mark,
    text: `${/\d+/.exec(mark.text.slice(-5))?.[0] ?? ''}.`,
  })),
});
