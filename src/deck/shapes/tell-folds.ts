import type { ScannedLines } from '../scan.ts';
import type { Details } from './details-blocks.ts';

const NUMBER = /^ {0,3}(\d{1,4})[.)][ \t]+\S/;
const FEWEST = 3;

/** The blocks of a file, and those that are none but hide a part of a list. */
export interface ToldDetails {
  readonly details: readonly Details[];
  readonly folds: readonly Details[];
}

/**
 * Tells blocks from those that hide a part of a list, such as "More questions": their numbers go on
 * where the last one outside leaves off. The steps of an answer start with 1.
 */
export const tellFolds = (scanned: ScannedLines, blocks: readonly Details[]): ToldDetails => {
  const details: Details[] = [];
  const folds: Details[] = [];
  let from = 0;
  let last = 0;
  for (const block of blocks) {
    last = numbersBetween(scanned, from, block.line).at(-1) ?? last;
    from = block.end;
    const own = numbersBetween(scanned, block.bodyLine + 1, block.end);
    if (own.length >= FEWEST && last > 0 && isRun(own, last + 1)) {
      last = own.at(-1) ?? last;
      folds.push(block);
    } else details.push(block);
  }
  return { details, folds };
};

const isRun = (numbers: readonly number[], first: number): boolean =>
  numbers.every((number, at) => number === first + at);

const numbersBetween = (
  { lines, firsts, isInert }: ScannedLines,
  from: number,
  end: number,
): readonly number[] => {
  const numbers: number[] = [];
  for (let index = from; index < end; index++) {
    const first = firsts[index] ?? 0;
    if (first < ZERO || first > NINE || isInert(index)) continue;
    const digits = NUMBER.exec(lines[index] ?? '')?.[1];
    if (digits !== undefined) numbers.push(Number(digits));
  }
  return numbers;
};

const ZERO = 0x30;
const NINE = 0x39;
